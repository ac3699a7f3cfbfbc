internal import Bindings

/// The names of a content folder, sorted by what they are for; nothing is read yet.
struct ContentFolder: Sendable {
  /// A file of the folder.
  struct Entry: Sendable {
    /// Relative to the folder.
    let path: String
    let size: Int
  }

  let root: String
  var documents: [Entry] = []
  var inventories: [Entry] = []
  var logs: [Entry] = []
  /// Formats and checks of one's own: SQL files right under adapters/ and checks/.
  var adapters: [Entry] = []
  var checks: [Entry] = []
  /// Pictures and whatever else a document may link to.
  var others: [Entry] = []
  var hasWaivers = false
  var hasKnownBad = false
  var problems: [Problem] = []

  /// The largest file that is read, in bytes.
  static let largestDocument = 16 << 20
  static let largestData = 1 << 30

  /// Lists a folder and those below it, without hidden ones and what the configuration excludes.
  init(
    _ root: String,
    isExcluded: (String) -> Bool,
    isInventory: (String) -> Bool
  ) throws(FileError) {
    self.root = root
    let real = try Files.realPath(root)
    var folders = [""]
    while let folder = folders.popLast() {
      let names: [Files.Entry]
      do throws(FileError) {
        names = try Files.list(folder.isEmpty ? root : root + "/" + folder)
      } catch {
        if folder.isEmpty { throw error }
        problems.append(.unread(folder, error))
        continue
      }
      for name in names where !Self.isHidden(name.name) {
        let path = folder.isEmpty ? name.name : folder + "/" + name.name
        guard !isExcluded(path) else { continue }
        switch name.kind {
        case .folder: folders.append(path)
        case .file: sort(Entry(path: path, size: name.size), isInventory)
        case .link: follow(path, real, isInventory)
        case .other where name.name.unicodeScalars.contains("\u{FFFD}"):
          problems.append(.unnamed(path))
        case .other: break
        }
      }
    }
    let lists: [WritableKeyPath<ContentFolder, [Entry]>] = [
      \.documents, \.inventories, \.logs, \.adapters, \.checks, \.others,
    ]
    for list in lists {
      self[keyPath: list].sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
  }

  /// Reads a file; nil, with a problem, when that cannot be done.
  func read(_ entry: Entry, limit: Int, _ problems: inout [Problem]) -> SourceFile? {
    guard entry.size <= limit else {
      problems.append(.tooLarge(entry.path, limit: limit))
      return nil
    }
    do throws(FileError) {
      return SourceFile(path: entry.path, bytes: try Files.read(root + "/" + entry.path))
    } catch {
      problems.append(.unread(entry.path, error))
      return nil
    }
  }

  private mutating func sort(_ entry: Entry, _ isInventory: (String) -> Bool) {
    let name = entry.path.lowercased()
    let isEvidence = Self.isUnder(["drills", "incidents"], name)
    if entry.path == Configuration.path { return }
    if entry.path == Waiver.path {
      hasWaivers = true
    } else if entry.path == KnownBad.path {
      hasKnownBad = true
    } else if name.hasSuffix(".sql"), let list = Self.list(ofSQL: name) {
      self[keyPath: list].append(entry)
    } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
      documents.append(entry)
    } else if name.hasSuffix(".meta.yaml") {
      return
    } else if isInventory(entry.path) || Self.isUnder(["inventories"], name) {
      inventories.append(entry)
    } else if isEvidence, Self.isLog(name) {
      logs.append(entry)
    } else {
      others.append(entry)
    }
  }

  /// A link to a file is read like the file when it stays inside the folder.
  private mutating func follow(_ path: String, _ real: String, _ isInventory: (String) -> Bool) {
    guard let target = try? Files.realPath(root + "/" + path) else {
      problems.append(.link(path, "leads to nothing"))
      return
    }
    guard target.hasPrefix(real + "/") else {
      problems.append(.link(path, "leaves the content folder"))
      return
    }
    guard let entry = try? Files.entry(target), entry.kind == .file else {
      problems.append(.link(path, "leads to a folder, which is read where it is"))
      return
    }
    sort(Entry(path: path, size: entry.size), isInventory)
  }

  /// Whether a document is the record of a drill or an incident.
  static func isReview(_ path: String) -> Bool {
    isUnder(["drills", "incidents"], path.lowercased())
  }

  private static func list(ofSQL name: String) -> WritableKeyPath<ContentFolder, [Entry]>? {
    switch name.split(separator: "/").dropLast() {
    case ["adapters"]: \.adapters
    case ["checks"]: \.checks
    default: nil
    }
  }

  private static func isUnder(_ folders: [String], _ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains { part in
      folders.contains { part.elementsEqual($0.utf8) }
    }
  }

  private static func isLog(_ name: String) -> Bool {
    [".yaml", ".yml", ".json", ".jsonl", ".csv"].contains { name.hasSuffix($0) }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") || name == "node_modules"
  }
}

extension Problem {
  fileprivate static func unread(_ path: String, _ error: FileError) -> Problem {
    Problem(
      code: "SRC-01",
      severity: "high",
      message: "the file was not read: \(error)",
      fix: "make the file readable, or exclude it in drillbook.yaml",
      file: path
    )
  }

  fileprivate static func unnamed(_ path: String) -> Problem {
    Problem(
      code: "SRC-01",
      severity: "high",
      message: "the file was not read: its name is not UTF-8",
      fix: "give the file a name in UTF-8",
      file: path
    )
  }

  fileprivate static func tooLarge(_ path: String, limit: Int) -> Problem {
    Problem(
      code: "SRC-01",
      severity: "high",
      message: "the file was not read: it is larger than \(limit >> 20) MB",
      fix: "split the file, or exclude it in drillbook.yaml",
      file: path
    )
  }

  fileprivate static func link(_ path: String, _ reason: String) -> Problem {
    Problem(
      code: "SRC-02",
      severity: "medium",
      message: "the symbolic link was not followed: it \(reason)",
      fix: "put the file itself there, or remove the link",
      file: path
    )
  }
}
