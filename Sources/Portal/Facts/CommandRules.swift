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
    case flag([String])
  }

  /// By their names; those of which nothing more is known have no rules.
  let programs: [String: Program]
  let ambiguous: Set<String>
  let settings: Set<String>
  let environment: [String: Action]
  /// Languages of fences.
  let fences: [String: Fence]
  let schemes: Set<String>
  let data: Set<String>
  /// In the names of files that are copies of data.
  let copies: [String]
  /// How a value that is left open begins.
  let open: OpenValue
  /// The kinds of types, and their full names.
  let types: [String: ShellResource.Kind]
  let aliases: [String: String]
  /// The first words of statements, longest first.
  let statements: [(words: [UInt8], access: ShellResource.Access)]

  /// The rules that the program carries.
  static let standard = CommandRules(YAMLNode.carried("commands.yaml"))

  init(_ root: YAMLNode) {
    programs = Self.programs(root)
    ambiguous = Self.set(root["ambiguous"])
    settings = Self.set(root["settings"])
    schemes = Self.set(root["schemes"])
    data = Self.set(root["data"])
    copies = Self.list(root["copies"])
    open = OpenValue(root["open"])
    var environment: [String: Action] = [:]
    for (name, key) in Self.inverted(root["environment"]) { environment[name] = Action(key) }
    self.environment = environment
    fences = Self.inverted(root["fences"]).compactMapValues { Fence(rawValue: $0) }
    types = Self.inverted(root["types"]).compactMapValues { ShellResource.Kind(rawValue: $0) }
    aliases = Dictionary(
      uniqueKeysWithValues: (root["aliases"]?.pairs ?? []).map { ($0.key, $0.value.text ?? "") }
    )
    let statements = Self.inverted(root["sql"]).compactMap { words, key in
      ShellResource.Access(rawValue: key).map { (words: Array(words.utf8), access: $0) }
    }
    self.statements = statements.sorted { $0.words.count > $1.words.count }
  }

  private static func programs(_ root: YAMLNode) -> [String: Program] {
    var programs: [String: Program] = [:]
    for name in list(root["known"]) { programs[name] = Program(nil) }
    let pairs = root["programs"]?.pairs ?? []
    for pair in pairs { programs[pair.key] = Program(pair.value) }
    // Another name, or a name for a program with its first word.
    for pair in pairs {
      let words = pair.value["as"]?.text?.split(separator: " ").map(String.init) ?? []
      guard let name = words.first, let node = root["programs"]?[name] else { continue }
      programs[pair.key] = Program(node, prefix: Array(words.dropFirst()))
    }
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

  static func set(_ node: YAMLNode?) -> Set<String> { Set(list(node)) }

  private static func inverted(_ node: YAMLNode?) -> [String: String] {
    var found: [String: String] = [:]
    for pair in node?.pairs ?? [] {
      for name in list(pair.value) { found[name] = pair.key }
    }
    return found
  }
}

extension CommandRules {
  /// What a command does with something: "read snapshot", "create file +.gz".
  struct Action: Sendable {
    let access: ShellResource.Access
    let noun: Noun
    /// What is added to the name, or taken from its end.
    var added = ""
    var removed = ""

    init?(_ text: String) {
      let words = text.split(separator: " ").map(String.init)
      // Objects of Kubernetes are of many kinds.
      guard let access = words.first.flatMap({ ShellResource.Access(rawValue: $0) }),
        let noun = words.count > 1 ? Noun(words[1]) : .kind(.service)
      else { return nil }
      self.access = access
      self.noun = noun
      guard words.count > 2 else { return }
      if words[2].hasPrefix("+") { added = String(words[2].dropFirst()) }
      if words[2].hasPrefix("-") { removed = String(words[2].dropFirst()) }
    }

    init(_ access: ShellResource.Access, _ kind: ShellResource.Kind) {
      self.access = access
      noun = .kind(kind)
    }
  }

  /// A kind of resource, or what decides it.
  enum Noun: Sendable {
    case kind(ShellResource.Kind)
    /// An object by its address, else a file.
    case place
    /// A volume by its name, else a file.
    case mount
    /// A file behind an "@".
    case payload
    /// The namespace behind a ":".
    case mapping
    /// A file of settings, or one setting.
    case setting

    init?(_ word: String) {
      switch word {
      case "place": self = .place
      case "mount": self = .mount
      case "payload": self = .payload
      case "mapping": self = .mapping
      case "setting": self = .setting
      default:
        guard let kind = ShellResource.Kind(rawValue: word) else { return nil }
        self = .kind(kind)
      }
    }
  }

  /// Which words of a command a rule is for.
  enum Words: Sendable {
    case operand(Int)
    case last
    /// All but the last.
    case others
    case all
    case from(Int)
    case flag([String])
    /// The value of a key, in the value of a flag or in an operand.
    case pair(flag: String, key: String)
    case object
    case scope
    case found
    case statements([String])
    /// The name of the database that statements are for.
    case database(flags: [String], operand: Int)

    init(_ text: String) {
      switch text {
      case "last": self = .last
      case "others": self = .others
      case "all": self = .all
      case "object": self = .object
      case "scope": self = .scope
      case "found": self = .found
      default:
        if let number = Int(text) {
          self = .operand(number)
        } else if text.hasSuffix(".."), let number = Int(text.dropLast(2)) {
          self = .from(number)
        } else if text.hasSuffix("=") {
          let parts = text.dropLast().split(separator: "/").map(String.init)
          self = .pair(flag: parts.count > 1 ? parts[0] : "", key: parts.last ?? "")
        } else {
          self = .flag(Self.alternatives(text))
        }
      }
    }

    static func alternatives(_ text: String) -> [String] {
      text.split(separator: "|").map(String.init)
    }
  }

  /// What a command does with some of its words.
  final class Rule: Sendable {
    let words: Words
    let actions: [Action]

    init(words: Words, actions: [Action]) {
      self.words = words
      self.actions = actions
    }
  }
}
