import Bindings
import Testing

@testable import Portal

@Suite struct EvidenceStoreTests {
  private func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  private func open(_ files: [SourceFile]) throws -> Database {
    let database = try Database(path: ":memory:")
    try database.execute(script: "PRAGMA foreign_keys = ON;")
    try database.execute(script: String(decoding: Asset.named("schema.sql"), as: UTF8.self))
    for file in files {
      try database.run(
        """
        INSERT INTO source_file
        VALUES (\(file.path), 'other', \(file.sha256), \(file.bytes.count))
        """
      )
    }
    try database.execute(
      script: """
        INSERT INTO system (id, title) VALUES ('oven', 'The Ovens');
        INSERT INTO component VALUES ('oven', 'database', 'Database'), ('oven', 'cache', 'Cache');
        """
    )
    return database
  }

  private func texts(_ database: borrowing Database, _ sql: SQL) throws -> [String] {
    try database.rows(sql) { row in
      (0..<row.columns()).map { row.isNull($0) ? "-" : row.text($0) }.joined(separator: " ")
    }
  }

  @Test func `keeps the newest word of a backup and joins by configuration alone`() throws {
    func listing(_ day: String, _ ids: [String]) -> SourceFile {
      let snapshots = ids.map {
        #"{"time": "2026-05-0\#($0)T00:00:00Z", "tree": "t", "paths": ["/a"], "#
          + #""hostname": "h\#($0)", "id": "\#($0)", "short_id": "\#($0)"}"#
      }
      return file("restic.snapshots.vault.\(day).json", "[\(snapshots.joined(separator: ","))]")
    }
    let lost = file("lost.json", "[]")
    let files = [listing("20260601T0600Z", ["1", "2"]), listing("20260520T0600Z", ["1"]), lost]
    let database = try open(files)
    var source = InventorySource(files: try #require(Glob("*")))
    source.assets = ["h1:/a": ComponentReference(system: "oven", component: "database")]
    let inventories = files.map { Inventory.read($0, source: source) }
    try Inventory.store(inventories, into: database)
    #expect(
      try texts(database, "SELECT path, accepted, rejected FROM inventory ORDER BY path") == [
        "restic.snapshots.vault.20260520T0600Z.json 1 0",
        "restic.snapshots.vault.20260601T0600Z.json 2 0",
      ]
    )
    #expect(
      try texts(
        database,
        """
        SELECT a.key, a.location, a.system, a.component, b.inventory
        FROM backup AS b JOIN asset AS a ON a.id = b.asset ORDER BY b.native_id
        """
      ) == [
        "h1:/a vault oven database restic.snapshots.vault.20260601T0600Z.json",
        "h2:/a vault - - restic.snapshots.vault.20260601T0600Z.json",
      ]
    )
    #expect(
      try texts(database, "SELECT code, severity, file FROM problem ORDER BY code") == [
        "INV-01 high lost.json", "INV-04 low restic.snapshots.vault.20260601T0600Z.json",
      ]
    )
  }

  /// What three tools print: a window, a verification, a restore.
  private func outputs() -> [SourceFile] {
    let stamp = "20260601T0600Z"
    return [
      file(
        "rds.\(stamp).json",
        #"{"DBInstances": [{"DBInstanceIdentifier": "db1", "DBInstanceClass": "x", "#
          + #""LatestRestorableTime": "2026-06-01T05:55:00Z", "BackupRetentionPeriod": 7}]}"#
      ),
      file("redis.\(stamp).txt", "rdb_last_save_time:1780193100\nrdb_last_bgsave_status:ok\n"),
      file(
        "restores.\(stamp).json",
        #"{"RestoreJobs": [{"RestoreJobId": "r1", "Status": "COMPLETED", "#
          + #""ValidationStatus": "SUCCESSFUL", "CreationDate": 1780192800, "#
          + #""CompletionDate": 1780194000, "SourceResourceArn": "arn:aws:rds:r:1:db:db1"}]}"#
      ),
    ]
  }

  @Test func `stores windows, verifications and the drills of a tool`() throws {
    let files = outputs()
    let database = try open(files)
    var source = InventorySource(files: try #require(Glob("*")))
    source.assets = ["db1": ComponentReference(system: "oven", component: "database")]
    let inventories = files.map { Inventory.read($0, source: source) }
    try Inventory.store(inventories, into: database)
    try DrillLog.store(inventories.compactMap { DrillLog($0) }, into: database)
    #expect(
      try texts(
        database,
        """
        SELECT a.key, a.component, w.latest_at
        FROM pitr_window AS w JOIN asset AS a ON a.id = w.asset
        """
      ) == ["db1 database 1780293300000"]
    )
    #expect(
      try texts(database, "SELECT ran_at, outcome, result FROM verification")
        == ["1780193100000 unknown ok"]
    )
    #expect(
      try texts(
        database,
        """
        SELECT native_id, outcome, failure_s, validated, component, pointer
        FROM drill JOIN drill_component ON drill = id
        """
      ) == ["r1 pass 1200 1 database $.RestoreJobs[0]"]
    )
    #expect(try texts(database, "SELECT message FROM problem") == [])
  }

  @Test func `joins drills to what is known and tells the rest`() throws {
    let log = file(
      "drills/log.yaml",
      """
      - {id: a, kind: restore, system: The Ovens, component: [database, cache], outcome: fail,
         actions: [{text: Look, due: 2026-04-01}], evidence: [{path: a.log}],
         steps: [{title: Stop, started_at: 2026-03-01T09:00:00Z, outcome: done}]}
      - {id: b, kind: restore, component: oven/cache, outcome: fail}
      - {id: c, kind: restore, system: ovn, component: database, outcome: fail}
      - {id: d, kind: restore, system: oven, component: databse, outcome: fail}
      - {id: e, kind: restore, system: oven, outcome: fail}
      """
    )
    let database = try open([log])
    try DrillLog.store([DrillLog.read(log)], into: database)
    #expect(
      try texts(database, "SELECT native_id, system, line FROM drill ORDER BY id")
        == ["a oven 1", "b oven 4", "c - 5", "d oven 6", "e oven 7"]
    )
    #expect(
      try texts(database, "SELECT * FROM drill_component ORDER BY drill, component")
        == ["1 oven cache", "1 oven database", "2 oven cache"]
    )
    #expect(try texts(database, "SELECT * FROM drill_evidence") == ["1 1 a.log -"])
    #expect(
      try texts(database, "SELECT * FROM drill_step") == ["1 1 Stop 1772355600000 - done -"]
    )
    #expect(try texts(database, "SELECT * FROM drill_action") == ["1 1 Look - 2026-04-01 -"])
    #expect(
      try texts(database, "SELECT line, message || '; ' || fix FROM problem ORDER BY id") == [
        #"5 the system "ovn" of the drill "c" is not known; did you mean "oven"?"#,
        #"6 the component "databse" of the drill "d" is not known; did you mean "database"?"#,
        #"7 the drill "e" names no component, so it proves nothing of any; write "component:" "#
          + "with an id of drillbook.yaml",
      ]
    )
  }

  @Test func `stores waivers`() throws {
    let source = file("waivers.yaml", "- {finding: A/b, reason: r, expires: 2026-12-31}")
    let database = try open([source])
    try Waiver.store(Waiver.read(source).waivers, into: database)
    #expect(
      try texts(database, "SELECT finding, reason, owner, expires, line FROM waiver")
        == ["A/b r - 2026-12-31 1"]
    )
  }
}
