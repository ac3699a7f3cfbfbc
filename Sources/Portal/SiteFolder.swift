internal import Bindings

/// The folder of the rendered portal: written beside the old one, then swapped in whole.
///
/// A reader never meets half a site; when anything goes wrong the old one stays as it was.
struct SiteFolder: ~Copyable {
  private let path: String
  private let staging: String
  private let lock: FileLock

  private init(path: String, staging: String, lock: consuming FileLock) {
    self.path = path
    self.staging = staging
    self.lock = lock
  }

  /// Takes the folder for this build.
  static func take(_ path: String) throws -> SiteFolder {
    let path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard !name.isEmpty, name != ".", name != ".." else {
      throw MachineError(
        "\"\(path)\" cannot be replaced by a site",
        hint: "name a folder of its own: --site out/portal"
      )
    }
    if !parent.isEmpty { try Files.makeFolder(String(parent.dropLast())) }
    let lock = try Self.lock("\(parent).\(name).lock", path)
    try refuseForeign(path)
    let staging = "\(parent).\(name).new"
    try Files.remove(staging)
    try Files.makeFolder(staging)
    return SiteFolder(path: path, staging: staging, lock: lock)
  }

  private static func lock(_ file: String, _ path: String) throws -> FileLock {
    do throws(FileError) {
      return try FileLock(file)
    } catch {
      throw error.isBusy ? busy(path) : error
    }
  }

  private static func busy(_ path: String) -> any Error {
    MachineError(
      "another build is writing to \"\(path)\"",
      hint: "wait until it has ended, or name another folder with --site"
    )
  }

  /// Where the new site is written: a folder that nobody reads yet.
  var root: String { staging }

  /// Puts the new site in the place of the old one.
  consuming func swap() throws(FileError) {
    if Files.exists(path) {
      try Files.exchange(staging, path)
    } else {
      try Files.move(staging, to: path)
    }
  }

  // What is staged is now the old site, or a new one that was not finished: neither is kept.
  deinit { try? Files.remove(staging) }

  /// A folder that holds something else is not ours to replace.
  private static func refuseForeign(_ path: String) throws {
    guard Files.exists(path) else { return }
    let names = try Files.list(path).map(\.name)
    guard names.isEmpty || names.contains("evidence.sqlite") else {
      throw MachineError(
        "\"\(path)\" holds files that are no site of drillbook",
        hint: "name an empty folder with --site, or remove what is there"
      )
    }
  }
}
