/// The evidence for and against each control, as `drillbook export controls` prints it.
package struct ControlsReport: Sendable {
  private let report: CheckReport
  private let checks: [String: ControlEvidence]

  /// Counts what a report found.
  package init(_ report: CheckReport) {
    self.report = report
    checks = report.findings.reduce(into: [:]) { checks, finding in
      checks[finding.check, default: ControlEvidence()].add(1, verdict: finding.verdict)
    }
  }

  /// A row for each check of each control, and one for a control without a check.
  package var csv: [UInt8] {
    var table = CSVWriter([
      "standard", "version", "control", "title", "evidence", "check", "check_title", "for",
      "against", "inferred", "undecided", "source",
    ])
    let titles = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, $0.title) })
    for framework in ControlMap.shared.frameworks {
      for control in framework.controls {
        let word = ControlEvidence.of(control, checks).word.rawValue
        let head = [framework.standard, framework.version, control.id, control.title, word]
        for check in control.checks {
          let found = checks[check] ?? ControlEvidence()
          let counts = [found.supporting, found.against, found.inferred, found.undecided]
          table.add(
            head + [check, titles[check] ?? ""] + counts.map(String.init) + [framework.source]
          )
        }
        if control.checks.isEmpty {
          table.add(head + ["", "", "0", "0", "0", "0", framework.source])
        }
      }
    }
    return table.bytes
  }

  /// One object on one line, `drillbook.controls/1`: the checks with their findings, and the
  /// standards with the checks of each control.
  package var json: [UInt8] {
    let object: JSON = [
      "schema": "drillbook.controls/1",
      "as_of": .string(report.asOf),
      "frameworks": .array(ControlMap.shared.frameworks.map(framework)),
      "checks": .array(checkObjects),
    ]
    return object.bytes + [UInt8(ascii: "\n")]
  }

  private func framework(_ framework: ControlMap.Framework) -> JSON {
    let controls = framework.controls.map { control -> JSON in
      let found = ControlEvidence.of(control, checks)
      return [
        "id": .string(control.id), "title": .string(control.title),
        "evidence": .string(found.word.rawValue), "for": .int(found.supporting),
        "against": .int(found.against), "inferred": .int(found.inferred),
        "undecided": .int(found.undecided), "checks": .array(control.checks.map(JSON.string)),
      ]
    }
    return [
      "standard": .string(framework.standard), "version": .string(framework.version),
      "title": .string(framework.title), "source": .string(framework.source),
      "controls": .array(controls),
    ]
  }

  private var checkObjects: [JSON] {
    var ids: [String: [String]] = [:]
    for finding in report.findings {
      ids["\(finding.check) \(finding.verdict)", default: []].append(finding.id)
    }
    return Rule.all.map { rule in
      func list(_ verdict: String) -> JSON {
        .array((ids["\(rule.id) \(verdict)"] ?? []).map(JSON.string))
      }
      return [
        "id": .string(rule.id), "title": .string(rule.title), "for": list("pass"),
        "against": list("fail"), "inferred": list("warn"), "undecided": list("unknown"),
      ]
    }
  }
}
