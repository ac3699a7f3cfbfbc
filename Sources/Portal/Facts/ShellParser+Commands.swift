extension ShellParser {
  // MARK: The end of a command

  /// Adds the command at hand and what stands within its words.
  mutating func finish(_ script: inout ShellScript) {
    if mode == .forWords || mode == .forName { loop(&script) }
    if isBegun {
      command(&script)
      isBegun = false
    } else {
      script.add(lexer.uses)
      nested(of: place.parent, &script)
    }
    lexer.forget()
  }

  private mutating func command(_ script: inout ShellScript) {
    if place.position == 1 { script.beginPipeline() }
    place.function = braces.last { $0 != nil } ?? nil
    let source = lexer.source
    let count = script.commands.count
    let command = script.add(part, source, place)
    guard command != nil || part.words.isEmpty || script.commands.count > count else { return }
    if command == nil, script.commands.count == count {
      script.add(part.assignments.map { ShellVariable($0, source) })
    }
    script.add(lexer.uses)
    nested(of: command ?? place.parent, &script)
    for index in pending.indices where pending[index].part == nil {
      pending[index].part = part
      pending[index].command = command
    }
  }

  private mutating func loop(_ script: inout ShellScript) {
    if let variable {
      let value = values.joined(separator: " ")
      let name = lexer.source.text(variable.text)
      script.add([ShellVariable(name: name, access: .set, value: value, line: variable.line)])
    }
    (variable, values) = (nil, [])
    mode = .command
  }

  /// Reads the commands within the words so far.
  mutating func nested(of parent: Int?, _ script: inout ShellScript) {
    guard place.depth < 8 else { return }
    for item in lexer.nested {
      let inside = ShellScript.Place(
        role: .substitution,
        parent: parent,
        function: place.function,
        depth: place.depth + 1
      )
      let (range, line) = (item.range, item.line)
      var parser = ShellParser(lexer.bytes, range, line: line, inside, script.rules)
      parser.run(into: &script)
    }
  }
}
