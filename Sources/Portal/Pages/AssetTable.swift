/// Backed-up things in rows: how old the newest copy is, and how much was ever at risk.
struct AssetTable: Sendable {
  let layout: Layout
  /// In the list of assets.
  let positions: [Int]

  private var snapshot: Snapshot { layout.snapshot }

  var html: HTML {
    .table(
      "Backups by what they protect",
      head: .columns("Asset", "Protects", "Newest copy", "Worst exposure", "Records"),
      rows: "\(each: positions, { row($0) })"
    )
  }

  private func row(_ position: Int) -> HTML {
    let asset = snapshot.assets[position]
    let page = PagePath.part("backups", position / BackupsPage.shown + 1)
    return """
      <tr>
      <th scope="row"><a href="\(layout.url(page, anchor: "asset-\(asset.id)"))">\
      <code>\(asset.key)</code></a><span class="under">\(asset.format)\
      \(if: !asset.location.isEmpty, " · \(asset.location)")</span></th>
      <td>\(protects(asset))</td>
      <td>\(newest(asset))</td>
      <td>\(exposure(asset))</td>
      <td>\(outcomes(asset))</td>
      </tr>

      """
  }

  private func protects(_ asset: Snapshot.Asset) -> HTML {
    guard let key = asset.component else {
      return "<span class=\"nothing\">joined to no component</span>"
    }
    return """
      <a href="\(layout.url(PagePath.backups(key)))">\
      \(snapshot.title(of: key.component, in: key.system))</a>
      """
  }

  private func newest(_ asset: Snapshot.Asset) -> HTML {
    guard let point = asset.lastRecoveryPoint else { return "no usable copy" }
    return """
      \(.time(point))<span class="under">\(Phrase.age(point, asOf: snapshot.build.asOf))\
      </span>
      """
  }

  /// The worst exposure beside the RPO, where there is one.
  func exposure(_ asset: Snapshot.Asset) -> HTML {
    guard let worst = asset.worstExposure else { return .nothing }
    guard let target = snapshot.recoveryPoint(of: asset.component) else {
      return "\(Phrase.span(worst))"
    }
    let over = worst > target
    return """
      <span\(if: over, " class=\"over\"")>\(Phrase.span(worst))</span> \
      <span class="of">RPO \(Phrase.span(target))\
      \(some: Phrase.times(worst, of: target), { ", \($0)" })</span>
      """
  }

  /// Counts by outcome, as "94 success, 2 failed".
  func outcomes(_ asset: Snapshot.Asset) -> HTML {
    let words = asset.outcomes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "\(Phrase.grouped($0.value)) \($0.key == "in_progress" ? "in progress" : $0.key)"
    }
    return "\(words.joined(separator: ", "))"
  }
}

extension Snapshot {
  /// The RPO in force of a component, in seconds.
  func recoveryPoint(of component: ComponentKey?) -> Int? {
    guard let component else { return nil }
    let key = ObjectiveKey(system: component.system, component: component.component, kind: "rpo")
    return objectives[key]?.first { $0.isInForce }?.target
  }
}
