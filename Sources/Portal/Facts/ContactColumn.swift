/// What a column of contacts holds, or a line below the name of a role; keys of the vocabulary.
enum ContactColumn: String, Sendable {
  case role
  case name
  /// One of several people: "Primary", "Backup".
  case person
  case phone
  case email
  case availability
  /// What is said of a role besides: "Slack", "Responsibilities".
  case aside
  /// Signatures, dates and weeks: such a table lists no contacts.
  case closed

  /// What the head of a column says; a number or an address counts wherever its word stands.
  init?(head: String, _ words: Vocabulary) {
    let text = FoldedText(folding: head)
    guard let start = text.bytes.firstIndex(where: \.isLetter) else { return nil }
    let first = words.facts.contacts.columns.longest(in: text, at: start)?.value
    if first == .closed || first == .availability {
      self = first ?? .closed
      return
    }
    var found = first
    for offset in start..<text.bytes.count where text.startsWord(offset) {
      guard let column = words.facts.contacts.columns.longest(in: text, at: offset)?.value else {
        continue
      }
      if column == .phone || column == .email {
        found = column
        break
      }
    }
    guard let found else { return nil }
    self = found
  }

  /// What the label of a line is, when it is one in full: "Phone", "Mobile phone:".
  init?(label: String, _ words: Vocabulary) {
    let text = FoldedText(folding: label)
    guard let start = text.bytes.firstIndex(where: \.isLetter),
      let (column, end) = words.facts.contacts.columns.longest(in: text, at: start)
    else { return nil }
    let rest = text.skipSpaces(end)
    guard rest == text.bytes.count || text.bytes[rest] == UInt8(ascii: "(") else { return nil }
    self = column
  }
}
