internal import Bindings

/// Where each page lies in the site, and how one page names another.
///
/// A path is relative to the site, with "/" between its parts: it names a file. A URL is what
/// stands in a page: relative, percent-encoded, with the file's name, so that it works on a disk.
enum PagePath {
  static let home = "index.html"
  static let findings = "findings.html"
  static let controls = "controls.html"
  static let audit = "audit.html"
  static let search = "search.html"
  static let notFound = "404.html"

  static func system(_ id: String) -> String { "systems/\(segment(id)).html" }

  static func objective(_ system: String, _ component: String, _ kind: String) -> String {
    "objectives/\(segment(system))/\(segment(component))-\(segment(kind)).html"
  }

  /// The page of the backups of a component.
  static func backups(_ component: Snapshot.ComponentKey) -> String {
    "backups/\(segment(component.system))/\(segment(component.component)).html"
  }

  /// The page of a document of the content: "plans/shop.md" is "docs/plans/shop.html".
  static func document(_ file: String) -> String {
    "docs/" + (file.hasSuffix(".md") ? String(file.dropLast(3)) : file) + ".html"
  }

  /// A list that may need several files: "drills.html", "drills-2.html", and so on.
  static func part(_ name: String, _ number: Int) -> String {
    number == 1 ? "\(name).html" : "\(name)-\(number).html"
  }

  /// Findings of one rule that do not fit on the page of findings.
  static func findings(rule: String, part number: Int) -> String {
    part("findings/\(segment(rule))", number)
  }

  /// The controls of one standard.
  static func framework(_ id: String) -> String { "controls/\(segment(id)).html" }

  /// An identifier as one part of a path: it cannot leave its folder, and two never meet.
  ///
  /// Letters, digits, "-", "_", "." and what lies beyond ASCII stay; the rest becomes "~2F".
  static func segment(_ id: String) -> String {
    var bytes: [UInt8] = []
    for byte in id.utf8 {
      if byte.isPlain || byte >= 0x80 || (byte == UInt8(ascii: ".") && !bytes.isEmpty) {
        bytes.append(byte)
      } else {
        bytes.append(hexadecimal: byte, after: UInt8(ascii: "~"))
      }
    }
    guard bytes.count > 150 else {
      return bytes.isEmpty ? "~" : String(decoding: bytes, as: UTF8.self)
    }
    // A file's name has at most 255 bytes: a digest stands for the rest.
    var cut = 100
    while bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    var short = Array(bytes[..<cut]) + [UInt8(ascii: "~"), UInt8(ascii: "~")]
    for byte in sha256(bytes.span).prefix(8) { short.append(hexadecimal: byte) }
    return String(decoding: short, as: UTF8.self)
  }

  /// An identifier as the id of an element: no white space, nothing that a URL must encode.
  static func anchor(_ id: String) -> String {
    var bytes: [UInt8] = []
    for byte in id.utf8 {
      if byte.isPlain || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
        bytes.append(byte)
      } else {
        bytes.append(hexadecimal: byte, after: UInt8(ascii: "~"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A path as it is written in a URL: each part percent-encoded, the slashes kept.
  static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(path.utf8.count)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "~"): bytes.append(byte)
      case let byte where byte.isPlain: bytes.append(byte)
      default: bytes.append(hexadecimal: byte, after: UInt8(ascii: "%"))
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The way up from a page to the folder of the site: "../" for each folder.
  static func rise(from page: String) -> String {
    String(repeating: "../", count: page.utf8.count(where: { $0 == UInt8(ascii: "/") }))
  }
}

extension UInt8 {
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(hexadecimal byte: UInt8, after mark: UInt8? = nil) {
    let digits = Array("0123456789ABCDEF".utf8)
    if let mark { append(mark) }
    append(digits[Int(byte >> 4)])
    append(digits[Int(byte & 15)])
  }
}
