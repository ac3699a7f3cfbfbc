internal import Bindings

extension Links {
  /// A link or picture as a document writes it.
  struct Address: Sendable {
    let text: String
    /// Of the file, from 1.
    let line: Int
    let isImage: Bool
  }

  /// The links and pictures of a document, in order.
  static func addresses(in tree: MarkdownTree, lineOffset: Int) -> [Address] {
    var found: [Address] = []
    var line = 1
    for node in tree.nodes {
      switch node.kind {
      case .softBreak, .lineBreak: line += 1
      case .link, .image:
        found.append(
          Address(
            text: tree.string(node.target),
            line: line + lineOffset,
            isImage: node.kind == .image
          )
        )
      case .text, .code, .html, .emphasis, .strong, .strikethrough, .footnoteReference: break
      default: if node.line > 0 { line = Int(node.line) }
      }
    }
    return found
  }

  /// What the documents of a folder may lead to; a drawing among the others is read to be judged.
  init(_ readings: [Reading], others: [ContentFolder.Entry], root: String) {
    let anchors = readings.map { ($0.path, $0.anchors) }
    let files = others.map { entry in
      let file = AssetFile(path: entry.path) {
        (try? Files.read(root + "/" + entry.path)) ?? []
      }
      return (entry.path, file)
    }
    self.init(
      documents: Dictionary(anchors) { first, _ in first },
      files: Dictionary(files) { first, _ in first }
    )
  }

  /// Where a link leads, as the table of links holds it.
  func link(_ address: Address, in document: String) -> Link {
    Link(
      address.text,
      target(of: address.text, in: document, isImage: address.isImage),
      line: address.line
    )
  }

  /// The links of a document that concern the content: those that lead within it, or nowhere.
  ///
  /// Nothing here can tell where an address outside of it leads.
  func within(_ reading: Reading) -> [Link] {
    reading.addresses.map { link($0, in: reading.path) }.filter {
      $0.target != nil || $0.reason != nil
    }
  }

  /// The paths of the files that some links lead to and that are no documents, each once.
  func copied(_ links: [[Link]]) -> Set<String> {
    var paths: Set<String> = []
    for link in links.joined() {
      if let path = link.target, documents[path] == nil { paths.insert(path) }
    }
    return paths
  }
}
