import Foundation
import Testing

@testable import Portal

/// The forms of a report for other programs, read by those programs where they are there.
@Suite struct ReportFormatTests {
  private static func text(_ format: ReportFormat, _ report: CheckReport) -> String {
    String(decoding: report.bytes(as: format, prefix: "content/"), as: UTF8.self)
  }

  private static func lines(_ format: ReportFormat, _ report: CheckReport) -> [String] {
    text(format, report).split(separator: "\n").map(String.init)
  }

  private static func sarif(_ report: CheckReport) throws -> [String: Any] {
    let log = try JSONSerialization.jsonObject(with: Data(text(.sarif, report).utf8))
    let runs = (log as? [String: Any])?["runs"] as? [[String: Any]]
    return try #require(runs?.first)
  }

  private static func results(_ report: CheckReport) throws -> [[String: Any]] {
    try #require(try sarif(report)["results"] as? [[String: Any]])
  }

  @Test(arguments: ReportFormat.allCases)
  func `a report without findings is still whole`(format: ReportFormat) {
    #expect(!Self.text(format, ReportFixture.report([])).isEmpty || format == .github)
  }

  @Test func `a result of SARIF stands on its line and refers to the other places`() throws {
    let result = try Self.results(ReportFixture.mixed)[1]
    let first = try #require((result["locations"] as? [[String: Any]])?.first)
    let physical = try #require(first["physicalLocation"] as? [String: Any])
    let file = try #require(physical["artifactLocation"] as? [String: String])
    #expect(file["uri"] == "content/a%20b/%C3%A4%2C%3A%25.md")
    #expect((physical["region"] as? [String: Any])?["startLine"] as? Int == 3)
    let other = try #require((result["relatedLocations"] as? [[String: Any]])?.first)
    let record = try #require(other["physicalLocation"] as? [String: Any])
    #expect(record["region"] == nil)
    let text = (result["message"] as? [String: String])?["text"]
    #expect(text?.contains("[x] (javascript:1)") == true)
  }

  @Test func `a level of SARIF is that of the severity, and no error where nothing failed`() throws
  {
    let levels = try Self.results(ReportFixture.mixed).map { $0["level"] as? String }
    #expect(levels == ["error", "error", "warning", "error", "warning", "note"])
  }

