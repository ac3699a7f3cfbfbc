internal import Bindings

/// The words of `vocabulary.yaml` for dates, document control and what is still to be filled in.
final class DocumentWords: Sendable {
  let months: WordTable<Int>
  let quarters: WordTable<Int>
  /// Names of eras, and the year before their first.
  let eras: [(words: [UInt8], year: Int)]
  /// Labels of document control: "last updated" is "last_updated".
  let fields: WordTable<DocumentField.Kind>
  /// What may stand in such a label besides: "last review date of this plan".
  let fillers: WordTable<Int>
  /// Headings of lists of changes.
  let history: [[UInt8]]
  /// Words of labels in languages that write the day before the month.
  let dayFirst: [[UInt8]]
  /// Words for a value that somebody has to fill in.
  let blanks: [[UInt8]]
  /// Those of three bytes and more.
  let blankWords: WordTable<Blank>
  /// Words for what is not decided yet.
  let pending: [[UInt8]]
  let dummies: Set<String>
  /// What in brackets only explains, and what opens a note there.
  let asides: Set<String>
  let notes: [[UInt8]]

  /// What a word for a value to be filled in is made of.
  struct Blank: Sendable {
    let isLetters: Bool
    let isPhrase: Bool
  }

  init(_ root: YAMLNode) {
    months = WordTable(Vocabulary.keyed(root["months"]).map { ($0, Int($1) ?? 0) })
    quarters = WordTable(Vocabulary.keyed(root["quarters"]).map { ($0, Int($1) ?? 0) })
    eras = Vocabulary.keyed(root["eras"]).map { ($0, Int($1) ?? 0) }
    fields = WordTable(
      Vocabulary.keyed(root["fields"]).compactMap { words, key in
        DocumentField.Kind(rawValue: key).map { (words, $0) }
      }
    )
    fillers = WordTable(Vocabulary.list(root["fillers"]).map { ($0, 0) })
    history = Vocabulary.list(root["history"])
    dayFirst = Vocabulary.list(root["day_first"])
    blanks = Vocabulary.list(root["placeholders"])
    blankWords = WordTable(
      blanks.filter { $0.count > 2 }.map { word in
        let isLetters = word.allSatisfy(\.isASCIILetter)
        return (word, Blank(isLetters: isLetters, isPhrase: word.contains(Byte.space)))
      }
    )
    pending = Vocabulary.list(root["pending"])
    dummies = Set(Vocabulary.list(root["dummies"]).map { String($0[...]) })
    asides = Set(Vocabulary.list(root["asides"]).map { String($0[...]) })
    notes = Vocabulary.list(root["notes"])
  }
}
