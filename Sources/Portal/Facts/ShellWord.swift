/// A word of a command by its places in a `ShellSource`: no text is made before somebody keeps it.
struct ShellWord: Equatable, Sendable {
  /// Where it stands in the text that was read.
  let range: Range<Int>
  /// Its text without quotes, its variables as they are written.
  let text: ShellPiece
  /// The line of the document on which it begins.
  let line: Int
  /// Whether a part of it stands in quotes.
  var isQuoted = false
  /// The bytes of the name before the "=" of an assignment; 0 for other words.
  var nameLength = 0
  /// What one look at each byte of the text told.
  var look = ShellLook()
}

/// A word that means something to the shell itself.
enum ShellKeyword: String, CaseIterable {
  case `if`, elif, `while`, until, then, `else`, `do`, coproc, `for`, select, `case`, function
  case fi, done, esac, `in`
  case not = "!"
  case open = "{"
  case close = "}"
  case test = "[["
  case testEnd = "]]"
  case equals = "="
  case export, declare, local, readonly, typeset, read, mapfile, readarray

  /// In the order of their numbers, from 1.
  static let all = Array(allCases)

  /// The keyword whose name has a number; nil for all other names.
  init?(_ number: Int) {
    guard number > 0, number <= Self.all.count else { return nil }
    self = Self.all[number - 1]
  }
}

/// A variable where it is set or used.
struct ShellVariable: Equatable, Sendable {
  /// What happens to it.
  enum Access: String, Sendable {
    case set
    case used
  }

  let name: String
  let access: Access
  /// What it is set to, as it is written, or what is used where nothing is set.
  var value: String?
  let line: Int
  /// The block of code, among those of the document.
  var block = 0
  /// Whether other programs see what is set here.
  var isExported = false
}

/// A part of the text of a shell.
enum ShellToken: Equatable, Sendable {
  /// What stands between two commands.
  enum Sign: Equatable, Sendable {
    case pipe
    case and
    case or
    case semicolon
    case caseEnd
    case background
    case open
    case close
  }

  case word(ShellWord)
  case newline
  case sign(Sign)
  /// ">", ">>", "<", "<<", "<<-", "<<<" or ">&", with the number before it.
  case redirection(ShellPiece, descriptor: Int)
  case end
}
