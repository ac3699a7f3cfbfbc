/// The parts of a link's address, and how addresses of the site are written.
struct LinkAddress: Equatable, Sendable {
  /// In lower case; nil for a relative address.
  let scheme: String?
  /// Decoded; without the query.
  let path: String
  /// Decoded; nil without "#".
  let fragment: String?

  init(_ address: String) {
    let bytes = Array(address.utf8).trimmed
    scheme = LinkAddress.scheme(of: bytes)
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let front = bytes[..<(hash ?? bytes.endIndex)]
    let query = front.firstIndex(of: UInt8(ascii: "?")) ?? front.endIndex
    path = LinkAddress.decoded(front[..<query])
    fragment = hash.map { LinkAddress.decoded(bytes[($0 + 1)...]) }
  }

  /// A letter, then letters, digits, "+", "-" and "." up to a colon: RFC 3986, section 3.1.
  private static func scheme(of address: ArraySlice<UInt8>) -> String? {
    guard let colon = address.firstIndex(of: Byte.colon), let first = address.first, first < 0x80,
      first.isLetter, first != Byte.colon,
      address[..<colon].allSatisfy({ $0 < 0x80 && ($0.isLetterOrDigit || "+-.".utf8.contains($0)) })
    else { return nil }
    return String(address[..<colon]).lowercased()
  }

  /// Percent-encoded bytes as what they stand for; a text that is no UTF-8 stays as it is.
  private static func decoded(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let high = hexadecimal(text[index + 1]), let low = hexadecimal(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }

  /// A path or anchor as it stands in a URL: what is not plain is percent-encoded, "/" is kept.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte < 0x80, byte.isLetterOrDigit || "-_.~/".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The URL of one file of the site as another one names it: "../b/c%20d.html".
  static func relative(from page: String, to file: String) -> String {
    let here = page.split(separator: "/").dropLast()
    let there = file.split(separator: "/")
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: here.count - common)
    return up + encoded(there.dropFirst(common).joined(separator: "/"))
  }
}

extension [UInt8] {
  fileprivate var trimmed: ArraySlice<UInt8> { self[...].trimmed { $0 <= 32 } }
}
