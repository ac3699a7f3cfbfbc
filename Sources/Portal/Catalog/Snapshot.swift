internal import Bindings

/// Everything that the pages show, read from the evidence database once, before they are made.
///
/// Lists keep the order in which a page shows them; dictionaries find what belongs to a system or
/// a document without another query.
struct Snapshot: Sendable {
  var build: Build
  /// The digest of each file of the content, 64 hexadecimal digits, by its path.
  var digests: [String: String] = [:]
  /// Worst first, then by tier and title.
  var systems: [System] = []
  /// By path.
  var documents: [Document] = []
  var objectives: [ObjectiveKey: [Objective]] = [:]
  var objectivesOfSystem: [String: [ObjectiveKey]] = [:]
  var facts: [String: DocumentFacts] = [:]
  var scenariosOfSystem: [String: [Scenario]] = [:]
  var schedules: [DrillSchedule] = []
  var contactsOfSystem: [String: [Contact]] = [:]
  var policiesOfSystem: [String: [BackupPolicy]] = [:]
  var promisesOfComponent: [ComponentKey: [Promise]] = [:]
  var inventories: [Inventory] = []
  var assets: [Asset] = []
  /// Newest first.
  var drills: [Drill] = []
  /// Worst first, then by rule and id; those that pass are left out.
  var findings: [Finding] = []
  var rules: [String: Rule] = [:]
  /// The rules of each control, by the words for the control.
  var rulesOfControls: [String: [String]] = [:]
  /// How often each rule was for, against, or undecided, those that pass included.
  var evidenceOfRules: [String: ControlEvidence] = [:]
  var waivers: [String: Waiver] = [:]
  /// Reviews and drills with a date, the earliest first.
  var deadlines: [Deadline] = []

  /// Positions in the lists above.
  var systemPosition: [String: Int] = [:]
  var documentPosition: [String: Int] = [:]
  var documentsOfSystem: [String: [Int]] = [:]
  var drillsOfSystem: [String: [Int]] = [:]
  var drillsOfComponent: [ComponentKey: [Int]] = [:]
  var assetsOfComponent: [ComponentKey: [Int]] = [:]
  var assetsOfSystem: [String: [Int]] = [:]
  var deadlinesOfSystem: [String: [Int]] = [:]
  var findingsOfSystem: [String: [Int]] = [:]
  var findingsOfFile: [String: [Int]] = [:]
  /// When the first piece of evidence behind a `met` grows too old.
  var firstExpiry: Int?
  /// The page and the anchor of each finding, in the order of the findings.
  var findingPlaces: [FindingPlace] = []

  /// A component of a system.
  struct ComponentKey: Hashable, Comparable, Sendable {
    var system: String
    var component: String

    static func < (left: ComponentKey, right: ComponentKey) -> Bool {
      (left.system, left.component) < (right.system, right.component)
    }
  }

  /// What one page of an objective speaks of: the RTO of a component, for example.
  struct ObjectiveKey: Hashable, Sendable {
    var system: String
    var component: String
    var kind: String
  }

  /// When and by what the evidence was read.
  struct Build: Equatable, Sendable {
    /// Milliseconds since 1970, UTC.
    var asOf: Int
    var organisation: String
    var generator: String
    var inventoryLifetime: Int?
    var drillLifetime: Int
    var lookBack: Int
    var clock: String
  }

  /// Where a statement stands, and its words.
  struct Source: Equatable, Sendable {
    var file: String
    var line: Int?
    var pointer: String?
    var quote: String
  }

  /// A system, and how its objectives stand.
  struct System: Equatable, Sendable {
    var id: String
    var title: String
    var tier: Int?
    var owner: String?
    var region: String?
    var isConfigured: Bool
    /// The components that have a name of their own, by id.
    var components: [String: String] = [:]
    var counts = StatusCounts()
    /// The worst status of all its RTOs, and of all its RPOs.
    var worst: [String: Status] = [:]
    /// When the first of the evidence behind its `met` expires, by the kind of objective.
    var expires: [String: Int] = [:]

    /// When a mark for the whole system stops being true: only `met` does by itself.
    var expiry: Int? { counts.worst == .met ? expires.values.min() : nil }
  }

  /// A file of Markdown that has a page.
  struct Document: Equatable, Sendable {
    var path: String
    /// "plan", "runbook" or "review".
    var kind: String
    var title: String
    var system: String?
  }

  /// How many objectives have each status.
  struct StatusCounts: Equatable, Sendable {
    private var numbers = Array(repeating: 0, count: Status.allCases.count)

    subscript(status: Status) -> Int {
      get { numbers[status.rawValue] }
      set { numbers[status.rawValue] = newValue }
    }

    var total: Int { numbers.reduce(0, +) }
    var worst: Status? { Status.allCases.first { self[$0] > 0 } }
  }

  func system(_ id: String?) -> System? {
    id.flatMap { systemPosition[$0] }.map { systems[$0] }
  }

  func document(_ path: String) -> Document? { documentPosition[path].map { documents[$0] } }

  /// The name of a component for people; the id when it has none.
  func title(of component: String, in system: String) -> String {
    if component == "plan" { return "Whole plan" }
    return self.system(system)?.components[component] ?? component
  }
}
