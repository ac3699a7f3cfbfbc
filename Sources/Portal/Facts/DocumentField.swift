/// A statement of a document about itself: its version, owner, dates.
struct DocumentField: Equatable, Sendable {
  /// What it states; the names in the database.
  enum Kind: String, Sendable {
    case version
    case status
    case approval
    case approver
    case classification
    case owner
    case author
    case reviewer
    case created
    case lastUpdated = "last_updated"
    case lastReview = "last_review"
    case nextReview = "next_review"
    case reviewCycle = "review_cycle"
    case lastDrill = "last_drill"
    case nextDrill = "next_drill"
    case date

    /// Whether the label alone tells that the document speaks of itself, wherever it stands.
    var isTelling: Bool {
      switch self {
      case .lastUpdated, .lastReview, .nextReview, .lastDrill, .nextDrill: true
      default: false
      }
    }

    /// Whether the value is meant to be a date.
    var isDate: Bool {
      switch self {
      case .created, .date: true
      default: isTelling
      }
    }
  }

  /// What stands in the place of the value.
  enum State: String, Sendable {
    case stated
    case placeholder
    case variable
    case empty
  }

  let kind: Kind
  /// The words of the document.
  let value: String
  /// The day, month or quarter that the value is or holds.
  let date: CalendarDate?
  let state: State
  /// Whether the value says that something is still to be decided.
  let isPending: Bool
  let line: Int

  init(
    kind: Kind,
    value: String,
    line: Int,
    order: CalendarDate.Order? = nil,
    _ words: Vocabulary
  ) {
    self.kind = kind
    self.value = value
    self.line = line
    state = Self.state(of: value, words)
    isPending = FoldedText(folding: value).starts(with: words.facts.document.pending)
    date = state == .stated ? CalendarDate(in: value, order: order, words) : nil
  }

  /// The day that counts: what is due in a month is due by its last day.
  var day: Civil? {
    switch kind {
    case .nextReview, .nextDrill: date?.last
    default: date?.day
    }
  }

  private static func state(of value: String, _ words: Vocabulary) -> State {
    let text = FoldedText(folding: value)
    let start = text.skipSpaces(0)
    let rest = text.bytes[start...]
    guard !rest.isEmpty else { return .empty }
    for sign in ["$(", "${", "{{", "{%", "[["] where rest.starts(with: sign.utf8) {
      return .variable
    }
    if rest.first == UInt8(ascii: "[") || rest.first == UInt8(ascii: "<") { return .placeholder }
    let isOpen = words.facts.document.blanks.contains { $0.count > 1 && text.has($0, at: start) }
    let isBlank = rest.allSatisfy { "_-.– ".utf8.contains($0) }
    return isOpen || isBlank || words.facts.document.dummies.contains(String(rest))
      ? .placeholder : .stated
  }
}
