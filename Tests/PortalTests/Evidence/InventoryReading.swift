import Testing

@testable import Portal

/// What the suites about inventories share: a restic listing in memory, and how it is read.
protocol InventoryReading {}

extension InventoryReading {
  var name: String { "inventories/restic.snapshots.offsite-1.20260601T0600Z.json" }

  func read(
    _ text: String,
    as path: String? = nil,
    _ configure: (inout InventorySource) -> Void = { _ in }
  ) throws -> Inventory {
    var source = InventorySource(files: try #require(Glob("**")))
    configure(&source)
    let file = SourceFile(path: path ?? name, bytes: Array(text.utf8))
    return Inventory.read(file, source: source)
  }

  func snapshot(_ id: String, _ time: String, _ more: String = "") -> String {
    """
    {"time": "\(time)", "tree": "t", "paths": ["/srv/a"], "hostname": "h1", "id": "\(id)",
     "short_id": "\(id)"\(more)}
    """
  }
}
