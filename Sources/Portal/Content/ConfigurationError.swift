/// Everything that is wrong with `drillbook.yaml`, in the order of its lines.
struct ConfigurationError: Error, Equatable, CustomStringConvertible {
  /// One thing that is wrong.
  struct Problem: Equatable, Sendable, CustomStringConvertible {
    let file: String
    /// From 1.
    let line: Int
    let column: Int
    let message: String
    /// What may have been meant, or what to write.
    var hint: String?

    /// As `drillbook.yaml:7:3: unknown key "polcy"`.
    var description: String { "\(file):\(line):\(column): \(message)" }
  }

  /// At least one.
  let problems: [Problem]

  var description: String { problems.map(\.description).joined(separator: "\n") }
}
