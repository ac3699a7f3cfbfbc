/// Bounds what a statement holds, so that a reader may look at it more than once.
enum LongText {
  /// In bytes.
  static let limit = 2_000

  /// The first part of a text.
  static func start(of text: String) -> String {
    guard text.utf8.count > limit else { return text }
    let bytes = Array(text.utf8)
    return String(bytes[..<end(of: bytes[...])])
  }

  /// A line in parts, each with its place; bold is only what stands at the start of the line.
  static func pieces(of line: InlineText.Line) -> [InlineText.Line] {
    var pieces: [InlineText.Line] = []
    var rest = Array(line.text.utf8)[...]
    while !rest.isEmpty {
      let piece = takePiece(of: &rest)
      let strong = pieces.isEmpty ? min(line.strong, piece.count) : 0
      pieces.append(InlineText.Line(line: line.line, text: String(piece), strong: strong))
    }
    return pieces
  }

  /// Takes the first part of some bytes.
  static func takePiece(of rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = rest.count > limit ? end(of: rest) : rest.endIndex
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  /// Where a part ends: after the last sentence, else the last word, else the last character.
  private static func end(of bytes: ArraySlice<UInt8>) -> Int {
    let window = bytes.prefix(limit)
    let half = window.startIndex + limit / 2
    var word: Int?
    for index in stride(from: window.endIndex - 1, to: half, by: -1)
    where window[index] == Byte.space {
      if ".;!?".utf8.contains(window[index - 1]) { return index + 1 }
      if word == nil { word = index + 1 }
    }
    if let word { return word }
    var end = window.endIndex
    while end > half, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
