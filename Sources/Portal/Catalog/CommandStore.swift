internal import Bindings

/// Puts the steps, commands, variables and blocks of code of documents into the catalog.
struct CommandStore: ~Copyable {
  private var step: Statement
  private var command: Statement
  private var flag: Statement
  private var resource: Statement
  private var copy: Statement
  private var variable: Statement
  private var block: Statement
  private let rules = CommandRules.standard
  /// The rows so far, by which others refer to them.
  private var steps = 0
  private var commands = 0
  private var variables = 0

  // All are prepared before any is kept: a half-made value that owns handles cannot be undone.
  init(_ catalog: borrowing Database) throws(SQLiteError) {
    let step = try FactStore.insertion(catalog, "step", 11)
    let command = try FactStore.insertion(catalog, "command", 20)
    let flag = try FactStore.insertion(catalog, "command_flag", 4)
    let resource = try FactStore.insertion(catalog, "command_resource", 7)
    let copy = try FactStore.insertion(catalog, "copy_name", 9)
    let variable = try FactStore.insertion(catalog, "variable", 8)
    let block = try FactStore.insertion(catalog, "code_block", numbered: true, 6)
    self.step = step
    self.command = command
    self.flag = flag
    self.resource = resource
    self.copy = copy
    self.variable = variable
    self.block = block
  }

  /// Stores what one document says; `scenarios` are the rows of its scenarios, `heading` is that of
  /// its first heading.
  mutating func add(_ reading: Reading, scenarios: [Int], heading: Int) throws(SQLiteError) {
    let facts = reading.facts
    try addSteps(reading, scenarios, SectionRows(reading.anchors.headings, first: heading))
    let first = (step: steps - facts.steps.count + 1, command: commands + 1)
    let values = BlockVariables(facts.variables)
    for item in facts.commands {
      commands += 1
      try add(item, reading, scenarios, first)
      try addCopies(of: item, reading, values)
    }
    for item in facts.variables {
      variables += 1
      try variable.run([
        SQLValue(variables), .text(reading.path), SQLValue(item.block + 1), .text(item.name),
        .text(item.access.rawValue), SQLValue(item.value), SQLValue(item.isExported),
        SQLValue(item.line),
      ])
    }
    for (index, item) in facts.blocks.enumerated() {
      try block.run([
        .text(reading.path), SQLValue(index + 1), .text(item.language), .text(item.text),
        SQLValue(item.lines.lowerBound), SQLValue(item.lines.upperBound),
      ])
    }
  }

  private mutating func addSteps(
    _ reading: Reading,
    _ scenarios: [Int],
    _ sections: consuming SectionRows
  ) throws(SQLiteError) {
    for item in reading.facts.steps {
      steps += 1
      try step.run([
        SQLValue(steps), .text(reading.path), SQLValue(item.scenario.map { scenarios[$0] }),
        .text(item.section), SQLValue(sections.row(of: item.section, above: item.line)),
        SQLValue(item.number), .text(item.title), .text(item.form.rawValue),
        SQLValue(item.lastLine), SQLValue(item.line), .text(reading.location(item.line).quote),
      ])
    }
  }

  /// Stores what the command that was added last calls the copies that it makes and reads.
  private mutating func addCopies(
    of item: ShellCommand,
    _ reading: Reading,
    _ values: BlockVariables
  ) throws(SQLiteError) {
    for (index, one) in item.resources.enumerated() {
      let value = values.value(of: one.name, block: item.block, line: item.line)
      guard [.read, .create, .write].contains(one.access),
        let name = CopyName(one, value: value, rules)
      else { continue }
      try copy.run([
        SQLValue(commands), SQLValue(index + 1), .text(reading.path), SQLValue(item.block + 1),
        .text(one.access.rawValue), .text(one.kind.rawValue), .text(name.name), .text(name.base),
        .text(name.stem),
      ])
    }
  }

  private mutating func add(
    _ item: ShellCommand,
    _ reading: Reading,
    _ scenarios: [Int],
    _ first: (step: Int, command: Int)
  ) throws(SQLiteError) {
    try command.run([
      SQLValue(commands), .text(reading.path), SQLValue(item.scenario.map { scenarios[$0] }),
      SQLValue(item.step.map { first.step + $0 }), SQLValue(item.parent.map { first.command + $0 }),
      .text(item.role.rawValue), .text(item.section), SQLValue(item.block + 1),
      SQLValue(item.pipeline), SQLValue(item.position), .text(item.joint.rawValue),
      SQLValue(item.function), .text(item.program), .text(item.subcommand), .text(item.text),
      SQLValue(item.input), SQLValue(isOpen(item)), SQLValue(item.line), SQLValue(item.lastLine),
      .text(reading.location(item.line).quote),
    ])
    for (index, one) in item.flags.enumerated() {
      try flag.run([
        SQLValue(commands), SQLValue(index + 1), .text(one.name), SQLValue(one.value),
      ])
    }
    for (index, one) in item.resources.enumerated() {
      try resource.run([
        SQLValue(commands), SQLValue(index + 1), .text(one.access.rawValue),
        .text(one.kind.rawValue), .text(one.name), SQLValue(one.line),
        .text(reading.location(one.line).quote),
      ])
    }
  }

  /// Whether somebody has to find a value before the command can be given.
  private func isOpen(_ item: ShellCommand) -> Bool {
    item.parent == nil && (item.role == .plain || item.role == .setting)
      && rules.open.stands(in: item.text)
  }
}

/// The rows of the headings of a document by their titles, as one goes down the lines.
private struct SectionRows {
  private let headings: [Heading]
  private let first: Int
  private var next = 0
  private var rows: [String: Int] = [:]

  init(_ headings: [Heading], first: Int) {
    self.headings = headings
    self.first = first
  }

  /// The nearest heading of a title above a line; lines are asked for in their order.
  mutating func row(of title: String, above line: Int) -> Int? {
    while next < headings.count, headings[next].line < line {
      rows[headings[next].text] = first + next
      next += 1
    }
    return rows[title]
  }
}
