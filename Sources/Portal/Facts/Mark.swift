/// The kinds of words that stand in a text, by which readers find their statements.
///
/// Each has its bit as a number, which the compiler takes for a constant: readers ask for them in
/// all statements.
struct Marks: OptionSet, Sendable {
  let rawValue: UInt64

  static let backup = Marks(rawValue: 1 << 0)
  static let copies = Marks(rawValue: 1 << 1)
  static let tool = Marks(rawValue: 1 << 2)
  static let continuous = Marks(rawValue: 1 << 3)
  static let replication = Marks(rawValue: 1 << 4)
  static let versioned = Marks(rawValue: 1 << 5)
  static let enabled = Marks(rawValue: 1 << 6)
  static let drill = Marks(rawValue: 1 << 7)
  static let verification = Marks(rawValue: 1 << 8)
  static let restore = Marks(rawValue: 1 << 9)
  static let talk = Marks(rawValue: 1 << 10)
  static let removal = Marks(rawValue: 1 << 11)
  static let watch = Marks(rawValue: 1 << 12)
  static let latest = Marks(rawValue: 1 << 13)
  static let proven = Marks(rawValue: 1 << 14)
  static let condition = Marks(rawValue: 1 << 15)
  static let absence = Marks(rawValue: 1 << 16)
  static let scenario = Marks(rawValue: 1 << 17)
  static let scenarios = Marks(rawValue: 1 << 18)
  static let occurrence = Marks(rawValue: 1 << 19)
  static let playbook = Marks(rawValue: 1 << 20)
  static let incident = Marks(rawValue: 1 << 21)
  static let example = Marks(rawValue: 1 << 22)
  static let group = Marks(rawValue: 1 << 23)
  static let estimate = Marks(rawValue: 1 << 24)
  static let duration = Marks(rawValue: 1 << 25)
  static let total = Marks(rawValue: 1 << 26)
  static let phase = Marks(rawValue: 1 << 27)
  static let sla = Marks(rawValue: 1 << 28)
  static let detection = Marks(rawValue: 1 << 29)
  static let response = Marks(rawValue: 1 << 30)
  static let loss = Marks(rawValue: 1 << 31)
  static let frequency = Marks(rawValue: 1 << 32)
  static let moment = Marks(rawValue: 1 << 33)
  static let retention = Marks(rawValue: 1 << 34)
  static let forever = Marks(rawValue: 1 << 35)
  static let contact = Marks(rawValue: 1 << 36)
  static let control = Marks(rawValue: 1 << 37)
  static let step = Marks(rawValue: 1 << 38)
  static let symptom = Marks(rawValue: 1 << 39)
  static let impact = Marks(rawValue: 1 << 40)
  static let prerequisite = Marks(rawValue: 1 << 41)
  static let purpose = Marks(rawValue: 1 << 42)
  static let risk = Marks(rawValue: 1 << 43)
  static let offsite = Marks(rawValue: 1 << 44)
  static let storage = Marks(rawValue: 1 << 45)
  static let program = Marks(rawValue: 1 << 46)
  static let versions = Marks(rawValue: 1 << 47)
  static let dependency = Marks(rawValue: 1 << 48)
  static let primary = Marks(rawValue: 1 << 49)
  static let secondary = Marks(rawValue: 1 << 50)
  static let standby = Marks(rawValue: 1 << 51)
  static let claim = Marks(rawValue: 1 << 52)
  static let updates = Marks(rawValue: 1 << 53)
  static let duties = Marks(rawValue: 1 << 54)
  static let likelihood = Marks(rawValue: 1 << 55)
  /// In a heading: below it stands what was, or what is planned for later.
  static let record = Marks(rawValue: 1 << 56)
  /// A word of `schedules`, `cadences` or `every`.
  static let cadence = Marks(rawValue: 1 << 57)
  /// A digit.
  static let number = Marks(rawValue: 1 << 58)
  /// The name of an objective other than availability.
  static let target = Marks(rawValue: 1 << 59)
  /// A word that stands for a value that is still open.
  static let open = Marks(rawValue: 1 << 60)
  /// A label of document control.
  static let field = Marks(rawValue: 1 << 61)
  static let approach = Marks(rawValue: 1 << 62)
  static let occasion = Marks(rawValue: 1 << 63)

  /// Those whose words stand under `marks` of the vocabulary, by their keys.
  static let named: [String: Marks] = [
    "backup": .backup, "copies": .copies, "tool": .tool, "continuous": .continuous,
    "replication": .replication, "versioned": .versioned, "enabled": .enabled, "drill": .drill,
    "verification": .verification, "restore": .restore, "talk": .talk, "removal": .removal,
    "watch": .watch, "latest": .latest, "proven": .proven, "condition": .condition,
    "absence": .absence, "scenario": .scenario, "scenarios": .scenarios, "occurrence": .occurrence,
    "playbook": .playbook, "approach": .approach, "incident": .incident, "example": .example,
    "group": .group, "estimate": .estimate, "duration": .duration, "total": .total, "phase": .phase,
    "sla": .sla, "detection": .detection, "response": .response, "loss": .loss,
    "frequency": .frequency, "moment": .moment, "retention": .retention, "forever": .forever,
    "contact": .contact, "control": .control, "step": .step, "symptom": .symptom, "impact": .impact,
    "prerequisite": .prerequisite, "purpose": .purpose, "risk": .risk, "offsite": .offsite,
    "storage": .storage, "program": .program, "versions": .versions, "dependency": .dependency,
    "primary": .primary, "secondary": .secondary, "standby": .standby, "claim": .claim,
    "updates": .updates, "duties": .duties, "likelihood": .likelihood, "record": .record,
    "occasion": .occasion,
  ]

  /// Whether one of some marks is set.
  func has(_ some: Marks) -> Bool { !isDisjoint(with: some) }
}
