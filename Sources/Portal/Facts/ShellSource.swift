internal import Bindings

/// A piece of a `ShellSource`.
struct ShellPiece: Equatable, Sendable {
  /// Whether it stands among the copies.
  let isCopy: Bool
  let range: Range<Int>

  var count: Int { range.count }

  /// What follows some of its bytes.
  func dropFirst(_ count: Int) -> ShellPiece {
    ShellPiece(isCopy: isCopy, range: (range.lowerBound + count)..<range.upperBound)
  }

  /// Some bytes at its start.
  func prefix(_ count: Int) -> ShellPiece {
    ShellPiece(isCopy: isCopy, range: range.lowerBound..<(range.lowerBound + count))
  }
}

/// The bytes that the words of commands stand in.
struct ShellSource: Sendable {
  /// The text that is read.
  let bytes: [UInt8]
  /// The words that are other than they are written, for quotes and backslashes are left out.
  let copies: [UInt8]

  /// The text of a piece.
  func text(_ piece: ShellPiece) -> String {
    let all = piece.isCopy ? copies : bytes
    return String(decoding: all[piece.range], as: UTF8.self)
  }

  /// The text of a word, which is that of its name where the rules know it.
  func text(_ word: ShellWord, _ rules: CommandRules) -> String {
    let isName = word.look.number > 0 && word.look.equals < 0
    return isName ? rules.names[word.look.number] : text(word.text)
  }

  /// The byte at a place of a piece; 0 where it is shorter.
  func byte(_ piece: ShellPiece, at offset: Int = 0) -> UInt8 {
    let place = piece.range.lowerBound + offset
    guard place < piece.range.upperBound else { return 0 }
    return piece.isCopy ? copies[place] : bytes[place]
  }

  /// Whether a piece begins with some bytes.
  func has(_ piece: ShellPiece, prefix: String.UTF8View) -> Bool {
    guard piece.count >= prefix.count else { return false }
    return piece.isCopy
      ? copies.span.has(prefix.span, at: piece.range.lowerBound)
      : bytes.span.has(prefix.span, at: piece.range.lowerBound)
  }
}
