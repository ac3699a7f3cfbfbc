/// The findings as JUnit XML: a suite for each check, a case for each of its subjects.
///
/// What failed is a failure; what is waived, known, inferred or cannot be decided is skipped and
/// says why, for the form has no other word that is not "passed".
struct JUnitReport {
  let report: CheckReport
  let prefix: String

  /// The findings of one check about one subject.
  private struct Case {
    let name: String
    var findings: [Finding] = []
  }

  /// The cases of one check.
  private struct Suite {
    let name: String
    var cases: [Case] = []
    var caseOfSubject: [String: Int] = [:]
  }

  var bytes: [UInt8] {
    let suites = suites
    let (failures, skipped) = suites.reduce((0, 0)) { sums, suite in
      let counts = counts(suite)
      return (sums.0 + counts.failures, sums.1 + counts.skipped)
    }
    var xml = XMLWriter()
    xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.write(
      """
      <testsuites name="drillbook" tests="\(suites.reduce(0) { $0 + $1.cases.count })" \
      failures="\(failures)" errors="0" skipped="\(skipped)" time="0">

      """
    )
    for suite in suites { write(suite, to: &xml) }
    xml.write("</testsuites>\n")
    return xml.bytes
  }

  private var suites: [Suite] {
    var suites: [String: Suite] = [:]
    for finding in report.findings {
      var suite = suites.removeValue(forKey: finding.check) ?? Suite(name: finding.check)
      if let position = suite.caseOfSubject[finding.subject] {
        suite.cases[position].findings.append(finding)
      } else {
        suite.caseOfSubject[finding.subject] = suite.cases.count
        suite.cases.append(Case(name: finding.subject, findings: [finding]))
      }
      suites[finding.check] = suite
    }
    return suites.values.sorted { $0.name < $1.name }
  }

  private func counts(_ suite: Suite) -> (failures: Int, skipped: Int) {
    let failures = suite.cases.count { $0.findings.contains(where: isFailure) }
    let passed = suite.cases.count { $0.findings.allSatisfy { $0.verdict == "pass" } }
    return (failures, suite.cases.count - failures - passed)
  }

  private func isFailure(_ finding: Finding) -> Bool {
    finding.verdict == "fail" && !finding.isWaived && !report.known.contains(finding.id)
  }

  private func write(_ suite: Suite, to xml: inout XMLWriter) {
    let counts = counts(suite)
    xml.write(
      """
      <testsuite name="\(suite.name)" tests="\(suite.cases.count)" \
      failures="\(counts.failures)" errors="0" skipped="\(counts.skipped)" time="0" \
      timestamp="\(String(report.asOf.prefix(19)))">

      """
    )
    for item in suite.cases { write(item, of: suite, to: &xml) }
    xml.write("</testsuite>\n")
  }

  private func write(_ item: Case, of suite: Suite, to xml: inout XMLWriter) {
    let file = item.findings.first?.evidence.first.map { prefix + $0.file } ?? ""
    xml.write("<testcase classname=\"\(suite.name)\" name=\"\(item.name)\" time=\"0\"")
    if !file.isEmpty { xml.write(" file=\"\(file)\"") }
    let open = item.findings.filter { $0.verdict != "pass" }
    guard let first = open.first(where: isFailure) ?? open.first else {
      return xml.write("/>\n")
    }
    if isFailure(first) {
      xml.write(">\n<failure type=\"\(first.severity)\" message=\"\(first.message)\">")
      for finding in open { xml.write("\(words(finding))\n") }
      xml.write("</failure>\n</testcase>\n")
    } else {
      xml.write(">\n<skipped message=\"\(reason(first)): \(first.message)\"/>\n</testcase>\n")
    }
  }

  private func reason(_ finding: Finding) -> String {
    if finding.isWaived { return "waived" }
    if report.known.contains(finding.id) { return "known" }
    return finding.verdict == "warn" ? "warning" : "cannot be decided"
  }

  /// A finding in lines of text: what, where, and what to do.
  private func words(_ finding: Finding) -> String {
    let places = finding.evidence.map { place in
      let line = place.line.map { ":\($0)" } ?? place.pointer.map { " \($0)" } ?? ""
      return "\n  \(prefix)\(place.file)\(line): \(place.quote)"
    }
    return "\(finding.severity): \(finding.message)\(places.joined())\n  fix: \(finding.fix)"
  }
}
