/// The findings as SARIF 2.1.0, for code scanning and editors.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0, section 3. What passes is left
/// out. The schema wants a level for each result, so a warning never says "error".
struct SARIFReport {
  let report: CheckReport
  let prefix: String

  var bytes: [UInt8] {
    let findings = report.findings.filter { $0.verdict != "pass" }
    let checks = Set(findings.map(\.check)).sorted()
    let index = Dictionary(uniqueKeysWithValues: zip(checks, 0...))
    let results = zip(findings, findings.fingerprints).map { finding, fingerprint in
      result(finding, rule: index[finding.check] ?? 0, fingerprint)
    }
    let run: JSON = [
      "tool": ["driver": driver(checks, findings)],
      "invocations": [["executionSuccessful": true, "endTimeUtc": .string(report.asOf)]],
      "originalUriBaseIds": [
        "%SRCROOT%": ["description": ["text": "The root of the repository"]]
      ],
      "columnKind": "unicodeCodePoints",
      "results": .array(results),
      "properties": ["result": .string(report.result)],
    ]
    let log: JSON = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    return log.bytes + [UInt8(ascii: "\n")]
  }

  private func driver(_ checks: [String], _ findings: [Finding]) -> JSON {
    let known = Dictionary(uniqueKeysWithValues: report.rules.map { ($0.id, $0) })
    let rules = checks.map { id in
      known[id].map(Self.rule) ?? ["id": .string(id), "shortDescription": ["text": .string(id)]]
    }
    return [
      "name": .string(Generator.name),
      "version": .string(Generator.version),
      "semanticVersion": .string(Generator.version),
      "rules": .array(rules),
    ]
  }

  private static func rule(_ rule: RuleHead) -> JSON {
    let controls = rule.controls.joined(separator: "; ")
    let evidence = controls.isEmpty ? "" : "\n\nEvidence for or against: \(controls)"
    let help = "\(rule.why)\n\nTo do: \(rule.fix)\(evidence)"
    return [
      "id": .string(rule.id),
      "shortDescription": ["text": .string(rule.title)],
      "fullDescription": ["text": .string(rule.why)],
      "help": ["text": .string(help)],
      "defaultConfiguration": ["level": .string(level(rule.severity, verdict: "fail"))],
      "properties": [
        "severity": .string(rule.severity),
        // A reader of code scanning filters by these; it takes twenty.
        "tags": .array(rule.controls.prefix(20).map(JSON.string)),
      ],
    ]
  }

  private func result(_ finding: Finding, rule: Int, _ fingerprint: String) -> JSON {
    let message = Self.plain("\(finding.message)\nFix: \(finding.fix)")
    let others = finding.evidence.dropFirst().enumerated().map { related($1, id: $0 + 1) }
    var members: [(String, JSON)] = [
      ("ruleId", .string(finding.check)),
      ("ruleIndex", .int(rule)),
      ("level", .string(Self.level(finding.severity, verdict: finding.verdict))),
      ("message", ["text": .string(message)]),
      ("locations", [location(finding.evidence.first, of: finding)]),
      ("relatedLocations", .array(others)),
      ("partialFingerprints", Self.names(fingerprint)),
    ]
    if finding.isWaived { members.append(("suppressions", [waiver(finding)])) }
    if report.baseline != nil {
      members.append(("baselineState", report.known.contains(finding.id) ? "unchanged" : "new"))
    }
    let properties: JSON = [
      "id": .string(finding.id), "severity": .string(finding.severity),
      "verdict": .string(finding.verdict),
    ]
    members.append(("properties", properties))
    return .object(members.map { JSON.Member(name: $0, value: $1) })
  }

  /// The fingerprint, and by the name that GitHub looks for: what has it is not hashed by its line.
  private static func names(_ fingerprint: String) -> JSON {
    [
      "drillbook/v1": .string(fingerprint),
      "primaryLocationLineHash": .string("\(fingerprint.prefix(16)):\(copy(fingerprint))"),
    ]
  }

  /// The number after a fingerprint that stands several times.
  private static func copy(_ fingerprint: String) -> Substring {
    fingerprint.utf8.count > 32 ? fingerprint.dropFirst(33) : "1"
  }

  private func waiver(_ finding: Finding) -> JSON {
    let reason = report.waivers[finding.id]?.reason ?? "waived"
    return ["kind": "external", "justification": .string(reason)]
  }

  private func related(_ place: Finding.Evidence, id: Int) -> JSON {
    [
      "id": .int(id),
      "physicalLocation": physical(place),
      "message": ["text": .string(Self.plain(place.quote))],
    ]
  }

  private func location(_ place: Finding.Evidence?, of finding: Finding) -> JSON {
    let name: JSON = [["fullyQualifiedName": .string(finding.subject)]]
    guard let place else { return ["logicalLocations": name] }
    return ["physicalLocation": physical(place), "logicalLocations": name]
  }

  private func physical(_ place: Finding.Evidence) -> JSON {
    let file: JSON = [
      "uri": .string(PagePath.encoded(prefix + place.file)), "uriBaseId": "%SRCROOT%",
    ]
    guard let line = place.line else { return ["artifactLocation": file] }
    return [
      "artifactLocation": file,
      "region": ["startLine": .int(line), "snippet": ["text": .string(place.quote)]],
    ]
  }

  /// Section 3.27.10: what is inferred or cannot be decided is no error.
  private static func level(_ severity: String, verdict: String) -> String {
    switch severity {
    case "critical", "high": verdict == "fail" ? "error" : "warning"
    case "medium": "warning"
    default: "note"
    }
  }

  /// Section 3.11.6: "[words](target)" in a message is a link, and content must make none.
  private static func plain(_ text: String) -> String {
    var result = ""
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if last == "]", scalar == "(" { result.append(" ") }
      result.unicodeScalars.append(scalar)
      last = scalar
    }
    return result
  }
}
