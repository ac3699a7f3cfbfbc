/// One line of the trail: an event, its number and its time.
///
/// `{"action":"added","at":"2026-11-21T06:00:00Z","kind":"evidence","path":"a.md","seq":1,…`
package struct TrailEntry: Hashable, Sendable {
  /// Counted from 0.
  package let seq: Int
  /// When the entry was recorded; never before that of the entry above.
  package let at: Timestamp
  /// The commit that the event came with: 40 or 64 hexadecimal digits, or nil.
  package let commit: String?
  package let event: TrailEvent

  /// The number of bytes that a line may have, so that a tlog-tiles bundle can hold it.
  static let longest = 65_535
  private static let version = 1

  init(seq: Int, at: Timestamp, commit: String?, event: TrailEvent) {
    self.seq = seq
    self.at = at
    self.commit = commit
    self.event = event
  }

  /// The canonical JSON of the entry, without a line end: a leaf of the tree.
  package var line: [UInt8] { json.bytes }

  /// The entry as an object.
  package var json: CanonicalJSON {
    var members: [CanonicalJSON.Member] = [
      .init("v", .int(TrailEntry.version)), .init("seq", .int(seq)),
      .init("at", .string(at.description)), .init("kind", .string(event.kind)),
    ]
    if let commit { members.append(.init("commit", .string(commit))) }
    return .object(members + event.members)
  }

  /// Reads a line, and refuses every spelling but the one that `line` gives.
  package init(line: some Collection<UInt8>) throws(FormatError) {
    let bytes = Array(line)
    guard bytes.count <= TrailEntry.longest else {
      throw FormatError("is longer than 65,535 bytes")
    }
    var reader = JSONReader(bytes)
    let json = try reader.document()
    guard try json.number("v") == TrailEntry.version else {
      throw FormatError("is of a version that this program does not know")
    }
    guard let at = Timestamp(try json.text("at")) else {
      throw FormatError("has no time \"at\" of the form 2026-11-21T06:00:00Z")
    }
    let commit = json["commit"] == nil ? nil : try json.text("commit")
    guard commit.map(TrailEntry.isCommit) ?? true else {
      throw FormatError("has a \"commit\" that is no commit's digest")
    }
    self.init(seq: try json.number("seq"), at: at, commit: commit, event: try TrailEvent(json))
    guard self.line == bytes else {
      _ = try CanonicalJSON(canonical: bytes)
      throw FormatError("has members that an entry of the kind \"\(event.kind)\" does not have")
    }
  }

  /// Whether a text is the digest of a commit.
  static func isCommit(_ text: String) -> Bool {
    [40, 64].contains(text.utf8.count) && Hex.decode(text) != nil
  }
}
