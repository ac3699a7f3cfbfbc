/// The commands and variables of a document, as they are read block by block.
struct ShellScript: ~Copyable, Sendable {
  private(set) var commands: [ShellCommand] = []
  private(set) var variables: [ShellVariable] = []
  let rules: CommandRules
  private let steps: StepPlaces
  /// Whether the programs of the current block have to be known.
  private(set) var isStrict = false
  private var block = 0
  private var section = ""
  private var scenario: Int?
  private var pipelines = 0
  private(set) var functions: Set<String> = []
  /// The words of the command at hand.
  var words: CommandWords
  private var resources: CommandResources

  /// How a command stands among others.
  struct Place {
    var joint = ShellCommand.Joint.first
    var position = 1
    var role = ShellCommand.Role.plain
    var parent: Int?
    var function: String?
    /// Whether something is fed to the command around it.
    var isFed = false
    /// How many commands stand around it.
    var depth = 0
  }

  init(_ rules: CommandRules, _ steps: StepPlaces) {
    self.rules = rules
    self.steps = steps
    words = CommandWords(rules)
    resources = CommandResources(rules)
  }

  /// Reads a block of code; what was selected in the one before holds no longer.
  mutating func read(
    _ bytes: [UInt8],
    line: Int,
    isStrict: Bool,
    block: Int,
    section: String,
    scenario: Int?
  ) {
    (self.block, self.section, self.scenario) = (block, section, scenario)
    self.isStrict = isStrict
    resources.beginBlock()
    var parser = ShellParser(bytes, 0..<bytes.count, line: line, Place(), rules)
    parser.run(into: &self)
  }

  mutating func beginPipeline() { pipelines += 1 }

  mutating func define(_ function: String) { functions.insert(function) }

  /// Notes variables that are set or used in the current block.
  mutating func add(_ found: [ShellVariable]) {
    for variable in found {
      variables.append(variable)
      variables[variables.count - 1].block = block
      resources.note(variable)
    }
  }

  // MARK: Commands

  /// Adds a command and those that it runs; nil where the words are none.
  mutating func add(_ part: ShellPart, _ source: ShellSource, _ place: Place) -> Int? {
    if let (text, line) = setting(part, source) {
      parse(text, line: line, place, role: .setting, parent: place.parent)
      return nil
    }
    guard isCommand(part, source) else { return nil }
    let index = commands.count
    let own =
      part.assignments.isEmpty
      ? [] : part.assignments.map { ShellVariable($0, source, isExported: true) }
    let set = declared(ShellKeyword(words.number), part, source)
    let isFed = place.isFed || place.position > 1 || part.redirections.contains(where: \.isFed)
    var found = resources.read(words, isFed: isFed, input: nil, own)
    if !part.redirections.isEmpty { found += part.redirections.compactMap(Self.resource) }
    if !own.isEmpty { found += resources.scopes(own, .inside) }
    if !set.isEmpty, ShellKeyword(words.number) == .export {
      found += resources.scopes(set, .select)
    }
    commands.append(command(part, source, place, own, found))
    if !own.isEmpty { add(own) }
    if !set.isEmpty { add(set) }
    if !words.inner.isEmpty, place.depth < 8 {
      var inside = place
      inside.isFed = isFed
      add(inner: part, source, inside, parent: index)
    }
    return index
  }

  private mutating func command(
    _ part: ShellPart,
    _ source: ShellSource,
    _ place: Place,
    _ assignments: [ShellVariable],
    _ resources: [ShellResource]
  ) -> ShellCommand {
    let (flags, operands) = words.take()
    return ShellCommand(
      line: part.line,
      lastLine: part.lastLine,
      block: block,
      pipeline: pipelines,
      position: place.position,
      joint: place.joint,
      role: place.role,
      parent: place.parent,
      function: place.function,
      program: words.name,
      subcommand: words.subcommand,
      written: source.bytes[part.range].prefix(2000),
      flags: flags,
      operands: operands,
      redirections: part.redirections,
      assignments: assignments,
      resources: resources,
      section: section,
      scenario: scenario,
      step: steps[part.line]
    )
  }

  /// Gives a command the text that stands below it, and reads that where it is commands.
  mutating func feed(
    _ text: String,
    _ part: ShellPart,
    _ source: ShellSource,
    to index: Int,
    line: Int,
    depth: Int
  ) {
    commands[index].input = text
    guard isCommand(part, source) else { return }
    let own = commands[index].assignments
    commands[index].resources =
      resources.read(words, isFed: true, input: text, own)
      + commands[index].redirections.compactMap(Self.resource) + resources.scopes(own, .inside)
    let inner = words.inner
    if !inner.isEmpty, index + 1 < commands.count, commands[index + 1].parent == index {
      guard words.innerText == nil else { return }
      feed(text, part.inner(inner), source, to: index + 1, line: line, depth: depth + 1)
    } else if words.program?.readsCommands == true {
      parse(text, line: line, Place(depth: depth), role: .wrapped, parent: index)
    } else {
      settings(text, line: line, depth: depth, parent: index)
    }
  }

  /// Adds a redirection behind a loop or a group to its last command.
  mutating func redirect(_ redirection: ShellCommand.Redirection) {
    guard let last = commands.indices.last, commands[last].block == block else { return }
    commands[last].redirections.append(redirection)
    if let resource = Self.resource(redirection) { commands[last].resources.append(resource) }
  }

  private static func resource(_ redirection: ShellCommand.Redirection) -> ShellResource? {
    let target = redirection.target
    guard redirection.descriptor < 2, !target.hasPrefix("/dev/") else { return nil }
    switch redirection.sign {
    case ">", ">>": return ShellResource(access: .write, kind: .file, name: target)
    case "<": return ShellResource(access: .read, kind: .file, name: target)
    default: return nil
    }
  }

  // MARK: Commands within

  private mutating func add(
    inner part: ShellPart,
    _ source: ShellSource,
    _ place: Place,
    parent: Int
  ) {
    if let (text, line) = words.innerText {
      return parse(text, line: line, place, role: .wrapped, parent: parent)
    }
    let inner = part.inner(words.inner)
    let inside = Place(
      role: .wrapped,
      parent: parent,
      function: place.function,
      isFed: place.isFed,
      depth: place.depth + 1
    )
    beginPipeline()
    _ = add(inner, source, inside)
  }

  /// Reads a text that holds commands: the argument of "bash -c", a setting, what is fed to "sh".
  mutating func parse(
    _ text: String,
    line: Int,
    _ place: Place,
    role: ShellCommand.Role,
    parent: Int?
  ) {
    guard place.depth < 8 else { return }
    var inside = Place(role: role, parent: parent, function: place.function, isFed: place.isFed)
    inside.depth = place.depth + 1
    // What is run is a command, whether it is known or not.
    let strict = isStrict
    isStrict = false
    let bytes = Array(text.utf8)
    var parser = ShellParser(bytes, 0..<bytes.count, line: line, inside, rules)
    parser.run(into: &self)
    isStrict = strict
  }
}

extension ShellCommand.Redirection {
  /// Whether it feeds something to the command.
  fileprivate var isFed: Bool { sign.utf8.first == UInt8(ascii: "<") }
}
