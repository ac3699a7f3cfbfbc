/// What the backup tools reported: each asset with its newest copy, its gaps, its last records.
struct BackupsPage: PortalPage {
  /// How many assets one file shows.
  static let shown = 200

  let layout: Layout
  let part: Int
  let parts: Int

  var title: String { "Backups" }
  var section: Layout.Section? { .backups }

  var main: HTML {
    let start = min((part - 1) * Self.shown, snapshot.assets.count)
    let positions = start..<min(start + Self.shown, snapshot.assets.count)
    return """
      <h1>Backups</h1>
      <p class="lead">\(lead)</p>
      \(each: positions, { section($0, isFirst: $0 == start) })
      \(layout.pager("backups", part: part, of: parts))
      \(if: part == 1 && !snapshot.inventories.isEmpty, inventories)
      """
  }

  private var lead: HTML {
    if snapshot.inventories.isEmpty {
      return "No inventory of backups was given. Without one an RPO is a claim at best."
    }
    return """
      \(Phrase.count(snapshot.assets.count, "asset")) in \
      \(Phrase.count(snapshot.inventories.count, "inventory", "inventories")). An exposure runs \
      from one recovery point to the end of the next usable backup; gaps are looked for in the \
      last \(Phrase.span(snapshot.build.lookBack)) of a complete listing. A listed backup is not \
      a restore.
      """
  }

  private func section(_ position: Int, isFirst: Bool) -> HTML {
    let asset = snapshot.assets[position]
    let before = isFirst || position == 0 ? nil : snapshot.assets[position - 1]
    let starts = before == nil || before?.component != asset.component
    return """
      \(if: starts, heading(asset.component))
      \(AssetSection(layout: layout, asset: asset).html)
      """
  }

  private func heading(_ component: Snapshot.ComponentKey?) -> HTML {
    guard let component else { return "<h2>Joined to no component</h2>" }
    let name = snapshot.title(of: component.component, in: component.system)
    return """
      <h2>\(layout.link(system: component.system)) · \(name)</h2>
      <p><a href="\(layout.url(PagePath.backups(component)))">Time line and all records of \
      \(name)</a></p>
      """
  }

  private var inventories: HTML {
    """
    <section aria-labelledby="inventories">
    <h2 id="inventories">Inventories</h2>
    \(.table(
      "Inventories",
      head: .columns("File", "Format", "Taken", "Complete", "Records", "sha256"),
      rows: "\(each: snapshot.inventories, { row($0) })"
    ))
    </section>
    """
  }

  private func row(_ inventory: Snapshot.Inventory) -> HTML {
    """
    <tr><th scope="row" class="place" id="\(PagePath.anchor("inventory." + inventory.path))">\
    \(inventory.path)</th>\
    <td>\(inventory.format)<span class="under"><code>\(inventory.tool)</code></span></td>\
    <td>\(.time(inventory.collectedAt))\
    <span class="under">\(Phrase.age(inventory.collectedAt, asOf: snapshot.build.asOf)), by \
    \(inventory.collectedAtFrom)</span></td>\
    <td>\(inventory.isComplete ? "yes" : "no: \(inventory.incompleteReason ?? "cut")")</td>\
    <td>\(inventory.accepted) of \(inventory.records)\
    \(if: inventory.rejected > 0, ", \(inventory.rejected) rejected")</td>\
    <td><code class="digest">\(snapshot.digests[inventory.path] ?? "")</code></td></tr>

    """
  }
}
