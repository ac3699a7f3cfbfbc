/// Repairs text that was written as UTF-8, read as Windows-1252 and written as UTF-8 again.
///
/// For display only: what is hashed and quoted stays as it is. A text is repaired only when the
/// way back gives valid UTF-8 with a symbol in it, so that an honest "Ã" stays what it is.
enum EncodingRepair {
  /// The repaired text, or nil when nothing needs a repair or the repair does not round-trip.
  static func repaired(_ text: String) -> String? {
    guard !text.isASCII,
      text.hasByte(where: { $0 == 0xC3 || $0 == 0xC5 || $0 == 0xE2 || $0 == 0xC2 })
    else { return nil }
    var result = ""
    var run: [Unicode.Scalar] = []
    var changed = false
    func flush() {
      if let better = decoded(run) {
        result += better
        changed = true
      } else {
        result.unicodeScalars.append(contentsOf: run)
      }
      run = []
    }
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x80, byte(scalar) != nil {
        run.append(scalar)
      } else {
        if !run.isEmpty { flush() }
        result.unicodeScalars.append(scalar)
      }
    }
    if !run.isEmpty { flush() }
    return changed ? result : nil
  }

  /// A run of damaged characters as the text it was, when every byte finds its place.
  private static func decoded(_ run: [Unicode.Scalar]) -> String? {
    guard run.count >= 2 else { return nil }
    let bytes = run.compactMap(byte)
    guard bytes.count == run.count, let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.allSatisfy({ $0.value >= 0xA0 })
    else { return nil }
    return text
  }

  /// The byte that Windows-1252 (and Latin-1 where it is silent) shows as this character.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return highCharacters[scalar]
  }

  /// The character that Windows-1252 (and Latin-1 where it is silent) shows for a byte.
  static func character(_ byte: UInt8) -> Unicode.Scalar {
    characters[byte] ?? Unicode.Scalar(byte)
  }

  private static let characters = Dictionary(
    uniqueKeysWithValues: highCharacters.map { ($0.value, $0.key) }
  )

  // 0x80 to 0x9F of Windows-1252, https://encoding.spec.whatwg.org/index-windows-1252.txt
  private static let highCharacters: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "‚": 0x82, "ƒ": 0x83, "„": 0x84, "…": 0x85, "†": 0x86,
    "‡": 0x87, "ˆ": 0x88, "‰": 0x89, "Š": 0x8A, "‹": 0x8B, "Œ": 0x8C,
    "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95,
    "–": 0x96, "—": 0x97, "˜": 0x98, "™": 0x99, "š": 0x9A, "›": 0x9B,
    "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]
}

extension String {
  /// Whether the text holds only bytes of ASCII; many are looked at at once.
  fileprivate var isASCII: Bool {
    let bytes = utf8.span
    var all: UInt8 = 0
    for index in bytes.indices { all |= bytes[index] }
    return all < 0x80
  }
}
