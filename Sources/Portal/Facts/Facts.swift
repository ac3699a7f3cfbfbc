/// Everything that was read from one document.
struct Facts: Sendable {
  let objectives: [Objective]
  let scenarios: [Scenario]
  let times: [StatedTime]
  let backups: [BackupPolicy]
  let drills: [DrillSchedule]
  let contacts: [Contact]
  let fields: [DocumentField]
  let placeholders: [Placeholder]
  let review: Review
  /// What looks like an objective and is none.
  let rejections: [Rejection]
  let steps: [Step]
  let commands: [ShellCommand]
  let variables: [ShellVariable]
  let blocks: [CodeBlock]
  /// All but the commands as one flat list, line by line.
  private(set) var list: [Fact] = []

  init(_ document: Document, _ words: Vocabulary = .standard) {
    let outline = MarkedOutline(document.outline, words)
    scenarios = Scenarios.read(outline, document.lines)
    objectives = StatedObjectives.merge(
      document.frontMatter,
      over: Objectives.read(outline).of(scenarios),
      words
    )
    times = StatedTimes.read(outline, scenarios: scenarios)
    let schedules = CodeSchedules(outline: outline)
    backups = BackupPolicies.read(outline, schedules)
    drills = DrillSchedules.read(outline, schedules)
    contacts = Contacts.read(outline)
    fields = DocumentFields.read(outline, document)
    placeholders = Placeholders.read(outline, document)
    review = Review.read(fields, outline)
    rejections = Rejections.read(outline, objectives, times)
    steps = Steps.read(outline, document, scenarios: scenarios)
    var script = Commands.read(outline, scenarios: scenarios, steps: steps)
    for index in script.commands.indices { script.commands[index].place(in: document.lines) }
    commands = script.commands
    variables = script.variables
    blocks = CodeBlock.read(outline, document)
    list = list(outline, document)
  }
}
