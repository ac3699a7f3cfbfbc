internal import Bindings

/// The names and words that others use in their drill logs, from `drill-log.yaml`.
struct DrillWords: Sendable {
  /// A name as it is meant.
  struct Name: Equatable {
    let field: String
    /// Seconds of one of what the field counts, where the name says so.
    var unit: Int?
    /// The lower, the more it counts among names for the same field; 0 for ours.
    let rank: Int
  }

  private var fields: [String: Name] = [:]
  private var units: [(suffix: String, seconds: Int)] = []
  private var measured: [String: String] = [:]
  private(set) var lists: Set<String> = []
  private var outcomes: [String: String] = [:]
  private var kinds: [(word: FoldedText, kind: String)] = []

  static let standard = DrillWords(Asset.named("drill-log.yaml"))

  private init(_ bytes: [UInt8]) {
    guard let root = try? YAMLNode.documents(bytes.span).first else {
      preconditionFailure("\"drill-log.yaml\" is no YAML")
    }
    let group = { (name: String) in
      (root[name]?.pairs ?? []).map { ($0.key, ($0.value.elements ?? []).compactMap(\.text)) }
    }
    for name in DrillReader.names { fields[name] = Name(field: name, rank: 0) }
    for (field, names) in group("fields") {
      for (index, name) in ([field] + names).enumerated() {
        fields[name] = Name(field: field, rank: index)
      }
    }
    for (seconds, suffixes) in group("units") {
      units += suffixes.map { ($0, Int(seconds) ?? 1) }
    }
    for pair in root["measured"]?.pairs ?? [] { measured[pair.key] = pair.value.text }
    lists = Set((root["lists"]?.elements ?? []).compactMap(\.text))
    for (outcome, words) in group("outcomes") {
      for word in words { outcomes[word] = outcome }
    }
    for (kind, words) in group("kinds") {
      kinds += words.map { (FoldedText($0), kind) }
    }
  }

  /// What a name means; nil when it is not known.
  func meaning(of name: String) -> Name? {
    let name = DrillWords.normalized(name)
    if let known = fields[name] { return known }
    for unit in units where name.hasSuffix(unit.suffix) {
      let base = String(name.dropLast(unit.suffix.count))
      if let field = measured[base] { return Name(field: field, unit: unit.seconds, rank: 50) }
      guard var known = fields[base] else { continue }
      known.unit = unit.seconds
      return known
    }
    return nil
  }

  /// The outcome that a word stands for, or "planned"; nil when it is not known.
  func outcome(_ word: String) -> String? {
    let bytes = Array(word.lowercased().utf8)[...]
    return outcomes[String(bytes.trimmed { Byte.isSpace($0) || "*_.!".utf8.contains($0) })]
  }

  /// The kind of drill that a text speaks of.
  func kind(in text: String) -> String? {
    let folded = FoldedText(text)
    return kinds.first { folded.contains([$0.word.bytes]) }?.kind
  }

  /// Small letters, with "_" for all that is no letter or digit.
  static func normalized(_ name: String) -> String {
    let bytes = name.lowercased().utf8.map { $0.isLetterOrDigit ? $0 : UInt8(ascii: "_") }
    let words = bytes.split(separator: UInt8(ascii: "_")).map { String($0) }
    return words.joined(separator: "_")
  }
}
