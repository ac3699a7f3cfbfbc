import Testing

@testable import Portal

@Suite struct InventoryRefusalTests: InventoryReading {
  @Test(arguments: [
    ("", "the file is empty: the command failed, which is not the same as no backups"),
    (" \n\t", "the file is empty: the command failed, which is not the same as no backups"),
    ("Fatal: wrong password\n", #"the file holds an error message: "Fatal: wrong password""#),
    ("repo opened\n[]\n", #"text stands before the JSON: "repo opened""#),
    ("ID  Time  Host\n1 2 3\n", #"the file is no JSON: it starts with "ID  Time  Host""#),
    ("[{\"a\": 1},\n{\"b", "the file is cut: the JSON ends too early, at byte 14 (line 2)"),
    ("[{\"a\": 1, \"a\": 2}]", "the name \"a\" stands twice in one object, at byte 11 (line 1)"),
    ("{\"Snapshots\": []}", #"no known format: it has at its top "Snapshots""#),
    ("[1, 2]", "no known format: it has no names at its top"),
    ("\u{FEFF}[]", "it is empty, and every tool prints that alike"),
    ("null", "it is empty, and every tool prints that alike"),
  ])
  func `refuses what is no listing`(text: String, reason: String) throws {
    let inventory = try read(text, as: "listing.json")
    #expect(inventory.refusal == reason)
    #expect(inventory.problems.map(\.code) == ["INV-01"])
    #expect(inventory.records.isEmpty)
  }

  @Test func `names the command that prints it right`() throws {
    let table = try read("ID  Time  Host  Tags\n", as: "x.json")
    #expect(table.problems[0].fix == #"save the output of "restic snapshots --json""#)
    let empty = try read("", as: name)
    #expect(empty.problems[0].fix.hasPrefix(#"run "restic snapshots --json" again"#))
    let other = try read("{\"DBSnapshots\": []}", as: name) { $0.format = "restic.snapshots" }
    #expect(other.refusal == #"it is not "restic.snapshots": it has at its top "DBSnapshots""#)
    #expect(try read("[]", as: name) { $0.format = "tar" }.refusal == #"no such format: "tar""#)
  }

  @Test(arguments: [
    #"{"DBSnapshots": [], "NextToken": "abc"}"#, #"{"DBSnapshots": [], "Marker": "abc"}"#,
    #"{"DBSnapshots": [], "more": true}"#,
    #"{"DBSnapshots": [], "pagination": {"total": 9, "count": 5}}"#,
    #"{"kind": "BackupList", "metadata": {"continue": "x"}, "#
      + #""items": [{"apiVersion": "velero.io/v1", "metadata": {"name": "a"}}]}"#,
  ])
  func `marks a listing that was cut`(text: String) throws {
    let inventory = try read(text, as: "x.20260601T060000Z.json")
    #expect(inventory.refusal == nil)
    #expect(!inventory.isComplete)
    #expect(inventory.problems.map(\.code) == ["INV-03"])
  }

  @Test func `needs one adapter and no more`() throws {
    let other = try #require(
      Adapter(
        "-- format: other.list\n-- kind: backup\n-- detect: $[*].tree\n-- tool: other\nSELECT 1"
      )
    )
    let file = SourceFile(
      path: "x.json",
      bytes: Array("[\(snapshot("a", "2026-05-30T00:00:00Z"))]".utf8)
    )
    let inventory = Inventory.read(file, adapters: Adapter.all + [other])
    #expect(inventory.refusal == #"it may be any of "restic.snapshots", "other.list""#)
    #expect(Inventory.read(file, adapters: [other]).refusal?.hasSuffix("lacks a column") == true)
    #expect(Adapter("-- format: x\nSELECT 1") == nil)
    #expect(Adapter.all.count > 50)
    #expect(Set(Adapter.all.map(\.format)).count == Adapter.all.count)
  }

  @Test func `keeps hostile texts as they are`() throws {
    let text =
      #"[{"time": "2026-05-30T00:00:00Z", "tree": "t", "paths": ["../'; DROP TABLE asset; --"], "#
      + #""hostname": "<script>\u202e\n", "id": "=cmd|' /C calc'!A0", "short_id": "x"}]"#
    let inventory = try read(text)
    #expect(inventory.records[0].asset == "<script>\u{202E}\n:../'; DROP TABLE asset; --")
    #expect(inventory.records[0].nativeID == "=cmd|' /C calc'!A0")
    #expect(Explanation.json(inventory).text.contains(#""<script>\u202e\n:../'; DROP"#))
  }
}
