/// A second of UTC as the trail writes it: `2026-11-21T06:00:00Z` (RFC 3339).
package struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// Takes exactly this form, and only a day that the calendar has; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    for (byte, sample) in zip(bytes, "0000-00-00T00:00:00Z".utf8) {
      let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      guard sample == UInt8(ascii: "0") ? isDigit : byte == sample else { return nil }
    }
    func number(_ range: Range<Int>) -> Int {
      bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    let year = number(0..<4)
    let month = number(5..<7)
    guard 1...12 ~= month, 1...Timestamp.days(in: month, of: year) ~= number(8..<10),
      number(11..<13) < 24, number(14..<16) < 60, number(17..<19) < 60
    else { return nil }
    description = text
  }

  package static func < (one: Timestamp, other: Timestamp) -> Bool {
    one.description.utf8.lexicographicallyPrecedes(other.description.utf8)
  }

  /// In seconds since 1970.
  var seconds: Int {
    let digits = description.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      .map { Int($0 - UInt8(ascii: "0")) }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    // A year begins with March here, so that the day of a leap year is its last (H. Hinnant).
    let month = (number(4..<6) + 9) % 12
    let year = number(0..<4) - (month >= 10 ? 1 : 0)
    let leaps = year / 4 - year / 100 + year / 400
    let days = year * 365 + leaps + (month * 153 + 2) / 5 + number(6..<8) - 719_469
    return ((days * 24 + number(8..<10)) * 60 + number(10..<12)) * 60 + number(12..<14)
  }

  /// The form of `allowed_signers`: `20261121060000Z`.
  var compact: String {
    String(description.unicodeScalars.filter { !["-", ":", "T"].contains($0) }.map(Character.init))
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
