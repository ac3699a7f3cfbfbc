/// The words of a command, parted into flags, operands and the command within.
///
/// It is used for one command after the other, and keeps the room that it has.
struct CommandWords: ~Copyable, Sendable {
  private(set) var program: CommandRules.Program?
  /// The name of the program, or its path where it is not known, and the number of the name.
  private(set) var name = ""
  private(set) var number = 0
  private(set) var subcommand = ""
  private(set) var usage: CommandRules.Usage?
  private(set) var flags: [ShellCommand.Flag] = []
  /// The same by their places, one for each.
  private(set) var marks: [Mark] = []
  /// Without those of the sub-command.
  private(set) var operands: [String] = []
  /// The words of the command within, and their text where that has to be parted again.
  private(set) var inner = 0..<0
  private(set) var innerText: (text: String, line: Int)?

  /// A flag by its places.
  struct Mark: Sendable {
    /// The number of its name.
    let number: Int
    /// Its name; of a flag that is a letter of several only that.
    let name: ShellPiece
    var isLetter = false
    var value: ShellPiece?
  }

  private let rules: CommandRules
  private var words: [ShellWord] = []
  private var source = ShellSource(bytes: [], copies: [])
  private var index = 1
  private var found: CommandRules.Usage?
  /// The operands by their words; -1 and less stand for the words that the program begins with.
  private var places: [Int] = []
  /// Where they lead among the sub-commands, as they are written and in small letters.
  private var path = (exact: 0, small: 0)
  /// Whether the sub-command is written as the rules have it.
  private var isExact = false

  init(_ rules: CommandRules) { self.rules = rules }

  /// Parts the words of a command whose program is known, or is a path.
  mutating func read(
    _ part: ShellPart,
    _ source: ShellSource,
    _ program: CommandRules.Program?,
    _ name: (text: String, number: Int)
  ) {
    (words, self.source) = (part.words, source)
    begin(program, name)
    if let program, !program.prefix.isEmpty { begin(program.prefix) }
    while index < words.count, inner.isEmpty { read() }
    finish()
    // The part is used again, and must not be copied for that.
    (words, self.source) = ([], ShellSource(bytes: [], copies: []))
  }

  private mutating func begin(
    _ program: CommandRules.Program?,
    _ name: (text: String, number: Int)
  ) {
    self.program = program
    (self.name, number) = name
    (subcommand, usage, found, innerText) = ("", nil, nil, nil)
    inner = 0..<0
    index = 1
    path = (CommandRules.UsageTree.root, CommandRules.UsageTree.root)
    if !marks.isEmpty { marks.removeAll(keepingCapacity: true) }
    if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    (flags, operands) = ([], [])
  }

  /// Begins with the words that the name of the program stands for.
  private mutating func begin(_ prefix: [String]) {
    for (index, word) in prefix.enumerated() {
      places.append(-1 - index)
      step(rules.names.number(of: word), nil)
    }
    look()
  }

  /// Gives away the flags and operands, which nobody asks for again.
  mutating func take() -> (flags: [ShellCommand.Flag], operands: [String]) {
    let taken = (flags, operands)
    (flags, operands) = ([], [])
    return taken
  }

  // MARK: Words

  private mutating func read() {
    let word = words[index]
    index += 1
    let first = source.byte(word.text)
    if first == UInt8(ascii: "-"), word.text.count > 1 {
      guard word.text.count == 2, source.byte(word.text, at: 1) == first, !word.isQuoted else {
        return flag(word)
      }
      if innerLimit != nil || current?.inner == .dashes { return take(index) }
      places += index..<words.count
      index = words.count
    } else if index == 2, program?.isBare == true, word.look.seen.isLetters {
      cluster(word.text)
    } else if let limit = innerLimit, places.count - (found?.words ?? 0) >= limit,
      limit > 0 || word.nameLength == 0
    {
      // "env NAME=value command": what is set is not the command.
      take(index - 1)
    } else {
      places.append(index - 1)
      look(word)
    }
  }

  /// Finds the sub-command by the operands so far, of which a word is the last.
  private mutating func look(_ word: ShellWord) {
    guard let program, places.count <= program.depth else { return }
    let isCapital = word.look.seen.hasCapital
    step(word.look.number, isCapital ? rules.number(ofSmall: source.text(word.text)) : nil)
    look()
  }

  /// `small` is the number of the word in small letters, where it has others.
  private mutating func step(_ number: Int, _ small: Int?) {
    guard let usages = program?.usages else { return }
    let isSame = small == nil && path.exact == path.small
    path.exact = usages.next(path.exact, number)
    path.small = isSame ? path.exact : usages.next(path.small, small ?? number)
  }

