import Testing

@testable import Portal

/// Logs that are kept in names and words of others.
@Suite struct ForeignDrillLogTests {
  private func read(_ text: String, as path: String, zone: String? = nil) -> DrillLog {
    let file = SourceFile(path: path, bytes: Array(text.utf8))
    return DrillLog.read(file, zone: zone.flatMap(Zone.init))
  }

  private func told(_ log: DrillLog) -> [String] {
    log.records.map { record in
      let span = record.failureSeconds ?? record.declarationSeconds
      return "\(record.kind) \(record.outcome) \(span.map(String.init) ?? "-") "
        + record.components.joined(separator: "+")
    }
  }

  @Test func `reads a table of a spreadsheet with days first`() {
    let log = read(
      "Date;Service;Scenario;RTO target;RTO actual;RPO actual;Result;Ran by\r\n"
        + "04.09.2026;Bread DB;Restore of a dump;1 hour;25 min;6 min;Pass;\"Baker, A.\"\r\n"
        + "04.10.2026;Bread DB;Region failover;1 hour;1h 16m;;FAIL;\r\n"
        + "04.11.2026;Bread DB;Restore of a dump;20 min;25 min;;passed;\r\n"
        + "04.12.2026;Bread DB;Restore of a dump;1 hour;tbd;;planned;\r\n",
      as: "drills/drills.csv"
    )
    #expect(
      told(log) == [
        "restore pass 1500 Bread DB", "failover fail 4560 Bread DB",
        "restore fail 1500 Bread DB",
      ]
    )
    #expect(
      log.records.map { $0.happenedAt.map(Instant.day) ?? "-" } == [
        "2026-09-04", "2026-10-04", "2026-11-04",
      ]
    )
    #expect(log.records[0].dataLossSeconds == 360)
    #expect(log.records[0].operatorName == "Baker, A.")
    #expect(
      log.problems.map { "\($0.line ?? 0) \($0.message)" } == [
        "4 it says that it passed, and 1500 s is more than its own target of 1200 s",
        "5 it is planned, so it is no drill yet",
      ]
    )
  }

  @Test func `reads a list under a name, with times of a zone`() {
    let log = read(
      """
      drills:
        - id: one
          date: 2026-11-04
          started: 2026-11-04 10:00
          recovered: 2026-11-04 10:41
          service: Bread DB
          type: failover test
          result: no
          evidence: tickets/7
      """,
      as: "log.yaml",
      zone: "Europe/Berlin"
    )
    #expect(told(log) == ["failover fail 2460 Bread DB"])
    #expect(log.problems.isEmpty)
    #expect(log.records[0].pointer == "$.drills[0]")
    #expect(log.records[0].evidence.map(\.path) == ["tickets/7"])
    #expect(log.records[0].recoveredAt.map(Instant.text) == "2026-11-04T09:41:00Z")
  }

  @Test(arguments: [
    (#""recovery_time_seconds": 900, "passed": true"#, "restore pass 900 "),
    (#""recovery_time_seconds": 0, "passed": true"#, "restore unmeasured 0 "),
    (#""recovery_time_seconds": 900, "passed": true, "dry_run": true"#, "restore unmeasured 900 "),
    (#""rto_actual_minutes": 15, "test_status": "COMPLETED""#, "restore unmeasured 900 "),
    (#""rto_minutes": 15, "rto_met": false"#, "restore fail 900 "),
    (#""recovery_time": 15, "passed": true"#, "restore unmeasured - "),
    (#""recovery_time": "0:15:00", "status": "PASSED""#, "restore pass 900 "),
    (#""recovery_time_seconds": "N/A", "passed": true"#, "restore unmeasured - "),
    (#""recovery_time_seconds": 900"#, "restore unmeasured 900 "),
    (
      #""start_iso": "2026-05-01T09:00:00Z", "end_iso": "2026-05-01T09:15:00Z", "#
        + #""rto_seconds": 960, "#
        + #""success": "✅""#, "restore pass 960 "
    ),
  ])
  func `takes a pass only where something was measured`(fields: String, expected: String) {
    let log = read(
      #"{"drill_id": "a", "timestamp": "2026-05-01T09:00:00Z", "#
        + #""scenario": "db-restore", \#(fields)}"#,
      as: "drills/a.json"
    )
    #expect(told(log) == [expected])
  }

  @Test func `tells a day that can be read in two ways`() {
    let log = read(
      "date,service,type,duration,result\n04/09/2026,db,restore,20 min,pass\n"
        + "13/09/2026,db,restore,20 min,pass\n09/13/2026,db,restore,20 min,pass\n",
      as: "drills/a.csv"
    )
    #expect(
      log.records.map { $0.happenedAt.map(Instant.day) ?? "-" } == [
        "-", "2026-09-13", "2026-09-13",
      ]
    )
    #expect(log.problems.map(\.line) == [2])
  }

  @Test func `knows a name by its unit`() {
    let words = DrillWords.standard
    #expect(words.meaning(of: "RTO Actual (min)")?.unit == 60)
    #expect(words.meaning(of: "rto_seconds")?.field == "duration")
    #expect(words.meaning(of: "Recovery-Time-Hours")?.unit == 3600)
    #expect(words.meaning(of: "rto") == nil)
    #expect(words.meaning(of: "dryrun") == nil)
    #expect(words.outcome(" **Bestanden** ") == "pass")
  }
}
