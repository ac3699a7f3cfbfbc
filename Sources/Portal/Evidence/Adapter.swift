internal import Bindings

/// How one format of a backup tool is read: a header of comments and one SELECT.
///
/// ```
/// -- format:  restic.snapshots
/// -- kind:    backup
/// -- detect:  $[*].short_id  $[*].tree      one line is enough; on it, all must be there
/// -- tool:    restic snapshots --json
/// -- table:   ID Time Host                  the first words of the table for people
/// -- recovery point: start of the backup
/// SELECT … AS asset, … FROM json_each(:document)
/// ```
struct Adapter: Sendable {
  let format: String
  /// The command that prints it.
  let tool: String
  /// Which time is the recovery point, and why.
  let recoveryPoint: String
  /// Alternatives; of one, all clauses hold.
  let detection: [[Clause]]
  /// The words that start the table which the tool prints for people.
  let table: [String]
  let sql: String

  /// A path that must lead to something: `$.kind=Backup`, `$.items[*].kind` for any element.
  struct Clause: Equatable, Sendable {
    let path: String
    let value: String?
  }

  /// What a SELECT must give, in any order.
  static let columns = [
    "asset", "native_id", "outcome", "raw_outcome", "recovery_point_at", "recovery_point_raw",
    "started_at", "started_raw", "finished_at", "finished_raw", "expires_at", "expires_raw",
    "size_bytes", "location", "encrypted", "pointer", "fault",
  ]

  /// The adapters that the program carries.
  static let all: [Adapter] = Asset.all.filter { $0.path.hasPrefix("adapters/") }.map { asset in
    guard let adapter = Adapter(String(decoding: asset.copy, as: UTF8.self)) else {
      preconditionFailure("\"\(asset.path)\" has no complete header")
    }
    return adapter
  }

  /// Nil when the header lacks its format, its tool or a way to detect it.
  init?(_ text: String) {
    var fields: [String: String] = [:]
    var detection: [[Clause]] = []
    for line in text.split(separator: "\n") {
      guard line.hasPrefix("-- ") else { break }
      let parts = line.dropFirst(3).split(separator: ":", maxSplits: 1).map(Adapter.trimmed)
      guard parts.count == 2 else { continue }
      if parts[0] == "detect" {
        detection.append(parts[1].split(separator: " ").map(Clause.init))
      } else if fields[parts[0]] == nil {
        fields[parts[0]] = parts[1]
      }
    }
    guard let format = fields["format"], let tool = fields["tool"], fields["kind"] == "backup",
      !detection.isEmpty
    else { return nil }
    self.format = format
    self.tool = tool
    self.detection = detection
    recoveryPoint = fields["recovery point"] ?? ""
    table = (fields["table"] ?? "").split(separator: " ").map(String.init)
    sql = text
  }

  private static func trimmed(_ text: Substring) -> String {
    String(Array(text.utf8)[...].trimmed(of: Byte.isSpace))
  }
}

extension Adapter.Clause {
  init(_ text: Substring) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    path = parts[0]
    value = parts.count == 2 ? parts[1] : nil
  }

  /// The condition as SQL over `:document`.
  var condition: String {
    let parts = path.components(around: "[*]")
    guard let inner = parts.inner else {
      return "json_type(:document, \(quoted(path))) IS NOT NULL"
        + (value.map { " AND json_extract(:document, \(quoted(path))) = \(quoted($0))" } ?? "")
    }
    let place = quoted("$" + inner)
    // An array is asked for first: json_each would take the fields of an object for elements.
    return "json_type(:document, \(quoted(parts.outer))) = 'array' AND EXISTS ("
      + "SELECT 1 FROM json_each(:document, \(quoted(parts.outer))) "
      + "WHERE type = 'object' AND json_type(value, \(place)) IS NOT NULL"
      + (value.map { " AND json_extract(value, \(place)) = \(quoted($0))" } ?? "") + ")"
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

extension String {
  /// The texts before and after the first place of a mark; no inner text without the mark.
  fileprivate func components(around mark: String) -> (outer: String, inner: String?) {
    let bytes = Array(utf8)
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return (self, nil) }
    for index in 0...(bytes.count - mark.count) where bytes[index...].starts(with: mark) {
      return (String(bytes[..<index]), String(bytes[(index + mark.count)...]))
    }
    return (self, nil)
  }
}
