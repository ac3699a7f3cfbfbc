internal import Audit
internal import Bindings

/// What a finding is about, and the words that tell it from others of its check.
///
/// A check that fires on a line gives a subject that ends in "/line-12". In the id of the finding
/// the words of that line stand for it, so that a waiver holds when something is written above.
enum FindingSubject {
  /// The subject without the line that it ends in.
  static func base(_ subject: String) -> String {
    guard let slash = subject.utf8.lastIndex(of: UInt8(ascii: "/")) else { return subject }
    let last = subject[subject.utf8.index(after: slash)...]
    // "L12" is the anchor of what has none.
    guard let start = ["line-", "L"].first(where: { last.hasPrefix($0) }) else { return subject }
    let number = last.utf8.dropFirst(start.utf8.count)
    return !number.isEmpty && number.allSatisfy(\.isDigit) ? String(subject[..<slash]) : subject
  }

  /// The first words of a quote and four digits of its digest: "kubectl-scale-deployment-9f3c".
  static func key(of quote: String) -> String {
    let words = quote.split { $0.isWhitespace }
    let digest = Digest(of: Array(words.joined(separator: " ").utf8)).hex.prefix(4)
    var key = ""
    for word in Slug.joined(String(quote.prefix(200))).split(separator: "-") {
      guard key.utf8.count + word.utf8.count <= 28 else { break }
      key += "\(word)-"
    }
    return key + digest
  }

  /// Lets SQL ask for both: `base_subject(subject)` and `finding_key(quote)`.
  static func define(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.define("base_subject") { values in
      guard case .text(let subject) = values[0] else { return values[0] }
      return .text(base(subject))
    }
    try catalog.define("finding_key") { values in
      guard case .text(let quote) = values[0] else { return .text(key(of: "")) }
      return .text(key(of: quote))
    }
  }
}
