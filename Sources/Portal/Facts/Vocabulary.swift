internal import Bindings

/// The words of `vocabulary.yaml`, ready to be looked for in folded text.
///
/// A class, although it never changes: every reader holds it, and as a value each copy of a reader
/// would count two dozen references up and down.
final class Vocabulary: Sendable {
  /// The names of objectives.
  let names: WordTable<ObjectiveKind>
  /// What turns a target into something else: "actual", "estimated".
  let vetoes: WordTable<Bool>
  let targets: [[UInt8]]
  /// Behind a value: it was measured.
  let measured: [[UInt8]]
  let connectors: [[UInt8]]
  let verbs: [[UInt8]]
  let before: [[UInt8]]
  /// What may stand before a name: `before`, `targets` and `connectors`.
  let leading: [[UInt8]]
  /// Behind a component, where a sentence goes on to its target.
  let clauses: ClauseWords
  /// May follow a value that stands alone.
  let tails: [[UInt8]]
  let general: [[UInt8]]
  /// A heading that begins with one asks, or answers: "What can be lost".
  let asking: [[UInt8]]
  /// Words that alone name no component.
  let nameless: WordTable<Bool>
  /// Say in which way something comes back.
  let modes: [[UInt8]]
  let breakdowns: [[UInt8]]
  /// In a heading: what stands below it is to choose from.
  let choices: [[UInt8]]
  /// In the heads of columns: a rank, a choice; and as the whole head: a number, a unit, a price,
  /// what came of it.
  let ranks: [[UInt8]]
  let options: [[UInt8]]
  let indexes: [[UInt8]]
  let unitHeads: [[UInt8]]
  let costs: [[UInt8]]
  let outcomes: [[UInt8]]
  /// What objectives speak of, with the rank of each word: the longest decides.
  let dimensions: WordTable<(rank: Int, dimension: Objective.Dimension)>
  /// Units by their first byte, longest first.
  let units: [[(words: [UInt8], seconds: Int)]]
  let qualifiers: [(words: [UInt8], qualifier: Span.Qualifier)]
  let ranges: [[UInt8]]
  /// The bytes that these and `joints` start with.
  let rangeStarts: ByteSet
  /// What joins the parts of a span: "2 hours and 15 minutes".
  let joints: [[UInt8]]
  let na: [[UInt8]]
  let placeholders: [[UInt8]]
  let every: [[UInt8]]
  /// The kinds of things that components are.
  let classes: WordTable<Classes>
  /// What stores of one kind are called.
  let products: WordTable<Classes>
  /// The kinds that a platform is made of, and those that hold data.
  let platform: Classes
  let dataClasses: Classes
  /// The words for everything at once.
  let whole: [[UInt8]]
  /// The words of the other readers of facts.
  let facts: FactWords
  /// The words by which checks tell what a text speaks of.
  let topics: TopicWords

  /// The vocabulary that the program carries.
  static let standard = Vocabulary(YAMLNode.carried("vocabulary.yaml"))

  init(_ root: YAMLNode) {
    names = WordTable(Self.objectiveNames(root["terms"]))
    vetoes = WordTable(Self.list(root["vetoes"]).map { ($0, true) })
    targets = Self.list(root["targets"])
    measured = Self.list(root["measured"])
    connectors = Self.list(root["connectors"])
    verbs = Self.list(root["is"])
    before = Self.list(root["for"])
    leading = before + targets + connectors
    clauses = ClauseWords(root)
    tails = Self.list(root["tails"])
    general = Self.list(root["general"])
    asking = Self.list(root["asking"])
    nameless = WordTable(Self.list(root["nameless"]).map { ($0, true) })
    breakdowns = Self.list(root["breakdowns"])
    choices = Self.list(root["choices"])
    modes = Self.list(root["modes"])
    let heads = root["heads"]
    (ranks, options) = (Self.list(heads?["rank"]), Self.list(heads?["option"]))
    indexes = Self.list(heads?["index"])
    unitHeads = Self.list(heads?["unit"])
    costs = Self.list(heads?["cost"])
    outcomes = Self.list(heads?["outcome"])
    dimensions = WordTable(Self.dimensions(root["dimensions"]))
    units = Self.units(root["units"])
    qualifiers = Self.longestFirst(Self.qualifiers(root))
    ranges = Self.list(root["ranges"])
    joints = Self.list(root["joints"])
    rangeStarts = ByteSet((ranges + joints).map { $0[0] })
    na = Self.list(root["na"])
    placeholders = Self.list(root["placeholders"]) + Self.list(root["pending"])
    every = Self.list(root["every"])
    let bits = Self.bits(root["classes"])
    (classes, products) = (Self.kinds(root["classes"]), Self.kinds(root["products"]))
    platform = Self.union(bits, "cluster", "infrastructure", "application", "network")
    dataClasses = Self.union(bits, "database", "files", "cache", "search", "queue")
    whole = Self.list(root["whole"])
    facts = FactWords(root)
    topics = TopicWords(root)
  }

