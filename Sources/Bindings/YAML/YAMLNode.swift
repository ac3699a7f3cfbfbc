/// A value of a YAML document with the place where it stands.
package struct YAMLNode: Sendable {
  /// The shape of a value.
  package indirect enum Content: Sendable {
    /// A scalar as text; `plain` is false when it was quoted or a block.
    case scalar(String, plain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  /// An entry of a mapping.
  package struct Pair: Sendable {
    package let key: String
    /// The line and column of the key, from 1.
    package let line: Int
    package let column: Int
    package let value: YAMLNode
  }

  package let content: Content
  /// The line and column of the first character, from 1.
  package let line: Int
  package let column: Int

  /// The text of a scalar; nil for other shapes and for a plain null.
  package var text: String? {
    guard case .scalar(let text, let plain) = content else { return nil }
    return plain && (text.isEmpty || text == "~" || text == "null") ? nil : text
  }

  /// Whether the value is a plain null, or nothing.
  package var isNull: Bool {
    guard case .scalar = content else { return false }
    return text == nil
  }

  /// The elements of a sequence; nil for other shapes.
  package var elements: [YAMLNode]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  /// The entries of a mapping, in their order; nil for other shapes.
  package var pairs: [Pair]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> YAMLNode? { pairs?.first { $0.key == key }?.value }
}

/// A place in a YAML text that cannot be read.
package struct YAMLError: Error, Equatable, CustomStringConvertible {
  /// The line and column, from 1.
  package let line: Int
  package let column: Int
  package let problem: String

  package init(line: Int, column: Int, problem: String) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  package var description: String { "line \(line), column \(column): \(problem)" }
}
