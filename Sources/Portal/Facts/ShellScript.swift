/// The commands and variables of a document, as they are read block by block.
struct ShellScript: Sendable {
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
  /// Variables that hold addresses of stores.
  private var addresses: [String: String] = [:]
  private(set) var functions: Set<String> = []
  private var workspace = "*"

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
    workspace = "*"
    var parser = ShellParser(bytes, 0..<bytes.count, line: line, Place())
    parser.run(into: &self)
  }

  mutating func beginPipeline() { pipelines += 1 }

  mutating func define(_ function: String) { functions.insert(function) }

  /// Notes variables that are set or used in the current block.
  mutating func add(_ found: [ShellVariable]) {
    for variable in found {
      variables.append(variable)
      variables[variables.count - 1].block = block
      if variable.access == .set, let value = variable.value, value.utf8.contains(Byte.colon) {
        addresses[variable.name] = value
      }
    }
  }

  // MARK: Commands

  /// Adds a command and those that it runs; nil where the words are none.
  mutating func add(_ part: ShellPart, _ place: Place) -> Int? {
    if let (text, line) = setting(part) {
      parse(text, line: line, place, role: .setting, parent: place.parent)
      return nil
    }
    guard let words = command(part) else { return nil }
    let index = commands.count
    let own = part.assignments.map { ShellVariable($0, isExported: true) }
    let set = declared(words.name, part)
    var command = command(part, words, place)
    command.assignments = own
    command.resources =
      resources(words, command, isFed: place.isFed || command.isFed)
      + scopes(own, .inside) + scopes(words.name == "export" ? set : [], .select)
    commands.append(command)
    add(own + set)
    var inside = place
    inside.isFed = place.isFed || command.isFed
    add(inner: words, part, inside, parent: index)
    return index
  }

  private func command(
    _ part: ShellPart,
    _ words: CommandWords,
    _ place: Place
  ) -> ShellCommand {
    ShellCommand(
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
      text: part.text,
      flags: words.flags,
      operands: words.operands,
      redirections: part.redirections,
      section: section,
      scenario: scenario,
      step: steps[part.line]
    )
  }

  /// Gives a command the text that stands below it, and reads that where it is commands.
  mutating func feed(_ text: String, _ part: ShellPart, to index: Int, line: Int, depth: Int) {
    commands[index].input = text
    guard let words = command(part) else { return }
    commands[index].resources =
      resources(words, commands[index], isFed: true)
      + scopes(commands[index].assignments, .inside)
    if !words.inner.isEmpty, index + 1 < commands.count, commands[index + 1].parent == index {
      if let inner = part.inner(words.inner), !words.innerIsText {
        feed(text, inner, to: index + 1, line: line, depth: depth + 1)
      }
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

  // MARK: What a command does

  private mutating func resources(
    _ words: CommandWords,
    _ command: ShellCommand,
    isFed: Bool
  ) -> [ShellResource] {
    var context = CommandResources.Context()
    context.isFed = isFed
    context.input = command.input
    context.addresses = addresses
    context.workspace =
      scopes(command.assignments, .inside).first { $0.kind == .workspace }?.name ?? workspace
    let found = CommandResources.read(words, context, rules)
    if let chosen = found.first(where: { $0.access == .select && $0.kind == .workspace }) {
      workspace = chosen.name
    }
    return found + command.redirections.compactMap(Self.resource)
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

  /// "AWS_REGION=… command" works there; after "export AWS_REGION=…" all do.
  private func scopes(
    _ variables: [ShellVariable],
    _ access: ShellResource.Access
  ) -> [ShellResource] {
    variables.compactMap { variable in
      guard case .kind(let kind)? = rules.environment[variable.name]?.noun,
        let value = variable.value, !value.isEmpty
      else { return nil }
      return ShellResource(access: access, kind: kind, name: value)
    }
  }

  // MARK: Commands within

  private mutating func add(
    inner words: CommandWords,
    _ part: ShellPart,
    _ place: Place,
    parent: Int
  ) {
    guard let inner = part.inner(words.inner), place.depth < 8 else { return }
    if words.innerIsText {
      let text = words.inner.map(\.text).joined(separator: " ")
      return parse(text, line: inner.line, place, role: .wrapped, parent: parent)
    }
    let inside = Place(
      role: .wrapped,
      parent: parent,
      function: place.function,
      isFed: place.isFed,
      depth: place.depth + 1
    )
    beginPipeline()
    _ = add(inner, inside)
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
    var parser = ShellParser(bytes, 0..<bytes.count, line: line, inside)
    parser.run(into: &self)
    isStrict = strict
  }
}

extension ShellCommand {
  /// Whether something is fed to it by a pipe, a file or a text.
  var isFed: Bool { position > 1 || redirections.contains { $0.sign.hasPrefix("<") } }
}
