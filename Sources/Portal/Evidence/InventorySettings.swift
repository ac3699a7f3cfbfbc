internal import Bindings

/// What is known of an inventory file besides its contents.
///
/// The configuration comes first, then the file beside it (`FILE.meta.yaml`), then its name:
/// `<format>.<location>.<UTC>.json`, such as `restic.snapshots.offsite-1.20261121T0500Z.json`.
struct InventorySettings {
  private(set) var format: String?
  /// When the listing was made, in milliseconds since 1970 UTC.
  private(set) var collectedAt: Int?
  /// "configuration", "sidecar" or "file name".
  private(set) var collectedAtFrom: String?
  var zone: Zone?
  private(set) var location: String?
  private(set) var minimumSize: Int?
  private(set) var assets: [String: ComponentReference] = [:]
  private(set) var problems: [Problem] = []

  init(path: String, source: InventorySource?, sidecar: SourceFile?, formats: [String]) {
    if let source {
      format = source.format
      zone = source.zone
      location = source.location
      minimumSize = source.minimumSize
      assets = source.assets
      set(source.collectedAt, from: "configuration")
    }
    if let sidecar { read(sidecar) }
    readName(path, formats)
  }

  /// The path of the file that may stand beside an inventory.
  static func sidecar(of path: String) -> String { path + ".meta.yaml" }

  private mutating func set(_ time: Int?, from origin: String) {
    guard collectedAt == nil, let time else { return }
    collectedAt = time
    collectedAtFrom = origin
  }

  private mutating func read(_ file: SourceFile) {
    var reader = ConfigurationReader(file: file.path)
    do throws(YAMLError) {
      let node = try YAMLNode.documents(file.bytes.span).first
      let fields = reader.fields(node, "it", ["collected_at", "format", "location", "zone"])
      set(reader.instant(fields["collected_at"], "collected_at"), from: "sidecar")
      format = format ?? reader.text(fields["format"], "format")
      location = location ?? reader.text(fields["location"], "location")
      zone =
        zone
        ?? reader.value(fields["zone"], "zone", wanted: "a time zone such as Europe/Berlin") {
          Zone($0)
        }
    } catch {
      reader.report(line: error.line, column: error.column, error.problem)
    }
    problems += reader.problems.map { problem in
      Problem(
        code: "INV-01",
        severity: "high",
        message: "the file beside the inventory was not read: \(problem.message)",
        fix: problem.hint ?? "write \"collected_at: 2026-11-21T05:00:00Z\"",
        file: file.path,
        line: problem.line
      )
    }
  }

  /// The name decides the format only where the contents cannot: of an empty list.
  private mutating func readName(_ path: String, _ formats: [String]) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var parts = name.split(separator: ".").map(String.init)
    guard parts.count > 2, let last = parts.popLast(),
      ["json", "jsonl", "ndjson", "txt", "tsv", "csv", "log", "xml"].contains(last),
      let stamp = parts.popLast(), let time = InventorySettings.time(stamp)
    else { return }
    set(time, from: "file name")
    let rest = parts.joined(separator: ".")
    for known in formats where rest == known || rest.hasPrefix(known + ".") {
      format = format ?? known
      let place = String(rest.dropFirst(known.count + 1))
      location = location ?? (place.isEmpty ? nil : place)
      return
    }
    if parts.count > 1 { location = location ?? parts.last }
  }

  /// The time of "20261121T0500Z" or "20261121T050000Z".
  private static func time(_ stamp: String) -> Int? {
    let bytes = Array(stamp.utf8)
    guard bytes.count == 14 || bytes.count == 16, bytes[8] == UInt8(ascii: "T"),
      bytes.last == UInt8(ascii: "Z")
    else { return nil }
    let part = { (range: Range<Int>) in String(bytes[range]) }
    let seconds = bytes.count == 16 ? part(13..<15) : "00"
    let day = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
    return Instant.milliseconds("\(day)T\(part(9..<11)):\(part(11..<13)):\(seconds)Z")
  }
}
