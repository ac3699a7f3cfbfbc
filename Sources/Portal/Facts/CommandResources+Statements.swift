extension CommandResources {
  // MARK: Statements of databases

  /// "psql -d shop -c 'DROP DATABASE old'", "mysql shop < dump.sql".
  mutating func statements(_ rule: CommandRules.Rule) {
    // The two rules of a program are looked at together.
    guard case .database(let flags, let operand) = rule.words else { return }
    let name = words.flags.first { flags.contains($0.name) }?.value
    let operands = words.operands
    let place = name ?? (operands.indices.contains(operand - 1) ? operands[operand - 1] : nil)
    var access: ShellResource.Access? = context.isFed || isFile ? .write : nil
    for text in texts {
      for statement in text.split(separator: ";") {
        let (kind, target) = effect(FoldedText(folding: String(statement)), String(statement))
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
  private var texts: [String] {
    let flags = (words.usage?.all ?? []).flatMap { rule -> [String] in
      if case .statements(let names) = rule.words { return names }
      return []
    }
    let given = words.flags.filter { flags.contains($0.name) }.compactMap(\.value)
    return given + (context.input.map { [$0] } ?? [])
  }

  /// Whether a file of statements is run.
  private var isFile: Bool {
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
