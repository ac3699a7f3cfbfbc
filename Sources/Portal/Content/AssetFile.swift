/// A file of the content that is no document: whether a page may lead to a copy of it.
///
/// A copy lies beside the portal's own pages, so nothing is copied that a browser would run there.
struct AssetFile: Equatable, Sendable {
  /// Why the file is not copied; nil when it is.
  let refusal: String?

  /// Judges by the name; a drawing (".svg") also by its bytes, which are read only then.
  init(path: String, bytes: () -> [UInt8]) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    let ending = name.lastIndex(of: UInt8(ascii: ".")).map { String(name[($0 + 1)...]) } ?? ""
    switch ending.lowercased() {
    case "html", "htm", "xhtml", "xht", "shtml", "mhtml", "xml", "xsl", "xslt", "hta":
      refusal = "pages of the content are not copied"
    case "js", "mjs", "cjs", "css", "wasm", "swf", "jar":
      refusal = "scripts and styles of the content are not copied"
    case "svg": refusal = AssetFile.refusal(ofDrawing: bytes())
    case "svgz": refusal = "compressed drawings are not copied"
    default: refusal = nil
    }
  }

  /// Scripts, handlers, foreign elements and outside references make a drawing a program.
  private static func refusal(ofDrawing bytes: [UInt8]) -> String? {
    guard bytes.count <= 4 << 20 else { return "the drawing is larger than 4 MB" }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      return "the drawing is not UTF-8"
    }
    let text = bytes.map { (0x41...0x5A).contains($0) ? $0 | 32 : $0 }
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "<"):
        let name = local(text[(index + 1)...].prefix { !Byte.isSpace($0) && $0 != 0x3E })
        for (tag, reason) in tags where name.starts(with: tag.utf8) { return reason }
      // Both could spell what the other cases look for.
      case UInt8(ascii: "\\"),
        UInt8(ascii: "&") where byte == 0x5C || text[index...].dropFirst().first == 0x23:
        return "the drawing spells characters by their number"
      case UInt8(ascii: "="):
        if let reason = refusal(ofAttribute: text, before: index) { return reason }
      case UInt8(ascii: "@") where text[index...].starts(with: "@import".utf8):
        return "the drawing refers to something outside it"
      case UInt8(ascii: "u") where text[index...].starts(with: "url(".utf8):
        let target = text[(index + 4)...].drop { $0 <= 32 || $0 == 0x22 || $0 == 0x27 }
        if target.first != UInt8(ascii: "#") { return "the drawing refers to something outside it" }
      default: break
      }
    }
    return nil
  }

  private static let tags = [
    ("script", "the drawing holds a script"),
    ("foreignobject", "the drawing holds a foreign object"),
    ("iframe", "the drawing holds a foreign object"),
    ("embed", "the drawing holds a foreign object"),
    ("object", "the drawing holds a foreign object"),
    ("handler", "the drawing holds an event handler"),
    ("animate", "the drawing changes its own attributes"),
    ("set", "the drawing changes its own attributes"),
    ("!entity", "the drawing declares entities"),
    ("!doctype", "the drawing declares a document type"),
    ("?xml-stylesheet", "the drawing refers to something outside it"),
  ]

  /// A name without the prefix of its namespace.
  private static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.split(separator: Byte.colon, maxSplits: 1, omittingEmptySubsequences: false).last ?? name
  }

  /// Looks at the attribute whose "=" stands at an index: its name before, its value behind.
  private static func refusal(ofAttribute text: [UInt8], before index: Int) -> String? {
    let before = text[..<index].suffix(64).trimmed(of: Byte.isSpace)
    let name = before.suffix(while: { $0.isLetterOrDigit || "-_:.".utf8.contains($0) })
    let local = local(name)
    if local.starts(with: "on".utf8), local.count > 2 {
      return "the drawing holds an event handler"
    }
    let isReference = local.elementsEqual("href".utf8) || local.elementsEqual("src".utf8)
    guard isReference || local.elementsEqual("base".utf8) else { return nil }
    let value = text[(index + 1)...].drop { $0 <= 32 || $0 == 0x22 || $0 == 0x27 }
    let isPicture = ["png", "jpeg", "jpg", "gif", "webp"].contains {
      value.starts(with: "data:image/\($0);base64,".utf8)
    }
    return value.first == UInt8(ascii: "#") || isPicture
      ? nil : "the drawing refers to something outside it"
  }
}

extension ArraySlice<UInt8> {
  /// The longest end whose bytes all fulfil a condition.
  fileprivate func suffix(while isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isPart(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
