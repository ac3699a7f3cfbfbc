internal import Bindings

/// What `commands.yaml` says of programs: their flags, and what they do with which of their words.
final class CommandRules: Sendable {
  /// How the commands of a block of code are found.
  enum Fence: String, Sendable {
    case shell
    /// "#" may be a prompt.
    case session
    /// Only what is known for a command is one.
    case plain
    /// Scripts stand within it.
    case manifest
    case crontab
  }

  /// Where a command stands within a command.
  enum Inner: Sendable, Equatable {
    case operand(Int)
    case dashes
    case flag([Int])
  }

  /// Every name that a rule speaks of, and the keywords of the shell before them.
  let names: NameTable
  /// By the numbers of their names; those of which nothing more is known have no rules.
  private let programs: [Program?]
  private let ambiguous: NumberSet
  let settings: [String]
  private let settingNames: NumberSet
  private let environment: [Int: Action]
  /// Languages of fences.
  let fences: [String: Fence]
  private let schemes: NumberSet
  private let data: NumberSet
  /// In the names of files that are copies of data.
  let copies: [String]
  /// How a value that is left open begins.
  let open: OpenValue
  /// The kinds of types by the numbers of their names, and their full names; none are services.
  private let types: [ShellResource.Kind?]
  private let aliases: [Int]
  /// The numbers of "-a" and the like by their letters.
  private let letters: [Int]
  /// The first words of statements, longest first.
  let statements: [(words: [UInt8], access: ShellResource.Access)]

  /// The rules that the program carries.
  static let standard = CommandRules(YAMLNode.carried("commands.yaml"))

  init(_ root: YAMLNode) {
    var names = NameTable(ShellKeyword.all.map(\.rawValue))
    let programs = Self.programs(root, &names)
    ambiguous = Self.set(root["ambiguous"], &names)
    settings = Self.list(root["settings"])
    settingNames = Self.set(root["settings"], &names)
    schemes = Self.set(root["schemes"], &names)
    data = Self.set(root["data"], &names)
    copies = Self.list(root["copies"])
    open = OpenValue(root["open"])
    var environment: [Int: Action] = [:]
    for (name, key) in Self.inverted(root["environment"]) {
      environment[names.add(name)] = Action(key)
    }
    self.environment = environment
    fences = Self.inverted(root["fences"]).compactMapValues { Fence(rawValue: $0) }
    let statements = Self.inverted(root["sql"]).compactMap { words, key in
      ShellResource.Access(rawValue: key).map { (words: Array(words.utf8), access: $0) }
    }
    self.statements = statements.sorted { $0.words.count > $1.words.count }
    let types = Self.inverted(root["types"]).map { (names.add($0), $1) }
    let aliases = (root["aliases"]?.pairs ?? []).map { pair in
      (names.add(pair.key), names.add(pair.value.text ?? ""))
    }
    var known: [ShellResource.Kind?] = Array(repeating: nil, count: names.count)
    for (number, kind) in types { known[number] = ShellResource.Kind(rawValue: kind) }
    self.types = known
    var full = Array(0..<names.count)
    for (number, alias) in aliases { full[number] = alias }
    self.aliases = full
    var numbered: [Program?] = Array(repeating: nil, count: names.count)
    for (name, program) in programs { numbered[names.number(of: name)] = program }
    self.programs = numbered
    letters = (0..<128).map { letter in
      names.number(of: "-" + String(decoding: [UInt8(letter)], as: UTF8.self))
    }
    self.names = names
  }

  private static func programs(_ root: YAMLNode, _ names: inout NameTable) -> [String: Program] {
    var programs: [String: Program] = [:]
    for name in list(root["known"]) { programs[name] = Program(nil, &names) }
    let pairs = root["programs"]?.pairs ?? []
    for pair in pairs { programs[pair.key] = Program(pair.value, &names) }
    // Another name, or a name for a program with its first word.
    for pair in pairs {
      let words = pair.value["as"]?.text?.split(separator: " ").map(String.init) ?? []
      guard let name = words.first, let node = root["programs"]?[name] else { continue }
      programs[pair.key] = Program(node, prefix: Array(words.dropFirst()), &names)
    }
    for name in programs.keys { names.add(name) }
    return programs
  }

