import Testing

/// Backups of databases, by the tools that make them.
@Suite struct AdapterDatabaseToolTests: AdapterReading {
  @Test func `reads pgBackRest by repository and counts bad pages as failed`() throws {
    let text = """
      [{"name": "bread", "status": {"code": 0, "message": "ok", "lock": {"backup": {"held": true}}},
        "db": [{"id": 1}], "cipher": "mixed",
        "repo": [{"key": 1, "cipher": "aes-256-cbc"}, {"key": 2, "cipher": "none"}],
        "backup": [
          {"label": "A", "error": false, "database": {"id": 1, "repo-key": 1},
           "timestamp": {"start": 1779933600, "stop": 1779933660}, "info": {"size": 9}},
          {"label": "B", "error": true, "database": {"id": 1, "repo-key": 1},
           "timestamp": {"start": 1780020000, "stop": 1780020060}},
          {"label": "A", "error": false, "database": {"id": 1, "repo-key": 2},
           "timestamp": {"start": 1779933600, "stop": 1779933900}},
          {"label": "C", "error": false, "database": {"id": 1}, "timestamp": {"start": 1}}]},
       {"name": "cake", "status": {"code": 2, "message": "no valid backups"}, "db": [],
        "repo": [{"key": 1}], "backup": []}]
      """
    #expect(
      try told(text) == [
        "pgbackrest.info", "bread repo1 success 05-28 02:01:00 to 05-28 02:01:00",
        "bread repo1 failed 05-29 02:01:00 to 05-29 02:01:00",
        "bread repo2 success 05-28 02:05:00 to 05-28 02:05:00", "bread repo1 in_progress -",
        "INV-02 $[0].backup[3].timestamp.stop", "INV-05 $[1]",
      ]
    )
  }

  @Test func `reads Barman as JSON and as text`() throws {
    let json = """
      {"_WARNING": ["odd"], "oven.db": [
        {"backup_id": "20260531T020000", "status": "DONE", "end_time_timestamp": "1780193100",
         "size_bytes": 9},
        {"backup_id": "20260530T020000", "status": "FAILED"},
        {"backup_id": "20260529T020000", "status": "WAITING_FOR_WALS"}], "rest": []}
      """
    #expect(
      try told(json) == [
        "barman.list", "oven.db success 05-31 02:05:00 to 05-31 02:05:00", "oven.db failed -",
        "oven.db in_progress -",
      ]
    )
    let text = """
      oven 20260531T020000 - Sun May 31 02:05:00 2026 - Size: 9.0 MiB - WAL Size: 0 B - OBSOLETE
      oven 20260530T020000 - F - Sat May 30 02:05:00 2026 - Size: 9.0 MiB - WAL Size: 0 B
      oven 20260529T020000 - FAILED
      """
    #expect(
      try told(text, zone: "Europe/Berlin") == [
        "barman.text", "oven success 05-31 00:05:00", "oven success 05-30 00:05:00",
        "oven failed -",
      ]
    )
    #expect(try told(text)[0] == "barman.text")
    let shown = """
      {"oven": {"backup_id": "20260531T020000", "status": "DONE", "base_backup_information":
        {"begin_time_timestamp": "1780192800", "end_time": "2026-05-31 02:05:00+00:00"}}}
      """
    #expect(
      try told(shown) == [
        "barman.show", "oven success 05-31 02:05:00 to 05-31 02:05:00",
        "INV-03 the listing is not complete: one bare object may be one of many",
      ]
    )
  }

  @Test(arguments: [
    #""time": "2026-05-31T02:06:00Z", "wal_file_name": "0001""#,
    #""modified": "2026-05-31T02:06:00Z", "wal_segment_backup_start": "0001""#,
    #""time": "2026-05-31T02:09:00Z", "wal_file_name": "0001", "finish_time": "#
      + #""2026-05-31T02:06:00.5Z", "start_time": "2026-05-31T02:00:00Z""#,
  ])
  func `reads WAL-G with and without details`(fields: String) throws {
    #expect(
      try told("[{\"backup_name\": \"base_0001\", \(fields)}]")
        == ["walg.backups", "wal-g success 05-31 02:06:00 to 05-31 02:06:00"]
    )
  }

  @Test func `reads Percona Backup for MongoDB with the ranges of its log`() throws {
    let list = """
      {"snapshots": [
        {"name": "2026-05-30T02:00:00Z", "status": "done", "restoreTo": 1780106700,
         "pbmVersion": "2.4.0", "type": "logical"},
        {"name": "2026-05-31T02:00:00Z", "status": "error", "restoreTo": 0, "error": "x"},
        {"name": "2026-05-31T03:00:00Z", "status": "dumpDone"}],
       "pitr": {"on": true, "ranges": [
         {"range": {"start": 1780106700, "end": 1780271700}},
         {"range": {"start": 1779000000, "end": 1779100000}, "noBaseSnapshot": true}]}}
      """
    #expect(
      try told(list) == [
        "pbm.list", "mongodb success 05-30 02:05:00 to 05-30 02:05:00", "mongodb failed -",
        "mongodb in_progress -", "mongodb from 05-30 02:05:00 to 05-31 23:55:00",
      ]
    )
    let status = """
      {"backups": {"type": "S3", "path": "s3://b/p", "region": "eu-west-1", "snapshot": [
        {"name": "2026-05-30T02:00:00Z", "status": "done", "completeTS": 1780106700, "size": 7}],
        "pitrChunks": {"pitrChunks": [{"range": {"start": 1780106700, "end": 1780271700}}]}}}
      """
    #expect(
      try told(status) == [
        "pbm.status",
        "mongodb @eu-west-1:s3://b/p success 05-30 02:05:00 to 05-30 02:05:00",
        "mongodb @eu-west-1:s3://b/p from 05-30 02:05:00 to 05-31 23:55:00",
      ]
    )
  }

  @Test func `reads the notes of xtrabackup only with a zone`() throws {
    let text = """
      uuid = 1-2
      tool_name = mariabackup
      tool_command = --backup --password=...
      start_time = 2026-05-31 02:00:00
      end_time = 2026-05-31 02:10:00
      innodb_to_lsn = 77
      """
    #expect(
      try told(text, zone: "UTC") == [
        "xtrabackup.info", "mariabackup success 05-31 02:10:00 to 05-31 02:10:00",
        "INV-03 the listing is not complete: one bare object may be one of many",
      ]
    )
    #expect(
      try told(text) == ["refused: its times name no zone: nobody can tell when they were"]
    )
  }

  @Test func `takes the archiver of PostgreSQL for a window unless it fails`() throws {
    func row(_ failed: String) -> String {
      #"{"last_archived_wal": "1", "last_archived_time": "2026-05-31T23:58:00.5+00:00", "#
        + #""last_failed_wal": "2", "last_failed_time": \#(failed)}"#
    }
    #expect(try told(row("null")) == ["pg.stat_archiver", "postgresql from - to 05-31 23:58:00"])
    #expect(
      try told(row("\"2026-05-31T23:59:00+00:00\"")) == ["pg.stat_archiver", "INV-05 $"]
    )
  }

  @Test func `takes etcd and Redis for verifications`() throws {
    #expect(
      try told(#"{"hash": 1, "revision": 2, "totalKey": 3, "totalSize": 4}"#) == [
        #"refused: "etcdctl snapshot status" names neither a file nor a time: it verifies one "#
          + "snapshot and lists none"
      ]
    )
    let redis = "# Persistence\r\nloading:0\r\nrdb_last_save_time:1780193100\r\n"
    #expect(
      try told(redis + "rdb_last_bgsave_status:ok\r\n")
        == ["redis.persistence", "verified redis: ok 05-31 02:05:00"]
    )
    #expect(
      try told(redis + "rdb_last_bgsave_status:err\r\n")
        == ["redis.persistence", "verified redis: err 05-31 02:05:00", "INV-05 $"]
    )
  }
}
