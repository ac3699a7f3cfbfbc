internal import Bindings

/// Takes values out of YAML and collects what is wrong with them.
struct ConfigurationReader {
  let file: String
  private(set) var problems: [ConfigurationError.Problem] = []
  /// The checks whose levels are set, with their places.
  private(set) var leveled: [(check: String, line: Int, column: Int)] = []

  init(file: String) { self.file = file }

  /// Notes what is wrong at a place.
  mutating func report(_ node: YAMLNode, _ message: String, hint: String? = nil) {
    report(line: node.line, column: node.column, message, hint: hint)
  }

  /// Notes what is wrong at a line and column.
  mutating func report(line: Int, column: Int, _ message: String, hint: String? = nil) {
    problems.append(.init(file: file, line: line, column: column, message: message, hint: hint))
  }

  /// The entries of a mapping whose keys are free; null counts as empty.
  mutating func entries(_ node: YAMLNode?, _ name: String) -> [YAMLNode.Pair] {
    guard let node, !node.isNull else { return [] }
    guard let pairs = node.pairs else {
      report(node, "\"\(name)\" is no mapping", hint: "write \"key: value\" lines under it")
      return []
    }
    return pairs
  }

  /// The elements of a list of mappings, each of which starts with a key.
  mutating func elements(_ node: YAMLNode?, _ name: String, first: String) -> [YAMLNode] {
    guard let node else { return [] }
    if node.elements == nil {
      report(node, "\"\(name)\" is no list", hint: "start each with \"- \(first)\"")
    }
    return node.elements ?? []
  }

  /// The values of a mapping that may have these keys and no other.
  mutating func fields(
    _ node: YAMLNode?,
    _ name: String,
    _ keys: [String]
  ) -> [String: YAMLNode] {
    var fields: [String: YAMLNode] = [:]
    for pair in entries(node, name) {
      guard keys.contains(pair.key) else {
        let near = Similarity.nearest(to: pair.key, among: keys)
        let hint = near.map { "did you mean \"\($0)\"?" }
        report(
          line: pair.line,
          column: pair.column,
          "unknown key \"\(pair.key)\"",
          hint: hint ?? "the keys here are \(keys.joined(separator: ", "))"
        )
        continue
      }
      if !pair.value.isNull { fields[pair.key] = pair.value }
    }
    return fields
  }

  /// A text, or nil with a problem for another shape.
  mutating func text(_ node: YAMLNode?, _ name: String) -> String? {
    guard let node else { return nil }
    guard let text = node.text, !text.isEmpty else {
      report(node, "\"\(name)\" is no text")
      return nil
    }
    return text
  }

  /// A list of texts; one text stands for a list of one.
  mutating func texts(_ node: YAMLNode?, _ name: String) -> [(text: String, node: YAMLNode)] {
    guard let node else { return [] }
    if let text = node.text { return [(text, node)] }
    guard let elements = node.elements else {
      report(node, "\"\(name)\" is no list")
      return []
    }
    return elements.compactMap { element in text(element, name).map { ($0, element) } }
  }

  /// A value that a function understands, or nil with a problem that says what is wanted.
  mutating func value<Value>(
    _ node: YAMLNode?,
    _ name: String,
    wanted: String,
    _ read: (String) -> Value?
  ) -> Value? {
    guard let node, let text = text(node, name) else { return nil }
    guard let value = read(text) else {
      report(node, "\"\(name)\" is not \(wanted): \"\(text)\"")
      return nil
    }
    return value
  }

  /// A length of time in seconds.
  mutating func duration(_ node: YAMLNode?, _ name: String) -> Int? {
    value(node, name, wanted: "a length of time such as 15m, 24h or 30d", Quantity.seconds)
  }

  /// A point in time, in milliseconds since 1970 UTC.
  mutating func instant(_ node: YAMLNode?, _ name: String) -> Int? {
    value(node, name, wanted: "a time such as 2026-11-21T06:00:00Z") { Instant.milliseconds($0) }
  }

  /// One of some words.
  mutating func choice(_ node: YAMLNode?, _ name: String, _ words: [String]) -> String? {
    value(node, name, wanted: "one of \(words.joined(separator: ", "))") {
      words.contains($0) ? $0 : nil
    }
  }

  /// The severity of each rule that is named, or "off".
  mutating func levels(_ node: YAMLNode?) -> [String: String] {
    let words = ["critical", "high", "medium", "low", "info", "off"]
    var levels: [String: String] = [:]
    for pair in entries(node, "levels") {
      leveled.append((pair.key, pair.line, pair.column))
      levels[pair.key] = choice(pair.value, pair.key, words)
    }
    return levels
  }

  /// Patterns of paths.
  mutating func globs(_ node: YAMLNode?, _ name: String) -> [Glob] {
    var globs: [Glob] = []
    for (text, element) in texts(node, name) {
      if let glob = Glob(text) {
        globs.append(glob)
      } else {
        report(
          element,
          "\"\(text)\" is no path below the content folder",
          hint: "write a path such as plans/shop.md or runbooks/shop/**"
        )
      }
    }
    return globs
  }
}
