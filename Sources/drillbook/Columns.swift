/// Texts in the columns of a terminal, where a character of Chinese or Japanese takes two.
enum Columns {
  /// How many columns a text takes.
  static func count(_ text: String) -> Int {
    text.reduce(0) { $0 + width(of: $1) }
  }

  /// The text, cut with "…" where it is too long.
  static func cut(_ text: String, to limit: Int) -> String {
    guard count(text) > limit else { return text }
    var taken = 0
    let end = text.firstIndex { character in
      taken += width(of: character)
      return taken > limit - 1
    }
    return text[..<(end ?? text.endIndex)] + "…"
  }

  /// The text in rows, broken at spaces; a word that is longer than a row is cut.
  static func wrap(_ text: String, to limit: Int) -> [String] {
    var rows: [String] = [""]
    var taken = 0
    for word in text.split(separator: " ") {
      let word = cut(String(word), to: limit)
      let width = count(word)
      if taken > 0, taken + 1 + width > limit {
        rows.append(word)
        taken = width
      } else {
        rows[rows.count - 1] += taken > 0 ? " \(word)" : word
        taken += taken > 0 ? width + 1 : width
      }
    }
    return rows
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }
}
