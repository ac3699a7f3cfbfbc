/// Reads the commands of a text: lists, pipelines, loops, functions and what stands within words.
struct ShellParser {
  /// What the next words are.
  enum Mode {
    case command
    /// Behind "for", "case" and "function".
    case forName
    case forWords
    case skipped
    case caseWord
    case pattern
    case functionName
    /// Behind "fi", "done" and "}".
    case closed
  }

  /// A text that stands below a line and is fed to a command.
  struct Pending {
    let delimiter: String
    let isQuoted: Bool
    var part: ShellPart?
    var command: Int?
  }

  var lexer: ShellLexer
  var place: ShellScript.Place
  /// The role of commands that are no conditions.
  private let role: ShellCommand.Role
  /// The words of the command at hand, where one has begun.
  var part = ShellPart()
  var isBegun = false
  var mode = Mode.command
  private var cases = 0
  /// Whether a pattern has begun that no ")" has ended.
  private var isPatternOpen = false
  /// The names of the functions whose braces are open; nil for groups.
  var braces: [String?] = []
  private var function: String?
  var variable: ShellWord?
  var values: [String] = []
  var pending: [Pending] = []

  init(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    line: Int,
    _ place: ShellScript.Place,
    _ rules: CommandRules
  ) {
    lexer = ShellLexer(bytes, range, line: line, rules)
    self.place = place
    role = place.role
  }

  /// Reads to the end, and adds what was found.
  mutating func run(into script: inout ShellScript) {
    while true {
      let start = lexer.position
      switch lexer.next() {
      case .word(let word): add(word, &script)
      case .newline: newline(&script)
      case .sign(let sign): separate(sign, &script)
      case .redirection(let sign, let descriptor):
        if isTest { extend(sign, from: start) } else { redirect(sign, descriptor, &script) }
      case .end:
        finish(&script)
        return
      }
    }
  }

  // MARK: Words

  private mutating func add(_ word: ShellWord, _ script: inout ShellScript) {
    let known = ShellKeyword(word.look.number)
    switch mode {
    case .command:
      if !isBegun {
        if !word.isQuoted, let known, keyword(known) { return }
        begin(at: word.range.lowerBound, line: word.line)
      }
      part.add(word)
    case .forName:
      variable = word
      mode = .forWords
    case .forWords:
      if known != .in || !values.isEmpty { values.append(lexer.source.text(word.text)) }
    case .skipped: if known == .do { mode = .command }
    case .caseWord: if known == .in { mode = .pattern }
    case .pattern:
      isPatternOpen = true
      if known == .esac { close() }
    case .functionName:
      let name = lexer.source.text(word.text)
      function = name
      script.define(name)
      _ = lexer.takesParentheses()
      mode = .command
    case .closed: break
    }
  }

  private mutating func begin(at start: Int, line: Int) {
    part.begin(at: start, line: line)
    isBegun = true
  }

  /// Whether a word at the place of a command is a sign of the language.
  private mutating func keyword(_ word: ShellKeyword) -> Bool {
    switch word {
    case .if, .elif, .while, .until: place.role = .condition
    case .then, .else, .do: place.role = role
    case .not, .coproc: break
    case .for, .select: mode = .forName
    case .case:
      cases += 1
      mode = .caseWord
    case .function: mode = .functionName
    case .open:
      braces.append(function)
      function = nil
    case .close:
      _ = braces.popLast()
      mode = .closed
    case .fi, .done: mode = .closed
    case .esac: close()
    default: return false
    }
    return true
  }

  private mutating func close() {
    cases = max(0, cases - 1)
    mode = .closed
  }

  // MARK: Signs

