/// The evidence for and against each control, as `drillbook export controls` prints it.
package struct ControlsReport: Sendable {
  private let report: CheckReport
  private let found: [String: ControlEvidence]
  /// The checks of each control.
  private let checks: [String: [String]]

  /// Counts what a report found.
  package init(_ report: CheckReport) {
    self.report = report
    found = report.findings.reduce(into: [:]) { found, finding in
      found[finding.check, default: ControlEvidence()].add(1, verdict: finding.verdict)
    }
    checks = ControlMap.checks(of: report.rules)
  }

  /// A row for each check of each control, and one for a control without a check.
  package var csv: [UInt8] {
    var table = CSVWriter([
      "standard", "version", "control", "title", "evidence", "check", "check_title", "for",
      "against", "inferred", "undecided", "source",
    ])
    let titles = Dictionary(uniqueKeysWithValues: report.rules.map { ($0.id, $0.title) })
    for framework in ControlMap.shared.frameworks {
      for control in framework.controls {
        let names = checks[control.words] ?? []
        let word = ControlEvidence.of(names, found).word.rawValue
        let head = [framework.standard, framework.version, control.id, control.title, word]
        for check in names {
          let sum = found[check] ?? ControlEvidence()
          let counts = [sum.supporting, sum.against, sum.inferred, sum.undecided]
          table.add(
            head + [check, titles[check] ?? ""] + counts.map(String.init) + [framework.source]
          )
        }
        if names.isEmpty {
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
      let names = checks[control.words] ?? []
      let sum = ControlEvidence.of(names, found)
      return [
        "id": .string(control.id), "title": .string(control.title),
        "evidence": .string(sum.word.rawValue), "for": .int(sum.supporting),
        "against": .int(sum.against), "inferred": .int(sum.inferred),
        "undecided": .int(sum.undecided), "checks": .array(names.map(JSON.string)),
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
    return report.rules.map { rule in
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
