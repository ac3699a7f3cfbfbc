/// A check and two plans that look alike: it fires in the first and not in the second.
struct CloseCall: Sendable {
  let check: String
  let first: String
  let second: String

  static let all: [CloseCall] = [
    // Ways to fail are not parts of each other.
    CloseCall(
      check: "OBJ-07",
      first: """
        | Service | RTO | Priority |
        | --- | --- | --- |
        | Orders | 4 hours | P0 |
        | Wiki | 5 min | P1 |
        """,
      second: """
        | Scenario | RTO | Priority |
        | --- | --- | --- |
        | Site loss | 4 hours | P0 |
        | Pod crash | 5 min | P1 |
        """
    ),
    CloseCall(
      check: "OBJ-08",
      first: """
        | Component | RTO |
        | --- | --- |
        | Full service | 1 hour |
        | Infrastructure | 4 hours |
        """,
      second: """
        | Scenario | RTO |
        | --- | --- |
        | Full region loss | 1 hour |
        | Database failure | 4 hours |
        """
    ),
    // The time of one failure is not that of another.
    CloseCall(
      check: "RTO-01",
      first: """
        RTO: 1 hour

        ## Scenario A: Total loss

        **Estimated recovery time**: 3 hours
        """,
      second: """
        ## Scenario A: One container fails

        RTO: 5 minutes

        ## Scenario B: Total loss

        **Estimated recovery time**: 3 hours
        """
    ),
    CloseCall(
      check: "RTO-04",
      first: """
        ## Scenario A: Database loss

        RTO: 5 minutes

        ```sh
        kubectl wait --for=condition=ready pod/till --timeout=600s
        ```
        """,
      second: """
        ## Scenario A: Pod crash

        RTO: 5 minutes

        ## Database restore

        ```sh
        kubectl wait --for=condition=ready pod/till --timeout=600s
        ```
        """
    ),
    // What leaves the region, and how often.
    CloseCall(
      check: "RPO-01",
      first: """
        | Scenario | RPO |
        | --- | --- |
        | Region failure | 15 min |
        | Pod crash | 15 min |

        ## Backups

        - Cross-region copy: every 6 hours
        - Transaction logs: continuous
        """,
      second: """
        | Scenario | RPO |
        | --- | --- |
        | Region failure | 6 hours |
        | Pod crash | 15 min |

        ## Backups

        - Cross-region copy: every 6 hours
        - Transaction logs: continuous
        """
    ),
    // Pages that lie there as files need no database.
    CloseCall(
      check: "OBJ-04",
      first: """
        | Component | RTO |
        | --- | --- |
        | Web backend | 10 min |
        | Database | 2 hours |
        """,
      second: """
        | Component | RTO |
        | --- | --- |
        | Static web pages | 10 min |
        | Database | 2 hours |
        """
    ),
    CloseCall(
      check: "OBJ-05",
      first: """
        | Component | RPO |
        | --- | --- |
        | Order API | 1 min |
        | Database | 1 hour |
        """,
      second: """
        | Component | RPO |
        | --- | --- |
        | Order API | 0 min |
        | Database | 1 hour |
        """
    ),
    // The row itself names a log.
    CloseCall(
      check: "RPO-05",
      first: """
        RPO: 24 hours

        ## Backups

        - Database: daily backup
        """,
      second: """
        RPO: 24 hours

        ## Backups

        - Database: daily backup, PITR within 7 days
        """
    ),
    // What is rebuilt where it was needs no way back.
    CloseCall(
      check: "PRC-12",
      first: """
        RTO: 4 hours

        ## Scenario 1: Region failure

        1. Fail over to the other region
        """,
      second: """
        RTO: 4 hours

        ## Scenario 1: Region failure

        1. Wait for the provider
        """
    ),
    CloseCall(
      check: "RSK-01",
      first: """
        RTO: 4 hours

        ## Scenario 1: Pod crash

        ## Scenario 2: Disk failure
        """,
      second: """
        RTO: 4 hours

        ## Scenario 1: Pod crash

        ## Scenario 2: All systems are lost
        """
    ),
    // A program that was built, and a dump.
    CloseCall(
      check: "DOC-06",
      first: """
        ```sh
        ./repair.sh --all
        ```
        """,
      second: """
        ```sh
        ./till recover --all
        ```
        """
    ),
    CloseCall(
      check: "DOC-06",
      first: """
        ```sh
        mysql shop < views.sql
        ```
        """,
      second: """
        ```sh
        mysql shop < nightly_backup.sql
        ```
        """
    ),
    // "Critical services" are what the plan is about.
    CloseCall(
      check: "OBJ-03",
      first: """
        - RPO for Redis cache: 1 hour

        ## Backups

        - PostgreSQL: daily backup
        """,
      second: """
        - RPO for critical services: 1 hour

        ## Backups

        - PostgreSQL: daily backup
        """
    ),
    // A step that notes a time, and a form with a place for it.
    CloseCall(
      check: "DRL-04",
      first: """
        RTO: 4 hours

        ### Quarterly restore drill

        1. Restore the newest copy
        """,
      second: """
        RTO: 4 hours

        ### Quarterly restore drill

        1. Restore the newest copy
        2. Record the time in drills/log.md
        """
    ),
    CloseCall(
      check: "DRL-04",
      first: """
        RTO: 4 hours

        ### Quarterly restore drill

        - [ ] Restore the newest copy
        """,
      second: """
        RTO: 4 hours

        ### Quarterly restore drill

        - [ ] Restore the newest copy

        ```markdown
        Time taken:
        ```
        """
    ),
  ]
}
