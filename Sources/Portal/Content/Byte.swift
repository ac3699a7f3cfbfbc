internal import Bindings

/// The bytes that the readers look for.
enum Byte {
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")

  static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  /// What stands between a label and its value, or around a label.
  static func isJoint(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == colon || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "|")
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter or digit, or part of a character outside ASCII.
  var isLetterOrDigit: Bool { isDigit || isLetter }
  var isDigit: Bool { self >= 48 && self <= 57 }
  var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 || self >= 0x80 }
}

extension Swift.Span<UInt8> {
  /// The last of them.
  var last: UInt8? { count > 0 ? self[count - 1] : nil }

  /// Where the bytes at the start end that fulfil a condition.
  func start(behind isLeft: (UInt8) -> Bool) -> Int {
    var start = 0
    while start < count, isLeft(self[start]) { start += 1 }
    return start
  }

  /// A range without the bytes at its ends that fulfil a condition.
  func trimmed(_ range: Range<Int>, of isTrimmed: (UInt8) -> Bool) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isTrimmed(self[start]) { start += 1 }
    while start < end, isTrimmed(self[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes first stand; nil where they do not.
  func first(of sought: String) -> Range<Int>? {
    span.first(of: sought.utf8.span).map {
      (startIndex + $0.lowerBound)..<(startIndex + $0.upperBound)
    }
  }

  /// The slice without the bytes at its end that fulfil a condition.
  func trimmedEnd(of isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, isTrimmed(self[end - 1]) { end -= 1 }
    return self[..<end]
  }

  /// The slice without the bytes at its ends that fulfil a condition.
  func trimmed(of isTrimmed: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let kept = span.trimmed(0..<count, of: isTrimmed)
    return self[(startIndex + kept.lowerBound)..<(startIndex + kept.upperBound)]
  }

  /// Whether the slice begins with the bytes of a text; several times as fast as for any sequence.
  func starts(with text: String.UTF8View) -> Bool { span.has(text.span, at: 0) }
}

extension [UInt8] {
  /// Where some bytes first stand; nil where they do not.
  func first(of sought: String) -> Range<Int>? { span.first(of: sought.utf8.span) }

  /// Whether the bytes begin with those of a text.
  func starts(with text: String.UTF8View) -> Bool { span.has(text.span, at: 0) }
}

extension String.UTF8View {
  /// Whether a byte is among those of the text; several times as fast as for any sequence.
  func contains(_ byte: UInt8) -> Bool {
    let bytes = span
    for index in 0..<bytes.count where bytes[index] == byte { return true }
    return false
  }
}

extension String {
  /// The text of some bytes.
  init(_ bytes: ArraySlice<UInt8>) { self.init(decoding: bytes, as: UTF8.self) }

  /// The text of some bytes.
  init(_ bytes: Swift.Span<UInt8>) {
    if let valid = try? UTF8Span(validating: bytes) {
      self.init(copying: valid)
    } else {
      self.init(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
    }
  }

  /// Whether another text stands in the text, byte for byte; several times as fast as `contains`.
  func has(_ sought: String) -> Bool { utf8.span.first(of: sought.utf8.span) != nil }

  /// Whether a byte stands in the text; the faster search for all but the shortest texts.
  func has(_ byte: UInt8) -> Bool { utf8.span.firstIndex(of: byte, from: 0) != nil }

  /// Whether a byte of the text fulfils a condition.
  func hasByte(where condition: (UInt8) -> Bool) -> Bool {
    let bytes = utf8.span
    for index in 0..<bytes.count where condition(bytes[index]) { return true }
    return false
  }

  /// The text with spaces in the place of some signs of ASCII.
  func spacing(_ signs: String) -> String {
    guard hasByte(where: signs.utf8.contains) else { return self }
    return String(utf8.map { signs.utf8.contains($0) ? Byte.space : $0 }[...])
  }
}
