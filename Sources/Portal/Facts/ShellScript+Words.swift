extension ShellScript {
  // MARK: What is a command

  /// The words of a command; nil for statements, settings, output and prose.
  func command(_ part: ShellPart) -> CommandWords? {
    guard let first = part.words.first, !first.text.isEmpty else { return nil }
    let (program, name) = rules.program(first.text)
    if let program {
      let words = CommandWords(part.words, program, name)
      guard isStrict else { return words }
      if rules.ambiguous.contains(name) { return hasSigns(part) ? words : nil }
      return words.usage === program.otherwise && isProse(part) ? nil : words
    }
    guard isProgram(name), part.words.count < 2 || part.words[1].text.utf8.first != 0x3D else {
      return nil
    }
    let isCommand =
      functions.contains(name) || isPath(name) || !isStrict && !isShouted(name) && !isProse(part)
    return isCommand ? CommandWords(part.words, nil, name) : nil
  }

  /// A name of the signs that names of programs have.
  private func isProgram(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last, name.utf8.count < 200 else {
      return false
    }
    return first.isASCIILetter && first < 0x80 || "./$~_<".utf8.contains(first)
      ? last != Byte.colon && last != UInt8(ascii: ",")
        && name.utf8.contains { $0.isASCIILetter }
        && name.utf8.allSatisfy {
          $0.isASCIILetter || $0.isDigit || "_./$~{}<>@%+-: ".utf8.contains($0)
        } : false
  }

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
  private func isProse(_ part: ShellPart) -> Bool {
    part.words.count > 3 && part.redirections.isEmpty
      && part.words.dropFirst().allSatisfy { word in
        !word.isQuoted && word.text.utf8.allSatisfy { $0.isLetter || ".,'".utf8.contains($0) }
      }
  }

  /// A sign that sentences have not: a flag, a path, a variable, a redirection.
  private func hasSigns(_ part: ShellPart) -> Bool {
    if !part.redirections.isEmpty || !part.assignments.isEmpty { return true }
    return part.words.dropFirst().contains { word in
      word.isQuoted || word.text.utf8.first == UInt8(ascii: "-")
        || word.text.utf8.dropLast().contains { "/$=.:_*".utf8.contains($0) }
    }
  }

  // MARK: Variables

  /// The variables that export, read and the like set.
  func declared(_ program: String, _ part: ShellPart) -> [ShellVariable] {
    switch program {
    case "export", "declare", "local", "readonly", "typeset":
      return part.words.dropFirst().filter { $0.nameLength > 0 }.map {
        ShellVariable($0, isExported: program == "export")
      }
    case "read", "mapfile", "readarray":
      return part.words.dropFirst().filter { !$0.isQuoted && Self.isName($0.text) }.map {
        ShellVariable(name: $0.text, access: .set, line: $0.line)
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
  func setting(_ part: ShellPart) -> (text: String, line: Int)? {
    if part.words.isEmpty, let word = part.assignments.first {
      let variable = ShellVariable(word)
      guard rules.settings.contains(variable.name) else { return nil }
      return (variable.value ?? "", word.line)
    }
    guard part.words.count > 2, part.words[1].text == "=",
      rules.settings.contains(part.words[0].text)
    else { return nil }
    return (part.words[2].text, part.words[2].line)
  }

  /// Reads the settings in a text that a command writes.
  mutating func settings(_ text: String, line: Int, depth: Int, parent: Int) {
    for (offset, row) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where rules.settings.contains(where: { row.hasPrefix($0) }) {
      let place = Place(parent: parent, depth: depth)
      parse(String(row), line: line + offset, place, role: .setting, parent: parent)
    }
  }
}

extension CommandRules {
  /// The program of a name, alone or at the end of a path, and its short name.
  func program(_ name: String) -> (Program?, String) {
    if let program = programs[name] { return (program, name) }
    if name.utf8.first == UInt8(ascii: "\\"), let program = programs[String(name.dropFirst())] {
      return (program, String(name.dropFirst()))
    }
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (nil, name) }
    let short = String(name[name.utf8.index(after: slash)...])
    return programs[short].map { ($0, short) } ?? (nil, name)
  }

  func knows(_ name: String) -> Bool { program(name).0 != nil }
}
