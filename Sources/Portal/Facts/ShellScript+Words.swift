extension ShellScript {
  // MARK: What is a command

  /// Reads the words of a command; false for statements, settings, output and prose.
  mutating func isCommand(_ part: ShellPart, _ source: ShellSource) -> Bool {
    guard let first = part.words.first, first.text.count > 0 else { return false }
    let (program, name) = program(first, source)
    if let program {
      guard isStrict else {
        words.read(part, source, program, name)
        return true
      }
      if rules.isAmbiguous(name.number), !hasSigns(part, source) { return false }
      words.read(part, source, program, name)
      return rules.isAmbiguous(name.number)
        || !(words.usage === program.otherwise && isProse(part, source))
    }
    let text = name.text
    guard isProgram(text),
      part.words.count < 2 || source.byte(part.words[1].text) != UInt8(ascii: "=")
    else { return false }
    let isCommand =
      functions.contains(text) || isPath(text)
      || !isStrict && !isShouted(text) && !isProse(part, source)
    if isCommand { words.read(part, source, nil, name) }
    return isCommand
  }

  /// The program that the first word of a command names, and the name without its path.
  private func program(
    _ word: ShellWord,
    _ source: ShellSource
  ) -> (CommandRules.Program?, name: (text: String, number: Int)) {
    if word.look.equals < 0, let program = rules.program(word.look.number) {
      return (program, (rules.names[word.look.number], word.look.number))
    }
    let text = source.text(word.text)
    guard let (program, number) = rules.program(text) else {
      return (nil, (text, word.look.equals < 0 ? word.look.number : 0))
    }
    return (program, (rules.names[number], number))
  }

  /// A name of the signs that names of programs have.
  private func isProgram(_ name: String) -> Bool {
    let bytes = name.utf8.span
    guard bytes.count > 0, bytes.count < 200,
      bytes[0].isASCIILetter || "./$~_<".utf8.contains(bytes[0]),
      !":,".utf8.contains(bytes[bytes.count - 1])
    else { return false }
    var hasLetter = false
    for index in 0..<bytes.count {
      let isLetter = bytes[index].isASCIILetter
      guard isLetter || Self.nameSigns.contains(bytes[index]) else { return false }
      hasLetter = hasLetter || isLetter
    }
    return hasLetter
  }

  private static let nameSigns = ByteSet("0123456789_./$~{}<>@%+-: ".utf8)

  /// "./restore.sh", "$SCRIPTS/restore", "restore.sh".
  private func isPath(_ name: String) -> Bool {
    let bytes = name.utf8
    guard !name.hasPrefix("//"), !name.has(Byte.space), !name.has("://") else {
      return false
    }
    return CommandResources.isScript(name)
      || bytes.contains(UInt8(ascii: "/")) && "./$~".utf8.contains(bytes.first ?? 0)
  }

  /// "SELECT", "Navigate": programs have small letters.
  private func isShouted(_ name: String) -> Bool {
    guard let first = name.utf8.first, first >= 0x41, first <= 0x5A else { return false }
    return !name.utf8.contains { "-_./".utf8.contains($0) }
  }

  /// Three and more plain words behind a name that is not known.
  private func isProse(_ part: ShellPart, _ source: ShellSource) -> Bool {
    part.words.count > 3 && part.redirections.isEmpty
      && part.words.dropFirst().allSatisfy { word in
        !word.isQuoted
          && source.text(word.text).utf8.allSatisfy { $0.isLetter || ".,'".utf8.contains($0) }
      }
  }

  /// A sign that sentences have not: a flag, a path, a variable, a redirection.
  private func hasSigns(_ part: ShellPart, _ source: ShellSource) -> Bool {
    if !part.redirections.isEmpty || !part.assignments.isEmpty { return true }
    return part.words.dropFirst().contains { word in
      word.isQuoted || source.byte(word.text) == UInt8(ascii: "-")
        || source.text(word.text).utf8.dropLast().contains { "/$=.:_*".utf8.contains($0) }
    }
  }

  // MARK: Variables

  /// The variables that export, read and the like set.
  func declared(
    _ program: ShellKeyword?,
    _ part: ShellPart,
    _ source: ShellSource
  ) -> [ShellVariable] {
    switch program {
    case .export, .declare, .local, .readonly, .typeset:
      return part.words.dropFirst().filter { $0.nameLength > 0 }.map {
        ShellVariable($0, source, isExported: program == .export)
      }
    case .read, .mapfile, .readarray:
      return part.words.dropFirst().compactMap { word in
        let name = source.text(word.text)
        guard !word.isQuoted, Self.isName(name) else { return nil }
        return ShellVariable(name: name, access: .set, line: word.line)
      }
    default: return []
    }
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter || first == UInt8(ascii: "_") else {
      return false
    }
    return text.utf8.allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "_") }
  }

  // MARK: Settings

  /// The command that a setting holds: "archive_command = 'cp %p /archive/%f'".
  func setting(_ part: ShellPart, _ source: ShellSource) -> (text: String, line: Int)? {
    if part.words.isEmpty, let word = part.assignments.first {
      let variable = ShellVariable(word, source)
      guard rules.isSetting(rules.names.number(of: variable.name)) else { return nil }
      return (variable.value ?? "", word.line)
    }
    guard part.words.count > 2, ShellKeyword(part.words[1].look.number) == .equals,
      rules.isSetting(part.words[0].look.number)
    else { return nil }
    return (source.text(part.words[2].text), part.words[2].line)
  }

  /// Reads the settings in a text that a command writes.
  mutating func settings(_ text: String, line: Int, depth: Int, parent: Int) {
    guard rules.settings.contains(where: { text.has($0) }) else { return }
    let rows = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    for (offset, row) in rows.enumerated()
    where rules.settings.contains(where: { row.starts(with: $0.utf8) }) {
      let place = Place(parent: parent, depth: depth)
      parse(String(Substring(row)), line: line + offset, place, role: .setting, parent: parent)
    }
  }
}
