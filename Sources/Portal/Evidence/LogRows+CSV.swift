extension LogRows {
  /// The records of a table that names the fields in its first line.
  static func csv(_ file: SourceFile) throws(LogRefusal) -> LogRows {
    guard let bytes = InventoryText.decoded(file.bytes) else {
      throw LogRefusal(message: "it is neither UTF-8 nor UTF-16", fix: "save it as UTF-8")
    }
    let table = try CSVTable(bytes)
    guard let header = table.rows.first else {
      throw LogRefusal(message: "it is empty", fix: "write a line with the names of the fields")
    }
    let names = try header.fieldNames()
    var log = LogRows()
    // Scripts that append to a table write its first line again with every run.
    for row in table.rows.dropFirst() where row.cells != header.cells {
      guard row.cells.count == names.count else {
        log.problems.append(
          .inLog(
            file.path,
            row.line,
            "a record was rejected: it has \(row.cells.count) cells and not \(names.count)"
          )
        )
        continue
      }
      let fields = zip(names, row.cells).map { name, cell in
        Field(name: name, line: row.line, value: .text(cell))
      }
      log.rows.append(Row(fields: fields, line: row.line, pointer: "line \(row.line)"))
    }
    return log
  }
}

extension CSVTable.Row {
  /// The cells of a first line as names of fields, each once.
  fileprivate func fieldNames() throws(LogRefusal) -> [String] {
    let names = cells.map(DrillWords.normalized)
    guard names.contains(where: { DrillWords.standard.meaning(of: $0) != nil }) else {
      throw LogRefusal(
        message: "its first line names no field of a drill",
        fix: "start with a line such as id,kind,system,component,failed_at,recovered_at,outcome",
        line: line
      )
    }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw LogRefusal(
        message: "the column \"\(name)\" stands there twice",
        fix: "keep one of them",
        line: line
      )
    }
    return names
  }
}
