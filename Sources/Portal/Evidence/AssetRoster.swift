internal import Bindings

/// What the backups of several inventories are of, each asset once.
struct AssetRoster {
  private struct Key: Hashable {
    let format: String
    let asset: String
    let location: String
  }

  private struct Entry {
    let key: Key
    /// The first inventory that holds it.
    let file: String
    /// Whether another one holds it, too.
    var isShared = false
    var component: ComponentReference?
    /// Whether anything of it could be restored; what only looks at it protects nothing.
    var isProtected: Bool
  }

  private var ids: [Key: Int] = [:]
  private var entries: [Entry] = []

  init(_ inventories: [Inventory]) {
    for inventory in inventories {
      for record in inventory.records { add(record.asset, record.location, inventory, true) }
      for window in inventory.windows { add(window.asset, window.location, inventory, true) }
      for found in inventory.verifications {
        add(found.subject, found.location, inventory, false)
      }
    }
  }

  private mutating func add(
    _ asset: String,
    _ location: String?,
    _ inventory: Inventory,
    _ isProtected: Bool
  ) {
    let key = AssetRoster.key(asset, location, inventory)
    let component = inventory.components[asset]
    if let id = ids[key] {
      if entries[id - 1].component == nil { entries[id - 1].component = component }
      if isProtected { entries[id - 1].isProtected = true }
      if entries[id - 1].file != inventory.file.path { entries[id - 1].isShared = true }
    } else {
      entries.append(
        Entry(
          key: key,
          file: inventory.file.path,
          component: component,
          isProtected: isProtected
        )
      )
      ids[key] = entries.count
    }
  }

  /// The id of an asset of one of the inventories.
  func id(of asset: String, at location: String?, in inventory: Inventory) -> Int {
    ids[AssetRoster.key(asset, location, inventory)] ?? 0
  }

  /// Whether several inventories hold an asset.
  func isShared(_ id: Int) -> Bool { id > 0 && entries[id - 1].isShared }

  /// Inserts the assets; the table is empty before.
  func store(into database: borrowing Database) throws(SQLiteError) {
    var insert = try database.prepare("INSERT INTO asset VALUES (?, ?, ?, ?, ?, ?)")
    for (offset, entry) in entries.enumerated() {
      try insert.run([
        SQLValue(offset + 1), SQLValue(entry.key.format), SQLValue(entry.key.asset),
        SQLValue(entry.key.location), SQLValue(entry.component?.system),
        SQLValue(entry.component?.component),
      ])
    }
  }

  /// A finding for each asset that no component claims: its backups prove nothing.
  var unmapped: [Problem] {
    entries.filter { $0.component == nil && $0.isProtected }.map { entry in
      let place = entry.key.location.isEmpty ? "" : " at \"\(entry.key.location)\""
      return Problem(
        code: "INV-04",
        severity: "low",
        message: "the backups of \"\(entry.key.asset)\"\(place) belong to no component",
        fix: "write \"\(entry.key.asset)\": system/component under \"assets\" of this inventory "
          + "in drillbook.yaml",
        file: entry.file
      )
    }
  }

  private static func key(_ asset: String, _ location: String?, _ inventory: Inventory) -> Key {
    Key(format: inventory.format ?? "", asset: asset, location: location ?? "")
  }
}
