/// The findings as workflow commands of GitHub Actions, which show beside the lines of a change.
///
/// Source: GitHub, "Workflow commands for GitHub Actions", and its limits: a step may annotate ten
/// errors, ten warnings and ten notices. The worst come first; the rest is a line of text each.
struct GitHubReport {
  let report: CheckReport
  let prefix: String

  /// How many annotations of one level a step may make.
  static let limit = 10

  var bytes: [UInt8] {
    var counts: [String: Int] = [:]
    var annotations: [UInt8] = []
    var rest: [UInt8] = []
    for finding in report.findings where finding.verdict != "pass" {
      let level = level(of: finding)
      counts[level, default: 0] += 1
      if counts[level, default: 0] <= Self.limit {
        annotations += annotation(finding, level).utf8
      } else {
        rest += line(finding, level).utf8
      }
    }
    return annotations + rest
  }

  private func level(of finding: Finding) -> String {
    if finding.isWaived || report.known.contains(finding.id) { return "notice" }
    switch finding.severity {
    case "critical", "high": return finding.verdict == "fail" ? "error" : "warning"
    case "medium": return "warning"
    default: return "notice"
    }
  }

  private func annotation(_ finding: Finding, _ level: String) -> String {
    let place = finding.evidence.first
    var properties: [String] = []
    if let place { properties.append("file=" + Self.property(prefix + place.file)) }
    if let line = place?.line { properties.append("line=\(line)") }
    properties.append("title=" + Self.property("\(finding.check) \(finding.severity)"))
    let words = "\(message(finding))\nFix: \(finding.fix)"
    return "::\(level) \(properties.joined(separator: ","))::\(Self.data(words))\n"
  }

  /// A line that the runner takes for no command.
  private func line(_ finding: Finding, _ level: String) -> String {
    let place = finding.evidence.first
    let file = prefix + (place?.file ?? "") + (place?.line.map { ":\($0)" } ?? "")
    let words = Self.data("\(file): \(finding.severity): \(message(finding)) [\(finding.check)]")
    return "\(level): \(words)\n"
  }

  private func message(_ finding: Finding) -> String {
    let mark = finding.isWaived ? " (waived)" : report.known.contains(finding.id) ? " (known)" : ""
    return finding.message + mark
  }

  /// What stands after the second "::": on one line, and the runner takes the escapes back.
  private static func data(_ text: String) -> String {
    escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" }
  }

  /// The value of a property: it ends at "," and ":" too.
  private static func property(_ text: String) -> String {
    escaped(text) { $0 == "%" || $0 == "\r" || $0 == "\n" || $0 == ":" || $0 == "," }
  }

  private static func escaped(_ text: String, _ mustEscape: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if mustEscape(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      } else if scalar.value >= 0x20, scalar.value != 0x7F {
        // The runner also obeys "##[" anywhere in a line: the older form of a command.
        if scalar == "[", last == "#" { result.append(" ") }
        result.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return result
  }
}
