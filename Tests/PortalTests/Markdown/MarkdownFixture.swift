import Bindings

@testable import Portal

/// Renders a text as the only document of a content folder: "a/b.md", next to some files.
func html(_ text: String, offset: Int = 0, marks: [Int: HTML] = [:]) -> String {
  // As `Document` reads a file.
  let source = Mask.masked(Array(text.utf8))
  let tree = MarkdownTree(parsing: source.span)
  let display = DisplayText(source)
  let anchors = Anchors(tree, display: display, lineOffset: offset)
  let links = Links(
    documents: ["a/b.md": anchors, "a/c d.md": anchors, "README.md": anchors],
    files: [
      "a/p.png": AssetFile(path: "a/p.png") { [] }, "a/x.html": AssetFile(path: "a/x.html") { [] },
    ]
  )
  let rendered = MarkdownHTML.render(
    tree,
    anchors: anchors,
    display: display,
    frontMatter: Array(repeating: Array("a: <b>".utf8)[...], count: offset),
    marks: marks
  ) { links.target(of: $0, in: "a/b.md", isImage: $1) }
  return String(decoding: rendered.html, as: UTF8.self)
}
