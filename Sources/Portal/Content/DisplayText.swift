internal import Bindings

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
    // "Ã", "â" and their like, before another character outside ASCII.
    isDamaged = Self.stands(0xC3, in: source) { next, last in
      next >= 0x82 && next <= 0xB4 && last >= 0xC2
    }
    isDeceiving = Self.stands(0xE2, in: source) { next, last in
      next == 0x80 && last >= 0xAA && last <= 0xAE || next == 0x81 && last >= 0xA6 && last <= 0xA9
    }
  }

  /// Whether a byte stands in a text before two others that fulfil a condition.
  private static func stands(
    _ lead: UInt8,
    in source: [UInt8],
    before isSought: (_ next: UInt8, _ last: UInt8) -> Bool
  ) -> Bool {
    let bytes = source.span
    var offset = 0
    while let place = bytes.firstIndex(of: lead, from: offset), place + 2 < bytes.count {
      if isSought(bytes[place + 1], bytes[place + 2]) { return true }
      offset = place + 1
    }
    return false
  }
}
