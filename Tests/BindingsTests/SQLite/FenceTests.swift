import Bindings
import Testing

/// What a statement of somebody else may not do.
@Suite struct FenceTests {
  private func run(_ sql: String, steps: Int = 10_000_000) throws -> [String] {
    let database = try Database(path: ":memory:")
    try database.execute(script: "CREATE TABLE shelf (name TEXT); INSERT INTO shelf VALUES ('a');")
    defer { #expect((try? database.rows("SELECT name FROM shelf") { $0.text(0) }) == ["a"]) }
    return try database.fenced(by: Fence(steps: steps)) { () throws(SQLiteError) in
      var statement = try database.prepare(sql)
      var rows: [String] = []
      while try statement.step() { rows.append(statement.text(0)) }
      return rows
    }
  }

  private func refusal(_ sql: String, steps: Int = 10_000_000) -> String? {
    do {
      _ = try run(sql, steps: steps)
      return nil
    } catch {
      return (error as? SQLiteError)?.message
    }
  }

  @Test(arguments: [
    ("SELECT name FROM shelf", ["a"]), ("SELECT value FROM json_each('[1, 2]')", ["1", "2"]),
    ("SELECT upper(name) FROM shelf -- that is all\n;  ", ["A"]),
    (
      "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n",
      ["1", "2", "3"]
    ),
  ])
  func `reads`(sql: String, rows: [String]) throws {
    #expect(try run(sql) == rows)
  }

  @Test(arguments: [
    ("DELETE FROM shelf", "it may only read, and it changes something"),
    ("INSERT INTO shelf VALUES ('b') RETURNING name", "it may only read, and it changes something"),
    ("CREATE TEMP TABLE t (x)", "it may only read, and it changes something"),
    ("DROP TABLE shelf", "it may only read, and it changes something"),
    ("ATTACH '/tmp/x.db' AS x", "it may only read, and it opens another file"),
    ("ATTACH ':memory:' AS x", "it may only read, and it opens another file"),
    ("VACUUM INTO '/tmp/x.db'", "it may only read, and it opens another file"),
    ("PRAGMA user_version", "it may only read, and it asks for PRAGMA user_version"),
    ("PRAGMA writable_schema = 1", "it may only read, and it asks for PRAGMA writable_schema"),
    (
      "SELECT * FROM pragma_database_list",
      "it may only read, and it asks what SQLite keeps of itself"
    ),
    ("SELECT load_extension('x')", "it may only read, and it calls load_extension()"),
    ("SELECT Random()", "it may only read, and it calls random()"),
    ("SELECT CURRENT_TIMESTAMP", "it may only read, and it calls current_timestamp()"),
    ("BEGIN", "it may only read, and it begins a transaction"),
    ("CREATE VIRTUAL TABLE t USING fts5(x)", "it may only read, and it changes something"),
    ("SELECT 1; DELETE FROM shelf", "it may only read, and it changes something"),
    ("SELECT 1; SELECT 2", "there is more than one statement"),
    ("-- nothing", "there is no statement"), ("SELEC 1", "near \"SELEC\": syntax error"),
  ])
  func `refuses what is more than reading`(sql: String, reason: String) {
    #expect(refusal(sql) == reason)
  }

  @Test(arguments: [
    "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    """
    WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
    SELECT count(*) FROM n AS a, n AS b, n AS c WHERE a.i + b.i > c.i
    """,
  ])
  func `stops what does not end`(sql: String) {
    #expect(
      refusal(sql, steps: 3_000_000)
        == "it was stopped after 3 million steps: it may never end"
    )
  }

  @Test func `is gone when it ends`() throws {
    let database = try Database(path: ":memory:")
    try database.fenced(by: Fence(steps: 1000)) { () throws(SQLiteError) in
      _ = try database.prepare("SELECT 1")
    }
    try database.execute(script: "CREATE TABLE shelf (name TEXT); PRAGMA user_version = 3;")
  }
}
