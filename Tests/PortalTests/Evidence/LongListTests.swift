import Testing

@testable import Portal

/// Lists whose elements are read one by one say what they say as a whole.
@Suite struct LongListTests {
  private func snapshot(_ id: String) -> String {
    #"{"time": "2026-05-30T00:00:00Z", "tree": "t", "paths": ["/b", "/a"], "hostname": "h", "#
      + #""id": "\#(id)", "short_id": "\#(id)"}"#
  }

  private func read(_ text: String) -> Inventory {
    Inventory.read(SourceFile(path: "x.20260601T060000Z.json", bytes: Array(text.utf8)))
  }

  @Test(arguments: ["[", " \n[ ", "\u{FEFF}["])
  func `names the place of each element`(start: String) {
    let inventory = read(
      start + snapshot("a") + "  ,\n" + snapshot("b") + ",7 , null," + snapshot("c") + " \n]\n"
    )
    #expect(inventory.records.map(\.pointer) == ["$[0]", "$[1]", "$[4]"])
    #expect(inventory.records.map(\.asset) == ["h:/a,/b", "h:/a,/b", "h:/a,/b"])
    #expect(inventory.problems.compactMap(\.pointer) == ["$[2]", "$[3]"])
    #expect(inventory.isComplete)
  }

  @Test func `reads one element, lines of JSON, and groups`() {
    #expect(read("[\(snapshot("a"))]").records.map(\.pointer) == ["$[0]"])
    let lines = read("\(snapshot("a"))\n\(snapshot("b"))\n")
    #expect(lines.records.map(\.pointer) == ["$[0]", "$[1]"])
    let groups = read(
      #"[{"group_key": {"hostname": "h"}, "snapshots": [\#(snapshot("a")), \#(snapshot("b"))]}]"#
    )
    #expect(groups.records.map(\.pointer) == ["$[0].snapshots[0]", "$[0].snapshots[1]"])
  }

  @Test func `names a field that is missing in an element`() {
    let inventory = read(
      "[\(snapshot("a")), {\"tree\": \"t\", \"short_id\": \"b\", \"id\": \"b\"}]"
    )
    #expect(inventory.problems.compactMap(\.pointer) == ["$[1].time"])
    #expect(inventory.records.count == 1)
  }
}
