internal import Bindings

extension MarkdownHTML {
  /// Appends markup.
  mutating func append(_ markup: String) {
    html.append(contentsOf: markup.utf8)
  }

  /// Appends a number.
  mutating func append(number: Int) {
    if number >= 10 { append(number: number / 10) }
    html.append(UInt8(48 + number % 10))
  }

  /// Appends a part of the tree's text as it is to be shown.
  mutating func appendText(_ range: Range<Int>) {
    html.append(escaping: display.shown(tree.bytes[range]))
  }

  /// Appends text that is already as it is to be shown.
  mutating func append(text: String) { html.append(escaping: Array(text.utf8)[...]) }
}

extension [UInt8] {
  /// Appends text with the four characters escaped that mean something in HTML.
  mutating func append(escaping text: ArraySlice<UInt8>) {
    var start = text.startIndex
    for index in text.indices where text[index] < 64 {
      let entity: String
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      case UInt8(ascii: "'"): entity = "&#39;"
      default: continue
      }
      append(contentsOf: text[start..<index])
      append(contentsOf: entity.utf8)
      start = index + 1
    }
    append(contentsOf: text[start...])
  }
}
