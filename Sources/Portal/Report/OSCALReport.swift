/// The report as OSCAL assessment results: an observation for each finding and objective, a finding
/// for each control of NIST SP 800-53 that something failed for.
///
/// Source: NIST, OSCAL 1.1.2, assessment results model. OSCAL knows a control as satisfied or not;
/// checks can show that it is not, and never that it is, so there is no finding that says so.
package struct OSCALReport: Sendable {
  private let report: CheckReport
  private let prefix: String

  /// `prefix` leads from the root of the repository to the content.
  package init(_ report: CheckReport, prefix: String) {
    self.report = report
    self.prefix = prefix
  }

  /// The document on one line.
  package var bytes: [UInt8] {
    let document: JSON = [
      "assessment-results": [
        "uuid": id("document", ""),
        "metadata": [
          "title": "Recovery plans, judged by their own words and records",
          "last-modified": .string(report.asOf),
          "version": .string(report.asOf),
          "oscal-version": "1.1.2",
        ],
        "import-ap": ["href": .string("#\(uuid("plan", ""))")],
        "results": [result],
        "back-matter": ["resources": .array([plan] + files.map(resource))],
      ]
    ]
    return document.bytes + [UInt8(ascii: "\n")]
  }

  private var result: JSON {
    let scope = "The controls of NIST SP 800-53 that the checks are evidence for or against."
    let controls = self.controls.map(\.name.control)
    var members: [(String, JSON)] = [
      ("uuid", id("result", "")),
      ("title", "Recovery plans"),
      (
        "description",
        .string("Result: \(report.result). " + AuditReport.scope.joined(separator: " "))
      ),
      ("start", .string(report.asOf)),
      (
        "reviewed-controls",
        [
          "description": .string(scope),
          "control-selections": [
            [
              "include-controls": .array(
                Set(controls).sorted().map { ["control-id": .string($0)] }
              )
            ]
          ],
        ]
      ),
    ]
    // An empty list is no valid one.
    let observations = report.objectives.map(observation) + report.findings.map(observation)
    if !observations.isEmpty { members.append(("observations", .array(observations))) }
    let findings = self.findings
    if !findings.isEmpty { members.append(("findings", .array(findings))) }
    return .object(members.map { JSON.Member(name: $0, value: $1) })
  }

  private func observation(_ objective: CheckReport.Status) -> JSON {
    let name = "\(objective.system)/\(objective.component)/\(objective.kind)"
    return observation(
      uuid: id(
        "objective",
        "\(name)/\(objective.target ?? -1)/\(objective.evidence.first?.place ?? "")"
      ),
      title: "\(name) is \(objective.status)",
      description: objective.why.isEmpty ? objective.status : objective.why,
      type: "control-objective",
      props: [
        ("status", objective.status), ("target-seconds", objective.target.map(String.init) ?? ""),
        ("measured-seconds", objective.measured.map(String.init) ?? ""),
      ],
      evidence: objective.evidence
    )
  }

  private func observation(_ finding: Finding) -> JSON {
    observation(
      uuid: id("finding", finding.id),
      title: "\(finding.check): \(finding.subject)",
      description: "\(finding.message) Fix: \(finding.fix)",
      type: finding.verdict == "pass" ? "control-objective" : "finding",
      props: [
        ("check", finding.check), ("severity", finding.severity), ("verdict", finding.verdict),
        ("waived", finding.isWaived ? "yes" : ""),
      ] + finding.controls.map { ("control", $0) },
      evidence: finding.evidence
    )
  }

  private func observation(
    uuid: JSON,
    title: String,
    description: String,
    type: JSON,
    props: [(String, String)],
    evidence: [Finding.Evidence]
  ) -> JSON {
    let said = props.filter { !$0.1.isEmpty }.map { name, value -> JSON in
      ["name": .string(name), "ns": "urn:drillbook:oscal", "value": .string(value)]
    }
    var members: [(String, JSON)] = [
      ("uuid", uuid), ("title", .string(OSCALText.line(title))),
      ("description", .string(OSCALText.line(description))), ("props", .array(said)),
      ("methods", ["EXAMINE"]), ("types", [type]), ("collected", .string(report.asOf)),
    ]
    if !evidence.isEmpty {
      let items = evidence.map { item -> JSON in
        [
          "href": .string("#\(uuidOfFile(item.file))"),
          "description": .string(OSCALText.line("\(item.place): \(item.quote)")),
        ]
      }
      members.insert(("relevant-evidence", .array(items)), at: 6)
    }
    return .object(members.map { JSON.Member(name: $0, value: $1) })
  }
}

extension OSCALReport {
  /// A control of the standard that OSCAL has ids for.
  private struct Judged {
    let control: ControlMap.Control
    let name: OSCALControl
    let checks: [String]
  }

  private var controls: [Judged] {
    let checks = ControlMap.checks(of: report.rules)
    let framework = ControlMap.shared.frameworks.first { $0.id == "nist-sp-800-53r5" }
    return (framework?.controls ?? []).compactMap { control in
      guard let ids = checks[control.words], let name = OSCALControl(control.id) else { return nil }
      return Judged(control: control, name: name, checks: ids)
    }
  }

  /// A finding for each control that something failed for, with the observations that say so.
  private var findings: [JSON] {
    var failed: [String: [String]] = [:]
    for finding in report.findings where finding.verdict == "fail" {
      failed[finding.check, default: []].append(finding.id)
    }
    return controls.compactMap { judged in
      let ids = judged.checks.flatMap { failed[$0] ?? [] }
      guard !ids.isEmpty else { return nil }
      let count = Phrase.count(ids.count, "failed finding")
      return [
        "uuid": id("control", judged.control.id),
        "title": .string("Evidence against \(judged.control.id)"),
        "description": .string(OSCALText.line("\(judged.control.title): \(count).")),
        "target": [
          "type": "objective-id", "target-id": .string(judged.name.objective),
          "status": ["state": "not-satisfied", "reason": "fail"],
        ],
        "related-observations": .array(
          ids.map { ["observation-uuid": id("finding", $0)] }
        ),
      ]
    }
  }

  /// The files that anything rests on.
  private var files: [String] {
    let places = report.findings.flatMap(\.evidence) + report.objectives.flatMap(\.evidence)
    return Set(places.map(\.file)).sorted()
  }

  private func resource(_ file: String) -> JSON {
    var link: [(String, JSON)] = [("href", .string(PagePath.encoded(prefix + file)))]
    if let digest = report.digests[file] {
      link.append(("hashes", [["algorithm": "SHA-256", "value": .string(digest)]]))
    }
    return [
      "uuid": .string(uuidOfFile(file)), "title": .string(OSCALText.line(file)),
      "rlinks": [.object(link.map { JSON.Member(name: $0, value: $1) })],
    ]
  }

  private var plan: JSON {
    [
      "uuid": id("plan", ""), "title": "The checks",
      "description": .string("What \(Generator.text) checks; there is no other plan."),
    ]
  }

  private func id(_ kind: String, _ name: String) -> JSON { .string(uuid(kind, name)) }

  /// The same for the same thing at the same time.
  private func uuid(_ kind: String, _ name: String) -> String {
    NamedUUID.of("urn:drillbook:oscal:\(report.asOf):\(kind):\(name)")
  }

  private func uuidOfFile(_ file: String) -> String {
    uuid("file", "\(report.digests[file] ?? "") \(file)")
  }
}
