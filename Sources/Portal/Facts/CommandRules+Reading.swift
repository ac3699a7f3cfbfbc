internal import Bindings

extension CommandRules {
  // MARK: Reading

  /// The sub-commands of a program, and what it does where some flags are given.
  static func commands(
    _ node: YAMLNode?,
    every: [Rule],
    _ numbers: inout NameTable
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
          let usage = Usage(pair.value, every: every, &numbers)
          let value = words.count > 1 ? words[1] : nil
          variants.append(Variant(flag: numbers.add(words[0]), value: value, usage: usage))
        } else {
          // "compose up" has the flags of "compose".
          let flags = words.count > 1 ? usages[words[0]]?.rules.filter { !$0.flags.isEmpty } : []
          let above = every + (flags ?? [])
          usages[name] = Usage(pair.value, name, every: above, &numbers)
        }
      }
      names = []
    }
    return (usages, variants)
  }

  static func inner(_ text: String, _ names: inout NameTable) -> Inner {
    if let number = Int(text) { return .operand(number) }
    return text == "--" ? .dashes : .flag(Words.alternatives(text, &names))
  }

  static func rules(_ node: YAMLNode?, _ names: inout NameTable) -> [Rule] {
    var rules: [Rule] = []
    for pair in node?.pairs ?? [] {
      let text = pair.value.text ?? ""
      switch pair.key {
      case "switches", "inner", "text", "greedy": break
      case "sql":
        rules.append(Rule(words: .statements(Words.alternatives(text, &names)), actions: []))
      case "database":
        let places = text.split(separator: "|").map(String.init)
        let flags = places.filter { $0.hasPrefix("-") }.map { names.add($0) }
        let operand = places.compactMap { Int($0) }.first ?? 0
        rules.append(Rule(words: .database(flags: flags, operand: operand), actions: []))
      default:
        let texts = pair.value.elements == nil ? [text] : list(pair.value)
        let actions = texts.compactMap { Action($0) }
        rules.append(Rule(words: Words(pair.key, &names), actions: actions))
      }
    }
    return rules
  }
}

extension CommandRules.Rule {
  /// The flags that the rule is for.
  var flags: [Int] {
    switch words {
    case .flag(let numbers), .statements(let numbers): numbers
    case .database(let numbers, _): numbers
    case .pair(let flag, _): flag == 0 ? [] : [flag]
    default: []
    }
  }
}
