internal import Bindings

/// The findings that were known on a day: what is not among them is new.
///
/// What is waived is left out: a waiver has a last day, a baseline has none.
package struct Baseline: Sendable {
  static let schema = "drillbook.baseline/1"

  let entries: [FindingMatch.Identity]

  /// Everything that a report says is wrong, or may be.
  package init(of report: CheckReport) {
    entries = zip(report.findings, report.findings.identities).filter { finding, _ in
      !finding.isWaived && (finding.verdict == "fail" || finding.verdict == "warn")
    }.map(\.1)
  }

  /// Reads what `bytes` gives.
  package init(reading bytes: [UInt8], named name: String) throws {
    let file = try JSONRows(
      bytes,
      named: name,
      schema: Self.schema,
      writing: "check --write-baseline FILE"
    )
    entries = try file.rows(
      """
      SELECT
        item.value ->> '$.id', item.value ->> '$.verdict', item.value ->> '$.message',
        item.value ->> '$.fingerprint'
      FROM file, json_each(file.text, '$.findings') AS item
      ORDER BY item.key
      """
    ) {
      FindingMatch.Identity(
        id: $0.text(0),
        verdict: $0.text(1),
        message: $0.text(2),
        fingerprint: $0.text(3)
      )
    }
  }

  /// The baseline as JSON with a line for each finding, in the order of their ids, so that two
  /// versions of it compare well.
  package var bytes: [UInt8] {
    var output = Array("{\"schema\": \"\(Self.schema)\", \"findings\": [\n".utf8)
    for (index, entry) in entries.sorted(by: { $0.id < $1.id }).enumerated() {
      if index > 0 { output += ",\n".utf8 }
      let json: JSON = [
        "id": .string(entry.id), "verdict": .string(entry.verdict),
        "message": .string(entry.message), "fingerprint": .string(entry.fingerprint),
      ]
      output += json.bytes
    }
    return output + Array("\n]}\n".utf8)
  }
}

/// What a baseline says of the findings of a report.
struct BaselineMatch: Sendable {
  /// The ids of the findings that it names.
  let known: Set<String>
  /// The ids in it that are no longer found.
  let gone: [String]
}

extension CheckReport {
  /// Holds the findings against a baseline: what it names does not count at the gate.
  package mutating func compare(with baseline: Baseline) {
    let open = zip(findings, findings.identities).filter { $0.0.verdict != "pass" }.map(\.1)
    let match = FindingMatch(baseline.entries, open)
    self.baseline = BaselineMatch(
      known: Set(zip(open, match.before).filter { $0.1 != nil }.map(\.0.id)),
      gone: match.gone.map { baseline.entries[$0].id }
    )
  }

  /// The ids that the baseline names; none without one.
  var known: Set<String> { baseline?.known ?? [] }

  /// How many findings the baseline names.
  package var knownCount: Int { known.count }

  /// The ids in the baseline that are no longer found.
  package var gone: [String] { baseline?.gone ?? [] }
}
