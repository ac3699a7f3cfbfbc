internal import Bindings

/// The adapters by which the files of a content folder are read: those that the program carries,
/// and the folder's own under `adapters/`, which run inside a fence.
struct OwnAdapters: Sendable {
  /// One of the folder's own takes the place of a carried one of the same format.
  private(set) var adapters = Adapter.all
  private(set) var files: [SourceFile] = []
  private(set) var problems: [Problem] = []

  init(_ entries: [ContentFolder.Entry], in folder: ContentFolder) {
    for entry in entries {
      guard let file = folder.read(entry, limit: Self.largest, &problems) else { continue }
      files.append(file)
      add(file)
    }
  }

  private init() {}

  /// All adapters for a file that is looked at by itself; faults of the folder's own are not told.
  static func beside(_ folder: String) -> [Adapter] {
    var own = OwnAdapters()
    let names = (try? Files.list(folder + "/adapters")) ?? []
    for name in names.map(\.name).sorted() where name.lowercased().hasSuffix(".sql") {
      let path = "adapters/" + name
      guard let bytes = try? Files.read(folder + "/" + path) else { continue }
      own.add(SourceFile(path: path, bytes: bytes))
    }
    return own.adapters
  }

  private static let largest = 1 << 20

  private mutating func add(_ file: SourceFile) {
    if let fault = take(file) {
      problems.append(
        Problem(
          code: "INV-06",
          severity: "high",
          message: "the adapter was refused: \(fault)",
          fix: "mend it; docs/adapters.md says how one is written",
          file: file.path
        )
      )
    }
  }

  /// Says what is wrong with an adapter, else takes it in.
  private mutating func take(_ file: SourceFile) -> String? {
    guard let text = String(validating: file.bytes, as: UTF8.self) else { return "it is not UTF-8" }
    guard let adapter = Adapter(text, path: file.path) else {
      return "its head needs \"-- format:\", \"-- tool:\", and \"-- detect:\", \"-- line:\" or "
        + "\"-- kubernetes:\""
    }
    let isPlain = adapter.format.utf8.allSatisfy { byte in
      byte.isLetter || byte.isDigit || ".-_".utf8.contains(byte)
    }
    guard isPlain, !adapter.format.isEmpty else {
      return "the name of its format may hold letters, digits, \".\", \"-\" and \"_\""
    }
    for case .paths(let clauses) in adapter.detection {
      if let clause = clauses.first(where: { !$0.path.hasPrefix("$") }) {
        return "\"\(clause.path)\" in \"-- detect:\" is no path: it begins with \"$\""
      }
    }
    if let other = adapters.first(where: { $0.format == adapter.format }), let path = other.path {
      return "\"\(path)\" reads the format \"\(adapter.format)\" already"
    }
    if let fault = Self.fault(adapter) { return fault }
    adapters.removeAll { $0.format == adapter.format }
    adapters.append(adapter)
    return nil
  }

  /// What SQLite says when it reads a document without records.
  private static func fault(_ adapter: Adapter) -> String? {
    do throws(SQLiteError) {
      let database = try AdapterDatabase(zone: nil)
      for detection in adapter.detection {
        let records = AdapterRecords(adapter: adapter, detection: detection)
        guard try database.read(records, of: [Array("{}".utf8)[...]], { _ in }) else {
          let columns = Adapter.columns.map { "\"\($0)\"" }.joined(separator: " and ")
          return "it must select \(columns)"
        }
      }
      return nil
    } catch {
      return error.message
    }
  }
}
