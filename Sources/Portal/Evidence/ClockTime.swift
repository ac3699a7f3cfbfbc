/// A time of day as a review notes it: "14:05 UTC".
struct ClockTime: Equatable, Sendable {
  /// Of the day.
  let seconds: Int
  /// Seconds east of UTC; nil when no zone is named.
  let offset: Int?

  /// The time at the start of a text, and what stands after it.
  static func first(_ text: String) -> (ClockTime, String)? {
    let bytes = Array(text.utf8)
    var index = 0
    func number() -> Int? {
      let digits = bytes[index...].prefix(while: \.isDigit)
      guard (1...2).contains(digits.count) else { return nil }
      index += digits.count
      return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
    func colon() -> Bool {
      guard index + 1 < bytes.count, bytes[index] == Byte.colon, bytes[index + 1].isDigit else {
        return false
      }
      index += 1
      return true
    }
    guard let hour = number(), colon(), let minute = number() else { return nil }
    let second = colon() ? number() : 0
    guard let second, hour < 24, minute < 60, second < 60 else { return nil }
    let rest = bytes[index...].trimmed(of: Byte.isSpace)
    let word = rest.prefix { !Byte.isSpace($0) && $0 != UInt8(ascii: ",") }
    let zone = word.trimmed { $0 == Byte.colon }
    let offset = Zone.offset(zone)
    let after = (offset == nil ? rest : rest.dropFirst(word.count)).trimmed(of: isJoint)
    return (
      ClockTime(seconds: hour * 3600 + minute * 60 + second, offset: offset), String(after)
    )
  }

  /// What parts a time from what happened: ":", "-" or a dash.
  private static func isJoint(_ byte: UInt8) -> Bool {
    Byte.isSpace(byte) || byte == Byte.colon || byte == UInt8(ascii: "-")
  }
}
