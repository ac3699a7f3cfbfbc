internal import Bindings

extension CommandResources {
  // MARK: Scripts

  /// A path that is run, and the files among its arguments.
  mutating func script(_ words: borrowing CommandWords) {
    let path = words.name
    guard path.utf8.contains(UInt8(ascii: "/")) || Self.isScript(path)
    else { return }
    add(ShellResource(access: .read, kind: .script, name: path))
    for text in words.operands { argument(text) }
    for flag in words.flags { if let value = flag.value { argument(value) } }
  }

  private mutating func argument(_ text: String) {
    guard isFile(text) else { return }
    add(ShellResource(access: .read, kind: kind(ofPlace: text), name: text))
  }

  /// Whether a name ends as those of scripts do.
  static func isScript(_ name: String) -> Bool {
    let bytes = name.utf8.span
    guard bytes.firstIndex(of: UInt8(ascii: "."), from: 0) != nil else { return false }
    return endings.contains { ending in
      let start = bytes.count - ending.count
      return start >= 0 && bytes.has(ending.span, at: start)
    }
  }

  private static let endings = [".sh", ".bash", ".py", ".pl", ".rb", ".ps1", ".js"].map {
    Array($0.utf8)
  }

  /// An address of a store, or a name with an end that files of data have.
  private func isFile(_ text: String) -> Bool {
    guard !text.utf8.contains(Byte.space) else { return false }
    switch kind(ofPlace: text) {
    case .object, .bucket: return true
    default: break
    }
    guard !text.hasPrefix("http"), let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    return rules.isData(rules.names.number(of: String(text[text.utf8.index(after: dot)...])))
  }
}
