/// What stops a command: the machine or its input, with the next step.
package struct MachineError: Error, CustomStringConvertible {
  package let message: String
  /// What to do; nil when the message says it.
  package let hint: String?

  package init(_ message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  package var description: String { message }
}
