internal import Bindings

extension CommandRules {
  /// What a sub-command does with its words.
  final class Usage: Sendable {
    let rules: [Rule]
    /// These, and those that hold for every sub-command and say nothing of the same flags.
    let all: [Rule]
    /// How many words of the command its name has.
    let words: Int
    /// Flags that take no value here, and those that do.
    let switches: Set<String>
    let values: Set<String>
    let inner: Inner?
    /// Whether the inner command is a text that has to be parted again.
    let isText: Bool
    let isGreedy: Bool?

    init(_ node: YAMLNode?, every: [Rule], words: Int = 0) {
      rules = CommandRules.rules(node)
      self.words = words
      switches = CommandRules.set(node?["switches"])
      inner = node?["inner"]?.text.map(CommandRules.inner)
      isText = node?["text"]?.text == "true"
      isGreedy = node?["greedy"]?.text.map { $0 == "true" }
      let own = Set(rules.flatMap(\.flags))
      var values = own
      if case .flag(let names) = inner { values.formUnion(names) }
      self.values = values
      all = rules + every.filter { own.isDisjoint(with: $0.flags) }
    }

    init(_ rules: [Rule], every: [Rule]) {
      (self.rules, words, switches, values) = (rules, 0, [], [])
      (inner, isText, isGreedy) = (nil, false, nil)
      all = rules + every
    }
  }

  /// What a program does where one of these flags is given.
  struct Variant: Sendable {
    let flag: String
    let value: String?
    let usage: Usage
  }

  /// A program: how its words are parted, and what its sub-commands do.
  final class Program: Sendable {
    /// Words that another name of the program stands for: "compose" of docker-compose.
    let prefix: [String]
    /// How many words a sub-command has at most.
    let depth: Int
    let isClustered: Bool
    let isGreedy: Bool
    /// Whether letters without a dash are flags, as in "tar xzf".
    let isBare: Bool
    /// Whether what it is fed is commands.
    let readsCommands: Bool
    let usages: [String: Usage]
    let variants: [Variant]
    /// What holds where no sub-command and no variant fits.
    let otherwise: Usage
    /// Flags with a command behind them.
    let wraps: [String]
    private let switches: Set<String>?
    private let values: Set<String>
    // Regular sub-commands: by the first words, by the flags, and by the last word.
    private let groups: [String: [ShellResource.Access: Usage]]
    private let nouns: [ShellResource.Access: Usage]
    private let verbs: [(word: String, access: ShellResource.Access)]

    init(_ node: YAMLNode?, prefix: [String] = []) {
      self.prefix = prefix
      depth = node?["depth"]?.text.flatMap { Int($0) } ?? 0
      isClustered = node?["cluster"]?.text == "true"
      isGreedy = node?["greedy"]?.text == "true"
      isBare = node?["bare"]?.text == "true"
      readsCommands = node?["input"]?.text == "commands"
      wraps = CommandRules.list(node?["wraps"])
      let every = CommandRules.rules(node?["every"])
      otherwise = Usage(node?["rules"], every: every)
      (usages, variants) = CommandRules.commands(node?["commands"], every: every)
      switches = node?["switches"].map { CommandRules.set($0) }
      values = variants.reduce(CommandRules.set(node?["values"]).union(every.flatMap(\.flags))) {
        $0.union($1.usage.values)
      }.union(otherwise.values)
      verbs = (node?["verbs"]?.pairs ?? []).compactMap { pair in
        pair.value.text.flatMap { ShellResource.Access(rawValue: $0) }.map { (pair.key, $0) }
      }
      let place = node?["noun"]?.text.map { Words($0) } ?? .operand(1)
      var groups: [String: [ShellResource.Access: Usage]] = [:]
      for pair in node?["groups"]?.pairs ?? [] {
        let kinds = [(place, pair.value.text ?? "")]
        groups[pair.key] = Self.regular(kinds, Set(verbs.map(\.access)), every: every)
      }
      self.groups = groups
      let nouns = (node?["nouns"]?.pairs ?? []).map { (Words($0.key), $0.value.text ?? "") }
      self.nouns = Self.regular(nouns, Set(verbs.map(\.access)), every: every)
    }

    /// Whether the word after a flag is its value.
    func takesValue(_ flag: String, _ usage: Usage?) -> Bool {
      if let usage {
        if usage.switches.contains(flag) { return false }
        if usage.values.contains(flag) { return true }
      }
      guard let switches else { return values.contains(flag) }
      return !switches.contains(flag) && !flag.hasPrefix("--no-")
    }

