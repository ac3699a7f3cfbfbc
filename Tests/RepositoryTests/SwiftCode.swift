/// A Swift text taken apart: what the compiler runs, and what people read.
///
/// Words of comments and string literals are blanked in `code`, with every newline kept; what is
/// interpolated is code. Raw and multi-line literals are understood, regex literals are not.
struct SwiftCode {
  private(set) var code = ""
  private(set) var comments = ""
  private let text: [Character]
  private var place = 0

  init(_ text: String) {
    // Windows line ends are one character in Swift; nothing here looks for them.
    self.text = Array(text)
    readCode(untilClosing: false)
  }

  /// Reads code to the end, or to the bracket that closes an interpolation.
  private mutating func readCode(untilClosing: Bool) {
    var depth = 0
    while place < text.count {
      if starts(with: "//") {
        while place < text.count, text[place] != "\n" { comments.append(take()) }
        comments.append("\n")
      } else if let hashes = openingOfLiteral() {
        readLiteral(hashes: hashes)
      } else {
        let character = take()
        code.append(character)
        if character == "(" { depth += 1 }
        if character == ")" {
          if untilClosing, depth == 0 { return }
          depth -= 1
        }
      }
    }
  }

  private mutating func readLiteral(hashes: Int) {
    place += hashes
    let quotes = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    place += quotes.count
    let fence = String(repeating: "#", count: hashes)
    let close = quotes + fence
    let escape = "\\" + fence
    code.append("\"")
    while place < text.count, !starts(with: close) {
      if starts(with: escape + "(") {
        place += escape.count + 1
        code.append("(")
        readCode(untilClosing: true)
      } else if starts(with: escape) {
        place += escape.count + 1
      } else if take() == "\n" {
        code.append("\n")
      }
    }
    place += close.count
    code.append("\"")
  }

  /// The number of `#` before the quotes of a literal that begins here; nil if none does.
  private func openingOfLiteral() -> Int? {
    var end = place
    while end < text.count, text[end] == "#" { end += 1 }
    guard end < text.count, text[end] == "\"" else { return nil }
    return end - place
  }

  private func starts(with prefix: String) -> Bool { text[place...].starts(with: prefix) }

  private mutating func take() -> Character {
    place += 1
    return text[place - 1]
  }
}