  /// How commands are found in a fence of a language: "bash", "{.bash}", "bash:restore.sh".
  func fence(_ language: String) -> Fence? {
    if let fence = fences[language] { return fence }
    let name = language.utf8.drop { !$0.isLetter }.prefix { $0.isLetter || $0 == 45 }
    return name.isEmpty ? nil : fences[String(decoding: name, as: UTF8.self)]
  }

  static func list(_ node: YAMLNode?) -> [String] {
    (node?.elements ?? []).compactMap { element in
      guard case .scalar(let text, _) = element.content else { return nil }
      return text
    }
  }

  /// The numbers of the names of a list.
  static func set(_ node: YAMLNode?, _ names: inout NameTable) -> NumberSet {
    NumberSet(list(node).map { names.add($0) })
  }

  private static func inverted(_ node: YAMLNode?) -> [String: String] {
    var found: [String: String] = [:]
    for pair in node?.pairs ?? [] {
      for name in list(pair.value) { found[name] = pair.key }
    }
    return found
  }
}

extension CommandRules {
  // MARK: What a name means

  /// The program of a name alone.
  func program(_ number: Int) -> Program? { programs[number] }

  /// The program of a name, alone or at the end of a path, and its short name.
  func program(_ name: String) -> (program: Program, number: Int)? {
    let text = name.utf8.span
    let whole = names.number(of: text, 0..<text.count)
    if let program = programs[whole] { return (program, whole) }
    guard !name.isEmpty else { return nil }
    if text[0] == UInt8(ascii: "\\") {
      let number = names.number(of: text, 1..<text.count)
      if let program = programs[number] { return (program, number) }
    }
    var slash = text.count
    while slash > 0, text[slash - 1] != UInt8(ascii: "/") { slash -= 1 }
    guard slash > 0 else { return nil }
    let number = names.number(of: text, slash..<text.count)
    return programs[number].map { ($0, number) }
  }

  func knows(_ name: String) -> Bool { program(name) != nil }

  /// Whether a sentence could begin with the name of a program.
  func isAmbiguous(_ number: Int) -> Bool { ambiguous.contains(number) }

  func isSetting(_ number: Int) -> Bool { settingNames.contains(number) }

  /// What a variable selects.
  func scope(of variable: String) -> Action? { environment[names.number(of: variable)] }

  /// Whether the addresses of a store of objects begin so.
  func isScheme(_ number: Int) -> Bool { schemes.contains(number) }

  /// Whether a file holds data by the end of its name.
  func isData(_ number: Int) -> Bool { data.contains(number) }

  /// The kind of a type of objects; nil for services.
  func kind(ofType number: Int) -> ShellResource.Kind? { types[number] }

  /// The full name of a type; nil where it has no other.
  func fullName(ofType number: Int) -> String? {
    aliases[number] == number ? nil : names[aliases[number]]
  }

  /// The number of a name whose hash is known; 0 where no rule speaks of it.
  func number(of text: Swift.Span<UInt8>, _ range: Range<Int>, _ hash: NameTable.Hash) -> Int {
    names.number(of: text, range, hash)
  }

  /// The number of a word in small letters.
  func number(ofSmall word: String) -> Int { names.number(of: word.lowercased()) }

  /// The number of the flag of one letter.
  func flag(_ letter: UInt8) -> Int { letter < 128 ? letters[Int(letter)] : 0 }
}

extension CommandRules {
  /// What a command does with something: "read snapshot", "create file +.gz".
  final class Action: Sendable {
    let access: ShellResource.Access
    let noun: Noun
    /// What is added to the name, or taken from its end.
    let added: String
    let removed: String

    init?(_ text: String) {
      let words = text.split(separator: " ").map(String.init)
      // Objects of Kubernetes are of many kinds.
      guard let access = words.first.flatMap({ ShellResource.Access(rawValue: $0) }),
        let noun = words.count > 1 ? Noun(words[1]) : .kind(.service)
      else { return nil }
      self.access = access
      self.noun = noun
      let change = words.count > 2 ? words[2] : ""
      added = change.hasPrefix("+") ? String(change.dropFirst()) : ""
      removed = change.hasPrefix("-") ? String(change.dropFirst()) : ""
    }

    init(_ access: ShellResource.Access, _ kind: ShellResource.Kind) {
      (self.access, noun) = (access, .kind(kind))
      (added, removed) = ("", "")
    }
  }
}
