/// Which findings of two runs are the same.
///
/// They are when their fingerprints are: then only lines moved. Else they are when id, verdict and
/// message are: then words changed beside what the finding says, and nothing got worse.
struct FindingMatch {
  /// What is compared of a finding.
  struct Identity: Equatable, Sendable {
    let id: String
    let verdict: String
    let message: String
    let fingerprint: String

    fileprivate var statement: String { "\(id)\n\(verdict)\n\(Self.unplaced(message))" }

    /// A message without the numbers of lines: "as the drill does (line 12)".
    private static func unplaced(_ message: String) -> String {
      let parts = message.split(separator: "line ", omittingEmptySubsequences: false)
      return parts.enumerated().map { index, part in
        index == 0 ? part : part.drop { $0.isASCII && $0.isNumber }
      }.joined(separator: "line ")
    }
  }

  /// For each new finding the place of the old one that it was; nil for what is new.
  let before: [Int?]
  /// The places of the old findings that are no longer there.
  let gone: [Int]

  init(_ old: [Identity], _ new: [Identity]) {
    let byFingerprint = Dictionary(zip(old.map(\.fingerprint), 0...)) { first, _ in first }
    let byStatement = Dictionary(zip(old.map(\.statement), 0...)) { first, _ in first }
    var before = new.map { byFingerprint[$0.fingerprint] }
    var matched = Set(before.compactMap(\.self))
    for (place, identity) in new.enumerated() where before[place] == nil {
      guard let other = byStatement[identity.statement], matched.insert(other).inserted else {
        continue
      }
      before[place] = other
    }
    self.before = before
    gone = old.indices.filter { !matched.contains($0) }
  }
}

extension [Finding] {
  /// What is compared of each.
  var identities: [FindingMatch.Identity] {
    zip(self, fingerprints).map { finding, fingerprint in
      FindingMatch.Identity(
        id: finding.id,
        verdict: finding.verdict,
        message: finding.message,
        fingerprint: fingerprint
      )
    }
  }
}
