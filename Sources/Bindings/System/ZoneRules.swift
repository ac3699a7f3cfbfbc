/// How far the clocks of a zone were from UTC, second by second.
///
/// Read from a compiled file of the time zone database, version 2 or later.
/// Source: RFC 8536.
package struct ZoneRules: Equatable, Sendable {
  /// When the offset changes, in seconds since 1970 UTC, ascending.
  private let transitions: [Int]
  /// The offset from each transition on, in seconds east of UTC.
  private let offsets: [Int]
  /// The offset before the first transition.
  private let first: Int
  /// What holds after the last transition.
  private let rest: ZoneFooter?

  /// Nil for bytes that are no such file.
  package init?(_ bytes: [UInt8]) {
    guard let old = Header(bytes, at: 0), old.version >= UInt8(ascii: "2"),
      let header = Header(bytes, at: 44 + old.length(timeSize: 4))
    else { return nil }
    let times = header.start + 44
    let indices = times + header.transitions * 8
    let types = indices + header.transitions
    let end = header.start + 44 + header.length(timeSize: 8)
    guard end <= bytes.count, header.types > 0 else { return nil }
    let utc = (0..<header.types).map { ZoneRules.number(bytes, types + $0 * 6, size: 4) }
    let used = (0..<header.transitions).map { Int(bytes[indices + $0]) }
    guard used.allSatisfy({ $0 < utc.count }) else { return nil }
    transitions = (0..<header.transitions).map { ZoneRules.number(bytes, times + $0 * 8, size: 8) }
    offsets = used.map { utc[$0] }
    first = utc[0]
    rest = ZoneFooter(bytes[end...])
  }

  /// The offset at a time, both in seconds.
  package func offset(at utc: Int) -> Int {
    guard let last = transitions.last else { return rest?.offset(at: utc) ?? first }
    if utc >= last { return rest?.offset(at: utc) ?? offsets[offsets.count - 1] }
    guard utc >= transitions[0] else { return first }
    var low = 0
    var high = transitions.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if transitions[middle] <= utc { low = middle } else { high = middle }
    }
    return offsets[low]
  }

  /// The time at which a clock of the zone showed this; nil for an hour that was left out.
  ///
  /// Of an hour that came twice, the first is meant.
  package func utc(ofLocal local: Int) -> Int? {
    let around = [offset(at: local - 86_400), offset(at: local), offset(at: local + 86_400)]
    return around.map { local - $0 }.filter { $0 + offset(at: $0) == local }.min()
  }

  private static func number(_ bytes: [UInt8], _ start: Int, size: Int) -> Int {
    var value = Int(Int8(bitPattern: bytes[start]))
    for index in 1..<size { value = value << 8 | Int(bytes[start + index]) }
    return value
  }

  /// The counts at the start of a block.
  private struct Header {
    let start: Int
    let version: UInt8
    let transitions: Int
    let types: Int
    private let leapSeconds: Int
    private let bytesOfTheRest: Int

    init?(_ bytes: [UInt8], at start: Int) {
      guard start >= 0, start + 44 <= bytes.count, bytes[start...].starts(with: "TZif".utf8) else {
        return nil
      }
      let counts = (0..<6).map { ZoneRules.number(bytes, start + 20 + $0 * 4, size: 4) }
      guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
      self.start = start
      version = bytes[start + 4]
      transitions = counts[3]
      types = counts[4]
      leapSeconds = counts[2]
      bytesOfTheRest = counts[0] + counts[1] + counts[5]
    }

    /// The bytes of the block after its header.
    func length(timeSize: Int) -> Int {
      transitions * (timeSize + 1) + types * 6 + leapSeconds * (timeSize + 4) + bytesOfTheRest
    }
  }
}
