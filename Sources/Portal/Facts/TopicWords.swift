internal import Bindings

/// The words of `vocabulary.yaml` by which checks tell what a text speaks of: its topics, such as
/// "region" or "database".
struct TopicWords: Sendable {
  /// The topics that a text speaks of; a bit for each.
  typealias Topics = UInt64

  private let words: WordTable<Topics>
  private let names: [String]
  /// Every word with its topic, the words of priorities and severities with their rank, and those
  /// that are looked for in lines.
  let list: [(topic: String, word: String)]

  init(_ root: YAMLNode) {
    let keyed = Vocabulary.keyed(root["classes"]) + Vocabulary.keyed(root["topics"])
    let names = Set(keyed.map(\.1)).sorted()
    precondition(names.count < Topics.bitWidth, "more topics than bits")
    let bits = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($1, Topics(1) << Topics($0)) }
    )
    words = WordTable(keyed.map { ($0, bits[$1] ?? 0) })
    self.names = names
    list = (keyed + Vocabulary.keyed(root["ranks"]) + Vocabulary.keyed(root["quoted"])).map {
      (topic: $0.1, word: String(decoding: $0.0, as: UTF8.self))
    }
  }

  /// The names of the topics of a text, in the order of the alphabet.
  func topics(of text: String) -> [String] {
    let text = FoldedText(folding: text)
    var found: Topics = 0
    words.each(in: text) { found |= $0 }
    guard found != 0 else { return [] }
    return names.indices.filter { found >> Topics($0) & 1 == 1 }.map { names[$0] }
  }
}
