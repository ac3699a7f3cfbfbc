import Testing

/// The files that the program carries.
@Suite struct AssetTests {
  static let folder = "Sources/CAssets/files/"
  static let files = Repository.paths(under: "Sources/CAssets/files").map {
    String($0.dropFirst(folder.count))
  }

  /// The quoted words of the lines of `assets.c` that begin in a given way.
  private static func listed(_ start: String) -> [String] {
    Repository.text("Sources/CAssets/assets.c").split(separator: "\n").compactMap { line in
      let line = line.drop { $0 == " " }
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      return line.hasPrefix(start) && parts.count > 2 ? String(parts[1]) : nil
    }
  }

  @Test func `lists every file in assets.c and no other`() {
    #expect(!Self.files.isEmpty)
    #expect(Self.listed("{\"").sorted() == Self.files)
    #expect(Self.listed("#embed").sorted() == Self.files.map { "files/" + $0 })
  }

  @Test(arguments: files.filter { $0.hasPrefix("checks/") })
  func `heads every check with its keys`(path: String) {
    let header = Self.header(of: path)
    for key in ["id", "severity", "title", "why", "fix", "controls"] {
      #expect(header[key]?.isEmpty == false, "\(key)")
    }
    #expect(path == "checks/\(header["id"] ?? "").sql")
    let severities = ["critical", "high", "medium", "low", "info"]
    #expect(severities.contains(header["severity"] ?? ""))
  }

  /// The codes that are in the table of the readers.
  static let readers = Repository.text(folder + "readers.yaml").split(separator: "\n").compactMap {
    $0.hasPrefix("- id: ") ? String($0.dropFirst(6)) : nil
  }

  @Test func `every code that a reader gives is in their table, or a check`() {
    let named = Repository.sources.filter { $0.path.hasPrefix("Sources/Portal") }.flatMap { file in
      file.text.matches(of: /"([A-Z]{3}-[0-9]{2})"/).map { String($0.1) }
    }
    let known = Self.readers + Self.files.map { String($0.dropFirst("checks/".count).dropLast(4)) }
    #expect(Set(named).subtracting(known).isEmpty)
    #expect(Set(Self.readers).isSubset(of: named))
    #expect(Self.readers == Self.readers.sorted())
  }

  @Test(arguments: files.filter { $0.hasPrefix("adapters/") })
  func `heads every adapter with its keys`(path: String) {
    let header = Self.header(of: path)
    for key in ["format", "tool"] {
      #expect(header[key]?.isEmpty == false, "\(key)")
    }
    let ways = ["detect", "line", "kubernetes"].filter { header[$0]?.isEmpty == false }
    #expect(!ways.isEmpty)
    // What is refused on sight has nothing to say of a recovery point.
    let says = header["refused"] == nil ? "recovery point" : "refused"
    #expect(header[says]?.isEmpty == false, "\(says)")
    #expect(path == "adapters/\(header["format"] ?? "").sql")
  }

  /// The `-- key: value` lines before the first line that is not a comment.
  private static func header(of path: String) -> [String: String] {
    var header: [String: String] = [:]
    for line in Repository.text(folder + path).split(separator: "\n") {
      guard line.hasPrefix("--") else { break }
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let key = parts[0].trimmingPrefix { $0 == " " }
      header[String(key)] = String(parts[1].trimmingPrefix { $0 == " " })
    }
    return header
  }
}
