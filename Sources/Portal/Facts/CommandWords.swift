/// The words of a command, parted into flags, operands and the command within.
struct CommandWords: Sendable {
  let program: CommandRules.Program?
  /// The name of the program, or its path where it is not known.
  let name: String
  private(set) var subcommand = ""
  private(set) var usage: CommandRules.Usage?
  private(set) var flags: [ShellCommand.Flag] = []
  /// Without those of the sub-command.
  private(set) var operands: [String] = []
  /// The words of the command within, and whether they are a text to be parted again.
  private(set) var inner: [ShellWord] = []
  private(set) var innerIsText = false

  private let words: [ShellWord]
  private var index = 1
  private var found: CommandRules.Usage?

  /// Parts the words of a command whose program is known, or is a path.
  init(_ words: [ShellWord], _ program: CommandRules.Program?, _ name: String) {
    self.words = words
    self.program = program
    self.name = name
    operands = program?.prefix ?? []
    if !operands.isEmpty { look() }
    while index < words.count, inner.isEmpty { read() }
    finish()
  }

  // MARK: Words

  private mutating func read() {
    let word = words[index]
    index += 1
    if word.text == "--", !word.isQuoted {
      if innerLimit != nil || current?.inner == .dashes { return take(index) }
      operands += words[index...].map(\.text)
      index = words.count
    } else if word.text.utf8.first == UInt8(ascii: "-"), word.text.utf8.count > 1 {
      flag(word.text)
    } else if index == 2, program?.isBare == true, word.text.utf8.allSatisfy(\.isASCIILetter) {
      cluster("-" + word.text)
    } else if let limit = innerLimit, operands.count - (found?.words ?? 0) >= limit,
      !isAssignment(word)
    {
      take(index - 1)
    } else {
      operands.append(word.text)
      look()
    }
  }

  /// "env NAME=value command": what is set is not the command.
  private func isAssignment(_ word: ShellWord) -> Bool {
    word.nameLength > 0 && innerLimit == 0
  }

  /// Finds the sub-command by the operands so far.
  private mutating func look() {
    guard let program, operands.count <= program.depth, operands.count > (found?.words ?? 0) else {
      return
    }
    let name = operands.count == 1 ? operands[0] : operands.joined(separator: " ")
    if let usage = program.usages[name] {
      found = usage
    } else if name.utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) {
      found = program.usages[name.lowercased()] ?? found
    }
  }

  private var current: CommandRules.Usage? {
    found ?? (program?.usages.isEmpty == true ? program?.otherwise : nil)
  }

  /// How many operands stand before the command within.
  private var innerLimit: Int? {
    if case .operand(let count) = current?.inner { return count }
    return nil
  }

  private mutating func take(_ start: Int) {
    inner = Array(words[start...])
    innerIsText = current?.isText ?? false
    index = words.count
  }

  // MARK: Flags

  private mutating func flag(_ text: String) {
    let bytes = text.utf8
    if let equals = bytes.firstIndex(of: UInt8(ascii: "=")) {
      let value = String(text[bytes.index(after: equals)...])
      return flags.append(ShellCommand.Flag(name: String(text[..<equals]), value: value))
    }
    if program?.wraps.isEmpty == false, program?.wraps.contains(text) == true {
      flags.append(ShellCommand.Flag(name: text))
      let end = words[index...].firstIndex { $0.text == ";" || $0.text == "+" } ?? words.count
      inner = Array(words[index..<end])
      index = end
      return
    }
    if program?.isClustered == true, bytes.count > 2, bytes.dropFirst().first != bytes.first {
      return cluster(text)
    }
    flags.append(ShellCommand.Flag(name: text, value: takesValue(text) ? value() : nil))
    guard found?.isGreedy ?? program?.isGreedy ?? false, flags.last?.value != nil,
      !operands.isEmpty
    else { return }
    // "--ids a b c" gives the flag three values.
    while let more = value() { flags.append(ShellCommand.Flag(name: text, value: more)) }
  }

  /// Whether the word after a flag is its value; of an unknown program after a long flag.
  private func takesValue(_ flag: String) -> Bool {
    program.map { $0.takesValue(flag, current) } ?? flag.hasPrefix("--")
  }

  /// "-xzf file", "-Fc".
  private mutating func cluster(_ text: String) {
    let letters = Array(text.utf8.dropFirst())
    for (offset, letter) in letters.enumerated() {
      let name = "-" + String(decoding: [letter], as: UTF8.self)
      guard takesValue(name) else {
        flags.append(ShellCommand.Flag(name: name))
        continue
      }
      let rest = letters[(offset + 1)...]
      flags.append(ShellCommand.Flag(name: name, value: rest.isEmpty ? value() : String(rest)))
      return
    }
  }

  /// Takes the next word if it can be a value.
  private mutating func value() -> String? {
    guard index < words.count, isValue(words[index]) else { return nil }
    index += 1
    return words[index - 1].text
  }

  private func isValue(_ word: ShellWord) -> Bool {
    word.isQuoted || word.text.utf8.first != UInt8(ascii: "-") || word.text == "-"
  }

  // MARK: The end

  /// Names the sub-command, takes its words from the operands, and finds what the command does.
  private mutating func finish() {
    guard let program else { return }
    let count = found?.words ?? program.length(of: operands)
    let names = Array(operands.prefix(count))
    subcommand = names.joined(separator: " ")
    operands.removeFirst(count)
    let variant = program.variants.first { variant in
      flags.contains { flag in
        flag.name == variant.flag && (variant.value == nil || flag.value == variant.value)
      }
    }
    let usage = found ?? variant?.usage ?? program.usage(of: names) ?? program.otherwise
    self.usage = usage
    if case .flag(let names) = usage.inner,
      let text = flags.first(where: { names.contains($0.name) })?.value,
      let word = words.last(where: { $0.text == text || $0.text.hasSuffix(text) })
    {
      inner = [word.with(text: text)]
      innerIsText = true
    }
  }
}

extension ShellWord {
  /// The word with another text.
  fileprivate func with(text: String) -> ShellWord {
    var word = self
    word.text = text
    return word
  }
}
