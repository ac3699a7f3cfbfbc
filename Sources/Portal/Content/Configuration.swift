/// What `drillbook.yaml` says; without the file, its defaults.
struct Configuration: Sendable {
  /// Its path in the content folder.
  static let path = "drillbook.yaml"

  var organisation: String?
  /// Of the audit trail.
  var origin: String?
  /// Where `origin` stands in the file.
  var originLine = 0
  /// Copies of the portal that lie elsewhere, with the time of each in milliseconds since 1970 UTC.
  var offlineCopies: [(place: String, made: Int, line: Int)] = []
  /// The people who sign reports off, each with a key as OpenSSH writes it.
  var signers: [(name: String, key: String)] = []
  /// The time that everything is judged by, in milliseconds since 1970 UTC.
  var asOf: Int?
  var exclude: [Glob] = []
  var policy = Policy()
  /// In the order of the file.
  var systems: [System] = []
  var inventories: [InventorySource] = []
  /// The severity of a rule, or "off".
  var levels: [String: String] = [:]
  /// The checks that levels name, those of systems among them, where they stand in the file.
  var leveled: [(check: String, line: Int, column: Int)] = []
  var site = Site()

  /// What counts as evidence.
  struct Policy: Equatable, Sendable {
    /// In seconds; nil stands for the larger of the RPO and a day.
    var inventoryLifetime: Int?
    /// In seconds.
    var drillLifetime = 31_536_000
    /// In seconds.
    var lookBack = 2_592_000
    /// "failure" or "declaration".
    var clock = "failure"
    /// The weakest kind of drill that proves an RTO.
    var requiredKind = "restore"
    /// Where a drill counts.
    var environments = ["production"]
  }

  /// Something that is recovered as one.
  struct System: Sendable {
    let id: String
    var title: String?
    var documents: [Glob] = []
    var tier: Int?
    var owner: String?
    var region: String?
    var components: [Component] = []
    /// The severity of a rule in this system, or "off"; wins over that of the whole.
    var levels: [String: String] = [:]
    /// Where it stands in the file.
    var line = 0
  }

  /// A part of a system that has objectives of its own.
  struct Component: Sendable {
    let id: String
    /// As plans write it.
    var names: [String] = []
    var dependsOn: [ComponentReference] = []
    var recoveryTime: Target?
    var recoveryPoint: Target?
    var line = 0
  }

  /// An objective that wins over the text of the plans.
  struct Target: Equatable, Sendable {
    let seconds: Int
    let line: Int
  }

  /// How the portal presents itself.
  struct Site: Equatable, Sendable {
    var title: String?
    /// A path in the content folder.
    var logo: String?
    /// Such as "#0b5fff".
    var accent: String?
    /// Holds "{path}" where the path of a document goes.
    var editURL: String?
    var language = "en"
    var classification: String?
  }

  /// The system that claims a document, by the first pattern that fits.
  func system(ofDocument path: String) -> System? {
    systems.first { $0.documents.contains { $0.matches(path) } }
  }

  /// What is said of an inventory, by the first pattern that fits.
  func inventory(_ path: String) -> InventorySource? {
    inventories.first { $0.files.matches(path) }
  }

  /// Whether a path is left out.
  func excludes(_ path: String) -> Bool { exclude.contains { $0.matches(path) } }
}

/// A component by its names: "shop/database".
struct ComponentReference: Hashable, Sendable {
  let system: String
  let component: String

  init(system: String, component: String) {
    self.system = system
    self.component = component
  }

  /// Nil unless the text is two ids with a "/" between them.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(ComponentReference.isID) else { return nil }
    self.init(system: parts[0], component: parts[1])
  }

  var text: String { system + "/" + component }

  /// Whether a text can be an id: small letters, digits, "-" and "_", at most 80.
  static func isID(_ text: String) -> Bool {
    (1...80).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        $0.isDigit || $0 >= 97 && $0 <= 122 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}

/// What the configuration says of some inventory files.
struct InventorySource: Sendable {
  let files: Glob
  var format: String?
  /// Milliseconds since 1970 UTC.
  var collectedAt: Int?
  /// For times without one.
  var zone: Zone?
  var location: String?
  /// In bytes: a smaller backup is none.
  var minimumSize: Int?
  /// The component of an asset, by the name that the tool gives it.
  var assets: [String: ComponentReference] = [:]
}
