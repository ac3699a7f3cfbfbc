internal import Bindings

/// The findings that were known on a day: what is not among them is new.
///
/// It names each by its id, for people, and by its fingerprint, which stays when lines move. What
/// is waived is left out: a waiver has a last day, a baseline has none.
package struct Baseline: Sendable {
  /// A finding that was there.
  package struct Entry: Equatable, Sendable {
    package let id: String
    let severity: String
    let verdict: String
    let fingerprint: String
  }

  static let schema = "drillbook.baseline/1"

  let entries: [Entry]

  /// Everything that a report says is wrong, or may be.
  package init(of report: CheckReport) {
    entries = zip(report.findings, report.findings.fingerprints).compactMap { finding, print in
      guard !finding.isWaived, finding.verdict == "fail" || finding.verdict == "warn" else {
        return nil
      }
      return Entry(
        id: finding.id,
        severity: finding.severity,
        verdict: finding.verdict,
        fingerprint: print
      )
    }
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
        item.value ->> '$.id', item.value ->> '$.severity', item.value ->> '$.verdict',
        item.value ->> '$.fingerprint'
      FROM file, json_each(file.text, '$.findings') AS item
      ORDER BY item.key
      """
    ) {
      Entry(id: $0.text(0), severity: $0.text(1), verdict: $0.text(2), fingerprint: $0.text(3))
    }
  }

  /// The baseline as JSON with a line for each finding, in the order of their ids, so that two
  /// versions of it compare well.
  package var bytes: [UInt8] {
    var output = Array("{\"schema\": \"\(Self.schema)\", \"findings\": [\n".utf8)
    for (index, entry) in entries.sorted(by: { $0.id < $1.id }).enumerated() {
      if index > 0 { output += ",\n".utf8 }
      let json: JSON = [
        "id": .string(entry.id), "severity": .string(entry.severity),
        "verdict": .string(entry.verdict), "fingerprint": .string(entry.fingerprint),
      ]
      json.write(to: &output)
    }
    return output + Array("\n]}\n".utf8)
  }
}

/// What a baseline says of the findings of a report.
struct BaselineMatch: Sendable {
  /// The ids of the findings that it names.
  let known: Set<String>
  /// What it names and is no longer there.
  let gone: [Baseline.Entry]
}

extension CheckReport {
  /// Holds the findings against a baseline: what it names does not count at the gate.
  package mutating func compare(with baseline: Baseline) {
    let old = Set(baseline.entries.map(\.fingerprint))
    var known: Set<String> = []
    var found: Set<String> = []
    for (finding, fingerprint) in zip(findings, findings.fingerprints)
    where old.contains(fingerprint) && finding.verdict != "pass" {
      known.insert(finding.id)
      found.insert(fingerprint)
    }
    self.baseline = BaselineMatch(
      known: known,
      gone: baseline.entries.filter { !found.contains($0.fingerprint) }
    )
  }

  /// The ids that the baseline names; none without one.
  var known: Set<String> { baseline?.known ?? [] }

  /// How many findings the baseline names.
  package var knownCount: Int { known.count }

  /// The ids in the baseline that are no longer found.
  package var gone: [String] { baseline?.gone.map(\.id) ?? [] }
}
