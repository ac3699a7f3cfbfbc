import Testing

@testable import Portal

/// What tools tell of restores, experiments and incidents.
@Suite struct AdapterDrillTests: AdapterReading {
  @Test func `takes a restore of AWS Backup for passed when it was validated`() throws {
    func job(_ id: Int, _ status: String, _ validation: String) -> String {
      #"{"RestoreJobId": "\#(id)", "Status": "\#(status)", "CreationDate": 1780192800.0, "#
        + #""CompletionDate": 1780194000.0, "RecoveryPointCreationDate": 1780106400.0, "#
        + #""SourceResourceArn": "arn:aws:rds:r:1:db:shop"\#(validation)}"#
    }
    let jobs = [
      job(1, "COMPLETED", #", "ValidationStatus": "SUCCESSFUL""#),
      job(2, "COMPLETED", #", "ValidationStatus": "TIMED_OUT""#), job(3, "COMPLETED", ""),
      job(4, "FAILED", ""), job(5, "RUNNING", ""),
    ]
    #expect(
      try told(#"{"RestoreJobs": [\#(jobs.joined(separator: ","))]}"#) == [
        "aws.backup.restore-jobs", "restore of shop pass 1200 s", "restore of shop fail 1200 s",
        "restore of shop unmeasured 1200 s", "restore of shop fail 1200 s",
        "restore of shop running 1200 s",
      ]
    )
  }

  @Test func `reads restores of Velero by their schedule`() throws {
    func restore(_ name: String, _ phase: String, _ end: String) -> String {
      #"{"apiVersion": "velero.io/v1", "kind": "Restore", "metadata": {"name": "\#(name)"}, "#
        + #""spec": {"backupName": "shop-20260531020000"}, "status": {"phase": "\#(phase)", "#
        + #""startTimestamp": "2026-05-31T09:00:00Z"\#(end)}}"#
    }
    let end = #", "completionTimestamp": "2026-05-31T09:10:00Z""#
    let items = [
      restore("a", "Completed", end), restore("b", "PartiallyFailed", end),
      restore("c", "InProgress", ""),
    ]
    #expect(
      try told(#"{"kind": "RestoreList", "items": [\#(items.joined(separator: ","))]}"#) == [
        "velero.restores", "restore of shop pass 600 s", "restore of shop partial 600 s",
        "restore of shop running -",
      ]
    )
  }