  @Test func `a waived result of SARIF is suppressed with the reason`() throws {
    let results = try Self.results(ReportFixture.mixed)
    let suppressions = try #require(results[3]["suppressions"] as? [[String: String]])
    #expect(
      suppressions == [["kind": "external", "justification": "ordered"]]
    )
    #expect(results[0]["suppressions"] == nil)
  }

  @Test func `a rule of SARIF has help, and so has one of the readers`() throws {
    let tool = try #require(try Self.sarif(ReportFixture.mixed)["tool"] as? [String: Any])
    let driver = try #require(tool["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.map { $0["id"] as? String } == ["BKP-03", "BKP-06", "INV-04", "RPO-01", "RPO-02"]
    )
    let help = try #require(rules[3]["help"] as? [String: String])
    #expect(help["text"]?.contains("To do: ") == true)
    let reader = try #require(rules[2]["help"] as? [String: String])
    #expect(
      reader["text"]?.hasSuffix("To do: Map the asset to its component in drillbook.yaml.") == true
    )
    let results = try Self.results(ReportFixture.mixed)
    #expect(results.map { $0["ruleIndex"] as? Int } == [3, 3, 4, 0, 1, 2])
  }

  @Test func `SARIF says what is new beside a baseline`() throws {
    var report = ReportFixture.mixed
    let old = ReportFixture.report([report.findings[0]])
    report.compare(with: Baseline(of: old))
    let states = try Self.results(report).map { $0["baselineState"] as? String }
    #expect(states == ["unchanged"] + Array(repeating: "new", count: 5))
  }

  @Test(.enabled(if: Validator.has("python3"), "\(Validator.reason)"))
  func `the models of sarif-pydantic take the SARIF`() throws {
    let run = try Validator.python(
      """
      import json, sys, sarif_pydantic
      log = sarif_pydantic.Sarif.model_validate(json.load(sys.stdin))
      print(len(log.runs[0].results))
      """,
      input: ReportFixture.mixed.bytes(as: .sarif, prefix: "content/")
    )
    #expect(run.output == "6\n")
  }

  static let schema = Validator.folder.appending(path: "sarif-2.1.0.json").path

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: schema), "\(Validator.reason)")
  )
  func `the schema of SARIF holds`() throws {
    let run = try Validator.run(
      "check-jsonschema",
      // A pattern of the schema is none where Unicode is meant.
      ["--regex-variant", "nonunicode", "--schemafile", Self.schema, "-"],
      input: ReportFixture.mixed.bytes(as: .sarif, prefix: "content/")
    )
    #expect(run.code == 0, "\(run.output)")
  }

  @Test func `JUnit has a case for each check and subject`() {
    let report = ReportFixture.report([
      ReportFixture.finding("RPO-01", "shop/database"),
      ReportFixture.finding("RPO-01", "shop/database", severity: "high"),
      ReportFixture.finding("RPO-01", "shop/cache", verdict: "pass"),
      ReportFixture.finding("RPO-02", "shop/cache", isWaived: true),
    ])
    let cases = Self.lines(.junit, report).filter { $0.hasPrefix("<test") }
    let head = "time=\"0\" timestamp=\"2026-11-21T06:00:00\""
    #expect(
      cases == [
        "<testsuites name=\"drillbook\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\" "
          + "time=\"0\">",
        "<testsuite name=\"RPO-01\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\" \(head)>",
        "<testcase classname=\"RPO-01\" name=\"shop/database\" time=\"0\" "
          + "file=\"content/plans/shop.md\">",
        "<testcase classname=\"RPO-01\" name=\"shop/cache\" time=\"0\" "
          + "file=\"content/plans/shop.md\"/>",
        "<testsuite name=\"RPO-02\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\" \(head)>",
        "<testcase classname=\"RPO-02\" name=\"shop/cache\" time=\"0\" "
          + "file=\"content/plans/shop.md\">",
      ]
    )
    #expect(Self.text(.junit, report).contains("<skipped message=\"waived: backups are"))
  }

  @Test(.enabled(if: Validator.has("python3"), "\(Validator.reason)"))
  func `junitparser reads the JUnit`() throws {
    let run = try Validator.python(
      """
      import sys, junitparser
      xml = junitparser.JUnitXml.fromstring(sys.stdin.buffer.read())
      print(xml.tests, xml.failures, xml.skipped, [case.name for suite in xml for case in suite])
      """,
      input: ReportFixture.mixed.bytes(as: .junit, prefix: "content/")
    )
    let names = [
      "shop/queue", "shop/queue", "inventories/x.json", "shop/database", "shop/database",
      "shop/cache", "shop/search",
    ]
    #expect(run.output == "7 3 3 [\(names.map { "'\($0)'" }.joined(separator: ", "))]\n")
  }

  @Test func `an annotation of GitHub is one command, whatever the content says`() {
    let report = ReportFixture.report([
      ReportFixture.finding(
        "RPO-01",
        "a",
        message: ReportFixture.hostile,
        evidence: [ReportFixture.place("a b/,:%.md", 3, "")]
      )
    ])
    #expect(
      Self.lines(.github, report) == [
        "::error file=content/a b/%2C%3A%25.md,line=3,title=RPO-01 critical::"
          + "=HYPERLINK(\"x\"),%250A::error::## ## [add-mask]a <b>&'\u{202E}[x](javascript:1)"
          + "%0D%0A]]>\u{FFFF}%0AFix: back up every hour"
      ]
    )
  }

  @Test func `GitHub gets ten annotations of a level, the worst first, then lines`() {
    let findings = (1...12).map { ReportFixture.finding("RPO-01", "shop/\($0)") }
    let low = ReportFixture.finding("OBJ-07", "shop", severity: "low")
    let lines = Self.lines(.github, ReportFixture.report(findings + [low]))
    #expect(
      lines.map { $0.prefix(8) } == Array(repeating: "::error ", count: 10) + [
        "::notice", "error: c", "error: c",
      ]
    )
    #expect(
      lines[11]
        == "error: content/plans/shop.md:7: critical: backups are too far apart [RPO-01]"
    )
  }

  @Test func `an entry of GitLab has a fingerprint of its own, a path and a line`() throws {
    let twice = ReportFixture.report([
      ReportFixture.finding("RPO-01", "shop/database"),
      ReportFixture.finding("RPO-01", "shop/database"),
      ReportFixture.finding("INV-04", "x", severity: "low", evidence: []),
    ])
    let list = try JSONSerialization.jsonObject(with: Data(Self.text(.gitlab, twice).utf8))
    let entries = try #require(list as? [[String: Any]])
    #expect(Set(entries.compactMap { $0["fingerprint"] as? String }).count == 3)
    #expect(entries.map { $0["severity"] as? String } == ["blocker", "blocker", "minor"])
    let places = entries.compactMap { $0["location"] as? [String: Any] }
    #expect(
      places.map { $0["path"] as? String } == [
        "content/plans/shop.md", "content/plans/shop.md", "content/drillbook.yaml",
      ]
    )
    #expect(places.map { ($0["lines"] as? [String: Int])?["begin"] } == [7, 7, 1])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("-2", "'-2"), ("+1", "'+1"),
    ("@SUM(1)", "'@SUM(1)"), ("\t=1", "'=1"), ("＝1", "'＝1"), ("=a,b", "\"'=a,b\""), ("", ""),
  ])
  func `a cell is never calculated`(cell: String, written: String) {
    var table = CSVWriter(["a"])
    table.add([cell])
    #expect(String(decoding: table.bytes, as: UTF8.self) == "a\r\n\(written)\r\n")
  }

  @Test(.enabled(if: Validator.has("python3"), "\(Validator.reason)"))
  func `Python reads as many cells in each row of the CSV`() throws {
    let run = try Validator.python(
      """
      import csv, io, sys
      text = sys.stdin.buffer.read().decode()
      print([len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)])
      """,
      input: ReportFixture.mixed.bytes(as: .csv, prefix: "content/")
    )
    #expect(run.output == "[16, 16, 16, 16, 16, 16, 16, 16]\n")
  }

  @Test func `the metrics hold counts, targets and what was achieved`() {
    let lines = Self.lines(.prometheus, ReportFixture.mixed)
    for line in [
      "drillbook_findings{severity=\"critical\",verdict=\"fail\"} 2",
      "drillbook_findings{severity=\"high\",verdict=\"fail\"} 1",
      "drillbook_findings{severity=\"high\",verdict=\"warn\"} 0",
      "drillbook_findings_waived{severity=\"high\"} 1",
      "drillbook_objectives{status=\"contradicted\"} 1",
      "drillbook_objective_target_seconds{system=\"shop\",component=\"data\\\"base\\\\\","
        + "kind=\"rpo\"} 900",
      "drillbook_objective_achieved_seconds{system=\"shop\",component=\"data\\\"base\\\\\","
        + "kind=\"rto\"} 7200",
      "drillbook_as_of_timestamp_seconds 1795240800",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test(.enabled(if: Validator.has("promtool"), "\(Validator.reason)"))
  func `promtool has nothing to say about the metrics`() throws {
    let run = try Validator.run(
      "promtool",
      ["check", "metrics"],
      input: ReportFixture.mixed.bytes(as: .prometheus, prefix: "")
    )
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
  }
}
