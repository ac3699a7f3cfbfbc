/// A kind of words by which readers find their statements; a key under `marks` of the vocabulary.
enum Mark: String, CaseIterable, Sendable {
  case backup
  case copies
  case tool
  case continuous
  case replication
  case versioned
  case enabled
  case drill
  case verification
  case restore
  case talk
  case removal
  case watch
  case latest
  case proven
  case condition
  case absence
  case scenario
  case scenarios
  case occurrence
  case playbook
  case incident
  case example
  case group
  case estimate
  case duration
  case total
  case phase
  case sla
  case detection
  case response
  case loss
  case frequency
  case moment
  case retention
  case forever
  case contact
  case control
  case step
  case symptom
  case impact
  case prerequisite
  case purpose
  case risk
  case offsite
  case storage
  case program
  case versions
  case dependency
  case primary
  case secondary
  case standby
  case claim
  case updates
  case duties
  case likelihood
  /// In a heading: below it stands what was, or what is planned for later.
  case record
  /// A word of `schedules`, `cadences` or `every`.
  case cadence
  /// A digit.
  case number
  /// The name of an objective other than availability.
  case target
  /// A word that stands for a value that is still open.
  case open
  /// A label of document control.
  case field

  /// The mark alone.
  var set: Marks { Marks(rawValue: 1 << UInt64(Self.allCases.firstIndex(of: self) ?? 63)) }
}

/// The kinds of words that stand in a text.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt64

  static let backup = Mark.backup.set
  static let copies = Mark.copies.set
  static let tool = Mark.tool.set
  static let continuous = Mark.continuous.set
  static let replication = Mark.replication.set
  static let versioned = Mark.versioned.set
  static let enabled = Mark.enabled.set
  static let drill = Mark.drill.set
  static let verification = Mark.verification.set
  static let restore = Mark.restore.set
  static let talk = Mark.talk.set
  static let removal = Mark.removal.set
  static let watch = Mark.watch.set
  static let latest = Mark.latest.set
  static let proven = Mark.proven.set
  static let condition = Mark.condition.set
  static let absence = Mark.absence.set
  static let scenario = Mark.scenario.set
  static let scenarios = Mark.scenarios.set
  static let occurrence = Mark.occurrence.set
  static let playbook = Mark.playbook.set
  static let incident = Mark.incident.set
  static let example = Mark.example.set
  static let group = Mark.group.set
  static let estimate = Mark.estimate.set
  static let duration = Mark.duration.set
  static let total = Mark.total.set
  static let phase = Mark.phase.set
  static let sla = Mark.sla.set
  static let detection = Mark.detection.set
  static let response = Mark.response.set
  static let loss = Mark.loss.set
  static let frequency = Mark.frequency.set
  static let moment = Mark.moment.set
  static let retention = Mark.retention.set
  static let forever = Mark.forever.set
  static let contact = Mark.contact.set
  static let control = Mark.control.set
  static let step = Mark.step.set
  static let symptom = Mark.symptom.set
  static let impact = Mark.impact.set
  static let prerequisite = Mark.prerequisite.set
  static let purpose = Mark.purpose.set
  static let risk = Mark.risk.set
  static let offsite = Mark.offsite.set
  static let storage = Mark.storage.set
  static let program = Mark.program.set
  static let versions = Mark.versions.set
  static let dependency = Mark.dependency.set
  static let primary = Mark.primary.set
  static let secondary = Mark.secondary.set
  static let standby = Mark.standby.set
  static let claim = Mark.claim.set
  static let updates = Mark.updates.set
  static let duties = Mark.duties.set
  static let likelihood = Mark.likelihood.set
  static let record = Mark.record.set
  static let cadence = Mark.cadence.set
  static let number = Mark.number.set
  static let target = Mark.target.set
  static let open = Mark.open.set
  static let field = Mark.field.set

  /// Whether one of some marks is set.
  func has(_ some: Marks) -> Bool { !isDisjoint(with: some) }
}
