internal import Bindings

extension CheckReport {
  /// Reads a saved report: the evidence database of a site, or what `check --format json` printed.
  package init(saved path: String) throws {
    let start = try Files.read(path)
    guard start.starts(with: "SQLite format 3\0".utf8) else {
      try self.init(json: start, named: path)
      return
    }
    do throws(SQLiteError) {
      try self.init(of: Database(path: path), withEvidence: true)
    } catch {
      throw MachineError(
        "\"\(path)\" cannot be read as an evidence database: \(error.message)",
        hint: "take the evidence.sqlite of a site that this version made"
      )
    }
  }

  /// Reads what `text` gives.
  init(json bytes: [UInt8], named name: String) throws {
    let file = try JSONRows(
      bytes,
      named: name,
      schema: "drillbook.check/1",
      writing: "check --format json"
    )
    asOf = try file.rows("SELECT text ->> '$.as_of' FROM file") { $0.text(0) }.first ?? ""
    objectives = try Self.objectives(in: file)
    findings = try Self.findings(in: file)
    waivers = [:]
  }

  private static func objectives(in file: borrowing JSONRows) throws(SQLiteError) -> [Status] {
    let evidence = try evidence(in: file, "$.objectives")
    return try file.rows(
      """
      SELECT
        item.key, item.value ->> '$.system', item.value ->> '$.component',
        item.value ->> '$.dimension', item.value ->> '$.kind', item.value ->> '$.target_s',
        item.value ->> '$.status', item.value ->> '$.measured_s', item.value ->> '$.why'
      FROM file, json_each(file.text, '$.objectives') AS item
      ORDER BY item.key
      """
    ) { row in
      Status(row, evidence: evidence[row.int(0)] ?? [])
    }
  }

  private static func findings(in file: borrowing JSONRows) throws(SQLiteError) -> [Finding] {
    let evidence = try evidence(in: file, "$.findings")
    return try file.rows(
      """
      SELECT
        item.key, item.value ->> '$.id', item.value ->> '$.check', item.value ->> '$.severity',
        item.value ->> '$.verdict', item.value ->> '$.subject', item.value ->> '$.message',
        item.value ->> '$.fix', item.value ->> '$.waived'
      FROM file, json_each(file.text, '$.findings') AS item
      ORDER BY item.key
      """
    ) { row in
      Finding(
        id: row.text(1),
        check: row.text(2),
        severity: row.text(3),
        verdict: row.text(4),
        system: nil,
        subject: row.text(5),
        message: row.text(6),
        evidence: evidence[row.int(0)] ?? [],
        fix: row.text(7),
        controls: [],
        isWaived: row.int(8) == 1
      )
    }
  }

  /// The evidence of each object of a list, by the object's place in it.
  private static func evidence(
    in file: borrowing JSONRows,
    _ list: String
  ) throws(SQLiteError) -> [Int: [Finding.Evidence]] {
    let places = try file.rows(
      """
      SELECT
        item.key, place.value ->> '$.file', place.value ->> '$.line',
        place.value ->> '$.pointer', place.value ->> '$.quote'
      FROM file, json_each(file.text, \(list)) AS item, json_each(item.value, '$.evidence') AS place
      ORDER BY item.key, place.key
      """
    ) { row in
      (
        row.int(0),
        Finding.Evidence(
          file: row.text(1),
          line: row.optionalInt(2),
          pointer: row.optionalText(3),
          quote: row.text(4)
        )
      )
    }
    return places.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
  }
}
