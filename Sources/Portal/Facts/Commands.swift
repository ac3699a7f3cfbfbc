/// Reads the commands of a document from its blocks of code.
enum Commands {
  /// The commands and variables in the order in which they stand.
  static func read(
    _ outline: MarkedOutline,
    scenarios: [Scenario],
    steps: [Step] = [],
    _ rules: CommandRules = .standard
  ) -> (commands: [ShellCommand], variables: [ShellVariable]) {
    var script = ShellScript(rules, StepPlaces(steps))
    let places = ScenarioPlaces(scenarios)
    let statements = outline.statements
    var index = 0
    while index < statements.count {
      guard statements[index].kind == .code else {
        index += 1
        continue
      }
      let first = statements[index]
      let code = outline.outline.codes[first.block]
      var end = index + 1
      while end < statements.count, statements[end].kind == .code,
        statements[end].block == first.block
      {
        end += 1
      }
      let lines = statements[index..<end]
      index = end
      guard let fence = rules.fence(code.language),
        let text = ShellBlock.text(lines, fence, rules)
      else { continue }
      script.read(
        text,
        line: first.line,
        isStrict: fence == .plain,
        block: first.block,
        section: outline.outline.heading(of: first)?.text ?? "",
        scenario: places[first.line]
      )
    }
    return (script.commands, script.variables)
  }
}
