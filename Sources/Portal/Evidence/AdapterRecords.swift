/// The SQL by which an adapter finds its records in a document.
struct AdapterRecords {
  let adapter: Adapter
  let detection: Adapter.Detection

  /// Whether each document is one record, of a list that is read element by element.
  var isAlone = false

  /// Whether the elements of a list may be read one by one.
  var canBeAlone: Bool {
    guard adapter.isByRecord, case .paths(let clauses) = detection else { return false }
    return clauses[0].path.components(aroundLast: "[*]")?.before == "$"
  }

  /// The adapter's statement with `record` before it.
  var sql: String {
    let records = "record(value, pointer, parent, name, fault) AS (\n\(source))"
    let body = adapter.sql
    var select = "WITH \(records)\n\(body)"
    for head in ["WITH RECURSIVE ", "WITH "] where body.uppercased().hasPrefix(head) {
      select = "\(head)\(records),\n\(body.dropFirst(head.utf8.count))"
      break
    }
    return adapter.isOfFiles ? Self.filesHead + select + Self.filesTail : select
  }

  /// What a listing of files or objects means, whatever printed it.
  ///
  /// Of a series of dated names each is a backup, begun at the time of its name. A file of 0 bytes
  /// holds nothing, nor does a .gz of fewer than 64. What was changed a day after it was begun was
  /// copied later: then its time is no end.
  private static let filesHead = """
    WITH listed AS (
      SELECT
        name, size, ended, pointer, fault,
        dated(name, 'series') AS series,
        dated(name, 'start', ended) AS begun
      FROM (
    """ + "\n"

  private static let filesTail = """
      )
    )
    SELECT
      series AS asset,
      name AS native_id,
      CASE
        WHEN dated(name, 'unfinished') THEN 'in_progress'
        WHEN size = 0 THEN 'failed'
        WHEN name LIKE '%.gz' AND size < 64 THEN 'failed'
        ELSE 'success'
      END AS outcome,
      size || ' bytes' AS raw_outcome,
      begun AS recovery_point,
      iif(instant(ended) > begun + 86400000, NULL, ended) AS finished,
      size AS size_bytes,
      iif(
        instant(ended) > begun + 86400000,
        '"' || name || '" was changed more than a day after the time in its name, which counts',
        NULL
      ) AS note,
      pointer,
      fault
    FROM listed
    WHERE series IS NOT NULL OR fault IS NOT NULL
    """

  private var source: String {
    switch detection {
    case .paths(let clauses): path(clauses[0].path)
    case .line: lines
    case .kubernetes(let kind): kubernetes(kind)
    }
  }

  /// The records at `$.a[*].b[*]`, `$[*]`, `$.*[*]` or `$`.
  private func path(_ path: String) -> String {
    guard !isAlone, let inner = path.components(aroundLast: "[*]") else {
      return "SELECT :document, '$', NULL, NULL, \(fault(of: ":document"))\n"
    }
    if let outer = inner.before.components(aroundLast: "[*]") {
      return nested("json_each(:document, \(quoted(outer.before)))", "$" + outer.after)
    }
    if inner.before.hasPrefix("$.*") {
      return nested("json_each(:document)", "$" + inner.before.dropFirst(3))
    }
    return list(inner.before)
  }

  private var lines: String {
    "SELECT value, 'line ' || (value ->> 'line'), NULL, NULL, NULL FROM (\n"
      + "SELECT value FROM json_each(:document) \(Self.once)\n)\n"
  }

  private func list(_ path: String) -> String {
    """
    SELECT value, pointer, NULL, NULL, \(fault(of: "value")) FROM (
      SELECT iif(type = 'object', value, 'null') AS value, fullkey AS pointer
      FROM json_each(:document, \(quoted(path))) \(Self.once)
    )

    """
  }

  /// Keeps SQLite from writing a value out anew for each use of it.
  private static let once = "LIMIT -1 OFFSET 0"

  private func nested(_ outer: String, _ path: String) -> String {
    """
    SELECT value, pointer, parent, name, \(fault(of: "value")) FROM (
      SELECT iif(inside.type = 'object', inside.value, 'null') AS value,
        around.fullkey || substr(inside.fullkey, 2) AS pointer,
        around.value AS parent, around.key AS name
      FROM \(outer) AS around,
        json_each(iif(around.type IN ('object', 'array'), around.value, '[]'),
          \(quoted(path))) AS inside
      \(Self.once)
    )

    """
  }

  /// The items of one kind in a list, in several documents, or alone.
  ///
  /// What the API itself prints names kind and version once, for the list.
  private func kubernetes(_ resource: String) -> String {
    let parts = resource.split(separator: "/").map(String.init)
    let (group, kind) = (parts.dropLast().joined(separator: "/"), parts.last ?? "")
    let version = "coalesce(value ->> 'apiVersion', :document ->> 'apiVersion')"
    return """
      SELECT value, pointer, NULL, NULL, \(fault(of: "value")) FROM (
        SELECT iif(type = 'object', value, 'null') AS value, fullkey AS pointer
        FROM json_each(:document, '$.items')
        UNION ALL
        SELECT iif(type = 'object', value, 'null'), fullkey FROM json_each(:document)
        WHERE json_type(:document) = 'array'
        UNION ALL
        SELECT :document, '$' WHERE json_type(:document, '$.metadata.name') IS NOT NULL
        \(Self.once)
      )
      WHERE value = 'null'
        OR \(version) LIKE \(quoted(group + "/%"))
        AND coalesce(value ->> 'kind', replace(:document ->> 'kind', 'List', ''))
          = \(quoted(kind))

      """
  }

  /// The place of the first field that is missing or of another type than it should be.
  private func fault(of value: String) -> String {
    guard !adapter.needs.isEmpty else { return "NULL" }
    let cases = adapter.needs.map { need in
      let types = need.type.split(separator: "|").map { quoted(String($0)) }
      return " WHEN ifnull(json_type(\(value), \(quoted("$." + need.path))), '') "
        + "NOT IN (\(types.joined(separator: ", "))) THEN \(quoted("." + need.path))"
    }
    return "CASE WHEN \(value) = 'null' THEN ''\(cases.joined()) END"
  }

  private func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
