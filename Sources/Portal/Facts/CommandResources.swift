/// Finds what a command reads, changes and works in, by the rules of its program.
struct CommandResources {
  let words: CommandWords
  let rules: CommandRules
  /// What the command is given and what surrounds it.
  let context: Context
  private(set) var found: [ShellResource] = []

  /// What the words of a command alone do not say.
  struct Context {
    /// Whether something is fed to it by a pipe, a file or a text.
    var isFed = false
    /// The text that it is fed.
    var input: String?
    /// The values of variables that are addresses.
    var addresses: [String: String] = [:]
    /// The workspace that was selected before.
    var workspace = "*"
  }

  /// The resources in the order of the rules.
  static func read(
    _ words: CommandWords,
    _ context: Context,
    _ rules: CommandRules
  ) -> [ShellResource] {
    var reader = CommandResources(words: words, rules: rules, context: context)
    if let usage = words.usage {
      for rule in usage.all { reader.apply(rule) }
    } else {
      reader.script()
    }
    return reader.found
  }

  private init(words: CommandWords, rules: CommandRules, context: Context) {
    self.words = words
    self.rules = rules
    self.context = context
  }

  private mutating func apply(_ rule: CommandRules.Rule) {
    let operands = words.operands
    switch rule.words {
    case .operand(let number):
      if operands.indices.contains(number - 1) { add(rule, operands[number - 1]) }
    case .last: if let last = operands.last { add(rule, last) }
    case .others: for operand in operands.dropLast() { add(rule, operand) }
    case .all: for operand in operands { add(rule, operand) }
    case .from(let number): for operand in operands.dropFirst(number - 1) { add(rule, operand) }
    case .flag(let names):
      for flag in words.flags where names.contains(flag.name) {
        add(rule, flag: flag.value ?? "*")
      }
    case .pair(let flag, let key): pair(rule, flag, key)
    case .object: objects(rule)
    case .scope: for action in rule.actions { scope(action) }
    case .found: files(rule)
    case .statements, .database: statements(rule)
    }
  }

  private mutating func add(_ rule: CommandRules.Rule, _ name: String) {
    for action in rule.actions { add(action, name) }
  }

  /// "--include-namespaces shop,web" names two.
  private mutating func add(_ rule: CommandRules.Rule, flag value: String) {
    guard value.utf8.contains(UInt8(ascii: ",")), rule.actions.contains(where: { $0.isNamespace })
    else { return add(rule, value) }
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
      let type = rules.aliases[String(name[..<slash])]
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
    if !found.contains(resource) { found.append(resource) }
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
  private func kind(ofPlace name: String) -> ShellResource.Kind {
    var bytes = Array(name.utf8)
    if bytes.first == UInt8(ascii: "$") {
      let variable = bytes.dropFirst().drop { $0 == UInt8(ascii: "{") }
      let letters = variable.prefix { $0.isLetterOrDigit || $0 == UInt8(ascii: "_") }
      guard let address = context.addresses[String(letters)] else { return .file }
      bytes = Array(address.utf8) + bytes[letters.endIndex...].drop { $0 == UInt8(ascii: "}") }
    }
    guard let colon = bytes.firstIndex(of: Byte.colon), bytes[colon...].starts(with: "://".utf8),
      rules.schemes.contains(String(bytes[..<colon]))
    else { return name.hasPrefix("http") ? .service : .file }
    let slash = bytes[(colon + 3)...].firstIndex(of: UInt8(ascii: "/"))
    return slash.map { $0 + 1 < bytes.count } == true ? .object : .bucket
  }

  // MARK: Pairs, scopes and searches

  private mutating func pair(_ rule: CommandRules.Rule, _ flag: String, _ key: String) {
    let texts =
      flag.isEmpty
      ? words.operands : words.flags.filter { $0.name == flag }.compactMap(\.value)
    for text in texts where text.hasPrefix(key + "=") {
      add(rule, String(text.dropFirst(key.count + 1)))
    }
  }

  private mutating func scope(_ action: CommandRules.Action) {
    guard case .kind(let kind) = action.noun else { return }
    add(action, kind == .workspace ? context.workspace : "*")
  }

  /// "find DIR -name '*.gz'" is about "DIR/*.gz".
  private mutating func files(_ rule: CommandRules.Rule) {
    guard let folder = words.operands.first else { return }
    let pattern = words.flags.first { $0.name == "-name" || $0.name == "-iname" }?.value
    let joint = folder.hasSuffix("/") ? "" : "/"
    add(rule, pattern.map { folder + joint + $0 } ?? folder)
  }

  // MARK: Objects of Kubernetes

  /// "deployment web", "deployment/web", "pods,services", "secret -l app=web".
  private mutating func objects(_ rule: CommandRules.Rule) {
    let operands = words.operands.filter { !$0.utf8.contains(UInt8(ascii: "=")) }
    guard let first = operands.first else { return }
    if first.utf8.contains(UInt8(ascii: "/")) {
      for operand in operands {
        guard let slash = operand.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
        let name = String(operand[operand.utf8.index(after: slash)...])
        if slash > operand.startIndex, !name.isEmpty {
          object(rule, String(operand[..<slash]), name)
        }
      }
      return
    }
    let names = operands.dropFirst().filter { $0.utf8.last != UInt8(ascii: "-") }
    for type in first.utf8.split(separator: UInt8(ascii: ",")).map({ String(Substring($0)) }) {
      if names.isEmpty { object(rule, type, selector ?? "*") }
      for name in names { object(rule, type, name) }
    }
  }

  /// The labels that objects are chosen by.
  private var selector: String? {
    words.flags.first { $0.name == "-l" || $0.name == "--selector" }?.value
  }

  private mutating func object(_ rule: CommandRules.Rule, _ type: String, _ name: String) {
    let type = type.lowercased()
    let kind = rules.types[type] ?? .service
    let full = kind == .service ? (rules.aliases[type] ?? type) + "/" + name : name
    for action in rule.actions {
      add(ShellResource(access: action.access, kind: kind, name: full))
    }
  }

  // MARK: Scripts

  /// A path that is run, and the files among its arguments.
  private mutating func script() {
    let path = words.name
    guard path.utf8.contains(UInt8(ascii: "/")) || Self.isScript(path)
    else { return }
    add(ShellResource(access: .read, kind: .script, name: path))
    for text in words.operands + words.flags.compactMap(\.value) where isFile(text) {
      add(ShellResource(access: .read, kind: kind(ofPlace: text), name: text))
    }
  }

  static func isScript(_ name: String) -> Bool {
    [".sh", ".bash", ".py", ".pl", ".rb", ".ps1", ".js"].contains { name.hasSuffix($0) }
  }

  /// An address of a store, or a name with an end that files of data have.
  private func isFile(_ text: String) -> Bool {
    guard !text.utf8.contains(Byte.space) else { return false }
    if kind(ofPlace: text) == .object || kind(ofPlace: text) == .bucket { return true }
    guard !text.hasPrefix("http"), let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return false
    }
    return rules.data.contains(String(text[text.utf8.index(after: dot)...]))
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
