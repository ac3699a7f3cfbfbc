import Testing

@testable import Portal

/// Texts that are meant to harm: refused cleanly, or carried as the text that they are.
@Suite struct HostileInventoryTests {
  private func read(_ text: String, as name: String = "x.20260601T060000Z.json") -> Inventory {
    Inventory.read(SourceFile(path: name, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    (String(repeating: "[", count: 20_000), "more than 100 levels of nesting, at byte 100"),
    (String(repeating: "{\"a\":", count: 20_000), "more than 100 levels of nesting, at byte 500"),
    (#"[{"id": "a", "short_id": "a", "tree": "t", "id": "b"}]"#, #"the name "id" stands twice"#),
    (
      #"[{"id": "a", "short_id": "a", "tree": "t", "\u0069d": "b"}]"#,
      #"the name "id" stands twice"#
    ),
  ])
  func `refuses what no two readers read alike`(text: String, reason: String) {
    let inventory = read(text)
    #expect(inventory.refusal?.hasPrefix(reason) == true, "\(inventory.refusal ?? "none")")
    #expect(inventory.records == [])
    #expect(inventory.problems.map(\.code) == ["INV-01"])
  }

  @Test func `a number that no machine holds is no time and no size`() {
    let inventory = read(
      #"[{"time": 1e400, "tree": "t", "paths": ["/a"], "hostname": "h", "id": "a", "#
        + #""short_id": "a"},"#
        + #"{"time": "2026-05-30T00:00:00Z", "tree": "t", "paths": ["/a"], "hostname": "h", "#
        + #""id": "b", "short_id": "b", "summary": {"total_bytes_processed": 1e400}}]"#
    )
    #expect(inventory.records.map(\.nativeID) == ["b"])
    #expect(inventory.records.first?.sizeBytes == nil)
    #expect(inventory.rejectedCount == 1)
  }

  /// Names as attackers write them, in a listing of each shape.
  private static let names = [
    "<script>alert(1)</script>", "../../etc/passwd", "a\u{202E}gpj.exe", "=cmd|' /C calc'!A0",
    "@SUM(1)", "\u{1B}[31mred", "' OR 1=1; DROP TABLE backup; --",
  ]

  @Test(arguments: names)
  func `carries the name of an asset as it is`(name: String) {
    let text = JSON.string(name).text
    let velero = read(
      #"{"apiVersion": "velero.io/v1", "kind": "BackupList", "items": [{"#
        + #""apiVersion": "velero.io/v1","#
        + #" "kind": "Backup", "metadata": {"name": "b", "labels": {"velero.io/schedule-name": "#
        + #"\#(text)}}, "status": {"phase": "Completed", "startTimestamp": "2026-05-30T00:00:00Z","#
        + #" "completionTimestamp": "2026-05-30T00:01:00Z"}}]}"#
    )
    #expect(velero.records.map(\.asset) == [name])
    let gcloud = read(
      #"[{"id": "1", "instance": \#(text), "status": "SUCCESSFUL", "kind": "sql#backupRun", "#
        + #""windowStartTime": "2026-05-30T00:00:00Z", "startTime": "2026-05-30T00:00:00Z", "#
        + #""endTime": "2026-05-30T00:01:00Z", "type": "AUTOMATED"}]"#
    )
    #expect(gcloud.records.map(\.asset) == [name])
    let files = read("5\t2026-05-30T00:01:00+0000\t\(name)-20260530-000000.sql\n", as: "x.tsv")
    #expect(files.records.allSatisfy { $0.asset == name + "-*.sql" })
  }

  @Test func `a zero byte in a name is refused or carried, never cut`() {
    let inventory = read(
      #"[{"time": "2026-05-30T00:00:00Z", "tree": "t", "paths": ["/a"], "#
        + #""hostname": "h\u0000evil", "#
        + #""id": "a", "short_id": "a"}]"#
    )
    #expect(inventory.records.allSatisfy { $0.asset.contains("evil") })
  }

  @Test func `a listing of no time is refused with the three ways to give it`() {
    let inventory = read("[]", as: "inventories/restic.snapshots.json")
    #expect(!inventory.isEvidence)
    let inventories = [
      inventory,
      read(
        #"[{"time": "2026-05-30T00:00:00Z", "tree": "t", "paths": ["/a"], "hostname": "h", "#
          + #""id": "a", "short_id": "a"}]"#,
        as: "inventories/night.json"
      ),
    ]
    #expect(inventories[1].records.count == 1)
    for item in inventories.dropFirst() {
      #expect(!item.isEvidence)
      let fix = item.problems.first { $0.code == "INV-01" }?.fix ?? ""
      for way in ["name the file", ".meta.yaml", "drillbook.yaml"] { #expect(fix.contains(way)) }
    }
  }

  @Test(arguments: [
    ("2026-05-30T00:00:00Z", true), ("2026-05-31T24:00:00Z", false),
    ("2026-11-31T00:00:00Z", false),
    ("2026-05-30T00:00:00", false), ("0001-01-01T00:00:00Z", false), ("0", false),
  ])
  func `takes a time or says that it is none`(time: String, isRead: Bool) {
    let inventory = read(
      #"[{"time": "\#(time)", "tree": "t", "paths": ["/a"], "hostname": "h", "id": "a", "#
        + #""short_id": "a"}]"#
    )
    #expect(inventory.records.isEmpty != isRead)
    #expect(inventory.problems.isEmpty == isRead)
  }
}
