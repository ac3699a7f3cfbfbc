internal import Bindings

/// The checks that a content folder brings along under `checks/`; they run inside a fence.
struct OwnChecks: Sendable {
  private(set) var rules: [(rule: Rule, path: String)] = []
  private(set) var files: [SourceFile] = []
  private(set) var problems: [Problem] = []

  private static let largest = 1 << 20
  /// As many steps as the whole of the carried checks need on ten thousand runbooks.
  private static let fence = Fence(steps: 2_000_000_000)

  init(_ entries: [ContentFolder.Entry], in folder: ContentFolder) {
    for entry in entries {
      guard let file = folder.read(entry, limit: Self.largest, &problems) else { continue }
      files.append(file)
      do throws(Fault) {
        rules.append((try rule(file), file.path))
      } catch {
        problems.append(Self.problem(error.reason, file.path))
      }
    }
  }

  /// No checks of one's own.
  static var none: OwnChecks { OwnChecks() }
  private init() {}

  /// Why a check was refused.
  private struct Fault: Error {
    let reason: String
  }

  private func rule(_ file: SourceFile) throws(Fault) -> Rule {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw Fault(reason: "it is not UTF-8")
    }
    guard let rule = Rule(text) else {
      throw Fault(
        reason:
          "its head needs the lines \"-- id:\", \"-- severity:\", \"-- title:\", \"-- why:\", "
          + "\"-- fix:\" and \"-- controls:\""
      )
    }
    let isPlain = rule.id.utf8.allSatisfy { byte in
      byte < 0x80 && byte.isLetterOrDigit || byte == UInt8(ascii: "-")
    }
    guard isPlain, 1...32 ~= rule.id.utf8.count else {
      throw Fault(reason: "its id may hold letters, digits and \"-\", such as OWN-01")
    }
    guard Severity(rawValue: rule.head.severity) != nil else {
      throw Fault(reason: "\"\(rule.head.severity)\" is no severity")
    }
    let taken = RuleHead.carried.map(\.id) + rules.map(\.rule.id)
    guard !taken.contains(rule.id) else {
      throw Fault(reason: "there is a check \"\(rule.id)\" already")
    }
    return rule
  }

  private static func problem(_ reason: String, _ path: String) -> Problem {
    Problem(
      code: "CHK-01",
      severity: "high",
      message: "the check was refused: \(reason)",
      fix: "mend it; CONTRIBUTING.md says how one is written",
      file: path
    )
  }

  /// Runs a check and puts what it found into the table `temp.fired`; says why it could not.
  static func fire(
    _ rule: Rule,
    from path: String,
    in catalog: borrowing Database
  ) throws(SQLiteError) -> Problem? {
    do throws(SQLiteError) {
      let (rows, missing) = try catalog.fenced(by: fence) { () throws(SQLiteError) in
        try self.rows(rule, in: catalog)
      }
      if let missing { return problem("it lacks the column \"\(missing)\"", path) }
      if let row = rows.first(where: { !$0.isSound }) {
        return problem("a row is not as it must be: \(row.words)", path)
      }
      // What the fence has compiled is one statement that only reads.
      var view = try catalog.prepare("CREATE VIEW \"\(rule.id)\" AS\n\(rule.query)")
      _ = try view.step()
      try store(rows, in: catalog)
      if let subject = try withoutEvidence(in: catalog) {
        return problem(
          "the evidence of \"\(subject)\" is no array of {file, line or pointer, quote}",
          path
        )
      }
      return nil
    } catch {
      guard !error.isFull else { throw error }
      return problem(error.message, path)
    }
  }

  private static func rows(
    _ rule: Rule,
    in catalog: borrowing Database
  ) throws(SQLiteError) -> (rows: [Row], missing: String?) {
    var statement = try catalog.prepare(rule.query)
    let names = (0..<statement.columns()).map { statement.name($0) }
    var places: [Int32] = []
    for column in Row.columns {
      guard let place = names.firstIndex(of: column) else {
        return ([], column)
      }
      places.append(Int32(place))
    }
    var rows: [Row] = []
    while try statement.step() { rows.append(Row(places.map { statement.value($0) })) }
    return (rows, nil)
  }

  private static func store(
    _ rows: [Row],
    in catalog: borrowing Database
  ) throws(SQLiteError) {
    var insert = try catalog.prepare("INSERT INTO temp.fired VALUES (?, ?, ?, ?, ?, ?)")
    for row in rows { try insert.run(row.values) }
  }

  /// The first subject whose evidence cannot be stored.
  private static func withoutEvidence(
    in catalog: borrowing Database
  ) throws(SQLiteError) -> String? {
    try catalog.rows(
      """
      SELECT subject FROM temp.fired
      WHERE CASE WHEN json_valid(evidence) THEN json_type(evidence) END IS NOT 'array'
        OR EXISTS (
          SELECT 1 FROM json_each(iif(json_valid(evidence), evidence, '[]')) AS item
          WHERE CASE item.type WHEN 'object' THEN
            json_type(item.value, '$.file') IS 'text' AND json_type(item.value, '$.quote') IS 'text'
            AND ifnull(json_type(item.value, '$.line'), 'null') IN ('integer', 'null')
            AND ifnull(json_type(item.value, '$.pointer'), 'null') IN ('text', 'null')
          END IS NOT 1
        )
      ORDER BY rowid LIMIT 1
      """
    ) { $0.text(0) }.first
  }

  /// What a check says once.
  private struct Row {
    static let columns = ["subject", "severity", "verdict", "message", "evidence", "fix"]
    let values: [SQLValue]

    init(_ values: [SQLValue]) { self.values = values }

    var subject: String { text(0) ?? "" }
    var words: String { columns.joined(separator: ", ") }

    /// Whether subject, message and evidence are there, and the words known.
    var isSound: Bool {
      let severity = text(1).map { Severity(rawValue: $0) != nil } ?? (values[1] == .null)
      let verdict = ["fail", "warn", "unknown", "pass"].contains(text(2) ?? "")
      return severity && verdict && !subject.isEmpty && text(3) != nil && text(4) != nil
        && (text(5) != nil || values[5] == .null)
    }

    private var columns: [String] {
      zip(Self.columns, values).map { "\($0) \(String(describing: $1).prefix(60))" }
    }

    private func text(_ column: Int) -> String? {
      if case .text(let text) = values[column] { text } else { nil }
    }
  }
}
