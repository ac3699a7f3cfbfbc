internal import Bindings

/// The words of `vocabulary.yaml` that the readers of facts other than objectives look for.
final class FactWords: Sendable {
  /// What the words of a cadence say.
  enum Rhythm: Sendable {
    /// Seconds between two times; 0 is continuous.
    case interval(Int)
    /// "every": a span or a weekday follows.
    case every
    case weekday
    /// "times a": a number goes before, a unit follows.
    case times
    /// "intervals": a span goes before.
    case interspace
  }

  let marks: WordTable<Marks>
  let cadences: WordTable<Rhythm>
  /// Spans that a cell for a frequency may hold without "every": "Quarter".
  let periods: WordTable<Int>
  let events: WordTable<Int>
  let ordinals: WordTable<Bool>
  let document: DocumentWords
  let contacts: ContactWords
  /// What follows a number that is a time of day.
  let hours: [[UInt8]]
  /// Words at the start of a value that tell on what occasion.
  let occasions: [[UInt8]]
  /// Words between two clauses.
  let conjunctions: [[UInt8]]
  /// Words that deny only what follows them.
  let without: [[UInt8]]
  /// Words before one of several that might be.
  let instances: [[UInt8]]
  /// Words between two of which one is chosen.
  let alternatives: [[UInt8]]
  /// What may stand before a number; "<", ">" and "~" are known without a word.
  let qualifiers: WordTable<Span.Qualifier>
  /// What turns the meaning of a span behind its unit: "or more".
  let closings: WordTable<Span.Qualifier>
  /// Before a range whose end follows "and".
  let between: [[UInt8]]
  /// Numbers in words.
  let numbers: WordTable<Double>
  /// Spans that have no number: "half an hour".
  let spans: WordTable<Int>
  /// The words that a span may begin with.
  let openings: WordTable<Bool>
  /// What takes a time, and what may stand before that time: "failover | takes about | 30 s".
  let acts: WordTable<Bool>
  let verbs: WordTable<Bool>
  /// What the name of a failure begins with, and what it ends with: "loss of | the depot".
  let failing: WordTable<Bool>
  let failures: WordTable<Bool>
  let plain: Set<String>
  /// These, and those that say only how often.
  let untelling: Set<String>
  let steps: StepWords

  init(_ root: YAMLNode) {
    let rhythms = Self.rhythms(root)
    let counted =
      Vocabulary.list(root["times"]).map { ($0, Rhythm.times) }
      + Vocabulary.list(root["interspaces"]).map { ($0, Rhythm.interspace) }
    cadences = WordTable(
      rhythms + counted + Vocabulary.list(root["weekdays"]).map { ($0, Rhythm.weekday) }
    )
    marks = WordTable(
      Self.united(Self.marks(root) + (rhythms + counted).map { ($0.0, Marks.cadence) })
    )
    periods = WordTable(Self.seconds(root, "periods"))
    events = WordTable(Vocabulary.list(root["events"]).map { ($0, 0) })
    ordinals = WordTable(Vocabulary.list(root["ordinals"]).map { ($0, true) })
    document = DocumentWords(root)
    contacts = ContactWords(root)
    hours = Vocabulary.list(root["hours"])
    occasions = Vocabulary.list(root["occasions"])
    conjunctions = Vocabulary.list(root["conjunctions"])
    without = Vocabulary.list(root["without"])
    instances = Vocabulary.list(root["instances"])
    alternatives = Vocabulary.list(root["alternatives"])
    let bounds = Vocabulary.qualifiers(root).map { (words: $0, value: $1) }
    qualifiers = WordTable(bounds)
    closings = WordTable(Self.closings(root))
    between = Vocabulary.list(root["between"])
    let numbered = Self.numbers(root)
    numbers = WordTable(numbered)
    let spanned = Self.seconds(root, "spans")
    spans = WordTable(spanned)
    let first = bounds.map(\.words) + numbered.map(\.words) + spanned.map(\.words) + between
    openings = WordTable(first.map { ($0, true) })
    acts = WordTable(Vocabulary.list(root["acts"]).map { ($0, true) })
    verbs = WordTable(Vocabulary.list(root["verbs"]).map { ($0, true) })
    failing = WordTable(Vocabulary.list(root["failing"]).map { ($0, true) })
    failures = WordTable(Vocabulary.list(root["failures"]).map { ($0, true) })
    plain = Set(Vocabulary.list(root["plain"]).map { String($0[...]) })
    untelling = plain.union(Vocabulary.keyed(root["schedules"]).map { String($0.0[...]) })
    steps = StepWords(root)
  }

  private static func rhythms(_ root: YAMLNode) -> [(words: [UInt8], value: Rhythm)] {
    (Vocabulary.keyed(root["schedules"]) + Vocabulary.keyed(root["cadences"])).map {
      ($0, Rhythm.interval(Int($1) ?? 0))
    } + Vocabulary.list(root["every"]).map { ($0, Rhythm.every) }
  }

  private static func seconds(
    _ root: YAMLNode,
    _ key: String
  ) -> [(words: [UInt8], value: Int)] {
    Vocabulary.keyed(root[key]).map { (words: $0, value: Int($1) ?? 0) }
  }

  private static func closings(_ root: YAMLNode) -> [(words: [UInt8], value: Span.Qualifier)] {
    Vocabulary.keyed(root["closings"]).compactMap { words, key in
      Span.Qualifier(rawValue: key).map { (words, $0) }
    }
  }

  private static func numbers(_ root: YAMLNode) -> [(words: [UInt8], value: Double)] {
    (root["numbers"]?.pairs ?? []).map {
      (Array($0.key.utf8), Double($0.value.text ?? "") ?? 0)
    }
  }

  private static func marks(_ root: YAMLNode) -> [(words: [UInt8], value: Marks)] {
    var found: [(words: [UInt8], value: Marks)] = []
    for (words, key) in Vocabulary.keyed(root["marks"]) {
      if let mark = Marks.named[key] { found.append((words, mark)) }
    }
    for (words, kind) in Vocabulary.keyed(root["terms"])
    where kind != ObjectiveKind.availability.rawValue {
      found.append((words, .target))
    }
    for words in Vocabulary.list(root["placeholders"]) {
      found.append((words, .open))
    }
    for (words, _) in Vocabulary.keyed(root["fields"]) { found.append((words, .field)) }
    for (words, _) in Vocabulary.keyed(root["spans"]) { found.append((words, .number)) }
    return found
  }

  /// One entry for a word of several kinds.
  private static func united(
    _ pairs: [(words: [UInt8], value: Marks)]
  ) -> [(words: [UInt8], value: Marks)] {
    Dictionary(pairs.map { ($0.words, $0.value) }) { $0.union($1) }.map { ($0.key, $0.value) }
      .sorted { $0.words.lexicographicallyPrecedes($1.words) }
  }

  /// The kinds of words in a text.
  func marks(in text: FoldedText) -> Marks {
    var found: Marks = text.hasDigit ? .number : []
    marks.each(in: text) { found.formUnion($0) }
    return found
  }

  /// The kinds of words in a text.
  func marks(in text: String) -> Marks { marks(in: FoldedText(folding: text)) }
}
