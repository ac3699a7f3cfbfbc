internal import Bindings

/// The data files of a content folder, read: inventories, drill logs, waivers, known-bad commands.
struct EvidenceReading: Sendable {
  private(set) var inventories: [Inventory] = []
  private(set) var logs: [DrillLog] = []
  private(set) var waivers: [Waiver] = []
  private(set) var knownBad: [KnownBad] = []
  private(set) var problems: [Problem] = []
  /// Every file that was read, with what it is.
  private(set) var files: [(file: SourceFile, kind: String)] = []

  init(_ folder: ContentFolder, _ configuration: Configuration) {
    let own = OwnAdapters(folder.adapters, in: folder)
    problems += own.problems
    files += own.files.map { ($0, "configuration") }
    for entry in folder.inventories {
      guard let file = read(entry, of: folder, "inventory") else { continue }
      inventories.append(
        Inventory.read(
          file,
          source: configuration.inventory(entry.path),
          sidecar: sidecar(of: entry.path, in: folder),
          adapters: own.adapters
        )
      )
    }
    for entry in folder.logs {
      guard let file = read(entry, of: folder, "drill log") else { continue }
      logs.append(DrillLog.read(file))
    }
    if folder.hasWaivers, let file = read(Waiver.path, of: folder, "waivers") {
      let read = Waiver.read(file)
      waivers = read.waivers
      problems += read.problems
    }
    if folder.hasKnownBad, let file = read(KnownBad.path, of: folder, "configuration") {
      let read = KnownBad.read(file)
      knownBad = read.rules
      problems += read.problems
    }
  }

  private mutating func read(
    _ path: String,
    of folder: ContentFolder,
    _ kind: String
  ) -> SourceFile? {
    read(ContentFolder.Entry(path: path, size: 0), of: folder, kind)
  }

  private mutating func read(
    _ entry: ContentFolder.Entry,
    of folder: ContentFolder,
    _ kind: String
  ) -> SourceFile? {
    let file = folder.read(entry, limit: ContentFolder.largestData, &problems)
    if let file { files.append((file, kind)) }
    return file
  }

  private mutating func sidecar(of path: String, in folder: ContentFolder) -> SourceFile? {
    let path = InventorySettings.sidecar(of: path)
    guard Files.exists(folder.root + "/" + path) else { return nil }
    return read(path, of: folder, "other")
  }

  /// Inserts everything; source files, systems and components are there.
  func store(with reviews: [DrillLog], in catalog: borrowing Database) throws(SQLiteError) {
    try Inventory.store(inventories, into: catalog)
    let told = inventories.filter(\.isEvidence).compactMap { DrillLog($0) }
    try DrillLog.store(logs + reviews + told, into: catalog)
    try Waiver.store(waivers, into: catalog)
    try KnownBad.store(knownBad, into: catalog)
    try Problem.store(problems, into: catalog)
  }
}
