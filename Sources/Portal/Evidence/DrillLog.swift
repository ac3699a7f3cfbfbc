internal import Bindings

/// The drills and incidents of one file.
struct DrillLog: Sendable {
  let file: SourceFile
  /// "drill.yaml", "drill.json", "drill.csv" or "review.md".
  let format: String
  private(set) var records: [DrillRecord] = []
  private(set) var problems: [Problem] = []
  /// Why nothing of it was taken.
  private(set) var refusal: String?

  var isReview: Bool { format == "review.md" }

  /// Reads a log in our own schema (YAML, JSON or CSV, by the name's end), or a review in Markdown.
  ///
  /// `zone` is for times that name none.
  static func read(_ file: SourceFile, zone: Zone? = nil) -> DrillLog {
    let name = file.path.lowercased()
    if name.hasSuffix(".md") {
      var log = DrillLog(file, format: "review.md")
      let review = PostIncidentReview.read(file, zone: zone)
      log.records = review.record.map { [$0] } ?? []
      log.problems = review.problems
      return log
    }
    let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    if !isYAML, let log = DrillLog(ofTool: file, zone) { return log }
    let isCSV = name.hasSuffix(".csv") || name.hasSuffix(".tsv")
    let isJSON = name.hasSuffix(".json") || name.hasSuffix(".jsonl")
    var log = DrillLog(file, format: isCSV ? "drill.csv" : isJSON ? "drill.json" : "drill.yaml")
    do throws(LogRefusal) {
      let rows = isCSV ? try LogRows.csv(file) : try LogRows.yaml(file, isJSON: isJSON)
      log.take(rows, zone)
    } catch {
      log.refuse(error)
    }
    return log
  }

  /// The drills and incidents that an inventory tells of; nil when it tells of none.
  init?(_ inventory: Inventory) {
    guard !inventory.drills.isEmpty, let format = inventory.format else { return nil }
    self.init(inventory.file, format: format)
    records = inventory.drills
  }

  private init(_ file: SourceFile, format: String) {
    self.file = file
    self.format = format
  }

  /// What a tool printed of restores, experiments or incidents; nil for a log in our schema.
  private init?(ofTool file: SourceFile, _ zone: Zone?) {
    let inventory = Inventory.read(file, zone: zone)
    guard let format = inventory.format, inventory.isKnown else { return nil }
    self.init(file, format: format)
    records = inventory.drills
    // Of which time a log is does not matter: what it tells has times of its own.
    problems = inventory.problems.filter { $0.code != "INV-01" || inventory.refusal != nil }
    refusal = inventory.refusal
  }

  private mutating func refuse(_ refusal: LogRefusal) {
    self.refusal = refusal.message
    problems.append(
      Problem(
        code: "LOG-01",
        severity: "high",
        message: "the drill log was not read: \(refusal.message)",
        fix: refusal.fix,
        file: file.path,
        line: refusal.line
      )
    )
  }

  private mutating func take(_ rows: LogRows, _ zone: Zone?) {
    let lines = LineIndex(file.bytes)
    problems = rows.problems
    var ids: [String: DrillRecord] = [:]
    for row in rows.rows {
      var reader = DrillReader(file: file.path, row: row, lines: lines, zone: zone)
      let record = reader.record()
      problems += reader.problems
      guard let record else { continue }
      if let other = ids[record.id] {
        if other.agrees(with: record) { continue }
        problems.append(
          .inLog(
            file.path,
            record.line,
            "the id \"\(record.id)\" stands here and in line \(other.line ?? 0) with different "
              + "values: the second was rejected",
            quote: record.quote
          )
        )
        continue
      }
      ids[record.id] = record
      records.append(record)
    }
  }
}

/// Why nothing of a drill log was read.
struct LogRefusal: Error, Equatable {
  let message: String
  let fix: String
  /// From 1.
  var line: Int?
}

extension Problem {
  /// Something about one record of a drill log.
  static func inLog(
    _ file: String,
    _ line: Int?,
    _ message: String,
    fix: String = "mend the record: a drill that cannot be read proves nothing",
    quote: String? = nil
  ) -> Problem {
    Problem(
      code: "LOG-02",
      severity: "medium",
      message: Mask.masked(message),
      fix: fix,
      file: file,
      line: line,
      quote: quote
    )
  }
}

extension DrillRecord {
  /// Whether both say the same of one drill, wherever they stand.
  fileprivate func agrees(with other: DrillRecord) -> Bool {
    var moved = other
    (moved.line, moved.pointer, moved.quote) = (line, pointer, quote)
    return self == moved
  }
}
