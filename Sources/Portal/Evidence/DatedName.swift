internal import Bindings

/// The name of a file or object that carries the time at which it was begun.
///
/// `shop-20251201-020000.sql.gz` is of the series `shop-*.sql.gz`. Read are years first, with or
/// without a sign between the parts, then a time of day if there is one, and 10 digits since 1970.
/// A day before a year is not: nobody can tell 04.03. from March 4.
struct DatedName: Equatable {
  /// "2025-12-01T02:00:00", with "Z" or an offset if the name has one.
  let time: String
  /// The name with `*` for the time, and without the ending of a file that is being written.
  let series: String
  /// Whether its ending says that it is being written.
  let isUnfinished: Bool

  private static let unfinished = [
    ".part", ".partial", ".tmp", ".temp", ".incomplete", ".inprogress", ".in-progress",
    ".filepart", ".crdownload", ".swp", ".lock",
  ]
  /// What stands beside a dump and is none.
  private static let companions = [
    ".sha256", ".sha512", ".sha1", ".md5", ".sum", ".sig", ".asc", ".log", ".err", ".txt", ".idx",
    ".manifest", ".sha256sum", ".md5sum",
  ]

  init?(_ name: String) {
    var bytes = Array(name.utf8)[...]
    let lowered = name.lowercased()
    guard bytes.count <= 4096, !Self.companions.contains(where: lowered.hasSuffix) else {
      return nil
    }
    let ending = Self.unfinished.first(where: lowered.hasSuffix)
    isUnfinished = ending != nil
    bytes = bytes.dropLast(ending?.utf8.count ?? 0)
    // The name of the file comes first; folders may be named by the day.
    let slash = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? bytes.startIndex
    guard let found = Self.find(bytes, from: slash) ?? Self.find(bytes, from: bytes.startIndex)
    else { return nil }
    time = found.time
    let (before, after) = (found.range.lowerBound, found.range.upperBound)
    series = String(bytes[..<before]) + "*" + String(bytes[after...])
  }

  /// The time of the name in milliseconds, or as text where nothing says by which clock it is.
  ///
  /// A name seldom has a zone. Taken is that of the inventory, the one that is printed with the
  /// end, or UTC: the first by which the file was begun within an hour of its end. A file that was
  /// copied later has no such, and is read by the first of them that is known.
  func start(before end: SQLValue, _ zone: Zone?) -> SQLValue {
    if let stated = Instant.milliseconds(time) { return SQLValue(stated) }
    let ended = AdapterRow.Time(end, zone).at
    var zones = zone.map { [$0] } ?? []
    if case .text(let text) = end, let offset = Instant.offset(of: text) {
      zones.append(.fixed(offset))
    }
    if ended != nil { zones.append(.fixed(0)) }
    let times = zones.compactMap { Instant.milliseconds(time, zone: $0) }
    let near = times.first { time in
      ended.map { (-300_000...3_600_000).contains($0 - time) } ?? false
    }
    return (near ?? times.first).map { SQLValue($0) } ?? .text(time)
  }

  private static func find(
    _ bytes: ArraySlice<UInt8>,
    from start: Int
  ) -> (time: String, range: Range<Int>)? {
    for index in bytes.indices where index >= start && bytes[index].isDigit {
      if index > bytes.startIndex, bytes[index - 1].isDigit { continue }
      var reader = DatedNameReader(bytes: bytes, offset: index)
      if let time = reader.time() { return (time, index..<reader.offset) }
    }
    return nil
  }
}

/// Reads the time that begins at a digit of a name.
private struct DatedNameReader {
  let bytes: ArraySlice<UInt8>
  var offset: Int

  mutating func time() -> String? {
    let start = offset
    if let epoch = epoch() { return epoch }
    offset = start
    guard let year = number(4), (1990...2100).contains(year), let day = day(year) else {
      return nil
    }
    let end = offset
    if let clock = clock() { return day.text + "T" + clock }
    offset = end
    return next?.isDigit == true ? nil : day.text + "T00:00:00"
  }

  private mutating func epoch() -> String? {
    guard let digits = run(), digits.count == 10, let seconds = Int(String(digits)),
      seconds >= 1_000_000_000
    else { return nil }
    return Instant.epoch(seconds).map(Instant.text)
  }

  private mutating func day(_ year: Int) -> Civil? {
    let sign = next
    let isParted = sign.map { "-_./".utf8.contains($0) } ?? false
    if isParted { offset += 1 }
    guard let month = number(2) else { return nil }
    if isParted {
      guard next == sign else { return nil }
      offset += 1
    }
    guard let day = number(2) else { return nil }
    return Civil(year: year, month: month, day: day)
  }

  /// "T020000Z", "_02-00", " 02:00:00", "-0200", "020000"; nil when none follows.
  private mutating func clock() -> String? {
    if let joint = next, "Tt-_. @/".utf8.contains(joint) { offset += 1 }
    guard let hour = number(2), hour < 24 else { return nil }
    let sign = next.flatMap { "-_.:h".utf8.contains($0) ? $0 : nil }
    if sign != nil { offset += 1 }
    guard let minute = number(2), minute < 60 else {
      return sign == UInt8(ascii: "h") ? Civil.padded(hour, 2) + ":00:00" : nil
    }
    let end = offset
    if sign != nil, next == sign || next == UInt8(ascii: "m") { offset += 1 }
    var second = number(2)
    if second == nil || second ?? 0 > 59 || next?.isDigit == true { (second, offset) = (nil, end) }
    guard next?.isDigit != true else { return nil }
    let text = [hour, minute, second ?? 0].map { Civil.padded($0, 2) }.joined(separator: ":")
    return text + zone()
  }

  private mutating func zone() -> String {
    if let byte = next, byte | 32 == UInt8(ascii: "z") {
      let after = offset + 1
      guard after < bytes.endIndex, bytes[after].isLetterOrDigit else {
        offset += 1
        return "Z"
      }
    }
    let rest = bytes[offset...].prefix(5)
    guard rest.count == 5, rest.first == UInt8(ascii: "+"), let seconds = Zone.offset(rest),
      abs(seconds) <= 50_400
    else { return "" }
    offset += 5
    return String(rest)
  }

  private var next: UInt8? { offset < bytes.endIndex ? bytes[offset] : nil }

  private mutating func run() -> ArraySlice<UInt8>? {
    let digits = bytes[offset...].prefix(while: \.isDigit)
    offset += digits.count
    return digits.isEmpty ? nil : digits
  }

  private mutating func number(_ width: Int) -> Int? {
    let digits = bytes[offset...].prefix(width)
    guard digits.count == width, digits.allSatisfy(\.isDigit) else { return nil }
    offset += width
    return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
  }
}