  private mutating func newline(_ script: inout ShellScript) {
    let isOpen = !isBegun && (place.joint == .pipe || place.joint == .and || place.joint == .or)
    finish(&script)
    // "a |" goes on below.
    if !isOpen { begin(.first) }
    // What such a line leaves open was none of the language.
    if mode == .skipped || mode == .functionName || mode == .caseWord { mode = .command }
    if mode == .pattern, isPatternOpen { close() }
    guard !pending.isEmpty else { return }
    let texts = pending
    pending = []
    for text in texts {
      let line = lexer.line
      guard let body = lexer.heredoc(text.delimiter, isQuoted: text.isQuoted) else { continue }
      guard let command = text.command, let part = text.part else { continue }
      script.feed(body, part, lexer.source, to: command, line: line, depth: place.depth)
      script.add(lexer.uses)
      nested(of: command, &script)
      lexer.forget()
    }
  }

  private mutating func separate(_ sign: ShellToken.Sign, _ script: inout ShellScript) {
    if isTest, sign != .semicolon {
      let place = lexer.position
      return extend(ShellPiece(isCopy: false, range: place..<place), from: place)
    }
    switch sign {
    case .open: open(&script)
    case .close:
      isPatternOpen = false
      if mode == .pattern {
        mode = .command
      } else {
        finish(&script)
        mode = .closed
      }
    case .caseEnd:
      finish(&script)
      begin(.first)
      if cases > 0 { mode = .pattern }
    case .pipe: if mode != .pattern { next(.pipe, &script) }
    case .and: next(.and, &script)
    case .or: next(.or, &script)
    case .semicolon: next(.sequence, &script)
    case .background: next(.background, &script)
    }
  }

  private mutating func next(_ joint: ShellCommand.Joint, _ script: inout ShellScript) {
    finish(&script)
    begin(joint)
  }

  /// What follows is another command.
  private mutating func begin(_ joint: ShellCommand.Joint) {
    place.joint = joint
    place.position = joint == .pipe ? place.position + 1 : 1
    if mode == .closed { mode = .command }
  }

  /// "(" begins a group, or makes a function of the word before it.
  private mutating func open(_ script: inout ShellScript) {
    if mode == .forName { mode = .skipped }
    guard mode == .command, isBegun else { return }
    let start = lexer.position - 1
    if part.words.count == 1, part.redirections.isEmpty, part.assignments.isEmpty,
      lexer.closes()
    {
      let name = lexer.source.text(part.words[0].text)
      function = name
      script.define(name)
    } else {
      // Such as "SELECT count(*) FROM …"; or a remark behind a command.
      lexer.skipLine()
      let isCommand =
        part.words.first.map { script.rules.knows(lexer.source.text($0.text)) } ?? false
      if isCommand, part.range.upperBound < start { return finish(&script) }
    }
    isBegun = false
    lexer.forget()
  }

  // MARK: Redirections

  private mutating func redirect(
    _ sign: ShellPiece,
    _ descriptor: Int,
    _ script: inout ShellScript
  ) {
    guard case .word(let target) = lexer.next(), mode == .command || mode == .closed else { return }
    let sign = lexer.source.text(sign)
    let text = lexer.source.text(target.text)
    if sign == "<<" || sign == "<<-" {
      pending.append(Pending(delimiter: text, isQuoted: target.isQuoted, part: nil, command: nil))
    }
    let redirection = ShellCommand.Redirection(
      sign: sign,
      descriptor: descriptor,
      target: text
    )
    if mode == .closed {
      script.redirect(redirection)
      return
    }
    if !isBegun { begin(at: target.range.lowerBound, line: target.line) }
    part.add(redirection, end: target.range.upperBound, line: target.line)
  }

  /// Whether the words are those of "[[", where signs compare.
  private var isTest: Bool {
    guard isBegun, let first = part.words.first, ShellKeyword(first.look.number) == .test else {
      return false
    }
    return ShellKeyword(part.words[part.words.count - 1].look.number) != .testEnd
  }

  private mutating func extend(_ sign: ShellPiece, from start: Int) {
    let range = start..<lexer.position
    if isBegun { part.add(ShellWord(range: range, text: sign, line: lexer.line)) }
  }
}
