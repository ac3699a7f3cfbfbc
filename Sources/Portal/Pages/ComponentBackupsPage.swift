/// The backups of one component: a time line against its RPO, and every record behind it.
struct ComponentBackupsPage: PortalPage {
  /// How many records of an asset are shown.
  static let shown = 300

  let layout: Layout
  let component: Snapshot.ComponentKey
  let assets: [Snapshot.Asset]

  var title: String { "Backups of \(name)" }
  var section: Layout.Section? { .backups }

  private var name: String { snapshot.title(of: component.component, in: component.system) }
  private var target: Int? { snapshot.recoveryPoint(of: component) }

  var main: HTML {
    let key = Snapshot.ObjectiveKey(
      system: component.system,
      component: component.component,
      kind: "rpo"
    )
    let objective = snapshot.objectives[key]?.first { $0.isInForce }
    return """
      <p class="crumbs"><a href="\(layout.url(PagePath.part("backups", 1)))">Backups</a></p>
      <h1>\(layout.link(system: component.system)) · \(name)</h1>
      <p class="lead">\(some: objective, {
        "\(layout.link(objective: key, "RPO")) \($0.targetPhrase) \($0.mark)"
      })\(if: objective == nil, "No RPO is stated for this component.")</p>
      \(some: objective?.verdict, { "<p>\($0.why)</p>" })
      <section aria-labelledby="line">
      <h2 id="line">Over time</h2>
      \(some: TimeLine(assets, target: target, lookBack: snapshot.build.lookBack), { $0.html })
      </section>
      \(if: assets.contains { !$0.windows.isEmpty }, windows)
      <section aria-labelledby="records">
      <h2 id="records">Records</h2>
      \(each: assets.filter { !$0.backups.isEmpty }, { records($0) })
      \(if: !assets.contains { !$0.backups.isEmpty }, "<p>No backup is listed.</p>")
      </section>
      \(files)
      """
  }

  private var windows: HTML {
    """
    <section aria-labelledby="windows">
    <h2 id="windows">Any point in time</h2>
    \(.table(
      "Windows of restorable times",
      head: .columns("Asset", "From", "To", "Looked at", "Lag", "Record"),
      rows: """
        \(each: assets, { asset in
          "\(each: asset.windows, { row($0, asset) })"
        })
        """
    ))
    </section>
    """
  }

  private func row(_ window: Snapshot.Window, _ asset: Snapshot.Asset) -> HTML {
    """
    <tr><th scope="row"><code>\(asset.key)</code><span class="under">\(asset.location)</span></th>\
    <td>\(window.earliest.map { HTML.time($0) } ?? .nothing)</td>\
    <td>\(.time(window.latest))</td><td>\(.time(window.collected))</td>\
    <td>\(exposure(window.lag))</td><td>\(record(window.inventory, window.pointer))</td></tr>

    """
  }

  private func records(_ asset: Snapshot.Asset) -> HTML {
    let rest = asset.records - asset.backups.count
    return """
      <h3><code>\(asset.key)</code> <span class="of">\(asset.format)\
      \(if: !asset.location.isEmpty, " · \(asset.location)")</span></h3>
      \(.table(
        "Records of \(asset.key)\(asset.location.isEmpty ? "" : " at \(asset.location)")",
        head: .columns(
          "Recovery point", "Finished", "Outcome", "At risk until the next", "Size", "Identifier",
          "Record"
        ),
        rows: "\(each: Array(asset.backups.enumerated()), { row($1, $0, asset) })",
        style: "records"
      ))
      \(if: rest > 0, "<p class=\"more\">and \(Phrase.grouped(rest)) older ones</p>")
      """
  }

  private func row(_ backup: Snapshot.Backup, _ index: Int, _ asset: Snapshot.Asset) -> HTML {
    let gap = backup.until.flatMap { until in
      backup.recoveryPoint.map { (Phrase.clamped(until) - Phrase.clamped($0)) / 1000 }
    }
    return """
      <tr id="\(TimeLine.anchor(asset, index))">\
      <td>\(backup.recoveryPoint.map { HTML.time($0) } ?? .nothing)</td>\
      <td>\(backup.finished.map { HTML.time($0) } ?? .nothing)</td>\
      <td>\(.outcome(backup.outcome))\
      \(if: backup.outcome == "success" && gap == nil, " <span class=\"of\">not counted</span>")\
      </td><td>\(gap.map { exposure($0) } ?? .nothing)</td>\
      <td>\(backup.bytes.map { "\(Phrase.size($0))" } ?? .nothing)</td>\
      <td><code>\(backup.nativeID)</code></td>\
      <td>\(record(backup.inventory, backup.pointer))</td></tr>

      """
  }

  private func exposure(_ seconds: Int) -> HTML {
    guard seconds > target ?? .max else { return "\(Phrase.span(seconds))" }
    return "<span class=\"over\">\(Phrase.span(seconds))</span> <span class=\"of\">over</span>"
  }

  /// The file, which leads to its digest, and the place in it.
  private func record(_ file: String, _ pointer: String) -> HTML {
    """
    <span class="place"><a href="#\(PagePath.anchor("file." + file))">\(file)</a> \
    <code>\(pointer)</code></span>
    """
  }

  /// The listings that the records stand in, with what they can be told by.
  private var files: HTML {
    let paths = Set(assets.flatMap { $0.backups.map(\.inventory) + $0.windows.map(\.inventory) })
    return """
      <section aria-labelledby="files">
      <h2 id="files">Files</h2>
      \(.table(
        "The files that hold the records",
        head: .columns("File", "Taken", "Complete", "sha256"),
        rows: """
          \(each: snapshot.inventories.filter { paths.contains($0.path) }, { inventory in
            """
            <tr><th scope="row" class="place" id="\(PagePath.anchor("file." + inventory.path))">\
            \(inventory.path)</th><td>\(.time(inventory.collectedAt))</td>\
            <td>\(inventory.isComplete ? "yes" : "no: \(inventory.incompleteReason ?? "cut")")</td>\
            <td><code class="digest">\(snapshot.digests[inventory.path] ?? "")</code></td></tr>

            """
          })
          """
      ))
      </section>
      """
  }
}