  private mutating func look() {
    guard let program, places.count <= program.depth, places.count > (found?.words ?? 0) else {
      return
    }
    if let usage = program.usages.usage(at: path.exact) {
      (found, isExact) = (usage, true)
    } else if let usage = program.usages.usage(at: path.small) {
      (found, isExact) = (usage, false)
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
    inner = start..<words.count
    index = words.count
    guard current?.isText == true, start < words.count else { return }
    let texts = words[start...].map { source.text($0.text) }
    innerText = (texts.joined(separator: " "), words[start].line)
  }

  // MARK: Flags

  private mutating func flag(_ word: ShellWord) {
    let text = word.text
    let number = word.look.number
    if word.look.equals >= 0 {
      let value = text.dropFirst(word.look.equals + 1)
      let name = text.prefix(word.look.equals)
      return marks.append(Mark(number: number, name: name, value: value))
    }
    if program?.wraps.contains(number) == true {
      marks.append(Mark(number: number, name: text))
      // ";" and "+" end the command behind "-exec".
      let end = words[index...].firstIndex {
        $0.text.count == 1 && ";+".utf8.contains(source.byte($0.text))
      }
      inner = index..<(end ?? words.count)
      index = inner.upperBound
      return
    }
    if program?.isClustered == true, text.count > 2,
      source.byte(text, at: 1) != UInt8(ascii: "-")
    {
      return cluster(text.dropFirst(1))
    }
    marks.append(Mark(number: number, name: text))
    guard takesValue(number, text), let value = value() else { return }
    marks[marks.count - 1].value = value
    guard found?.isGreedy ?? program?.isGreedy ?? false, !places.isEmpty else { return }
    // "--ids a b c" gives the flag three values.
    while let more = self.value() {
      marks.append(Mark(number: number, name: text, value: more))
    }
  }

  /// Whether the word after a flag is its value; of an unknown program after a long flag.
  private func takesValue(_ number: Int, _ text: ShellPiece) -> Bool {
    guard let program else { return source.has(text, prefix: "--".utf8) }
    return program.takesValue(number, current) ?? !source.has(text, prefix: "--no-".utf8)
  }

  /// "-xzf file", "-Fc"; the letters stand in a piece of a word.
  private mutating func cluster(_ letters: ShellPiece) {
    for offset in 0..<letters.count {
      let number = rules.flag(source.byte(letters, at: offset))
      marks.append(Mark(number: number, name: letters.dropFirst(offset).prefix(1), isLetter: true))
      guard program?.takesValue(number, current) ?? true else { continue }
      let rest = letters.dropFirst(offset + 1)
      marks[marks.count - 1].value = rest.count > 0 ? rest : value()
      return
    }
  }

  /// Takes the next word if it can be a value.
  private mutating func value() -> ShellPiece? {
    guard index < words.count, isValue(words[index]) else { return nil }
    index += 1
    return words[index - 1].text
  }

  private func isValue(_ word: ShellWord) -> Bool {
    word.isQuoted || word.text.count == 1 || source.byte(word.text) != UInt8(ascii: "-")
  }

  // MARK: The end

  /// Names the sub-command, takes its words from the operands, and finds what the command does.
  private mutating func finish() {
    let (names, count) = head()
    if places.count > count { operands.reserveCapacity(places.count - count) }
    for index in count..<places.count { operands.append(text(places[index])) }
    if !marks.isEmpty { flags.reserveCapacity(marks.count) }
    for mark in marks {
      let value = mark.value.map { source.text($0) }
      flags.append(ShellCommand.Flag(name: name(mark), value: value))
    }
    guard let program else { return }
    let usage = found ?? variant(program)?.usage ?? program.usage(of: names) ?? program.otherwise
    self.usage = usage
    guard case .flag(let numbers) = usage.inner,
      let place = marks.firstIndex(where: { numbers.contains($0.number) }),
      let text = flags[place].value,
      let last = words.lastIndex(where: { source.text($0.text).hasSuffix(text) })
    else { return }
    inner = last..<(last + 1)
    innerText = (text, words[last].line)
  }

  /// Names the sub-command; gives its words where it is not known, and how many they are.
  private mutating func head() -> (names: [String], count: Int) {
    if let found {
      let names = isExact ? [] : places.prefix(found.words).map { text($0) }
      subcommand = isExact ? found.name : names.joined(separator: " ")
      return ([], found.words)
    }
    guard let program, program.depth > 0, !places.isEmpty else { return ([], 0) }
    let words = places.prefix(program.depth).map { text($0) }
    let names = Array(words.prefix(program.length(of: words)))
    subcommand = names.joined(separator: " ")
    return (names, names.count)
  }

  private func variant(_ program: CommandRules.Program) -> CommandRules.Variant? {
    program.variants.first { variant in
      marks.indices.contains { index in
        marks[index].number == variant.flag
          && (variant.value == nil || flags[index].value == variant.value)
      }
    }
  }

  private func text(_ place: Int) -> String {
    place < 0 ? program?.prefix[-1 - place] ?? "" : source.text(words[place], rules)
  }

  private func name(_ mark: Mark) -> String {
    if mark.number > 0 { return rules.names[mark.number] }
    return mark.isLetter ? "-" + source.text(mark.name) : source.text(mark.name)
  }
}
