internal import Bindings

/// Finds what a command reads, changes and works in, by the rules of its program.
struct CommandResources: Sendable {
  let rules: CommandRules
  /// The values of variables that are addresses.
  private var addresses: [String: String] = [:]
  /// The workspace that was selected before, and the one that the command at hand works in.
  private(set) var workspace = "*"
  private var ownWorkspace: String?
  /// What the command at hand is fed by a pipe, a file or a text, and the text.
  private(set) var isFed = false
  private(set) var input: String?
  private(set) var found: [ShellResource] = []

  init(_ rules: CommandRules) { self.rules = rules }

  /// What was selected before holds no longer.
  mutating func beginBlock() { workspace = "*" }

  /// Notes what a variable is set to.
  mutating func note(_ variable: ShellVariable) {
    if variable.access == .set, let value = variable.value, value.utf8.contains(Byte.colon) {
      addresses[variable.name] = value
    }
  }

  /// The resources in the order of the rules; `assignments` are set for the command alone.
  mutating func read(
    _ words: borrowing CommandWords,
    isFed: Bool,
    input: String?,
    _ assignments: [ShellVariable]
  ) -> [ShellResource] {
    self.isFed = isFed
    if input != nil || self.input != nil { self.input = input }
    found = []
    ownWorkspace =
      assignments.isEmpty
      ? nil : scopes(assignments, .inside).first { $0.kind == .workspace }?.name
    if let usage = words.usage {
      for rule in usage.all { apply(rule, words) }
    } else {
      script(words)
    }
    let found = found
    self.found = []
    if let chosen = found.first(where: { $0.access == .select && $0.kind == .workspace }) {
      workspace = chosen.name
    }
    return found
  }

  /// "AWS_REGION=… command" works there; after "export AWS_REGION=…" all do.
  func scopes(_ variables: [ShellVariable], _ access: ShellResource.Access) -> [ShellResource] {
    variables.compactMap { variable in
      guard case .kind(let kind)? = rules.scope(of: variable.name)?.noun,
        let value = variable.value, !value.isEmpty
      else { return nil }
      return ShellResource(access: access, kind: kind, name: value)
    }
  }

  private mutating func apply(_ rule: CommandRules.Rule, _ words: borrowing CommandWords) {
    switch rule.words {
    case .operand(let number):
      if number > 0, number <= words.operands.count { add(rule, words.operands[number - 1]) }
    case .last: if let last = words.operands.last { add(rule, last) }
    case .others: for operand in words.operands.dropLast() { add(rule, operand) }
    case .all: for operand in words.operands { add(rule, operand) }
    case .from(let number):
      for operand in words.operands.dropFirst(number - 1) { add(rule, operand) }
    case .flag(let numbers):
      for index in words.marks.indices where numbers.contains(words.marks[index].number) {
        if let value = words.flags[index].value {
          add(rule, flag: value)
        } else {
          add(rule, "*")
        }
      }
    case .pair(let flag, let key): pair(rule, flag, key, words)
    case .object: objects(rule, words)
    case .scope: for action in rule.actions { scope(action) }
    case .found: files(rule, words)
    case .statements, .database: statements(rule, words)
    }
  }

  private mutating func add(_ rule: CommandRules.Rule, _ name: String) {
    for action in rule.actions { add(action, name) }
  }

  /// "--include-namespaces shop,web" names two.
  private mutating func add(_ rule: CommandRules.Rule, flag value: String) {
    guard rule.actions.contains(where: { $0.isNamespace }), value.has(UInt8(ascii: ",")) else {
      return add(rule, value)
    }
    for name in value.split(separator: ",") { add(rule, String(name)) }
  }

  private mutating func add(_ action: CommandRules.Action, _ name: String) {
    guard var (kind, name) = place(action.noun, name), let first = name.utf8.first else { return }
    switch first {
    case UInt8(ascii: "-") where name == "-": return
    case UInt8(ascii: "/") where name.hasPrefix("/dev/null"): return
    case UInt8(ascii: "f"):
      for scheme in ["file://", "fileb://"] where name.hasPrefix(scheme) {
        (kind, name) = (.file, String(name.dropFirst(scheme.count)))
      }
    default: break
    }
    if !action.removed.isEmpty, name.hasSuffix(action.removed) {
      name = String(name.dropLast(action.removed.count))
    }
    if kind == .bucket { name = Self.bucket(name) }
    if kind == .service, let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")),
      let type = rules.fullName(ofType: rules.names.number(of: String(name[..<slash])))
    {
      name = type + name[slash...]
    }
    if !action.added.isEmpty { name += action.added }
    add(ShellResource(access: action.access, kind: kind, name: name))
  }

  /// "s3://backups/" is the bucket "backups".
  private static func bucket(_ name: String) -> String {
    let bytes = Array(name.utf8)[...]
    let colon = bytes.firstIndex(of: Byte.colon)
    let isAddress = colon.map { bytes[$0...].starts(with: "://".utf8) } ?? false
    let rest = isAddress ? bytes[((colon ?? 0) + 3)...] : bytes
    return String(rest.last == UInt8(ascii: "/") ? rest.dropLast() : rest)
  }

  mutating func add(_ resource: ShellResource) {
    guard !found.contains(resource) else { return }
    if found.isEmpty { found.reserveCapacity(2) }
    found.append(resource)
  }

  // MARK: Kinds by form

