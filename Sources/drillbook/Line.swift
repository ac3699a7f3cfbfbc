/// A line for a person.
///
/// Literals are ours. Every interpolated string may come from content: what would move the cursor,
/// change the colour or turn the reading direction is shown as an escape such as `\u{1B}`.
struct Line: ExpressibleByStringInterpolation, Sendable {
  /// A look that a terminal can give to some words.
  enum Style: String, Sendable {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  private var pieces: [(text: String, style: Style?)]

  init(stringLiteral text: String) { pieces = [(text, nil)] }
  init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// The bytes of the line with its newline, with or without escape sequences for the looks.
  func bytes(styled: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      guard styled, let style = piece.style else {
        bytes += piece.text.utf8
        continue
      }
      bytes += "\u{1B}[\(style.rawValue)m\(piece.text)\u{1B}[0m".utf8
    }
    return bytes + [UInt8(ascii: "\n")]
  }

  /// The text with everything that a terminal would obey made visible.
  static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isObeyedByTerminals) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isObeyedByTerminals {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pieces: [(text: String, style: Style?)] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(interpolationCount * 2 + 1)
    }

    mutating func appendLiteral(_ text: String) { pieces.append((text, nil)) }
    mutating func appendInterpolation(_ number: Int) { pieces.append((String(number), nil)) }

    mutating func appendInterpolation(_ text: String, _ style: Style? = nil) {
      pieces.append((Line.visible(text), style))
    }
  }
}

extension Unicode.Scalar {
  /// Controls (C0, DEL, C1), line separators, direction marks and the byte-order mark.
  fileprivate var isObeyedByTerminals: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
      0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}
