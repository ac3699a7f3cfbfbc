import Foundation
import Testing

/// Texts that are true wherever the repository lies.
@Suite struct DocumentTests {
  static let documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
  static let generated = ["site/", "audit/", "docs/pictures/"]
  static let texts = Repository.paths(under: "").filter { path in
    !generated.contains { path.hasPrefix($0) } && !Repository.text(path).isEmpty
  }

  @Test(arguments: texts)
  func `names no folder of one machine`(path: String) {
    let text = Repository.text(path)
    // Put together here, so that this file does not find itself. A runbook may well speak of
    // the home folder of a server.
    var folders: [String] = ["/wo" + "rk/", "/tmp/" + "w/"]
    if !path.hasPrefix("content/") { folders += ["/ho" + "me/", "/ro" + "ot/"] }
    for folder in folders {
      let found = text.components(separatedBy: folder).dropLast().filter(Self.endsBeforePath)
      #expect(found.isEmpty, "\(folder)")
    }
  }

  /// Whether a slash after this text begins a path, instead of going on with one.
  private static func endsBeforePath(_ text: String) -> Bool {
    guard let last = text.last else { return true }
    return !last.isLetter && !last.isNumber && !"./~}".contains(last)
  }

  @Test(arguments: texts.filter { !$0.hasPrefix("content/") })
  func `leaves nothing for later`(path: String) {
    // Placeholders are a subject of the program: its literals may name them.
    let isSwift = path.hasSuffix(".swift")
    let text = isSwift ? SwiftCode(Repository.text(path)).comments : Repository.text(path)
    let words = Set(Repository.words(text))
    let marks: Set<Substring> = ["TO" + "DO", "FIX" + "ME"]
    #expect(words.isDisjoint(with: marks))
  }

  @Test(arguments: documents)
  func `links to what is there`(document: String) {
    let text = Repository.text(document)
    #expect(!text.isEmpty)
    for part in text.components(separatedBy: "](").dropFirst() {
      let address = part.prefix { $0 != ")" && $0 != "#" && $0 != " " }
      guard !address.isEmpty, !address.contains(":") else { continue }
      #expect(Repository.has(String(address)), "\(address)")
    }
  }

  @Test func `describes every check once, and in its order`() {
    let described = Repository.text("docs/checks.md").split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /## ([A-Z]{3}-[0-9]{2})/).map { String($0.1) }
    }
    let checks = AssetTests.files.filter { $0.hasPrefix("checks/") }.map {
      String($0.dropFirst("checks/".count).dropLast(".sql".count))
    }
    #expect(described.filter(checks.contains) == checks)
  }

  @Test func `describes every code of the readers`() {
    let text = Repository.text("docs/checks.md")
    for code in AssetTests.readers { #expect(text.contains("\n| \(code) |"), "\(code)") }
  }

  @Test func `keeps the bytes of evidence as they are`() {
    let lines = Repository.text(".gitattributes").split(separator: "\n")
    for folder in ["audit", "content", "site"] { #expect(lines.contains("\(folder)/** -text")) }
  }

  @Test func `says what changed`() {
    let lines = Repository.text("CHANGELOG.md").split(separator: "\n")
    let number = Repository.text("Sources/Portal/Generator.swift")
      .components(separatedBy: "\"").first { $0.first?.isNumber == true }
    #expect(lines.contains { $0.hasPrefix("## Unreleased") || $0.hasPrefix("## \(number ?? "?")") })
  }

  @Test func `comes under the Apache License`() {
    let text = Repository.text("LICENSE")
    #expect(text.contains("Version 2.0, January 2004"))
    #expect(text.contains("END OF TERMS AND CONDITIONS"))
  }
}
