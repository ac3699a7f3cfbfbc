/// The words after the name of a command, held against the options that it declares.
///
/// `--name value`, `--name=value` and `--flag` may stand anywhere; `--` ends the options. An
/// option that is unknown, doubled or without its value is refused.
struct Arguments: Sendable {
  /// What is not an option, in the order of the command line.
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]
  private var repeated: [String: [String]] = [:]
  private let options: [Option]

  init(_ words: [String], for command: any Command.Type) throws(Failure) {
    options = command.options
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
        operands.append(word)
        continue
      }
      try take(word, &rest, of: command)
    }
    guard operands.isEmpty || command.operands != nil else {
      throw .usage("unexpected argument \"\(operands[0])\"", hint: Help.hint(for: command))
    }
  }

  /// The value of an option as it was given, or nil.
  func given(_ name: String) -> String? {
    declared(name)
    return values[name]
  }

  /// Every value of an option that may be given several times.
  func all(_ name: String) -> [String] {
    declared(name)
    return repeated[name] ?? []
  }

  /// The value of an option that has a default.
  func value(_ name: String) -> String {
    guard let value = values[name] ?? declared(name).fallback else {
      preconditionFailure("option \"\(name)\" has no default")
    }
    return value
  }

  /// Whether a flag was given.
  func has(_ name: String) -> Bool {
    declared(name)
    return values[name] != nil
  }

  /// The value of an option that must be a whole number within a range.
  func number(_ name: String, in range: ClosedRange<Int>) throws(Failure) -> Int? {
    guard let text = given(name) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .usage(
        "option \"--\(name)\" takes a number from \(range.lowerBound) to \(range.upperBound), "
          + "not \"\(text)\""
      )
    }
    return number
  }

  private mutating func take(
    _ word: String,
    _ rest: inout ArraySlice<String>,
    of command: any Command.Type
  ) throws(Failure) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = String(parts[0])
    guard let option = options.first(where: { "--\($0.name)" == spelling }) else {
      let near = Suggestion.nearest(to: spelling, among: options.map { "--\($0.name)" })
      throw .usage(
        "unknown option \"\(spelling)\" for \"\(command.name)\"",
        hint: near.map { "did you mean \"\($0)\"?" } ?? Help.hint(for: command)
      )
    }
    guard values[option.name] == nil || option.isRepeatable else {
      throw .usage("option \"\(spelling)\" is given twice")
    }
    guard let expected = option.value else {
      guard parts.count == 1 else { throw .usage("option \"\(spelling)\" takes no value") }
      values[option.name] = ""
      return
    }
    let next = rest.first?.utf8.starts(with: "--".utf8) == true ? nil : rest.first
    guard let value = parts.count == 2 ? String(parts[1]) : next, !value.isEmpty else {
      throw .usage(
        "option \"\(spelling)\" needs a value",
        hint: "write \"\(spelling) \(expected)\""
      )
    }
    if parts.count == 1 { rest.removeFirst() }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      throw .usage(
        "option \"\(spelling)\" does not take \"\(value)\"",
        hint: "take one of \(option.choices.joined(separator: ", "))"
      )
    }
    values[option.name] = value
    if option.isRepeatable { repeated[option.name, default: []].append(value) }
  }

  @discardableResult
  private func declared(_ name: String) -> Option {
    guard let option = options.first(where: { $0.name == name }) else {
      preconditionFailure("option \"\(name)\" is not declared")
    }
    return option
  }
}
