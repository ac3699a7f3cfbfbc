/// What is wrong with bytes that should have followed a format.
package struct FormatError: Error, Equatable, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}
