internal import Bindings

/// Makes the page of one document, and what the search knows of it; the same on any thread.
struct DocumentRenderer: Sendable {
  let build: Build
  let snapshot: Snapshot
  let settings: SiteSettings
  let links: Links
  /// Of the staged site.
  let root: String

  /// Writes the page of a document and gives its words to the search.
  func render(_ document: Snapshot.Document) throws -> SearchEntry {
    let path = document.path
    let bytes = try Files.read(build.workspace.folder + "/" + path)
    let source = SourceFile(path: path, bytes: bytes)
    guard source.sha256 == snapshot.digests[path] else {
      throw MachineError(
        "\"\(path)\" was changed while it was read",
        hint: "build again"
      )
    }
    let parsed = Document(source)
    let layout = Layout(
      snapshot: snapshot,
      site: settings,
      path: PagePath.document(document.path)
    )
    let body = body(of: parsed, marks: DocumentMarks(layout: layout, document: document).byLine)
    let page = DocumentPage(layout: layout, document: document, body: body).made
    try Files.stage(page.bytes, to: root + "/" + page.path)
    return SearchEntry(
      SearchPage(
        document: parsed,
        url: page.path,
        kind: document.kind,
        system: snapshot.system(document.system)?.title,
        anchors: body.headings.map { ($0.line, $0.anchor, $0.level, $0.text) }
      )
    )
  }

  private func body(of document: Document, marks: [Int: HTML]) -> RenderedMarkdown {
    let display = DisplayText(document.text)
    return MarkdownHTML.render(
      document.tree,
      anchors: Anchors(document.tree, display: display, lineOffset: document.lineOffset),
      display: display,
      frontMatter: (0..<document.lineOffset).map { document.lines[$0 + 1] },
      marks: marks
    ) { address, isImage in
      links.target(of: address, in: document.file.path, isImage: isImage)
    }
  }
}
