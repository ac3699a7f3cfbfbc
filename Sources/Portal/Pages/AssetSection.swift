/// One backed-up thing: its figures, the gaps between its copies, its newest records.
struct AssetSection: Sendable {
  let layout: Layout
  let asset: Snapshot.Asset

  var html: HTML {
    let table = AssetTable(layout: layout, positions: [])
    return """
      <article class="asset" id="asset-\(asset.id)">
      <h3><code>\(asset.key)</code> <span class="of">\(asset.format)\
      \(if: !asset.location.isEmpty, " · \(asset.location)")</span></h3>
      <dl class="facts">
      <div><dt>Newest copy</dt><dd>\(newest)</dd></div>
      <div><dt>Worst exposure</dt><dd>\(table.exposure(asset))</dd></div>
      <div><dt>Listing taken</dt>\
      <dd>\(asset.collectedAt.map { HTML.time($0) } ?? .nothing)</dd></div>
      \(some: asset.restorableUntil, {
        "<div><dt>Any point up to</dt><dd>\(.time($0))</dd></div>"
      })
      <div><dt>Records</dt><dd>\(table.outcomes(asset))</dd></div>
      </dl>
      \(if: !asset.gaps.isEmpty, gaps)
      \(if: !asset.backups.isEmpty, records)
      </article>
      """
  }

  private var newest: HTML {
    guard let point = asset.lastRecoveryPoint else { return "no usable copy" }
    return """
      \(.time(point)) <span class="of">\(Phrase.age(point, asOf: layout.snapshot.build.asOf))\
      </span>
      """
  }

  private var gaps: HTML {
    let target = layout.snapshot.recoveryPoint(of: asset.component)
    let scale = max(asset.worstExposure ?? 0, target ?? 0)
    return """
      <details\(if: (asset.worstExposure ?? 0) > (target ?? .max), " open")>
      <summary>Longest exposures</summary>
      <table class="gaps">
      <thead><tr>\(.columns("From recovery point", "Until", "Exposure"))</tr></thead>
      <tbody>\(each: asset.gaps, { gap in
        let over = gap.exposure > target ?? .max
        return """
          <tr><td>\(.time(gap.from))</td><td>\(.time(gap.until))\
          \(if: gap.isOpen, " <span class=\"of\">the listing ends</span>")</td>\
          <td>\(Chart.bar(gap.exposure, target: target, scale: scale, style: over ? "over" : ""))\
           <span\(if: over, " class=\"over\"")>\(Phrase.span(gap.exposure))</span></td></tr>
          """
      })</tbody>
      </table>
      </details>
      """
  }

  private var records: HTML {
    """
    <details>
    <summary>Newest records</summary>
    \(.table(
      "Newest records",
      head: .columns("Recovery point", "Finished", "Outcome", "Size", "Identifier", "Record"),
      rows: """
        \(each: asset.backups.prefix(8), { backup in
          """
          <tr><td>\(backup.recoveryPoint.map { HTML.time($0) } ?? .nothing)</td>\
          <td>\(backup.finished.map { HTML.time($0) } ?? .nothing)</td>\
          <td>\(.outcome(backup.outcome))</td>\
          <td>\(backup.bytes.map { "\(Phrase.size($0))" } ?? .nothing)</td>\
          <td><code>\(backup.nativeID)</code></td>\
          <td class="place">\(backup.inventory) <code>\(backup.pointer)</code></td></tr>

          """
        })
        """
    ))
    </details>
    """
  }
}
