extension CommandResources {
  // MARK: Statements of databases

  /// "psql -d shop -c 'DROP DATABASE old'", "mysql shop < dump.sql".
  mutating func statements(_ rule: CommandRules.Rule, _ words: borrowing CommandWords) {
    // The two rules of a program are looked at together.
    guard case .database(let flags, let operand) = rule.words else { return }
    let name = words.marks.firstIndex { flags.contains($0.number) }
      .flatMap { words.flags[$0].value }
    let operands = words.operands
    let place = name ?? (operands.indices.contains(operand - 1) ? operands[operand - 1] : nil)
    var access: ShellResource.Access? = isFed || Self.isFile(words) ? .write : nil
    for text in texts(words) {
      for part in text.utf8.split(separator: UInt8(ascii: ";")) {
        let statement = String(Substring(part))
        let (kind, target) = effect(FoldedText(folding: statement), statement)
        guard let kind else { continue }
        if let target {
          add(ShellResource(access: kind, kind: .database, name: target))
        } else if access == nil || kind == .write {
          access = kind
        }
      }
    }
    let isNamed = found.contains { $0.kind == .database }
    guard let place, access != nil || !isNamed else { return }
    add(ShellResource(access: access ?? .inside, kind: .database, name: place))
  }

  /// The statements that stand in flags, and those that are fed.
  private func texts(_ words: borrowing CommandWords) -> [String] {
    var texts: [String] = []
    let rules = words.usage?.all ?? []
    for (index, flag) in words.flags.enumerated() {
      let number = words.marks[index].number
      if let value = flag.value, rules.contains(where: { $0.hasStatements(in: number) }) {
        texts.append(value)
      }
    }
    if let input { texts.append(input) }
    return texts
  }

  /// Whether a file of statements is run.
  private static func isFile(_ words: borrowing CommandWords) -> Bool {
    words.flags.contains { $0.name == "-f" || $0.name == "--file" || $0.name == "-i" }
  }

  /// What a statement does, and the database that it names.
  private func effect(
    _ text: FoldedText,
    _ statement: String
  ) -> (ShellResource.Access?, String?) {
    let start = text.skipSpaces(0)
    guard start < text.bytes.count else { return (nil, nil) }
    // "\\dt" of psql.
    if text.bytes[start] == UInt8(ascii: "\\") { return (.read, nil) }
    for (words, access) in rules.statements where text.has(words, at: start) {
      guard access != .read else { return (.read, nil) }
      let rest = String(Array(statement.utf8)[(start + words.count)...])
      let skipped: Set<String> = ["if", "not", "exists"]
      let name = rest.split(whereSeparator: { $0 == " " || $0 == "\n" }).first {
        !skipped.contains($0.lowercased())
      }
      return (access, name.map { String($0.filter { $0 != "\"" && $0 != "`" }) })
    }
    return (.write, nil)
  }
}

extension CommandRules.Rule {
  /// Whether the value of a flag is a statement.
  fileprivate func hasStatements(in flag: Int) -> Bool {
    if case .statements(let numbers) = words { numbers.contains(flag) } else { false }
  }
}
