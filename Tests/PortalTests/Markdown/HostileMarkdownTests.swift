import Testing

@testable import Portal

/// Random texts of what may break out: only what the renderer writes itself may be markup.
struct HostileMarkdownTests {
  private static let pieces = [
    "<", ">", "\"", "'", "&", "`", "```", "\n", "\n\n", "    ", "- ", "> ", "# ", "|", "|-|\n", "[",
    "]", "(", ")", "![", "](", "[^1]", "[^1]: ", "*", "~~", "\\", "<!--", "-->", "<script>",
    "</script>", "<style>", "<a id=\"", "<a name='x", "<img src=x onerror=alert(1)>",
    "<svg/onload=",
    "javascript:alert(1)", "data:text/html,", "http://e.example/", "www.e.example", "a@e.example",
    "c d.md", "p.png", "\" onclick=\"x", "' onclick='x", "&quot;", "&#34;", "&#x3c;", "<br>", "\0",
    "\u{202E}", "é", "x", " ", "\t", "<div>", "</div>", "<?", "<![CDATA[", "= ", "--- ",
  ]

  private static let tags: Set<String> = [
    "p", "span", "a", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "input", "pre",
    "code", "em", "strong", "del", "blockquote", "hr", "div", "table", "thead", "tbody", "tr", "th",
    "td", "img", "sup", "section",
  ]

  private static let attributes: Set<String> = [
    "id", "class", "href", "rel", "title", "src", "alt", "loading", "start", "type", "disabled",
    "checked", "role", "aria-label", "tabindex",
  ]

  @Test(arguments: 0..<8)
  func `writes no markup but its own`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.pieces[Int(state >> 33) % Self.pieces.count]
      }
      let problem = Self.problem(in: html(text))
      #expect(problem == nil, "\(text.debugDescription)")
    }
  }

  /// What is wrong with some HTML: a tag, an attribute or an address that is not ours.
  private static func problem(in html: String) -> String? {
    var open: [Substring] = []
    for part in html.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return "a tag is open: \(part)" }
      if part.hasPrefix("/") {
        let name = part.dropFirst().prefix(upTo: end)
        guard open.popLast() == name else { return "\"\(name)\" closes another tag" }
        continue
      }
      let name = part.prefix { $0.isLetter || $0.isNumber }
      guard tags.contains(String(name)) else { return "the tag \"\(name)\"" }
      if let problem = problem(inAttributes: part[name.endIndex..<end]) { return problem }
      if !["br", "hr", "input", "img"].contains(name) { open.append(name) }
    }
    return open.isEmpty ? nil : "\(open) stay open"
  }

  private static func problem(inAttributes text: Substring) -> String? {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return "a value stays open: \(text)" }
    for (index, part) in parts.enumerated() where index % 2 == 0 {
      for name in part.split(whereSeparator: { $0 == " " || $0 == "=" }) {
        guard attributes.contains(String(name)) else { return "the attribute \"\(name)\"" }
      }
      guard index + 1 < parts.count, part.hasSuffix("href=") || part.hasSuffix("src=") else {
        continue
      }
      let address = parts[index + 1].lowercased()
      let colon = address.prefix { $0 != "/" && $0 != "#" && $0 != "?" }.contains(":")
      let isKnown = ["http:", "https:", "mailto:", "tel:"].contains { address.hasPrefix($0) }
      if colon, !isKnown { return "the address \"\(address)\"" }
      if part.hasSuffix("src="), colon { return "the picture \"\(address)\"" }
    }
    return nil
  }
}