    /// What a regular sub-command does: its kind by its first words or its flags, its access by its
    /// last word.
    func usage(of words: [String]) -> Usage? {
      guard let last = words.last, words.count > 1,
        let access = verbs.first(where: { Self.fits($0.word, last) })?.access
      else { return nil }
      if !groups.isEmpty { return groups[words.dropLast().joined(separator: " ")]?[access] }
      return nouns[access]
    }

    /// How many words a sub-command without a rule has.
    func length(of words: [String]) -> Int {
      guard depth > 0 else { return 0 }
      let names = words.prefix(depth).prefix { Self.isName($0) }
      guard !verbs.isEmpty, names.count > 1 else { return min(names.count, 1) }
      let verb = names.indices.dropFirst().first { index in
        verbs.contains { !$0.word.isEmpty && Self.fits($0.word, names[index]) }
      }
      return verb.map { $0 + 1 } ?? 2
    }

    /// "create-db-snapshot": what may be a word of a sub-command.
    private static func isName(_ text: String) -> Bool {
      guard let first = text.utf8.first, first.isASCIILetter else { return false }
      return text.utf8.allSatisfy {
        $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
          || $0 == Byte.colon
      }
    }

    private static func fits(_ verb: String, _ word: String) -> Bool {
      verb.isEmpty || verb == word || verb.hasSuffix("-") && word.hasPrefix(verb)
    }

    private static func regular(
      _ kinds: [(Words, String)],
      _ accesses: Set<ShellResource.Access>,
      every: [Rule]
    ) -> [ShellResource.Access: Usage] {
      guard !kinds.isEmpty else { return [:] }
      var found: [ShellResource.Access: Usage] = [:]
      for access in accesses {
        let rules = kinds.compactMap { words, kind in
          ShellResource.Kind(rawValue: kind).map {
            Rule(words: words, actions: [Action(access, $0)])
          }
        }
        found[access] = Usage(rules, every: every)
      }
      return found
    }
  }
}

extension CommandRules {
  // MARK: Reading

  /// The sub-commands of a program, and what it does where some flags are given.
  fileprivate static func commands(
    _ node: YAMLNode?,
    every: [Rule]
  ) -> ([String: Usage], [Variant]) {
    var usages: [String: Usage] = [:]
    var variants: [Variant] = []
    var names: [String] = []
    for pair in node?.pairs ?? [] {
      names += pair.key.split(separator: ",").map { String($0.drop { $0 == " " }) }
      guard !pair.value.isNull else { continue }
      for name in names {
        let words = name.split(separator: " ").map(String.init)
        if name.hasPrefix("-") {
          let usage = Usage(pair.value, every: every)
          let value = words.count > 1 ? words[1] : nil
          variants.append(Variant(flag: words[0], value: value, usage: usage))
        } else {
          // "compose up" has the flags of "compose".
          let flags = words.count > 1 ? usages[words[0]]?.rules.filter { !$0.flags.isEmpty } : []
          let above = every + (flags ?? [])
          usages[name] = Usage(pair.value, every: above, words: words.count)
        }
      }
      names = []
    }
    return (usages, variants)
  }

  fileprivate static func inner(_ text: String) -> Inner {
    if let number = Int(text) { return .operand(number) }
    return text == "--" ? .dashes : .flag(Words.alternatives(text))
  }

  fileprivate static func rules(_ node: YAMLNode?) -> [Rule] {
    (node?.pairs ?? []).compactMap { pair in
      let text = pair.value.text ?? ""
      switch pair.key {
      case "switches", "inner", "text", "greedy": return nil
      case "sql": return Rule(words: .statements(Words.alternatives(text)), actions: [])
      case "database":
        let places = Words.alternatives(text)
        let flags = places.filter { $0.hasPrefix("-") }
        let operand = places.compactMap { Int($0) }.first ?? 0
        return Rule(words: .database(flags: flags, operand: operand), actions: [])
      default:
        let texts = pair.value.elements == nil ? [text] : list(pair.value)
        return Rule(words: Words(pair.key), actions: texts.compactMap { Action($0) })
      }
    }
  }
}

extension CommandRules.Rule {
  /// The flags that the rule is for.
  var flags: [String] {
    switch words {
    case .flag(let names), .statements(let names): names
    case .database(let names, _): names
    case .pair(let flag, _): flag.isEmpty ? [] : [flag]
    default: []
    }
  }
}
