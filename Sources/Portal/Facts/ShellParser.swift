/// Reads the commands of a text: lists, pipelines, loops, functions and what stands within words.
struct ShellParser {
  /// What the next words are.
  private enum Mode {
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
  private struct Pending {
    let delimiter: String
    let isQuoted: Bool
    let part: ShellPart?
    var command: Int?
  }

  private var lexer: ShellLexer
  private var place: ShellScript.Place
  /// The role of commands that are no conditions.
  private let role: ShellCommand.Role
  private var part: ShellPart?
  private var mode = Mode.command
  private var cases = 0
  /// Whether a pattern has begun that no ")" has ended.
  private var isPatternOpen = false
  /// The names of the functions whose braces are open; nil for groups.
  private var braces: [String?] = []
  private var function: String?
  private var variable: ShellWord?
  private var values: [String] = []
  private var pending: [Pending] = []

  init(_ bytes: [UInt8], _ range: Range<Int>, line: Int, _ place: ShellScript.Place) {
    lexer = ShellLexer(bytes, range, line: line)
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
    switch mode {
    case .command where part == nil && !word.isQuoted && keyword(word.text): return
    case .command:
      if part == nil {
        part = ShellPart(lexer.bytes, from: word.range.lowerBound, line: word.line)
      }
      part?.add(word)
    case .forName:
      variable = word
      mode = .forWords
    case .forWords: if word.text != "in" || !values.isEmpty { values.append(word.text) }
    case .skipped: if word.text == "do" { mode = .command }
    case .caseWord: if word.text == "in" { mode = .pattern }
    case .pattern:
      isPatternOpen = true
      if word.text == "esac" { close() }
    case .functionName:
      function = word.text
      script.define(word.text)
      _ = lexer.takesParentheses()
      mode = .command
    case .closed: break
    }
  }

  /// Whether a word at the place of a command is a sign of the language.
  private mutating func keyword(_ word: String) -> Bool {
    switch word {
    case "if", "elif", "while", "until": place.role = .condition
    case "then", "else", "do": place.role = role
    case "!", "coproc": break
    case "for", "select": mode = .forName
    case "case":
      cases += 1
      mode = .caseWord
    case "function": mode = .functionName
    case "{":
      braces.append(function)
      function = nil
    case "}":
      _ = braces.popLast()
      mode = .closed
    case "fi", "done": mode = .closed
    case "esac": close()
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
    let isOpen = part == nil && (place.joint == .pipe || place.joint == .and || place.joint == .or)
    finish(&script)
    // "a |" goes on below.
    if !isOpen { begin(.first) }
    // What such a line leaves open was none of the language.
    if mode == .skipped || mode == .functionName || mode == .caseWord { mode = .command }
    if mode == .pattern, isPatternOpen { close() }
    let texts = pending
    pending = []
    for text in texts {
      let line = lexer.line
      guard let body = lexer.heredoc(text.delimiter, isQuoted: text.isQuoted) else { continue }
      guard let command = text.command, let part = text.part else { continue }
      script.feed(body, part, to: command, line: line, depth: place.depth)
      script.add(lexer.uses)
      lexer.uses = []
      nested(of: command, &script)
    }
  }

  private mutating func separate(_ sign: ShellToken.Sign, _ script: inout ShellScript) {
    if isTest, sign != .semicolon { return extend("", from: lexer.position) }
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
    guard mode == .command, let part else { return }
    let start = lexer.position - 1
    if part.words.count == 1, part.redirections.isEmpty, part.assignments.isEmpty,
      lexer.closes()
    {
      function = part.words[0].text
      script.define(part.words[0].text)
    } else {
      // Such as "SELECT count(*) FROM …"; or a remark behind a command.
      lexer.skipLine()
      let isCommand = part.words.first.map { script.rules.knows($0.text) } ?? false
      if isCommand, part.range.upperBound < start { return finish(&script) }
    }
    self.part = nil
    lexer.uses = []
    lexer.nested = []
  }

  // MARK: Redirections

  private mutating func redirect(
    _ sign: String,
    _ descriptor: Int,
    _ script: inout ShellScript
  ) {
    guard case .word(let target) = lexer.next(), mode == .command || mode == .closed else { return }
    if sign == "<<" || sign == "<<-" {
      pending.append(
        Pending(delimiter: target.text, isQuoted: target.isQuoted, part: nil, command: nil)
      )
    }
    let redirection = ShellCommand.Redirection(
      sign: sign,
      descriptor: descriptor,
      target: target.text
    )
    if mode == .closed {
      script.redirect(redirection)
      return
    }
    if part == nil {
      part = ShellPart(lexer.bytes, from: target.range.lowerBound, line: target.line)
    }
    part?.add(redirection, end: target.range.upperBound, line: target.line)
  }

  /// Whether the words are those of "[[", where signs compare.
  private var isTest: Bool {
    guard let words = part?.words, words.first?.text == "[[" else { return false }
    return words.last?.text != "]]"
  }

  private mutating func extend(_ text: String, from start: Int) {
    part?.add(ShellWord(text: text, range: start..<lexer.position, line: lexer.line))
  }

  // MARK: The end of a command

  private mutating func finish(_ script: inout ShellScript) {
    defer {
      part = nil
      lexer.uses = []
      lexer.nested = []
    }
    if mode == .forWords || mode == .forName { loop(&script) }
    guard let part else {
      script.add(lexer.uses)
      return nested(of: place.parent, &script)
    }
    if place.position == 1 { script.beginPipeline() }
    place.function = braces.last { $0 != nil } ?? nil
    let count = script.commands.count
    let command = script.add(part, place)
    guard command != nil || part.words.isEmpty || script.commands.count > count else { return }
    if command == nil, script.commands.count == count {
      script.add(part.assignments.map { ShellVariable($0) })
    }
    script.add(lexer.uses)
    nested(of: command ?? place.parent, &script)
    for index in pending.indices where pending[index].part == nil {
      pending[index] = Pending(
        delimiter: pending[index].delimiter,
        isQuoted: pending[index].isQuoted,
        part: part,
        command: command
      )
    }
  }

  private mutating func loop(_ script: inout ShellScript) {
    if let variable {
      let value = values.joined(separator: " ")
      script.add([
        ShellVariable(name: variable.text, access: .set, value: value, line: variable.line)
      ])
    }
    (variable, values) = (nil, [])
    mode = .command
  }

  /// Reads the commands within the words so far.
  private mutating func nested(of parent: Int?, _ script: inout ShellScript) {
    let nested = lexer.nested
    lexer.nested = []
    guard place.depth < 8 else { return }
    for item in nested {
      let inside = ShellScript.Place(
        role: .substitution,
        parent: parent,
        function: place.function,
        depth: place.depth + 1
      )
      var parser = ShellParser(lexer.bytes, item.range, line: item.line, inside)
      parser.run(into: &script)
    }
  }
}
