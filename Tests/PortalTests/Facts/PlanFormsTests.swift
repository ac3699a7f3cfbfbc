import Testing

@testable import Portal

/// Every form in which plans state their objectives, times, schedules and dates, with all that is
/// read from it.
struct PlanFormsTests {
  /// A part of a plan, and its facts: "line kind (subject): value".
  struct Form: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let facts: [String]
    var testDescription: String { name }
  }

  /// The facts of a document, without those of a few kinds.
  static func facts(of text: String, except kinds: Set<String>) -> [String] {
    Facts(sample("# Plan\n\n\(text)\n")).list.filter { !kinds.contains($0.kind) }.map {
      "\($0.line) \($0.kind) (\($0.subject)): \($0.value)"
    }
  }

  // MARK: Objectives

  static let objectives: [Form] = [
    Form(
      name: "bold labels with hard breaks",
      text:
        "**Recovery Time Objectives (RTO)**: 6 hours  \n**Maximum Tolerable Downtime**: 10 hours",
      facts: ["3 objective.rto (): 21600", "4 objective.mtd (): 36000"]
    ),
    Form(
      name: "a table by component, with its priority",
      text:
        "| Component | RTO | RPO | Priority |\n|---|---|---|---|\n| Till | 1 h | 0 (log) | P0 |",
      facts: ["5 objective (Till): rto 3600, rpo 0"]
    ),
    Form(
      name: "a table by service, with availability",
      text:
        "| Service | RTO | RPO | Availability |\n|---|---|---|---|\n"
        + "| Till | 1 h | 5 min | 99.95% |",
      facts: ["5 objective (Till): rto 3600, rpo 300, availability 999500"]
    ),
    Form(
      name: "recovery times by activity, recovery points by kind of data",
      text:
        "### Recovery time objectives\n\n- **Open the till**: 20 minutes\n\n"
        + "### Recovery point objectives\n\n- **Sales**: 5 minutes (replication)\n"
        + "- **Price list**: 0 minutes (version controlled)",
      facts: [
        "5 objective.rto (Open the till): 1200", "9 objective.rpo (Sales): 300",
        "10 objective.rpo (Price list): 0",
      ]
    ),
    Form(
      name: "bullets by environment",
      text: "### Recovery time objective (RTO)\n\n- **Production**: 3 hours\n- **Staging**: 2 days",
      facts: ["5 objective.rto (Production): 10800", "6 objective.rto (Staging): 172800"]
    ),
    Form(
      name: "rows for the targets, columns for the environments",
      text:
        "| Metric | Dev | Prod |\n|---|---|---|\n| RTO | 1 day | 2 h |\n| RPO | 1 day | 15 min |",
      facts: [
        "5 objective.rto (Dev): 86400", "5 objective.rto (Prod): 7200",
        "6 objective.rpo (Dev): 86400", "6 objective.rpo (Prod): 900",
      ]
    ),
    Form(
      name: "heads with more words, beside what was measured",
      text:
        "| Service | RTO (Max Downtime) | Target RPO | Actual RTO | MTTR |\n|---|---|---|---|---|\n"
        + "| Till | 1 hour | 5 min | 3 hours | 40 min |",
      facts: ["5 objective (Till): rto 3600, rpo 300"]
    ),
    Form(
      name: "a heading, and a pair on one line",
      text: "#### Ledger (RTO: 3 hours)\n\n**Till** - RTO: 4 hours, RPO: 15 minutes",
      facts: ["3 objective.rto (Ledger): 10800", "5 objective (Till): rto 14400, rpo 900"]
    ),
    Form(
      name: "a definition",
      text: "- **Recovery Time Objective (RTO)**: The longest time the shop may be closed",
      facts: [
        "3 definition (Recovery Time Objective (RTO)): The longest time the shop may be closed"
      ]
    ),
  ]

  @Test(arguments: objectives)
  func `reads the forms of objectives`(form: Form) {
    #expect(Self.facts(of: form.text, except: ["doc.title"]) == form.facts)
  }

  // MARK: Times, schedules and dates

  static let times: [Form] = [
    Form(
      name: "the time of a scenario",
      text: "## Scenario 1: Till broken\n\n**Time to Recovery**: ~2 hours (includes the drive)",
      facts: [
        "3 scenario (Till broken): Scenario 1: Till broken", "5 estimate (Till broken): 7200",
      ]
    ),
    Form(
      name: "a table of service levels",
      text:
        "## Service levels\n\n| Metric | Target | Reported |\n|---|---|---|\n"
        + "| **Recovery time** | < 6 hours | per incident |\n"
        + "| Response time | < 10 min | real-time |",
      facts: ["7 sla (recovery): 21600", "8 sla (response): 600"]
    ),
    Form(
      name: "retentions of several environments, without end and with a lifecycle",
      text:
        "## Backups\n\n| Copy | Retention |\n|---|---|\n"
        + "| Ledger | 30 days for production, 7 days for staging |\n"
        + "| Price list | Indefinite |\n| Reports | 12 weeks |\n"
        + "| Photos | 90 days with lifecycle |",
      facts: [
        "7 backup.retention (Ledger): 2592000", "8 backup.retention (Price list): Indefinite",
        "9 backup.retention (Reports): 7257600", "10 backup.retention (Photos): 7776000",
      ]
    ),
    Form(
      name: "spans in options of commands",
      text:
        "## Backups\n\n```sh\nkubectl wait pod/till-0 --timeout=300s\n"
        + "find /copies -name 'ledger-*.gz' -mtime +14 -delete\n```",
      facts: ["6 timeout (): 300", "7 backup.retention (Backups): 1209600"]
    ),
    Form(
      name: "schedules of backups",
      text:
        "## Backups\n\n- **Ledger**: Every 6 hours\n- **Photos**: Daily at 2:00 AM\n"
        + "- WAL archiving: continuous\n- Daily snapshots of the till",
      facts: [
        "5 backup.frequency (Ledger): 21600", "6 backup.frequency (Photos): 86400",
        "7 backup.frequency (WAL archiving): 0",
        "8 backup.frequency (Daily snapshots of the till): 86400",
      ]
    ),
    Form(
      name: "a crontab line with a comment behind it",
      text:
        "```yaml\nkind: CronJob\nmetadata:\n  name: ledger-backup\nspec:\n"
        + "  schedule: \"0 3 * * *\"  # daily at 3\n```",
      facts: ["8 backup.frequency (ledger-backup): 86400"]
    ),
    Form(
      name: "schedules of drills",
      text:
        "## Drills\n\n- **Weekly**: restore one copy\n- **Full failover**: Semi-annually\n\n"
        + "### Monthly drill\n\nOpen the second shop.",
      facts: [
        "5 drill.schedule (restore one copy): 604800", "6 drill.schedule (Full failover): 15552000",
        "8 drill.schedule (Monthly drill): 2592000",
      ]
    ),
    Form(
      name: "how often somebody is told",
      text: "## Communication\n\n- Status updates (every 20 minutes during active recovery)",
      facts: ["5 comm.cadence (): 1200"]
    ),
    Form(
      name: "dates that nobody filled in",
      text:
        "**Date**: $(date)\n**Last updated**: [Date]\n**Next review**: $(date -d '+3 months')",
      facts: [
        "3 doc.date (): $(date)", "4 doc.last_updated (): [Date]",
        "5 doc.next_review (): $(date -d '+3 months')",
      ]
    ),
    Form(
      name: "a time in a command",
      text:
        "```sh\naws rds restore-db-instance-to-point-in-time \\\n"
        + "  --restore-time 2026-02-03T04:00:00.000Z\n```",
      facts: ["5 literal.time (): 2026-02-03T04:00:00.000Z"]
    ),
  ]

  @Test(arguments: times)
  func `reads the forms of times, schedules and dates`(form: Form) {
    #expect(
      Self.facts(of: form.text, except: ["doc.title", "command", "placeholder"]) == form.facts
    )
  }

  // MARK: Document control and hygiene

  static let documents: [Form] = [
    Form(
      name: "a table and bold lines of document control",
      text:
        "| Field | Value |\n|---|---|\n| **Author** | Till architect |\n\n"
        + "**Classification**: Internal Use Only  \n**Status**: Draft  \n**Approval**: Pending",
      facts: [
        "5 doc.author (): Till architect", "7 doc.classification (): Internal Use Only",
        "8 doc.status (): Draft", "9 doc.approval (): Pending",
      ]
    ),
    Form(
      name: "bullets of document control",
      text: "- **Version**: 1.0\n- **Owner**: Till team\n- **Next review**: 2026-09-01",
      facts: [
        "3 doc.version (): 1.0", "4 doc.owner (): Till team", "5 doc.next_review (): 2026-09-01",
      ]
    ),
    Form(
      name: "what a plan depends on, in a line and as a list",
      text: "**Dependencies**: Till handbook\n\n**Key dependencies:**\n\n- Power\n- Network",
      facts: ["3 doc.dependency (): Till handbook"]
    ),
    Form(
      name: "placeholders of every kind",
      text: "Call [Phone] or 1-800-xxx-xxxx.\nIn <region>, on XXX-XXXX.\n**Opened**: YYYY-MM-DD",
      facts: [
        "3 placeholder (): [Phone]", "3 placeholder (): 1-800-xxx-xxxx",
        "4 placeholder (): XXX-XXXX", "4 placeholder (): <region>", "5 placeholder (): YYYY-MM-DD",
      ]
    ),
    Form(
      name: "links",
      text: "- [How to move](./move.md)\n- [The law](https://law.example/water)\n- [Above](#plan)",
      facts: ["3 link (): ./move.md", "4 link (): https://law.example/water"]
    ),
    Form(
      name: "text that was damaged on its way",
      text: "**Escalation**: lead â†’ owner\n\n## ðŸš¨ Scenario 1: Flood",
      facts: ["5 scenario (Flood): 🚨 Scenario 1: Flood"]
    ),
  ]

  @Test(arguments: documents)
  func `reads the forms of document control, references and gaps`(form: Form) {
    #expect(Self.facts(of: form.text, except: ["doc.title"]) == form.facts)
  }
}
