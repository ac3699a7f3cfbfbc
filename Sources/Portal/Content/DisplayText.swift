/// How a document's text is shown: damage repaired, tricks made visible.
///
/// What is hashed and quoted stays as it is. Most documents need none of it, which one look at
/// the bytes tells.
struct DisplayText: Sendable {
  /// Shows everything as it is written.
  static let plain = DisplayText(isDamaged: false, isDeceiving: false)

  /// Whether the text may hold UTF-8 that was read as Windows-1252.
  let isDamaged: Bool
  /// Whether the text may hold characters that reorder what follows.
  let isDeceiving: Bool

  /// Whether nothing has to be changed.
  var isPlain: Bool { !isDamaged && !isDeceiving }

  /// The bytes to show for a part of a line.
  func shown(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard !isPlain else { return bytes }
    var result = bytes
    if isDamaged, let better = EncodingRepair.repaired(String(result)) {
      result = Array(better.utf8)[...]
    }
    return isDeceiving ? named(result) : result
  }

  /// Bidirectional controls by their number, as in "[U+202E]".
  private func named(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result = ""
    for scalar in String(bytes).unicodeScalars {
      if DisplayText.deceives(scalar) {
        result += "[U+\(String(scalar.value, radix: 16, uppercase: true))]"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)[...]
  }

  /// The bidirectional controls of Unicode Standard Annex 9 that hide the order of characters.
  private static func deceives(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}

extension DisplayText {
  /// Looks through a whole file once.
  init(_ source: [UInt8]) {
    var damaged = false
    var deceiving = false
    let bytes = source.span
    for index in 0..<max(0, bytes.count - 2) where bytes[index] >= 0xC2 {
      let next = bytes[index + 1]
      let last = bytes[index + 2]
      // "Ã", "â" and their like, before another character outside ASCII.
      if bytes[index] == 0xC3, next >= 0x82, next <= 0xB4, last >= 0xC2 { damaged = true }
      guard bytes[index] == 0xE2 else { continue }
      if next == 0x80, last >= 0xAA, last <= 0xAE { deceiving = true }
      if next == 0x81, last >= 0xA6, last <= 0xA9 { deceiving = true }
    }
    self.init(isDamaged: damaged, isDeceiving: deceiving)
  }
}