  @Test(arguments: [
    ("", "pass"), (#", "deviated": true"#, "fail"), (#", "status": "aborted""#, "aborted"),
    (#", "run": []"#, "unmeasured"), (#", "experiment": {"dry": "actions"}"#, "unmeasured"),
    (#", "steady_states": {"before": {"steady_state_met": false}, "after": null}"#, "fail"),
    (#", "steady_states": null"#, "unmeasured"),
  ])
  func `believes an experiment that met its state on both sides`(
    change: String,
    outcome: String
  ) throws {
    var fields = [
      "chaoslib-version": #""1.44.0""#, "experiment": #"{"title": "Lose a node"}"#,
      "status": #""completed""#, "deviated": "false", "start": #""2026-05-31T09:00:00+00:00""#,
      "end": #""2026-05-31T09:00:02.5+00:00""#, "run": "[{}]",
      "steady_states":
        #"{"before": {"steady_state_met": true}, "after": {"steady_state_met": true}}"#,
    ]
    if !change.isEmpty {
      let parts = change.dropFirst(3).split(separator: "\": ", maxSplits: 1).map(String.init)
      fields[parts[0]] = parts[1]
    }
    let text = fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    let lines = try told("{\(text.joined(separator: ", "))}")
    #expect(lines[0] == "chaostoolkit.journal")
    #expect(lines[1].hasSuffix(" \(outcome) 2 s"))
  }

  @Test func `reads test reports, a suite as a drill`() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- made by hand -->
      <testsuites><testsuite name="restore &amp; check" timestamp="2026-05-31T09:00:00" time="99">
        <properties><property name="rto_seconds" value="80.5"/></properties>
        <testcase name="a"/></testsuite>
      <testsuite name="rows" timestamp="2026-05-31T09:00:00" time="9">
        <testcase name="a"/>
        <testcase name="b"><failure>&lt;1&gt; <![CDATA[<b>]]></failure></testcase>
      </testsuite>
      <testsuite name="later" timestamp="2026-05-31T09:00:00" time="9">
        <testcase name="a"><skipped/></testcase></testsuite>
      </testsuites>
      """
    #expect(
      try told(text, zone: "UTC") == [
        "junit.suites", "restore of restore & check pass 80 s", "restore of rows fail 9 s",
        "restore of later unmeasured 9 s",
      ]
    )
    #expect(try told(text)[0].hasPrefix("refused: its times name no zone"))
  }

  @Test(arguments: [
    "<a><b></a>", "<a", "<a>&x;</a> y", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "<a b=c/>",
    "<a b='1' b='2'/>", String(repeating: "<a>", count: 20_000),
  ])
  func `refuses XML that is damaged or declares something`(text: String) throws {
    #expect(try told(text)[0].hasPrefix("refused: "))
  }

  @Test func `reads the lines that drill scripts append`() throws {
    let log = """
      Sun May 31 09:00:00 UTC 2026: Recovery time: 1520s
      Sun May 31 03:30:00 PM +06 2026: Recovery time: 1711 seconds
      Sun May 31 10:00:00 UTC 2026: Recovery time: s
      Sun May 31 10:00:00 CST 2026: Recovery time: 9s
      """
    #expect(
      try told(log) == [
        "metrics.log", "restore of drill pass 1520 s", "restore of drill pass 1711 s",
        "INV-02 line 3 (the value)", "INV-02 line 4",
      ]
    )
    let table = """
      Sun May 31 09:00:00 UTC 2026,recovery_time,1520
      Sun May 31 09:00:00 UTC 2026,data_loss,12
      2026-05-31T10:00:00Z,recovery_time,
      2026-05-31T10:00:00Z,availability,
      """
    #expect(
      try told(table) == [
        "metrics.csv", "restore of drill unmeasured 1520 s", "INV-02 line 3 (the value)",
        "INV-02 line 4 (the value)",
      ]
    )
  }

  @Test func `never takes an incident for a drill`() throws {
    let duty = """
      {"incidents": [{"id": "P1", "status": "resolved", "created_at": "2026-05-31T09:00:00Z",
        "resolved_at": "2026-05-31T10:00:00Z", "service": {"summary": "Shop"}}], "more": true}
      """
    #expect(
      try told(duty) == [
        "pagerduty.incidents", "incident of Shop pass 3600 s",
        #"INV-03 the listing is not complete: "more" is true"#,
      ]
    )
    let lines = """
      {"id": "1", "declared_at": "2026-05-31T09:00:00Z", "resolved_at": "2026-05-31T10:00:00Z"}

      {"id": "2", "declared_at": "2026-05-31T09:00:00+06:00", "resolved_at": null}
      """
    #expect(
      try told(lines) == [
        "incidents.list", "incident of incident pass 3600 s", "incident of incident running -",
      ]
    )
  }

  @Test func `reads jobs of Azure Site Recovery`() throws {
    let text = """
      [{"name": "j1", "properties": {"scenarioName": "TestFailover", "state": "Succeeded",
        "targetObjectName": "vm", "startTime": "2026-05-31T09:00:00Z",
        "endTime": "2026-05-31T09:30:00Z"}},
       {"name": "j2", "properties": {"scenarioName": "TestFailoverCleanup", "state": "Succeeded"}}]
      """
    #expect(try told(text) == ["az.site-recovery.jobs", "failover of vm pass 1800 s"])
  }

  @Test func `lies in a folder of drills, too`() {
    let file = SourceFile(
      path: "drills/recovery.log",
      bytes: Array("2026-05-31T09:00:00Z: Recovery time: 60s\n".utf8)
    )
    let log = DrillLog.read(file)
    #expect(log.format == "metrics.log" && log.refusal == nil)
    #expect(log.records.map(\.failureSeconds) == [60])
    #expect(log.records.map(\.line) == [1])
  }
}
