/// A word of a command: its text without quotes, its variables as they are written.
struct ShellWord: Equatable, Sendable {
  var text: String
  /// Where it stands in the text that was read.
  let range: Range<Int>
  /// The line of the document on which it begins.
  let line: Int
  /// Whether a part of it stands in quotes.
  var isQuoted = false
  /// The bytes of the name before the "=" of an assignment; 0 for other words.
  var nameLength = 0
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
  case redirection(String, descriptor: Int)
  case end
}
