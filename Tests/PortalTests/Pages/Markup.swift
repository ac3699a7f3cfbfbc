@testable import Portal

/// The tags of a page, read as a browser would read the markup that this program writes.
struct Markup {
  /// A start tag with its attributes.
  struct Tag: Equatable {
    var name: String
    var attributes: [String: String] = [:]
  }

  var tags: [Tag] = []
  /// Whether a tag was not closed, or an attribute did not stand in double quotes.
  var isBroken = false

  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      guard let first = rest.first, first.isLetter else { continue }
      readTag(&rest)
    }
  }

  var ids: [String] { tags.compactMap { $0.attributes["id"] } }

  /// Every address that a page leads to or loads.
  var addresses: [String] {
    tags.flatMap { [$0.attributes["href"], $0.attributes["src"]].compactMap(\.self) }
  }

  private mutating func readTag(_ rest: inout ArraySlice<UInt8>) {
    var tag = Tag(name: Self.word(&rest))
    while true {
      rest = rest.drop { [0x20, 0x0A, UInt8(ascii: "/")].contains($0) }
      guard let next = rest.first else {
        isBroken = true
        return
      }
      if next == UInt8(ascii: ">") { break }
      let name = Self.word(&rest)
      guard !name.isEmpty else {
        isBroken = true
        return
      }
      tag.attributes[name] = value(&rest)
    }
    tags.append(tag)
  }

  private mutating func value(_ rest: inout ArraySlice<UInt8>) -> String {
    guard rest.first == UInt8(ascii: "=") else { return "" }
    rest = rest.dropFirst()
    guard rest.first == UInt8(ascii: "\"") else {
      isBroken = true
      return ""
    }
    rest = rest.dropFirst()
    let value = rest.prefix { $0 != UInt8(ascii: "\"") }
    rest = rest.dropFirst(value.count + 1)
    return String(decoding: value, as: UTF8.self)
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let word = rest.prefix { $0.isLetter || (0x30...0x39).contains($0) || $0 == 0x2D }
    rest = rest.dropFirst(word.count)
    return String(decoding: word, as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}

/// A site as the set of its pages, to follow the links from one to another.
struct RenderedSite {
  var pages: [String: Markup] = [:]
  var files: Set<String> = []

  init(_ pages: [Page]) {
    for page in pages {
      files.insert(page.path)
      if page.path.hasSuffix(".html") { self.pages[page.path] = Markup(page.bytes) }
    }
  }

  /// The addresses of a page that lead nowhere within the site.
  func broken(on page: String) -> [String] {
    (pages[page]?.addresses ?? []).filter { address in
      if address.hasPrefix("https://") || address == "data:," { return false }
      let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? page : Self.resolve(String(parts[0]), from: page)
      // Made by others: the script of the search, the database, the copy of the audit folder.
      if ["assets/search.js", "evidence.sqlite", "audit.zip"].contains(target) { return false }
      if target?.hasPrefix("audit/") == true { return false }
      guard let target, files.contains(target) else { return true }
      guard parts.count == 2 else { return false }
      return pages[target]?.ids.contains(String(parts[1])) != true
    }
  }

  /// The path of a relative address; nil when it leaves the site.
  private static func resolve(_ address: String, from page: String) -> String? {
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in address.split(separator: "/", omittingEmptySubsequences: false) {
      if part == ".." {
        guard folders.popLast() != nil else { return nil }
      } else {
        folders.append(decoded(String(part)))
      }
    }
    return folders.joined(separator: "/")
  }

  private static func decoded(_ part: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(part.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
