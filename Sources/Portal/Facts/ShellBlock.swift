internal import Bindings

/// The lines of a block of code that are commands; all others are left empty, so that lines keep
/// their numbers.
struct ShellBlock {
  private let rules: CommandRules
  /// The lines as they are written.
  private let lines: [ArraySlice<UInt8>]
  private var kept: [UInt8] = []
  /// What is open at the end of the last line that was kept.
  private var quote: UInt8?
  private var delimiter: [UInt8]?
  private var isJoined = false

  /// The text of the commands of a block; nil where it holds none.
  static func text(
    _ statements: ArraySlice<Outline.Statement>,
    _ fence: CommandRules.Fence,
    _ rules: CommandRules
  ) -> [UInt8]? {
    var output = ByteOutput(capacity: 64 * statements.count)
    for statement in statements {
      output.append(statement.text)
      output.append(UInt8(ascii: "\n"))
    }
    let bytes = output.bytes
    if fence == .shell, isPlain(bytes.span) { return bytes }
    let lines = lines(bytes)
    var block = ShellBlock(rules: rules, lines: lines)
    if fence == .manifest { return ShellManifest.text(lines, rules) }
    if lines.contains(where: { Self.prompt($0) != nil }) || fence != .shell && block.isRoot {
      block.session()
    } else if fence == .shell || fence == .session {
      guard lines.contains(where: block.isOdd) else { return bytes }
      block.all()
    } else {
      block.known()
    }
    return block.kept.contains(where: \.isLetter) ? block.kept : nil
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: start) {
      lines.append(bytes[start..<end])
      start = end + 1
    }
    return lines
  }

  /// Whether each line is a command or a comment, as far as its first word tells: then no other
  /// question has to be asked.
  private static func isPlain(_ bytes: Swift.Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let first = bytes[index]
      if Byte.isSpace(first) {
        index += 1
        continue
      }
      // Times of a crontab, and signs of a prompt.
      if first.isDigit || "*@$%P".utf8.contains(first) { return false }
      var last = first
      while first != UInt8(ascii: "#"), index < bytes.count, !Byte.isSpace(bytes[index]) {
        last = bytes[index]
        if last == UInt8(ascii: "@") || last == UInt8(ascii: "\\") { return false }
        index += 1
      }
      if first != UInt8(ascii: "#"), "$#>".utf8.contains(last) { return false }
      index = bytes.firstIndex(of: UInt8(ascii: "\n"), from: index) ?? bytes.count
    }
    return true
  }

  private init(rules: CommandRules, lines: [ArraySlice<UInt8>]) {
    self.rules = rules
    self.lines = lines
  }

  // MARK: Which lines

  /// All lines but those behind the prompt of a database; the commands of a crontab.
  private mutating func all() {
    for line in lines {
      if !isForeign(line) { keep(line) }
      kept.append(UInt8(ascii: "\n"))
    }
  }

  /// Whether a line may be more or less than a command.
  private func isOdd(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first(where: { !Byte.isSpace($0) }) else { return false }
    return first.isDigit || first == UInt8(ascii: "*") || first == UInt8(ascii: "@")
      || isForeign(line)
  }

  /// The lines behind a prompt, and what belongs to them; the rest is output.
  private mutating func session() {
    for line in lines {
      if let length = Self.prompt(line) ?? root(line) {
        (quote, delimiter) = (nil, nil)
        keep(line.dropFirst(length))
      } else if isOpen {
        keep(line.starts(with: "> ".utf8) ? line.dropFirst(2) : line)
      }
      kept.append(UInt8(ascii: "\n"))
    }
  }

  /// The lines that look like commands, and what belongs to them.
  private mutating func known() {
    guard lines.contains(where: { Self.looks($0, rules, withAssignments: false) }) else { return }
    var depth = 0
    for line in lines {
      if Self.opens(line) { depth += 1 }
      if isOpen || depth > 0 || Self.looks(line, rules, withAssignments: true) {
        keep(Self.withoutMark(line))
      }
      if Self.closes(line) { depth = max(0, depth - 1) }
      kept.append(UInt8(ascii: "\n"))
    }
  }

  /// Adds a line without its schedule, and notes what it leaves open.
  private mutating func keep(_ line: ArraySlice<UInt8>) {
    let start = kept.count
    kept.append(contentsOf: isOpen ? line : withoutSchedule(line))
    // "`" and "^" join lines in other shells.
    if let last = kept.last, last == UInt8(ascii: "`") || last == UInt8(ascii: "^"),
      kept.count > start + 1, Byte.isSpace(kept[kept.count - 2])
    {
      kept[kept.count - 1] = UInt8(ascii: "\\")
    }
    note(kept[start...])
  }

  // MARK: Prompts

  /// The length of a prompt: "$ ", "user@host:~$ ", "[root@db1 ~]# ", "PS C:\>", "bash-5.1$ ".
  private static func prompt(_ line: ArraySlice<UInt8>) -> Int? {
    let text = line.drop(while: Byte.isSpace)
    guard let first = text.first else { return nil }
    func follows(_ index: Int) -> Bool {
      index + 1 < text.endIndex && text[index + 1] == Byte.space
    }
    if first == UInt8(ascii: "$") || first == UInt8(ascii: "%") {
      return follows(text.startIndex) ? text.startIndex + 2 - line.startIndex : nil
    }
    guard first.isLetter || "[/~(".utf8.contains(first) else { return nil }
    let word = text.prefix { !Byte.isSpace($0) }
    if word.elementsEqual("PS".utf8) || word.dropFirst().starts(with: ":\\".utf8) {
      guard let end = text.prefix(100).firstIndex(of: UInt8(ascii: ">")) else { return nil }
      return end + (follows(end) ? 2 : 1) - line.startIndex
    }
    if let at = word.firstIndex(of: UInt8(ascii: "@")) {
      let rest = text[at...].prefix(100)
      guard word[..<at].allSatisfy({ $0.isLetterOrDigit || "[(._-".utf8.contains($0) }),
        let end = rest.firstIndex(where: { "$#%".utf8.contains($0) }), follows(end),
        !rest[..<end].contains(where: { "=\"'|;".utf8.contains($0) })
      else { return nil }
      return end + 2 - line.startIndex
    }
    guard let sign = word.last, sign == UInt8(ascii: "$") || sign == UInt8(ascii: "#"),
      word.count > (sign == UInt8(ascii: "$") ? 1 : 2), word.endIndex < text.endIndex,
      word.dropLast().allSatisfy({ $0.isLetterOrDigit || "-.~/:".utf8.contains($0) })
    else { return nil }
    return word.endIndex + 1 - line.startIndex
  }

  /// Whether "# " is a prompt: no other line is a command, and what follows it is one.
  private var isRoot: Bool {
    lines.contains { root($0) != nil }
      && !lines.contains { root($0) == nil && Self.looks($0, rules, withAssignments: true) }
  }

  private func root(_ line: ArraySlice<UInt8>) -> Int? {
    guard line.starts(with: "# ".utf8) else { return nil }
    return Self.looks(line.dropFirst(2), rules, withAssignments: false) ? 2 : nil
  }

  /// What follows the prompt of a database or of another language.
  private func isForeign(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.drop(while: Byte.isSpace).prefix { !Byte.isSpace($0) }
    guard word.count > 1, word.endIndex < line.endIndex, let last = word.last,
      last == UInt8(ascii: ">") || last == UInt8(ascii: "#")
    else { return false }
    return word.dropLast().allSatisfy { $0.isLetterOrDigit || "=-_.:>()*[]".utf8.contains($0) }
  }
}

