/// What a backup tool listed, as one file.
struct Inventory: Sendable {
  let file: SourceFile
  private(set) var format: String?
  /// The command that prints it.
  private(set) var tool: String?
  let location: String?
  /// When the listing was made, in milliseconds since 1970 UTC; without it no age can be told.
  let collectedAt: Int?
  /// "configuration", "sidecar" or "file name".
  let collectedAtFrom: String?
  /// Why it is only a part; nil for a whole listing.
  private(set) var incompleteReason: String?
  /// Those that count, in the order of the file.
  private(set) var records: [BackupRecord] = []
  private(set) var windows: [PitrWindow] = []
  private(set) var drills: [DrillRecord] = []
  private(set) var verifications: [Verification] = []
  /// How many records were read, good and bad.
  private(set) var recordCount = 0
  private(set) var rejectedCount = 0
  /// The components of its assets, as configured.
  let components: [String: ComponentReference]
  private(set) var problems: [Problem]
  /// Why nothing of it was taken.
  private(set) var refusal: String?

  /// Whether the file is of a known format, whatever came of it.
  private(set) var isKnown = false
  var isComplete: Bool { incompleteReason == nil && refusal == nil }
  /// Whether it may be stored: it was read, and says of which time it is.
  var isEvidence: Bool { refusal == nil && collectedAt != nil }

  /// Reads a listing; `sidecar` is the file beside it (`InventorySettings.sidecar(of:)`), if any.
  ///
  /// `zone` is for times without one, where neither says so.
  static func read(
    _ file: SourceFile,
    source: InventorySource? = nil,
    sidecar: SourceFile? = nil,
    zone: Zone? = nil,
    adapters: [Adapter] = Adapter.all
  ) -> Inventory {
    var settings = InventorySettings(
      path: file.path,
      source: source,
      sidecar: sidecar,
      formats: adapters.map(\.format)
    )
    settings.zone = settings.zone ?? zone
    var inventory = Inventory(file, settings)
    do throws(InventoryRefusal) {
      var reader = InventoryReader(file: file.path, settings: settings)
      let contents = try InventoryContents(file, settings, adapters) { reader.read($0) }
      reader.finish()
      try inventory.take(contents, reader, settings)
    } catch {
      inventory.refuse(error)
    }
    return inventory
  }

  private init(_ file: SourceFile, _ settings: InventorySettings) {
    self.file = file
    location = settings.location
    collectedAt = settings.collectedAt
    collectedAtFrom = settings.collectedAtFrom
    components = settings.assets
    problems = settings.problems
    format = settings.format
  }

  private mutating func refuse(_ refusal: InventoryRefusal) {
    self.refusal = refusal.message
    problems.append(
      Problem(
        code: "INV-01",
        severity: "high",
        message: "the inventory was refused: \(refusal.message)",
        fix: refusal.fix,
        file: file.path,
        line: refusal.line
      )
    )
  }

  private mutating func take(
    _ contents: InventoryContents,
    _ reader: InventoryReader,
    _ settings: InventorySettings
  ) throws(InventoryRefusal) {
    isKnown = true
    format = contents.format
    tool = contents.tool
    incompleteReason = contents.incompleteReason
    if reader.withoutZone > 0, reader.isEmpty {
      throw InventoryRefusal(
        message: "its times name no zone: nobody can tell when they were",
        fix: "write \"zone:\" for it in drillbook.yaml or beside it, or collect it with TZ=UTC and "
          + "\"zone: UTC\""
      )
    }
    reportHead(contents, settings)
    (records, windows) = (reader.records, reader.windows)
    (drills, verifications) = (reader.drills, reader.verifications)
    recordCount = contents.rowCount
    rejectedCount = reader.rejected
    problems += reader.problems
  }

  private mutating func reportHead(_ contents: InventoryContents, _ settings: InventorySettings) {
    if let incompleteReason {
      report(
        "INV-03",
        "medium",
        "the listing is not complete: \(incompleteReason)",
        "list everything: no --max-items, --max-records, --query or --latest"
      )
    }
    if settings.collectedAt == nil {
      report(
        "INV-01",
        "high",
        "nothing says when the listing was made, so no age can be told from it",
        "name the file <format>.<location>.<UTC>.json, such as "
          + "\(contents.format.prefix { $0 != "," }).offsite-1.20261121T0500Z.json; "
          + "or write collected_at into "
          + "\(InventorySettings.sidecar(of: file.path)); or into drillbook.yaml"
      )
    }
  }

  private mutating func report(
    _ code: String,
    _ severity: String,
    _ message: String,
    _ fix: String
  ) {
    problems.append(
      Problem(code: code, severity: severity, message: message, fix: fix, file: file.path)
    )
  }
}
