/// What `check` prints: every objective with its status, every finding, and the counts.
package struct CheckReport: Sendable {
  /// An objective with its verdict.
  struct Status: Sendable {
    let system: String
    let component: String
    let dimension: String
    let kind: String
    let target: Int?
    let status: String
    let measured: Int?
    let why: String
    let evidence: [Finding.Evidence]
  }

  let asOf: String
  let objectives: [Status]
  /// The worst first.
  let findings: [Finding]
  /// By the id of the finding.
  let waivers: [String: Waiver]
  /// The checks, those that are off included.
  var rules: [RuleHead] = RuleHead.carried
  /// The SHA-256 of each file of the content, by its path.
  var digests: [String: String] = [:]
  /// The findings that a baseline names; nil without one.
  var baseline: BaselineMatch?

  /// PASSED, WARNED or FAILED, as the signed report says it.
  package var result: String {
    let statuses = Set(objectives.map(\.status))
    if !statuses.isDisjoint(with: ["breached", "contradicted"]) { return "FAILED" }
    // A plan without objectives has shown nothing: that is no pass.
    return statuses == ["met"] ? "PASSED" : "WARNED"
  }

  /// The number of failed findings at or above a severity, without those that are waived or known.
  package func gated(at severity: Severity, strict: Bool) -> Int {
    findings.count { finding in
      !finding.isWaived && !known.contains(finding.id)
        && (finding.verdict == "fail" || strict && finding.verdict == "warn")
        && (Severity(rawValue: finding.severity) ?? .info) >= severity
    }
  }

  /// The whole report as one JSON object on one line, `drillbook.check/1`.
  package var text: String { json.text }

  /// A line of the report for people: where, how bad, what, and what to do.
  package struct Entry: Sendable {
    /// With the folder of the content before it; a line after it where one is known.
    package let place: String
    package let severity: Severity
    package let message: String
    package let check: String
    /// The other places, with their words.
    package let others: [(place: String, quote: String)]
    package let fix: String
    package let isWaived: Bool
  }

  /// The findings that say something is wrong or not decided, the worst first, without those that
  /// a baseline names.
  package func entries(folder: String) -> [Entry] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    let shown = findings.filter { $0.verdict != "pass" && !known.contains($0.id) }
    return shown.map { finding in
      let places = finding.evidence.map { evidence in
        let place = evidence.line.map { ":\($0)" } ?? evidence.pointer.map { " \($0)" } ?? ""
        return (place: "\(start)\(evidence.file)\(place)", quote: evidence.quote)
      }
      return Entry(
        place: places.first?.place ?? folder,
        severity: Severity(rawValue: finding.severity) ?? .info,
        message: finding.message,
        check: finding.check,
        others: Array(places.dropFirst()),
        fix: finding.fix,
        isWaived: finding.isWaived
      )
    }
  }

  /// The words for an objective, the worst first.
  static let statusWords = ["breached", "contradicted", "unknown", "stale", "claimed", "met"]

  /// How many objectives have each status, worst first.
  package var statuses: [(status: String, count: Int)] {
    Self.statusWords.map { word in
      (word, objectives.count { $0.status == word })
    }
  }

  /// The report as an object.
  private var json: JSON {
    [
      "schema": "drillbook.check/1",
      "as_of": .string(asOf),
      "result": .string(result),
      "objectives": .array(objectives.map(\.json)),
      "findings": .array(
        zip(findings, findings.fingerprints).map { finding, fingerprint in
          finding.json(fingerprint: fingerprint, isKnown: known.contains(finding.id))
        }
      ),
      "counts": counts,
    ]
  }

  private var counts: JSON {
    let verdicts = ["fail", "warn", "unknown", "pass"]
    return [
      "objectives": .object(
        Self.statusWords.map { word in
          JSON.Member(name: word, value: .int(objectives.count { $0.status == word }))
        }
      ),
      "findings": .object(
        verdicts.map { word in
          JSON.Member(name: word, value: .int(findings.count { $0.verdict == word }))
        }
      ),
      "waived": .int(findings.count(where: \.isWaived)),
    ]
  }
}

/// How much a finding matters.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case info
  case low
  case medium
  case high
  case critical

  package static func < (one: Severity, other: Severity) -> Bool {
    (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
  }
}

extension CheckReport.Status {
  fileprivate var json: JSON {
    [
      "system": .string(system),
      "component": .string(component),
      "dimension": .string(dimension),
      "kind": .string(kind),
      "target_s": JSON(target),
      "status": .string(status),
      "measured_s": JSON(measured),
      "margin": JSON(target.flatMap { target in measured.map { target - $0 } }),
      "evidence": .array(evidence.map(\.json)),
      "why": .string(why),
    ]
  }
}

extension Finding {
  fileprivate func json(fingerprint: String, isKnown: Bool) -> JSON {
    [
      "id": .string(id),
      "check": .string(check),
      "severity": .string(severity),
      "verdict": .string(verdict),
      "subject": .string(subject),
      "message": .string(message),
      "evidence": .array(evidence.map(\.json)),
      "fix": .string(fix),
      "controls": .array(controls.map(JSON.string)),
      "waived": .bool(isWaived),
      "known": .bool(isKnown),
      "fingerprint": .string(fingerprint),
    ]
  }
}

extension Finding.Evidence {
  fileprivate var json: JSON {
    guard let pointer else {
      return ["file": .string(file), "line": JSON(line), "quote": .string(quote)]
    }
    return [
      "file": .string(file), "line": JSON(line), "pointer": .string(pointer),
      "quote": .string(quote),
    ]
  }
}
