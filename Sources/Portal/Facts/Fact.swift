/// One thing that a document states, in the flat list of all that was understood.
struct Fact: Equatable, Sendable {
  /// Such as `objective.rto`, `backup.frequency`, `doc.owner`; the page on formats lists them.
  let kind: String
  /// From 1, in the file.
  let line: Int
  let subject: String
  let value: String
}
