/// Everything that was read from one document.
struct Facts: Sendable {
  let document: Document
  let outline: MarkedOutline
  let objectives: [Objective]
  let scenarios: [Scenario]
  let times: [StatedTime]
  let backups: [BackupPolicy]
  let drills: [DrillSchedule]
  let contacts: [Contact]
  let fields: [DocumentField]
  let placeholders: [Placeholder]
  let review: Review

  init(_ document: Document, _ words: Vocabulary = .standard) {
    self.document = document
    outline = MarkedOutline(document.outline, words)
    objectives = Objectives.read(document.outline, words)
    scenarios = Scenarios.read(outline, lineCount: document.lines.count)
    times = StatedTimes.read(outline, scenarios: scenarios)
    backups = BackupPolicies.read(outline)
    drills = DrillSchedules.read(outline)
    contacts = Contacts.read(outline)
    fields = DocumentFields.read(outline, frontMatter: document.frontMatter)
    placeholders = Placeholders.read(outline, document)
    review = Review.read(fields, outline)
  }
}
