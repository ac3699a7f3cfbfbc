import Testing

@testable import Portal

@Suite struct InventoryTests: InventoryReading {
  @Test func `reads restic with offsets, ends and the time of the listing`() throws {
    let end = #", "summary": {"backup_start": "2026-06-01T02:00:00+02:00", "#
    let inventory = try read(
      "["
        + snapshot("a", "2026-05-31T00:00:00.123456789Z") + ","
        + snapshot(
          "b",
          "2026-06-01T02:00:00+02:00",
          end + #""backup_end": "2026-06-01T02:10:00+02:00", "total_bytes_processed": 77}"#
        ) + "]"
    )
    #expect(inventory.problems.isEmpty)
    #expect(inventory.format == "restic.snapshots")
    #expect(inventory.collectedAt.map(Instant.text) == "2026-06-01T06:00:00Z")
    #expect(inventory.collectedAtFrom == "file name")
    #expect(inventory.location == "offsite-1")
    #expect(inventory.isComplete)
    let figures = AssetFigures.of(inventory)
    #expect(figures.map(\.asset) == ["h1:/srv/a"])
    #expect(figures[0].largestGap == 86_399)
    #expect(figures[0].worstExposure == 86_999)
    #expect(figures[0].ageAtCollection == 21_600)
    #expect(inventory.records[1].sizeBytes == 77)
    #expect(inventory.records[1].isEncrypted == true)
    #expect(inventory.records[1].pointer == "$[1]")
  }

