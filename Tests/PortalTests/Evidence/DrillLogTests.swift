import Testing

@testable import Portal

@Suite struct DrillLogTests {
  private func read(_ text: String, as path: String = "drills/log.yaml") -> DrillLog {
    DrillLog.read(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private let good = """
    - id: one
      kind: restore
      system: oven
      component: [database, oven/cache]
      scenario: A disk breaks
      environment: production
      runbook: runbooks/oven.md
      runbook_sha256: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
      failed_at: 2026-03-01T09:00:00Z
      detected_at: 2026-03-01T09:03:00Z
      declared_at: 2026-03-01T09:10:00Z
      started_at: 2026-03-01T09:12:00Z
      recovered_at: 2026-03-01T10:51:00+01:00
      recovery_point_at: 2026-03-01T08:52:00Z
      outcome: pass
      dry_run: false
      validated: true
      operator: on-call
      approver: head baker
      steps: [{title: Stop, started_at: 2026-03-01T09:12:00Z, outcome: done, note: calm}]
      evidence: [{path: drills/restore.log}]
      actions: [{text: Automate, owner: ops, due: 2026-04-01, done_at: null}]

    """

  @Test func `reads every key and measures three spans`() throws {
    let log = read(good)
    #expect(log.problems.isEmpty && log.format == "drill.yaml")
    let record = try #require(log.records.first)
    #expect(record.components == ["database", "oven/cache"])
    #expect(record.failureSeconds == 3060)
    #expect(record.declarationSeconds == 2460)
    #expect(record.dataLossSeconds == 480)
    #expect(record.happenedAt.map(Instant.text) == "2026-03-01T09:51:00Z")
    #expect(record.runbookSHA256?.hasPrefix("aaaa") == true)
    #expect(record.steps.map(\.title) == ["Stop"])
    #expect(record.evidence.map(\.path) == ["drills/restore.log"])
    #expect(record.actions == [.init(text: "Automate", owner: "ops", due: "2026-04-01")])
    #expect(record.line == 1 && record.pointer == "$[0]" && record.quote == "- id: one")
  }

  @Test func `loses one wrong record and keeps the rest`() {
    let log = read(
      good + """
        - {id: two, kind: party, outcome: pass}
        - {id: three, kind: restore, outcome: planned}
        - {id: four, kind: restore, outcome: pass, dryrun: true}
        - {id: five, kind: restore, outcome: fail, failed_at: yesterday}
        - {id: six, kind: restore, outcome: fail, mood: good}
        - {id: seven, kind: restore, outcome: fail, failed_at: 2026-03-01T09:00:00Z,
           recovered_at: 2026-03-01T08:00:00Z}
        - just words
        - {id: six, kind: chaos, outcome: fail}
        - {id: eight, kind: chaos, outcome: fail, actions: [{text: x, due: soon}]}
        """
    )
    #expect(log.records.map(\.id) == ["one", "six"])
    let kinds = "tabletop, walkthrough, restore, chaos, failover, incident"
    let outcomes = "pass, fail, partial, aborted, unmeasured, running"
    #expect(
      log.problems.map { "\($0.line ?? 0) \($0.message)" } == [
        "30 a record is no mapping of names and values",
        #"23 a record was rejected: "kind" is not one of \#(kinds): "party""#,
        #"24 a record was rejected: "outcome" is not one of \#(outcomes): "planned""#,
        #"25 a record was rejected: unknown key "dryrun"; did you mean "dry_run"?"#,
        #"26 a record was rejected: "failed_at" is no time such as 2026-11-21T06:00:00Z: "#
          + #""yesterday""#,
        #"27 unknown key "mood": its value is not read"#,
        #"29 a record was rejected: "recovered_at" is before "failed_at""#,
        #"31 the id "six" stands here and in line 27 with different values: "#
          + "the second was rejected",
        #"32 a record was rejected: "due" is no day such as 2026-12-31: "soon""#,
      ]
    )
    #expect(log.problems.allSatisfy { $0.code == "LOG-02" && $0.severity == "medium" })
  }

  @Test func `takes no pass from a rehearsal or from nothing measured`() {
    let log = read(
      """
      - {id: dry, kind: restore, outcome: pass, dry_run: yes, started_at: 2026-03-01T09:00:00Z,
         recovered_at: 2026-03-01T09:05:00Z}
      - {id: untimed, kind: restore, outcome: pass}
      - {id: zero, kind: restore, outcome: pass, started_at: 2026-03-01T09:00:00Z,
         recovered_at: 2026-03-01T09:00:00Z}
      - {id: table, kind: tabletop, outcome: pass}
      - {id: empty, kind: failover, outcome: pass, failed_at: 2026-03-01T09:00:00Z, recovered_at: }
      """
    )
    #expect(
      log.records.map { "\($0.id) \($0.outcome)" } == [
        "dry unmeasured", "untimed unmeasured", "zero unmeasured", "table pass",
        "empty unmeasured",
      ]
    )
    #expect(log.problems.map(\.line) == [3, 4, 7])
  }

