internal import Bindings

/// A command or manifest that is known to be wrong, and who says so.
struct KnownBad: Sendable {
  /// Where it is looked for: in commands of a program, or in blocks of a language.
  enum Place: Equatable, Sendable {
    /// `subcommand` is a pattern of GLOB.
    case program(String, subcommand: String)
    case block(language: String)
  }

  /// Its path in the content folder.
  static let path = "known-bad.yaml"

  let id: String
  /// The check that prints it.
  let rule: String
  let severity: String
  let verdict: String
  let places: [Place]
  /// Patterns of GLOB: all of these must match, and none of the others.
  let wanted: [String]
  let unwanted: [String]
  var topic: String?
  var flag: String?
  /// The value of the flag is wrong below and above these.
  var least: Int?
  var most: Int?
  /// As an image names it, and the first major version in which it is wrong.
  var product: String?
  var since: Int?
  /// What to point at in a block of code.
  var marker: String?
  let message: String
  let fix: String
  let source: String

  /// Those that the program carries.
  static let standard: [KnownBad] = {
    let file = SourceFile(path: path, bytes: Asset.named(path))
    let (rules, problems) = read(file)
    precondition(problems.isEmpty, "known-bad.yaml: \(problems)")
    return rules
  }()
}

extension KnownBad {
  private static let keys = [
    "id", "check", "severity", "verdict", "program", "subcommand", "block", "text", "without",
    "topic", "flag", "least", "most", "product", "since", "at", "message", "fix", "source",
  ]

  /// The rules of a file, and what could not be read; a rule with a fault is left out.
  static func read(_ file: SourceFile) -> (rules: [KnownBad], problems: [Problem]) {
    let documents: [YAMLNode]
    do throws(YAMLError) {
      documents = try YAMLNode.documents(file.bytes.span)
    } catch {
      return ([], [fault(file, error.line, "column \(error.column): \(error.problem)")])
    }
    var rules: [KnownBad] = []
    var problems: [Problem] = []
    for node in documents.flatMap({ $0.elements ?? ($0.isNull ? [] : [$0]) }) {
      var reader = ConfigurationReader(file: file.path)
      let rule = KnownBad(node, &reader)
      if let rule, rules.contains(where: { $0.id == rule.id }) {
        reader.report(node, "\"\(rule.id)\" is there twice")
      }
      problems += reader.problems.map {
        fault(file, $0.line, $0.message + ($0.hint.map { "; \($0)" } ?? ""))
      }
      if let rule, reader.problems.isEmpty { rules.append(rule) }
    }
    return (rules, problems)
  }

  private init?(_ node: YAMLNode, _ reader: inout ConfigurationReader) {
    let fields = reader.fields(node, "a rule", Self.keys)
    for key in ["id", "check", "message", "fix", "source"]
    where fields[key] == nil && node.pairs != nil {
      reader.report(node, "a rule needs \"\(key)\"")
    }
    func texts(_ key: String) -> [String] { reader.texts(fields[key], key).map(\.text) }
    let subcommands = texts("subcommand")
    places =
      texts("program").flatMap { program in
        (subcommands.isEmpty ? ["*"] : subcommands).map { .program(program, subcommand: $0) }
      } + texts("block").map { .block(language: $0) }
    if places.isEmpty { reader.report(node, "a rule needs \"program\" or \"block\"") }
    wanted = texts("text")
    unwanted = texts("without")
    let levels = ["critical", "high", "medium", "low", "info"]
    severity = reader.choice(fields["severity"], "severity", levels) ?? "medium"
    verdict = reader.choice(fields["verdict"], "verdict", ["fail", "warn"]) ?? "fail"
    topic = reader.text(fields["topic"], "topic")
    flag = reader.text(fields["flag"], "flag")
    func number(_ key: String) -> Int? {
      reader.value(fields[key], key, wanted: "a number") { Int($0) }
    }
    least = number("least")
    most = number("most")
    product = reader.text(fields["product"], "product")
    since = number("since")
    marker = reader.text(fields["at"], "at")
    guard let id = reader.text(fields["id"], "id"),
      let rule = reader.text(fields["check"], "check"),
      let message = reader.text(fields["message"], "message"),
      let fix = reader.text(fields["fix"], "fix"),
      let source = reader.text(fields["source"], "source")
    else { return nil }
    (self.id, self.rule, self.message, self.fix, self.source) = (id, rule, message, fix, source)
  }

  private static func fault(_ file: SourceFile, _ line: Int, _ message: String) -> Problem {
    Problem(
      code: "SRC-03",
      severity: "medium",
      message: "a rule of known-bad commands was not read: \(message)",
      fix: "write id, check, program or block, text, message, fix and source as a list",
      file: file.path,
      line: line,
      quote: Mask.masked(LineIndex(file.bytes).quote(line))
    )
  }
}