extension ShellBlock {
  // MARK: What is open

  private var isOpen: Bool { isJoined || quote != nil || delimiter != nil }

  /// Notes whether a line is joined to the next, or leaves a quote or a text open.
  private mutating func note(_ line: ArraySlice<UInt8>) {
    let trimmed = line.trimmed(of: Byte.isSpace)
    if let end = delimiter {
      if trimmed.elementsEqual(end) { delimiter = nil }
      return
    }
    isJoined = false
    if quote == nil, trimmed.first == UInt8(ascii: "#") { return }
    isJoined = trimmed.last == UInt8(ascii: "\\")
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
          index += 1
        } else if byte == open {
          quote = nil
        }
      } else if byte == UInt8(ascii: "\\") {
        index += 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "<"), line[index...].starts(with: "<<".utf8) {
        open(line[(index + 2)...])
        index += 2
      }
      index += 1
    }
  }

  /// "<<EOF", "<<- 'EOF'".
  private mutating func open(_ rest: ArraySlice<UInt8>) {
    let name = rest.drop { "- '\"".utf8.contains($0) }.prefix {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "_")
    }
    if !name.isEmpty, rest.first != UInt8(ascii: "<") { delimiter = Array(name) }
  }

  // MARK: What stands before a command

  /// A line of a crontab without its schedule and its user.
  private func withoutSchedule(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = line.first(where: { !Byte.isSpace($0) }),
      first.isDigit || first == UInt8(ascii: "*") || first == UInt8(ascii: "@"),
      let cron = Cron(line)
    else { return line }
    let rest = line.dropFirst(cron.count)
    let words = rest.split(maxSplits: 2, whereSeparator: Byte.isSpace)
    guard words.count > 1, words[0].allSatisfy(\.isLetterOrDigit),
      !rules.knows(String(words[0])), words[1].first == 0x2F || rules.knows(String(words[1]))
    else { return rest }
    return rest[words[1].startIndex...]
  }

  private static func closes(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split { Byte.isSpace($0) || $0 == UInt8(ascii: ";") }
    return [words.first, words.last].contains { word in
      ["done", "fi", "esac"].contains { word?.elementsEqual($0.utf8) == true }
    }
  }
}
