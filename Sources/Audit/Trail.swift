/// The entries from the first on, the tree over them, and what they add up to.
package struct Trail: Sendable {
  package private(set) var entries: [TrailEntry] = []
  /// The hashes of the lines.
  package private(set) var leaves: [Digest] = []
  package private(set) var tree = MerkleTree()
  package private(set) var state = TrailState()
  /// The entries among which one was changed, when a report's recorded root says so.
  package private(set) var suspects: ClosedRange<Int>?
  /// The number of entries that the recorded root of a report below them confirms.
  package private(set) var confirmed = 0

  /// The root before the last run, which its report states.
  private(set) var rootOfLastRun: Digest?
  private var lastTree = MerkleTree()

  package init() {}

  /// Reads `trail.jsonl`; the refusal names the line.
  package init(bytes: [UInt8]) throws(FormatError) {
    if let remark = CanonicalJSON.remark(on: bytes) { throw FormatError(remark) }
    var start = 0
    for end in bytes.indices where bytes[end] == UInt8(ascii: "\n") {
      do throws(FormatError) {
        try read(bytes[start..<end])
      } catch {
        throw FormatError("line \(entries.count + 1): \(error)")
      }
      start = end + 1
    }
    guard start == bytes.count else {
      throw FormatError("line \(entries.count + 1): does not end with a line feed")
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) throws(FormatError) {
    let entry = try TrailEntry(line: line)
    guard entry.seq == entries.count else {
      throw FormatError("has the number \(entry.seq) where \(entries.count) was expected")
    }
    try add(entry, line)
  }

  private mutating func add(
    _ entry: TrailEntry,
    _ line: some Collection<UInt8>
  ) throws(FormatError) {
    if case .report(let report) = entry.event {
      guard report.size == tree.size else {
        throw FormatError("records a size of \(report.size) after \(tree.size) entries")
      }
      if report.root == tree.root {
        confirmed = tree.size
      } else if suspects == nil {
        suspects = confirmed...tree.size
      }
    }
    try state.apply(entry)
    let leaf = MerkleTree.leaf(line)
    leaves.append(leaf)
    tree.append(leaf)
    entries.append(entry)
    if case .report = entry.event {
      rootOfLastRun = lastTree.root
      lastTree = tree
    }
  }

  /// Adds an event, dated not before the last entry.
  mutating func append(
    _ event: TrailEvent,
    at: Timestamp,
    commit: String?
  ) throws(FormatError) {
    let at = max(at, state.lastAt ?? at)
    let entry = TrailEntry(seq: entries.count, at: at, commit: commit, event: event)
    let line = entry.line
    guard line.count <= TrailEntry.longest else {
      throw FormatError("an entry would be longer than 65,535 bytes")
    }
    try add(entry, line)
  }

  /// The root over the first entries, as an older checkpoint had them; nil for more than there are.
  package func root(ofFirst count: Int) -> Digest? {
    guard 0...leaves.count ~= count else { return nil }
    return count == leaves.count ? tree.root : MerkleTree(leaves.prefix(count)).root
  }
}
