internal import Bindings

/// What a command leaves open: "<zone-id>", YYYYMMDD, YOUR_API_KEY, Z123456789.
struct OpenValue: Sendable {
  private let anywhere: [[UInt8]]
  private let alone: [[UInt8]]
  /// With which of these it begins.
  private let starts: ByteSet

  init(_ node: YAMLNode?) {
    anywhere = Vocabulary.list(node?["anywhere"])
    alone = Vocabulary.list(node?["alone"])
    starts = ByteSet((anywhere + alone).map { $0[0] } + [UInt8(ascii: "<")])
  }

  /// Whether a value has to be found before the command can be given.
  func stands(in text: String) -> Bool {
    let text = Array(text.utf8)
    return text.indices.contains { index in
      starts.contains(text[index]) && isOpen(text, index)
    }
  }

  private func isOpen(_ text: [UInt8], _ index: Int) -> Bool {
    let rest = text[index...]
    if text[index] == UInt8(ascii: "<") { return Self.isGap(text, index) }
    if anywhere.contains(where: { rest.starts(with: $0) }) { return true }
    return alone.contains { word in
      guard rest.starts(with: word) else { return false }
      let end = index + word.count
      guard !word[0].isDigit else { return index == 0 || !text[index - 1].isDigit }
      return (index == 0 || !text[index - 1].isLetter)
        && (end == text.count || !(word[word.count - 1].isLetter && text[end].isLetter))
    }
  }

  /// "<db-host>", where "<" redirects nothing.
  private static func isGap(_ text: [UInt8], _ start: Int) -> Bool {
    guard start == 0 || text[start - 1] != UInt8(ascii: "<") else { return false }
    let inner = text[(start + 1)...].prefix(60).prefix { $0 != UInt8(ascii: ">") }
    guard let first = inner.first, first.isLetter, inner.endIndex < text.count,
      text[inner.endIndex] == UInt8(ascii: ">")
    else { return false }
    return inner[inner.endIndex - 1].isLetterOrDigit && !inner.contains(UInt8(ascii: "<"))
  }
}