  @Test func `takes the data of a copied RDS snapshot to be as old as its original`() throws {
    let inventory = try read(
      """
      {"DBSnapshots": [
        {"DBSnapshotIdentifier": "copy", "DBInstanceIdentifier": "db1", "Status": "available",
         "SnapshotCreateTime": "2026-05-30T09:00:00Z", "Encrypted": false,
         "OriginalSnapshotCreateTime": "2026-05-25T18:00:00Z",
         "DBSnapshotArn": "arn:aws:rds:eu-west-1:111122223333:snapshot:copy"},
        {"DBSnapshotIdentifier": "s2", "DBInstanceIdentifier": "db1", "Status": "available",
         "SnapshotCreateTime": "2026-05-31T09:02:00Z",
         "SnapshotDatabaseTime": "2026-05-31T09:00:00Z",
         "DBSnapshotArn": "arn:aws:rds:eu-west-1:111122223333:snapshot:s2"},
        {"DBSnapshotIdentifier": "s3", "DBInstanceIdentifier": "db1", "Status": "creating"},
        {"DBSnapshotIdentifier": "s4", "DBInstanceIdentifier": "db1", "Status": "deleting"},
        {"DBSnapshotIdentifier": "s5", "DBInstanceIdentifier": "db1", "Status": "storage-full"},
        {"DBSnapshotIdentifier": "s6", "DBInstanceIdentifier": 7, "Status": "available"},
        "not a record"]}
      """,
      as: "rds.json"
    ) { $0.collectedAt = Instant.milliseconds("2026-06-01T00:00:00Z") }
    #expect(inventory.collectedAtFrom == "configuration")
    #expect(
      inventory.records.map { "\($0.nativeID) \($0.outcome) \($0.location ?? "-")" } == [
        "copy success eu-west-1", "s2 success eu-west-1", "s3 in_progress -", "s5 unknown -",
      ]
    )
    #expect(inventory.records[0].recoveryPointAt.map(Instant.text) == "2026-05-25T18:00:00Z")
    #expect(inventory.records[0].isEncrypted == false)
    #expect(inventory.rejectedCount == 2)
    #expect(
      inventory.problems.map { "\($0.code) \($0.pointer ?? "-")" } == [
        "INV-05 $.DBSnapshots[4]", "INV-02 $.DBSnapshots[5].DBInstanceIdentifier",
        "INV-02 $.DBSnapshots[6]",
      ]
    )
  }

  @Test func `reads Velero by schedule or namespaces and passes over other kinds`() throws {
    func backup(_ name: String, _ phase: String, _ label: String, _ times: String) -> String {
      """
      {"kind": "Backup", "apiVersion": "velero.io/v1",
       "metadata": {"name": "\(name)", "labels": {\(label)}},
       "spec": {"includedNamespaces": ["shop", "api"], "storageLocation": "default"},
       "status": {"phase": "\(phase)"\(times)}}
      """
    }
    let times =
      #", "startTimestamp": "2026-05-31T00:00:00Z", "#
      + #""completionTimestamp": "2026-05-31T00:05:00Z", "expiration": "2026-07-01T00:00:00Z""#
    let label = #""velero.io/schedule-name": "nightly""#
    let inventory = try read(
      """
      {"kind": "List", "items": [
        {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "x"}},
        {"kind": "Backup", "apiVersion": "example.org/v1", "metadata": {"name": "y"}},
        \(backup("a", "Completed", label, times)), \(backup("b", "PartiallyFailed", label, times)),
        \(backup("c", "FailedValidation", label, "")), \(backup("d", "Deleting", label, "")),
        \(backup("e", "WaitingForPluginOperations", "", times)), \(backup("f", "Odd", "", ""))]}
      """,
      as: "velero.json"
    )
    #expect(
      inventory.records.map { "\($0.asset) \($0.outcome)" } == [
        "nightly success", "nightly partial", "nightly failed", "api,shop in_progress",
        "api,shop unknown",
      ]
    )
    #expect(inventory.records[0].pointer == "$.items[2]")
    #expect(inventory.records[0].expiresAt.map(Instant.text) == "2026-07-01T00:00:00Z")
    #expect(inventory.problems.map(\.code).sorted() == ["INV-01", "INV-05"])
    #expect(!inventory.isEvidence && inventory.refusal == nil)
    let bare = try read(backup("a", "Completed", label, times), as: "velero.json")
    #expect(bare.records.count == 1 && !bare.isComplete)
  }

  @Test func `takes an empty listing whose format is named`() throws {
    let inventory = try read("[]\n")
    #expect(inventory.isEvidence && inventory.isComplete && inventory.records.isEmpty)
    #expect(inventory.problems.isEmpty)
  }

  @Test func `reads JSON lines and UTF-16 alike`() throws {
    let lines =
      snapshot("a", "2026-05-30T00:00:00Z") + "\n\n" + snapshot("b", "2026-05-31T00:00:00Z")
    #expect(try read(lines).records.map(\.nativeID) == ["a", "b"])
    let units = Array("\u{FEFF}[\(snapshot("é", "2026-05-30T00:00:00Z"))]".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big, Array(little.dropFirst(2))] {
      let inventory = Inventory.read(SourceFile(path: name, bytes: bytes))
      #expect(inventory.records.map(\.nativeID) == ["é"])
    }
    let latin = Inventory.read(SourceFile(path: name, bytes: [0x5B, 0x22, 0xE9, 0x22, 0x5D]))
    #expect(latin.refusal == "the file is neither UTF-8 nor UTF-16")
  }

  @Test func `merges equal rows and believes neither of two that differ`() throws {
    let a = snapshot("a", "2026-05-30T00:00:00Z")
    let inventory = try read("[\(a), \(a), \(snapshot("b", "2026-05-30T01:00:00Z"))]")
    #expect(inventory.records.map(\.nativeID) == ["a", "b"])
    #expect(inventory.problems.isEmpty)
    let odd = try read("[\(a), \(snapshot("a", "2026-05-31T00:00:00Z"))]")
    #expect(odd.records.isEmpty && odd.rejectedCount == 2)
    #expect(odd.problems.map(\.code) == ["INV-02"])
  }

  @Test func `does not count times that are missing, zero, ahead or without a zone`() throws {
    let inventory = try read(
      "["
        + [
          snapshot("a", "0001-01-01T00:00:00Z"), snapshot("b", "2026-05-30T00:00:00"),
          snapshot("c", "2026-06-01T06:04:00Z"), snapshot("d", "2026-06-01T06:06:00Z"),
          #"{"tree": "t", "short_id": "e", "id": "e", "paths": "/x", "hostname": "h1"}"#,
        ].joined(separator: ",") + "]"
    )
    #expect(inventory.records.map { "\($0.nativeID) \($0.outcome)" } == ["c success", "d unknown"])
    #expect(
      inventory.problems.map { "\($0.pointer ?? "-") \($0.message)" } == [
        #"$[0] a record was rejected: its recovery point "0001-01-01T00:00:00Z" stands for no "#
          + "time at all",
        #"$[1] a record was rejected: its recovery point "2026-05-30T00:00:00" names no zone"#,
        "$[3] the backup is of 2026-06-01T06:06:00Z, after the listing was made: it does not count",
        "$[4].time a record was rejected: the field is missing, or of another type than it should "
          + "be",
      ]
    )
    let local = try read("[\(snapshot("b", "2026-05-30T00:00:00"))]") {
      $0.zone = Zone("Europe/Berlin")
    }
    #expect(local.records[0].recoveryPointAt.map(Instant.text) == "2026-05-29T22:00:00Z")
  }

  @Test func `counts a tiny backup as failed`() throws {
    let size = #", "summary": {"total_bytes_processed": 47}"#
    let inventory = try read("[\(snapshot("a", "2026-05-30T00:00:00Z", size))]") {
      $0.minimumSize = 1_000_000
    }
    #expect(inventory.records.map(\.outcome) == ["failed"])
    #expect(inventory.problems.map(\.code) == ["INV-02"])
  }

  @Test func `takes the time of the listing from beside it before its name`()
    throws
  {
    let text = "[\(snapshot("a", "2026-05-30T00:00:00Z"))]"
    let file = SourceFile(path: name, bytes: Array(text.utf8))
    let meta = SourceFile(
      path: InventorySettings.sidecar(of: name),
      bytes: Array("collected_at: 2026-06-01T05:00:00Z\nlocation: vault\n".utf8)
    )
    let beside = Inventory.read(file, sidecar: meta)
    #expect(beside.collectedAtFrom == "sidecar" && beside.location == "vault")
    let broken = SourceFile(path: meta.path, bytes: Array("collected: now\n".utf8))
    let named = Inventory.read(file, sidecar: broken)
    #expect(named.collectedAtFrom == "file name")
    #expect(
      named.problems.map { "\($0.file):\($0.line ?? 0) \($0.fix)" } == [
        meta.path + #":1 did you mean "collected_at"?"#
      ]
    )
    let nothing = try read(text, as: "inventories/offsite.json")
    #expect(!nothing.isEvidence && nothing.records.count == 1)
    #expect(nothing.problems[0].fix.contains("inventories/offsite.json.meta.yaml"))
  }

  @Test func `explains in the order of its contract`() throws {
    let inventory = try read("[\(snapshot("a", "2026-05-30T00:00:00Z"))]")
    #expect(
      Explanation.json(inventory).text.hasPrefix(
        #"{"schema": "drillbook.explanation/1", "file": "\#(name)", "kind": "inventory", "#
          + #""format": "restic.snapshots", "collected_at": "2026-06-01T06:00:00Z", "#
          + #""complete": true, "refused": null, "assets": [{"asset": "h1:/srv/a", "#
      )
    )
  }
}