  private static func dimensions(
    _ node: YAMLNode?
  ) -> [(words: [UInt8], value: (rank: Int, dimension: Objective.Dimension))] {
    keyed(node).enumerated().map { rank, pair in
      (pair.0, (rank, Objective.Dimension(rawValue: pair.1) ?? .component))
    }
  }

  private static func objectiveNames(
    _ node: YAMLNode?
  ) -> [(words: [UInt8], value: ObjectiveKind)] {
    keyed(node).compactMap { words, key in ObjectiveKind(rawValue: key).map { (words, $0) } }
  }

  private static func units(_ node: YAMLNode?) -> [[(words: [UInt8], seconds: Int)]] {
    var units: [[(words: [UInt8], seconds: Int)]] = Array(repeating: [], count: 256)
    for (words, key) in keyed(node) { units[Int(words[0])].append((words, Int(key) ?? 0)) }
    return units
  }

  /// What may stand before a number.
  static func qualifiers(_ root: YAMLNode) -> [([UInt8], Span.Qualifier)] {
    Span.Qualifier.allCases.flatMap { qualifier in
      list(root[qualifier.rawValue]).map { ($0, qualifier) }
    }
  }

  /// The words for each kind of a list.
  private static func kinds(_ node: YAMLNode?) -> WordTable<Classes> {
    let bits = bits(node)
    return WordTable(keyed(node).map { ($0, bits[$1] ?? []) })
  }

  private static func union(_ bits: [String: Classes], _ names: String...) -> Classes {
    names.reduce(into: Classes()) { $0.formUnion(bits[$1] ?? []) }
  }

  /// A bit for each class.
  private static func bits(_ node: YAMLNode?) -> [String: Classes] {
    let names = (node?.pairs ?? []).map(\.key)
    return Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($1, Classes(rawValue: 1 << UInt32($0))) }
    )
  }

  static func list(_ node: YAMLNode?) -> [[UInt8]] {
    var words: [[UInt8]] = []
    for element in node?.elements ?? [] {
      guard case .scalar(let text, _) = element.content else { continue }
      let word = Array(text.utf8)
      words.append(word)
      if let plain = plain(word) { words.append(plain) }
    }
    return words.sorted { $0.count > $1.count }
  }

  /// A longer word as it is written without accents: "frequence", "pruefung".
  private static func plain(_ word: [UInt8]) -> [UInt8]? {
    guard word.contains(0xC3) else { return nil }
    var plain: [UInt8] = []
    var isLetter = false
    for byte in word {
      if isLetter, byte >= 0x9F {
        plain += letters[Int(byte) - 0x9F].utf8
      } else if byte != 0xC3 {
        plain.append(byte)
      }
      isLetter = byte == 0xC3
    }
    return plain.count > 4 ? plain : nil
  }

  /// "ß" and U+00E0 to U+00FF without their accents.
  private static let letters = [
    "ss", "a", "a", "a", "a", "ae", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "oe", "o", "o", "u", "u", "u", "ue", "y", "th", "y",
  ]

  static func keyed(_ node: YAMLNode?) -> [([UInt8], String)] {
    longestFirst((node?.pairs ?? []).flatMap { pair in list(pair.value).map { ($0, pair.key) } })
  }

  private static func longestFirst<Value>(
    _ pairs: [([UInt8], Value)]
  ) -> [([UInt8], Value)] {
    pairs.sorted {
      $0.0.count != $1.0.count ? $0.0.count > $1.0.count : $0.0.lexicographicallyPrecedes($1.0)
    }
  }
}
