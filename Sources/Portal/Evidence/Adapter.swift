internal import Bindings

/// How one format of a backup tool is read: a header of comments and one SELECT.
///
/// ```
/// -- format:  restic.snapshots
/// -- tool:    restic snapshots --json
/// -- docs:    https://restic.readthedocs.io/…
/// -- detect:  $[*].short_id  $[*].tree      one line is enough; on it, all must be there
/// -- needs:   id:text time:text             what a record must have
/// -- table:   ID Time Host                  the first words of the table for people
/// -- recovery point: start of the backup
/// SELECT … AS asset, … FROM record
/// ```
///
/// `record` holds what stands at the first path up to its last `[*]`: `value` (its JSON), `pointer`
/// (where it stands), `parent` and `name` (what encloses it, and under which name), `fault`.
struct Adapter: Sendable {
  let format: String
  /// The command that prints it.
  let tool: String
  /// Which time is the recovery point, and why.
  let recoveryPoint: String
  let detection: [Detection]
  /// The fields that a record must have, with their types.
  let needs: [(path: String, type: String)]
  /// The words that start the table which the tool prints for people.
  let tables: [[String]]
  /// Whether its rows are files: `name`, `size`, `ended`, `pointer`, `fault`.
  let isOfFiles: Bool
  /// Whether a row needs nothing but its record, so that a long list can be read in parts.
  let isByRecord: Bool
  /// Why the output, though it is known, is no evidence.
  let refusal: String?
  let sql: String
  /// Where it lies in the content; nil for those that the program carries, which run unfenced.
  let path: String?

  /// One way to know the format.
  enum Detection: Equatable, Sendable {
    /// All clauses hold of a JSON document.
    case paths([Clause])
    /// A line of a text matches this pattern of SQLite's GLOB.
    case line(String)
    /// A list of Kubernetes holds this kind: "batch/Job".
    case kubernetes(String)
  }

  /// A path that must lead to something: `$.kind=Backup`, `$.items[*].kind` for any element.
  struct Clause: Equatable, Sendable {
    let path: String
    let value: String?
  }

  /// What a SELECT must give, in any order; the others of `AdapterRow` may be left out.
  static let columns = ["asset", "pointer"]

  /// The adapters that the program carries.
  static let all: [Adapter] = Asset.all.filter { $0.path.hasPrefix("adapters/") }.map { asset in
    guard let adapter = Adapter(String(decoding: asset.copy, as: UTF8.self)) else {
      preconditionFailure("\"\(asset.path)\" has no complete header")
    }
    return adapter
  }

  /// Nil when the header lacks its format, its tool or a way to detect it.
  init?(_ text: String, path: String? = nil) {
    var fields: [String: [String]] = [:]
    var body: Substring = text[...]
    while body.hasPrefix("--") {
      let line = body.prefix { !$0.isNewline }
      body = body[line.endIndex...].dropFirst()
      let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1).map(Adapter.trimmed)
      if parts.count == 2 { fields[parts[0], default: []].append(parts[1]) }
    }
    guard let format = fields["format"]?.first, let tool = fields["tool"]?.first else { return nil }
    self.format = format
    self.tool = tool
    let paths = (fields["detect"] ?? []).map { line in
      Detection.paths(line.split(separator: " ").map(Clause.init))
    }
    detection =
      paths + (fields["line"] ?? []).map(Detection.line)
      + (fields["kubernetes"] ?? []).map(Detection.kubernetes)
    guard !detection.isEmpty else { return nil }
    recoveryPoint = fields["recovery point"]?.first ?? ""
    needs = (fields["needs"] ?? []).flatMap { $0.split(separator: " ") }.compactMap { need in
      let parts = need.split(separator: ":").map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    tables = (fields["table"] ?? []).map { $0.split(separator: " ").map(String.init) }
    refusal = fields["refused"]?.first
    isByRecord = fields["reads"]?.first == "record by record"
    isOfFiles = fields["rows"]?.first == "files"
    sql = Adapter.trimmed(body)
    self.path = path
  }

  private static func trimmed(_ text: Substring) -> String {
    String(Array(text.utf8)[...].trimmed(of: Byte.isSpace))
  }
}

extension Adapter.Clause {
  init(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    value = parts.count == 2 ? String(parts[1]) : nil
  }

  /// Whether it holds of a document; `$.list[*]` also holds of an empty list.
  func holds(of shape: JSONShape) -> Bool {
    if shape.holds(path, value: value) { return true }
    return path.hasSuffix("[*]") && shape.holds(String(path.dropLast(3)), value: "[]")
  }

  /// Whether the list that it looks into is there and empty.
  func isEmptied(in shape: JSONShape) -> Bool {
    path.components(aroundLast: "[*]").map { shape.holds($0.before, value: "[]") } ?? false
  }
}

extension String {
  /// The texts before and after the last place of a mark.
  func components(aroundLast mark: String) -> (before: String, after: String)? {
    let bytes = Array(utf8)
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return nil }
    for index in (0...(bytes.count - mark.count)).reversed()
    where bytes[index...].starts(with: mark) {
      return (String(bytes[..<index]), String(bytes[(index + mark.count)...]))
    }
    return nil
  }
}