  @Test func `assumes no start of an incident`() {
    let times =
      "started_at: 2026-03-01T09:00:00Z, recovered_at: 2026-03-01T10:00:00Z, outcome: pass"
    let log = read("- {id: a, kind: incident, \(times)}\n- {id: b, kind: restore, \(times)}")
    #expect(log.records.map(\.failureSeconds) == [nil, 3600])
    #expect(log.records.map(\.environment) == ["production", nil])
  }

  @Test func `reads JSON, one or many, with pairs of surrogates`() {
    let record = #"{"kind": "restore", "outcome": "fail", "scenario": "\ud83d\ude00\/\u00e9"}"#
    let log = read(record + "\n\n" + record, as: "drills/log.jsonl")
    #expect(log.records.map(\.scenario) == ["😀/é", "😀/é"])
    #expect(log.records.map(\.line) == [1, 3])
    #expect(log.problems.isEmpty)
    let cut = read("[{\"kind\": \"restore\",\n \"outc", as: "drills/log.json")
    #expect(cut.refusal == "the JSON ends before its value does, at column 7")
    #expect(cut.problems.map(\.line) == [2])
  }

  @Test(arguments: ["a: [", "a: 1\na: 2", "- &x {}\n- *x", "# nothing", "\u{7}"])
  func `refuses what is no YAML or holds nothing`(text: String) {
    let log = read(text)
    #expect(log.refusal != nil)
    #expect(log.problems.map(\.code) == ["LOG-01"])
  }

  @Test func `reads CSV with quotes, line ends of Windows and a repeated header`() {
    let log = read(
      "\u{FEFF}id;kind;component;scenario;started_at;recovered_at;outcome\r\n"
        + "a;restore;\"database, cache\";\"two \"\"big\"\"\nlines\";"
        + "2026-03-01T09:00:00Z;2026-03-01T09:20:00Z;pass\r\n"
        + "id;kind;component;scenario;started_at;recovered_at;outcome\r\n\r\n"
        + "b;restore;database;;2026-03-01T09:00:00Z;tbd;pass\r\n"
        + "c;restore;database\r\n"
        + "d;tabletop;database;;;;fail",
      as: "drills/log.csv"
    )
    #expect(log.records.map(\.id) == ["a", "d"])
    #expect(log.records[0].components == ["database", "cache"])
    #expect(log.records[0].scenario == "two \"big\"\nlines")
    #expect(log.records[0].failureSeconds == 1200)
    #expect(log.problems.map(\.line) == [7, 6])
  }

  @Test(arguments: [
    ("", "it is empty"), ("1,2,3\n", "its first line names no field of a drill"),
    ("id,kind,kind\n", "the column \"kind\" stands there twice"),
    ("id,kind\n\"a,b\n", "a quote in the record of line 2 never ends"),
  ])
  func `refuses a table that it cannot read`(text: String, reason: String) {
    #expect(read(text, as: "drills/log.csv").refusal == reason)
  }

  @Test func `hides credentials`() {
    let log = read(
      """
      - {id: a, kind: restore, outcome: fail, scenario: "psql postgres://ops:hunter22@db1/shop",
         actions: [{text: "change password=hunter22"}]}
      - {id: b, kind: restore, outcome: "password=hunter22"}
      """
    )
    #expect(log.records.count == 1 && log.problems.count == 1)
    #expect(!"\(log.records) \(log.problems)".contains("hunter22"))
  }
}
