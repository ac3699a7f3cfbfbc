internal import Bindings

/// Where a link of a document leads.
enum LinkTarget: Equatable, Sendable {
  /// A page or copied file of the site: its URL as the document's page names it, and the path in
  /// the content.
  case page(url: String, path: String)
  /// An address outside of the site.
  case external(String)
  /// Nowhere, and why.
  case nowhere(String)

  var isExternal: Bool { if case .external = self { true } else { false } }
}

/// A link or picture of a document, as the table of links holds it.
struct Link: Equatable, Sendable {
  /// As it is written.
  let address: String
  /// Of the file, from 1.
  let line: Int
  /// The path in the content to which it leads.
  let target: String?
  /// Why it leads nowhere.
  let reason: String?
}

/// What the documents of a content folder may lead to.
///
/// A document "a/b.md" has the page "docs/a/b.html"; another file "a/c.png" is copied to
/// "docs/a/c.png". Paths are compared letter by letter, as a server on Linux does.
struct Links: Sendable {
  /// By path.
  let documents: [String: Anchors]
  /// By path.
  let files: [String: AssetFile]
  private let folders: Set<String>

  init(documents: [String: Anchors], files: [String: AssetFile]) {
    self.documents = documents
    self.files = files
    var folders: Set<String> = [""]
    for path in Array(documents.keys) + Array(files.keys) {
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard folders.insert(String(folder)).inserted else { break }
      }
    }
    self.folders = folders
  }

  /// The page of a document, or the copy of another file, in the site.
  func page(of path: String) -> String {
    documents[path] == nil ? "docs/\(path)" : PagePath.document(path)
  }

  /// Where an address leads that stands in a document.
  func target(of address: String, in document: String, isImage: Bool = false) -> LinkTarget {
    let parts = LinkAddress(address)
    switch parts.scheme {
    case "http", "https", "mailto", "tel": return .external(address)
    case let scheme?: return .nowhere("addresses with the scheme \"\(scheme)\" are not followed")
    case nil: break
    }
    if parts.path.isEmpty { return samePage(parts.fragment, document) }
    if parts.path.hasPrefix("/") { return .nowhere("the address is absolute") }
    guard let path = Links.joined(parts.path, to: document) else {
      return .nowhere("the address leaves the content")
    }
    return target(path, parts.fragment, from: document, isImage: isImage)
  }

  private func samePage(_ fragment: String?, _ document: String) -> LinkTarget {
    guard let fragment else { return .nowhere("the address is empty") }
    guard !fragment.isEmpty, fragment != "top" else { return .page(url: "#", path: document) }
    guard documents[document]?.contains(fragment) == true else { return Links.noAnchor(fragment) }
    return .page(url: "#" + LinkAddress.encoded(fragment), path: document)
  }

  private func target(
    _ path: String,
    _ fragment: String?,
    from document: String,
    isImage: Bool
  ) -> LinkTarget {
    if let anchors = documents[path] {
      if isImage { return .nowhere("a document is no picture") }
      let hash = fragment.map { "#" + LinkAddress.encoded($0) } ?? ""
      if let fragment, !fragment.isEmpty, fragment != "top", !anchors.contains(fragment) {
        return Links.noAnchor(fragment)
      }
      return .page(url: url(path, from: document) + hash, path: path)
    }
    if let file = files[path] {
      if let refusal = file.refusal { return .nowhere(refusal) }
      return .page(url: url(path, from: document), path: path)
    }
    guard folders.contains(path) else { return .nowhere("there is no file \"\(path)\"") }
    let prefix = path.isEmpty ? "" : path + "/"
    for name in ["README.md", "readme.md", "Readme.md", "index.md"]
    where documents[prefix + name] != nil {
      return target(prefix + name, fragment, from: document, isImage: isImage)
    }
    return .nowhere("the folder \"\(path)\" has no README.md")
  }

  private func url(_ path: String, from document: String) -> String {
    LinkAddress.relative(from: page(of: document), to: page(of: path))
  }

  private static func noAnchor(_ fragment: String) -> LinkTarget {
    .nowhere("there is no heading \"#\(fragment)\"")
  }

  /// A relative path, seen from a document, as a path of the content; nil when it leaves it.
  private static func joined(_ path: String, to document: String) -> String? {
    var parts = document.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension Link {
  init(_ address: String, _ target: LinkTarget, line: Int) {
    self.address = address
    self.line = line
    switch target {
    case .page(_, let path): (self.target, reason) = (path, nil)
    case .external: (self.target, reason) = (nil, nil)
    case .nowhere(let why): (self.target, reason) = (nil, why)
    }
  }
}