  private func place(
    _ noun: CommandRules.Noun,
    _ name: String
  ) -> (ShellResource.Kind, String)? {
    switch noun {
    case .kind(let kind): return (kind, name)
    case .payload: return name.hasPrefix("@") ? (.file, String(name.dropFirst())) : nil
    case .mapping:
      let target = name.split(separator: ":").last.map(String.init)
      return (.namespace, target ?? name)
    case .setting: return name.utf8.contains(UInt8(ascii: "=")) ? nil : (.file, name)
    case .mount:
      let source = name.split(separator: ":").first.map(String.init) ?? name
      let isFile = "/.$~".utf8.contains(source.utf8.first ?? 0)
      return (isFile ? .file : .volume, source)
    case .place: return (kind(ofPlace: name), name)
    }
  }

  /// "s3://bucket/key" is an object, "s3://bucket" a bucket, all else a file.
  func kind(ofPlace name: String) -> ShellResource.Kind {
    let first = name.utf8.first
    guard first == UInt8(ascii: "$") || name.has(Byte.colon) else { return ofName(name) }
    var bytes = Array(name.utf8)
    if first == UInt8(ascii: "$") {
      let variable = bytes.dropFirst().drop { $0 == UInt8(ascii: "{") }
      let letters = variable.prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
      guard let address = addresses[String(letters)] else { return .file }
      bytes = Array(address.utf8) + bytes[letters.endIndex...].drop { $0 == UInt8(ascii: "}") }
    }
    guard let colon = bytes.firstIndex(of: Byte.colon), bytes[colon...].starts(with: "://".utf8),
      rules.isScheme(rules.names.number(of: bytes.span, 0..<colon))
    else { return ofName(name) }
    let slash = bytes[(colon + 3)...].firstIndex(of: UInt8(ascii: "/"))
    return slash.map { $0 + 1 < bytes.count } == true ? .object : .bucket
  }

  private func ofName(_ name: String) -> ShellResource.Kind {
    name.hasPrefix("http") ? .service : .file
  }

  // MARK: Pairs, scopes and searches

  private mutating func pair(
    _ rule: CommandRules.Rule,
    _ flag: Int,
    _ key: String,
    _ words: borrowing CommandWords
  ) {
    if flag == 0 {
      for text in words.operands { pair(rule, key, text) }
    } else {
      for index in words.marks.indices where words.marks[index].number == flag {
        if let text = words.flags[index].value { pair(rule, key, text) }
      }
    }
  }

  private mutating func pair(_ rule: CommandRules.Rule, _ key: String, _ text: String) {
    let start = key.utf8.count
    guard text.utf8.span.has(key.utf8.span, at: 0), start < text.utf8.count,
      text.utf8.span[start] == UInt8(ascii: "=")
    else { return }
    add(rule, String(text.utf8.dropFirst(start + 1)) ?? "")
  }

  private mutating func scope(_ action: CommandRules.Action) {
    guard case .kind(let kind) = action.noun else { return }
    add(action, kind == .workspace ? ownWorkspace ?? workspace : "*")
  }

  /// "find DIR -name '*.gz'" is about "DIR/*.gz".
  private mutating func files(_ rule: CommandRules.Rule, _ words: borrowing CommandWords) {
    guard let folder = words.operands.first else { return }
    let pattern = words.flags.first { $0.name == "-name" || $0.name == "-iname" }?.value
    let joint = folder.hasSuffix("/") ? "" : "/"
    add(rule, pattern.map { folder + joint + $0 } ?? folder)
  }

  // MARK: Objects of Kubernetes

  /// "deployment web", "deployment/web", "pods,services", "secret -l app=web".
  private mutating func objects(_ rule: CommandRules.Rule, _ words: borrowing CommandWords) {
    let slash = UInt8(ascii: "/")
    let equals = UInt8(ascii: "=")
    guard let first = words.operands.firstIndex(where: { !$0.has(equals) }) else { return }
    let type = words.operands[first]
    if type.has(slash) {
      for operand in words.operands[first...] where !operand.has(equals) {
        guard let end = operand.utf8.firstIndex(of: slash) else { continue }
        let name = String(operand[operand.utf8.index(after: end)...])
        if end > operand.startIndex, !name.isEmpty {
          object(rule, String(operand[..<end]), name)
        }
      }
    } else if type.has(UInt8(ascii: ",")) {
      for part in type.utf8.split(separator: UInt8(ascii: ",")) {
        objects(rule, String(Substring(part)), behind: first, words)
      }
    } else {
      objects(rule, type, behind: first, words)
    }
  }

  /// Objects of a type by their names, which stand behind it.
  private mutating func objects(
    _ rule: CommandRules.Rule,
    _ type: String,
    behind place: Int,
    _ words: borrowing CommandWords
  ) {
    var isNamed = false
    for name in words.operands[(place + 1)...]
    where name.utf8.last != UInt8(ascii: "-") && !name.has(UInt8(ascii: "=")) {
      object(rule, type, name)
      isNamed = true
    }
    guard !isNamed else { return }
    // By their labels, or all of them.
    let labels = words.flags.first { $0.name == "-l" || $0.name == "--selector" }
    object(rule, type, labels?.value ?? "*")
  }

  private mutating func object(_ rule: CommandRules.Rule, _ written: String, _ name: String) {
    let isSmall = !written.hasByte { $0 < 0x61 && $0 != UInt8(ascii: "-") || $0 > 0x7A }
    let type = isSmall ? written : written.lowercased()
    let number = rules.names.number(of: type)
    let kind = rules.kind(ofType: number) ?? .service
    var full = name
    if kind == .service {
      full = rules.fullName(ofType: number) ?? type
      full.reserveCapacity(full.utf8.count + name.utf8.count + 1)
      full += "/"
      full += name
    }
    for action in rule.actions {
      add(ShellResource(access: action.access, kind: kind, name: full))
    }
  }
}

extension CommandRules.Action {
  fileprivate var isNamespace: Bool {
    switch noun {
    case .kind(.namespace), .mapping: true
    default: false
    }
  }
}
