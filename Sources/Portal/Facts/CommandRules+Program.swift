internal import Bindings

extension CommandRules {
  /// What a sub-command does with its words.
  final class Usage: Sendable {
    /// The words of the sub-command.
    let name: String
    let rules: [Rule]
    /// These, and those that hold for every sub-command and say nothing of the same flags.
    let all: [Rule]
    /// How many words of the command its name has.
    let words: Int
    /// Flags that take no value here, and those that do.
    let switches: NumberSet
    let values: NumberSet
    let inner: Inner?
    /// Whether the inner command is a text that has to be parted again.
    let isText: Bool
    let isGreedy: Bool?

    init(_ node: YAMLNode?, _ name: String = "", every: [Rule], _ names: inout NameTable) {
      rules = CommandRules.rules(node, &names)
      self.name = name
      words = name.utf8.split(separator: Byte.space).count
      switches = CommandRules.set(node?["switches"], &names)
      inner = (node?["inner"]?.text).map { CommandRules.inner($0, &names) }
      isText = node?["text"]?.text == "true"
      isGreedy = node?["greedy"]?.text.map { $0 == "true" }
      let own = Set(rules.flatMap(\.flags))
      var values = own
      if case .flag(let numbers) = inner { values.formUnion(numbers) }
      self.values = NumberSet(values)
      all = rules + every.filter { own.isDisjoint(with: $0.flags) }
    }

    init(_ rules: [Rule], every: [Rule]) {
      (self.rules, name, words, switches, values) = (rules, "", 0, NumberSet(), NumberSet())
      (inner, isText, isGreedy) = (nil, false, nil)
      all = rules + every
    }
  }

  /// What a program does where one of these flags is given.
  struct Variant: Sendable {
    let flag: Int
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
    /// The sub-commands by their words.
    let usages: UsageTree
    let variants: [Variant]
    /// What holds where no sub-command and no variant fits.
    let otherwise: Usage
    /// Flags with a command behind them.
    let wraps: NumberSet
    private let switches: NumberSet?
    private let values: NumberSet
    // Regular sub-commands: by the first words, by the flags, and by the last word.
    private let groups: [String: [ShellResource.Access: Usage]]
    private let nouns: [ShellResource.Access: Usage]
    private let verbs: [(word: String, access: ShellResource.Access)]

    init(_ node: YAMLNode?, prefix: [String] = [], _ names: inout NameTable) {
      self.prefix = prefix
      depth = node?["depth"]?.text.flatMap { Int($0) } ?? 0
      isClustered = node?["cluster"]?.text == "true"
      isGreedy = node?["greedy"]?.text == "true"
      isBare = node?["bare"]?.text == "true"
      readsCommands = node?["input"]?.text == "commands"
      wraps = CommandRules.set(node?["wraps"], &names)
      let every = CommandRules.rules(node?["every"], &names)
      let otherwise = Usage(node?["rules"], every: every, &names)
      self.otherwise = otherwise
      let (usages, variants) = CommandRules.commands(node?["commands"], every: every, &names)
      self.usages = UsageTree(usages, &names)
      self.variants = variants
      switches = node?["switches"].map { CommandRules.set($0, &names) }
      var values = CommandRules.set(node?["values"], &names)
      values.formUnion(NumberSet(every.flatMap(\.flags)))
      for usage in variants.map(\.usage) + [otherwise] { values.formUnion(usage.values) }
      self.values = values
      verbs = (node?["verbs"]?.pairs ?? []).compactMap { pair in
        pair.value.text.flatMap { ShellResource.Access(rawValue: $0) }.map { (pair.key, $0) }
      }
      let place = node?["noun"]?.text.map { Words($0, &names) } ?? .operand(1)
      var groups: [String: [ShellResource.Access: Usage]] = [:]
      for pair in node?["groups"]?.pairs ?? [] {
        let kinds = [(place, pair.value.text ?? "")]
        groups[pair.key] = Self.regular(kinds, Set(verbs.map(\.access)), every: every)
      }
      self.groups = groups
      let nouns = (node?["nouns"]?.pairs ?? []).map {
        (Words($0.key, &names), $0.value.text ?? "")
      }
      self.nouns = Self.regular(nouns, Set(verbs.map(\.access)), every: every)
    }

    /// Whether the word after a flag is its value; nil where it is, unless the flag begins with
    /// "--no-".
    func takesValue(_ flag: Int, _ usage: Usage?) -> Bool? {
      if let usage {
        if usage.switches.contains(flag) { return false }
        if usage.values.contains(flag) { return true }
      }
      guard let switches else { return values.contains(flag) }
      return switches.contains(flag) ? false : nil
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
