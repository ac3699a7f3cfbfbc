extension Layout {
  /// A link to a system by its title.
  func link(system id: String?) -> HTML {
    guard let system = snapshot.system(id) else { return id.map { "\($0)" } ?? .nothing }
    return "<a href=\"\(url(PagePath.system(system.id)))\">\(system.title)</a>"
  }

  /// A link to an objective by any markup.
  func link(objective key: Snapshot.ObjectiveKey, _ text: HTML) -> HTML {
    let path = PagePath.objective(key.system, key.component, key.kind)
    return "<a href=\"\(url(path))\">\(text)</a>"
  }

  /// A link to the place of a finding by its message.
  func link(finding position: Int) -> HTML {
    let place = snapshot.findingPlaces[position]
    let message = snapshot.findings[position].message
    return "<a href=\"\(url(place.page, anchor: place.anchor))\">\(message)</a>"
  }

  /// "plans/shop.md:12", which leads to the line where the file has a page.
  func place(_ source: Snapshot.Source) -> HTML {
    let line = source.line
    let name = source.file + (line.map { ":\($0)" } ?? "")
    guard snapshot.document(source.file) != nil else {
      return """
        <span class="place">\(name)\
        \(if: line == nil, "\(some: source.pointer, { " <code>\($0)</code>" })")</span>
        """
    }
    let address = url(PagePath.document(source.file), anchor: line.map { "L\($0)" })
    return "<a class=\"place\" href=\"\(address)\">\(name)</a>"
  }

  /// A short link to a line of a document, for tables.
  func line(_ source: Snapshot.Source) -> HTML {
    guard let line = source.line, snapshot.document(source.file) != nil else {
      return place(source)
    }
    let address = url(PagePath.document(source.file), anchor: "L\(line)")
    return
      "<a class=\"place\" href=\"\(address)\" title=\"\(source.file):\(line)\">line \(line)</a>"
  }

  /// The words of a statement, where they stand, and the digest of the file.
  func quote(_ source: Snapshot.Source) -> HTML {
    """
    <figure class="quote">
    \(if: !source.quote.isEmpty, "<blockquote>\(source.quote)</blockquote>")
    <figcaption>\(place(source))\
    \(some: snapshot.digests[source.file], {
      " <span class=\"digest\">sha256 <code>\($0)</code></span>"
    })\
    \(some: site.editAddress(of: source.file), {
      " <a class=\"edit\" href=\"\($0)\" rel=\"noopener noreferrer\">edit</a>"
    })</figcaption>
    </figure>
    """
  }

  /// Findings as a list of one line each, the worst first.
  func list(findings positions: [Int], limit: Int) -> HTML {
    """
    <ul class="findings">
    \(each: positions.sorted().prefix(limit), { position in
      """
      <li>\(HTML.severity(snapshot.findings[position].severity)) \
      <span>\(link(finding: position)) \
      <span class="rule">\(snapshot.findings[position].rule)</span>\
      \(if: snapshot.findings[position].isWaived, HTML.waived)</span></li>
      """
    })
    </ul>
    \(if: positions.count > limit, """
      <p class="more">and \(Phrase.grouped(positions.count - limit)) more on the \
      <a href="\(url(PagePath.findings))">page of findings</a></p>
      """)
    """
  }

  /// The way from the first page of a long list to the others.
  func pager(_ name: String, part: Int, of parts: Int) -> HTML {
    guard parts > 1 else { return "" }
    return """
      <nav class="pager" aria-label="Parts of this list">\
      \(if: part > 1, """
        <a href="\(url(PagePath.part(name, part - 1)))" rel="prev">Previous</a>
        """)\
      <span>Part \(part) of \(parts)</span>\
      \(if: part < parts, """
        <a href="\(url(PagePath.part(name, part + 1)))" rel="next">Next</a>
        """)</nav>
      """
  }
}

extension HTML {
  /// The mark of a finding that somebody has accepted for a time.
  static let waived: HTML = " <span class=\"waived\">\(Icon.waived)waived</span>"
}
