internal import Bindings

/// The five fields of a crontab line, or one of its macros; crontab(5).
struct Cron: Equatable, Sendable {
  /// The longest time between two runs, in seconds.
  let interval: Int
  /// How many bytes the expression takes.
  let count: Int

  private static let macros: [(name: String, seconds: Int)] = [
    ("@hourly", 3600), ("@daily", 86_400), ("@midnight", 86_400), ("@weekly", 604_800),
    ("@monthly", 2_592_000), ("@yearly", 31_536_000), ("@annually", 31_536_000),
  ]

  /// The expression at the start of some bytes, after spaces.
  init?(_ bytes: ArraySlice<UInt8>) {
    let text = bytes.drop(while: Byte.isSpace)
    guard text.first != UInt8(ascii: "@") else {
      guard let (seconds, end) = Self.macro(text) ?? Self.every(text) else { return nil }
      (interval, count) = (seconds, end - bytes.startIndex)
      return
    }
    // Most lines that are asked for are no calendar, and hold no star.
    guard text.span.firstIndex(of: UInt8(ascii: "*"), from: 0) != nil else { return nil }
    var fields: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    while fields.count < 5, start < text.endIndex {
      let field = text[start...].prefix { !Self.ends.contains($0) }
      guard !field.isEmpty, field.allSatisfy(Self.isField) else { break }
      fields.append(field)
      start = field.endIndex
      while fields.count < 5, start < text.endIndex, Byte.isSpace(text[start]) { start += 1 }
    }
    guard fields.count == 5, fields.contains(where: { $0.first == UInt8(ascii: "*") }),
      let interval = Self.interval(fields)
    else { return nil }
    (self.interval, count) = (interval, start - bytes.startIndex)
  }

  private static func macro(_ text: ArraySlice<UInt8>) -> (seconds: Int, end: Int)? {
    for (name, seconds) in macros where text.starts(with: name.utf8) {
      return (seconds, text.startIndex + name.utf8.count)
    }
    return nil
  }

  /// "@every 6h30m" of the cron for Go.
  private static func every(_ text: ArraySlice<UInt8>) -> (seconds: Int, end: Int)? {
    guard text.starts(with: "@every ".utf8) else { return nil }
    let folded = FoldedText(bytes: Array(text.dropFirst(7).prefix { !Byte.isSpace($0) }))
    guard let span = Span(at: 0, in: folded, .standard), span.maximum > 0 else { return nil }
    return (span.maximum, text.startIndex + 7 + span.range.upperBound)
  }

  /// What ends a field, and the signs that one may have.
  private static let ends = ByteSet(" \t\r\n\"'`|)".utf8)
  private static let signs = ByteSet("*/,-?#".utf8)

  private static func isField(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isASCIILetter || signs.contains(byte)
  }

  /// The coarsest field that is not free decides.
  private static func interval(_ fields: [ArraySlice<UInt8>]) -> Int? {
    let limits = [(60, 60), (24, 3600), (31, 86_400), (12, 2_592_000), (7, 86_400)]
    var gaps: [Int?] = []
    for (field, limit) in zip(fields, limits) {
      guard let gap = gap(field, limit.0) else { return nil }
      gaps.append(gap == 0 ? nil : gap * limit.1)
    }
    if let month = gaps[3] { return month }
    if let weekday = gaps[4] { return weekday }
    if let day = gaps[2] { return day >= 31 * 86_400 ? 2_592_000 : day }
    if let hour = gaps[1] { return hour }
    return gaps[0] ?? 60
  }

  /// The longest step between two values of a field, around its end; 0 when every value counts.
  static func gap(_ field: ArraySlice<UInt8>, _ size: Int) -> Int? {
    if field.elementsEqual("*".utf8) || field.elementsEqual("?".utf8) { return 0 }
    if let slash = field.firstIndex(of: UInt8(ascii: "/")) {
      return Int(String(field[(slash + 1)...]))
    }
    var values: [Int] = []
    for part in field.split(separator: UInt8(ascii: ",")) {
      let ends = part.split(separator: UInt8(ascii: "-"))
      guard let low = ends.first.flatMap(value), let high = ends.last.flatMap(value) else {
        return nil
      }
      guard low <= high, high < 100 else { return nil }
      values += Array(low...high)
    }
    values.sort()
    guard let first = values.first, let last = values.last else { return nil }
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    return max(steps.max() ?? 0, first + size - last)
  }

  private static func value(_ text: ArraySlice<UInt8>) -> Int? {
    if let number = Int(String(text)) { return number }
    let name = String(text).lowercased()
    // Jenkins spreads its jobs by a hash.
    if name == "h" { return 0 }
    let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return days.firstIndex(of: name) ?? months.firstIndex(of: name).map { $0 + 1 }
  }
}
