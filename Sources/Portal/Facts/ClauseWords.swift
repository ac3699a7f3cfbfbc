internal import Bindings

/// Words between a component and its target in a sentence: "the shop | has | an | RTO of 4 h".
struct ClauseWords: Sendable {
  let articles: [[UInt8]]
  let having: [[UInt8]]
  /// Between what makes the copies and the value: "the journal | gives | about 5 min RPO".
  let giving: [[UInt8]]

  init(_ root: YAMLNode) {
    articles = Vocabulary.list(root["articles"])
    giving = Vocabulary.list(root["giving"])
    having = Vocabulary.list(root["having"]) + giving
  }
}
