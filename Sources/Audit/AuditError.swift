/// Why nothing can be added to a trail.
package struct AuditError: Error, Equatable, CustomStringConvertible {
  package let description: String
  /// The next step, if there is one to name.
  package let hint: String?

  init(_ description: String, hint: String? = nil) {
    self.description = description
    self.hint = hint
  }
}
