/// Something in a plan that is still to be filled in.
struct Placeholder: Equatable, Sendable {
  /// As it is written, with its brackets.
  let text: String
  let line: Int

  /// How many an explanation lists.
  static let listed = 12

  /// A dozen that stand for all: every text if there are no more, else the first of each kind.
  ///
  /// "[Step 1]" and "[Step 2]" are of one kind, as are the fields of a variable; where there are
  /// too many kinds, what begins with the same word is one.
  static func summary(of all: [Placeholder]) -> [Placeholder] {
    var list = all.distinct { $0.text.hasPrefix("___") ? $0.family : $0.text }
    if list.count > listed { list = all.distinct(by: \.family) }
    if list.count > listed { list = all.distinct(by: \.opening) }
    return Array(list.prefix(listed))
  }

  /// What placeholders of one kind share: the words before a number, a colon or a dot.
  private var family: String {
    let text = FoldedText(folding: text).bytes
    if text.starts(with: "___".utf8) { return "___" }
    let isVariable = text.starts(with: "{{".utf8) || text.starts(with: "[[".utf8)
    let name = text.prefix { byte in
      byte != Byte.colon && !byte.isDigit && !(isVariable && byte == UInt8(ascii: "."))
    }
    return String(name.trimmed { Byte.isSpace($0) || $0 == UInt8(ascii: "]") })
  }

  /// The first word.
  private var opening: String {
    let words = Array(family.utf8).drop { !$0.isLetterOrDigit }
    return String(words.prefix { $0.isLetterOrDigit })
  }
}

extension [Placeholder] {
  /// The first of each key.
  fileprivate func distinct(by key: (Placeholder) -> String) -> [Placeholder] {
    var seen: Set<String> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
