/// A step of a procedure.
struct Step: Equatable, Sendable {
  /// How it is written.
  enum Form: String, Sendable {
    case heading
    /// An item of an ordered list.
    case item
    /// A box to tick.
    case task
    /// "**Step 1**: …" on a line of its own.
    case line
    case row
    /// A comment in a block of code.
    case comment
  }

  /// nil where it has none.
  let number: Int?
  let title: String
  let form: Form
  let line: Int
  /// Of what belongs to it.
  var lastLine: Int
  /// The heading above.
  let section: String
  /// Its place among the scenarios of the document; nil outside them.
  let scenario: Int?

  /// The step in the list of all facts.
  var fact: Fact {
    Fact(kind: "step", line: line, subject: number.map { "\($0)" } ?? "", value: title)
  }
}
