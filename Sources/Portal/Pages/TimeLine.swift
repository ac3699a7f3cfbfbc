/// The recovery points of a component over time, one lane for each asset and location.
///
/// A mark leads to its record in the table of the page; words stand in titles and in the legend, so
/// that no colour says anything alone.
struct TimeLine: Sendable {
  let assets: [Snapshot.Asset]
  /// The RPO in seconds.
  let target: Int?
  private let start: Int
  private let end: Int

  /// Nil when nothing has a time.
  init?(_ assets: [Snapshot.Asset], target: Int?, lookBack: Int) {
    let ends = assets.compactMap(\.collectedAt)
    guard let end = ends.max() else { return nil }
    let first = assets.flatMap { asset in
      asset.backups.compactMap { $0.recoveryPoint ?? $0.finished }
        + asset.windows.compactMap(\.earliest)
    }
    self.assets = assets
    self.target = target
    self.end = Phrase.clamped(end)
    let earliest = Phrase.clamped(first.min() ?? end - 86_400_000)
    start = min(self.end - 3_600_000, max(earliest, self.end - min(lookBack, 315_360_000) * 1000))
  }

  var html: HTML {
    """
    <div class="timeline">
    <p class="chart-legend">\(legend)</p>
    <ul class="lanes">\(each: assets, { lane($0) })</ul>
    <p class="axis"><span>\(.time(start))</span><span>\(.time(end))</span></p>
    </div>
    """
  }

  private var legend: HTML {
    let backups = assets.flatMap(\.backups)
    return """
      \(if: backups.contains { $0.until != nil }, .key("point", "recovery point"))\
      \(if: backups.contains { $0.until == nil }, .key("bad", "failed, partial or not usable"))\
      \(if: assets.contains { !$0.windows.isEmpty }, .key("window", "any point in time"))\
      \(some: target, { .key("gap", "data older than the RPO of \(Phrase.span($0))") })
      """
  }

  private func lane(_ asset: Snapshot.Asset) -> HTML {
    """
    <li><p><code>\(asset.key)</code> <span class="of">\(asset.format)\
    \(if: !asset.location.isEmpty, " · \(asset.location)")</span></p>
    <svg class="lane" viewBox="0 0 1000 28" preserveAspectRatio="none" role="group" \
    aria-label="Recovery points of \(asset.key)">\
    <rect class="track" y="4" width="1000" height="20"/>\
    \(some: asset.windows.first, { band($0) })\
    \(each: gaps(asset), { gap($0, asset) })\
    \(each: Array(asset.backups.enumerated().reversed()), { mark($1, $0, asset) })</svg></li>

    """
  }

  private func band(_ window: Snapshot.Window) -> HTML {
    let from = place(window.earliest ?? start)
    let words =
      "Any point in time \(window.earliest.map { "from \(Phrase.time($0)) " } ?? "")"
      + "to \(Phrase.time(window.latest))"
    return """
      <rect class="window" x="\(from)" y="4" width="\(max(2, place(window.latest) - from))" \
      height="20"><title>\(words)</title></rect>
      """
  }

  /// The times, from when to when, at which the newest data were older than the RPO.
  private func gaps(_ asset: Snapshot.Asset) -> [Range<Int>] {
    guard let target else { return [] }
    let windows = asset.windows.map { ($0.latest, $0.collected) }
    let backups = asset.backups.compactMap { backup -> (Int, Int)? in
      guard let point = backup.recoveryPoint, let until = backup.until else { return nil }
      return (point, until)
    }
    return (windows + backups).compactMap { point, until in
      let from = Phrase.later(point, by: target)
      let until = Phrase.clamped(until)
      return from < until && until > start ? from..<until : nil
    }
  }

  private func gap(_ gap: Range<Int>, _ asset: Snapshot.Asset) -> HTML {
    let from = place(gap.lowerBound)
    let words =
      "Data older than the RPO for \(Phrase.span((gap.upperBound - gap.lowerBound) / 1000)), "
      + "from \(Phrase.time(gap.lowerBound)) to \(Phrase.time(gap.upperBound))"
    return """
      <rect class="gap" x="\(from)" y="0" width="\(max(1, place(gap.upperBound) - from))" \
      height="28"><title>\(words)</title></rect>
      """
  }

  private func mark(_ backup: Snapshot.Backup, _ index: Int, _ asset: Snapshot.Asset) -> HTML {
    guard let time = backup.recoveryPoint ?? backup.finished, time >= start else { return "" }
    let isGood = backup.until != nil
    let x = min(997, max(0, place(time) - 1))
    let what = isGood ? "Recovery point" : "Not usable (\(backup.outcome))"
    // By keyboard the table is nearer than three hundred marks.
    return """
      <a href="#\(Self.anchor(asset, index))" tabindex="-1">\
      <title>\(what): \(Phrase.time(time))</title>\
      <rect class="\(isGood ? "point" : "bad")" x="\(x)" y="\(isGood ? 4 : 14)" width="3" \
      height="\(isGood ? 20 : 10)"/></a>
      """
  }

  /// The id of the row of a record.
  static func anchor(_ asset: Snapshot.Asset, _ index: Int) -> String {
    "record-\(asset.id)-\(index)"
  }

  private func place(_ time: Int) -> Int {
    let share = Double(Phrase.clamped(time) - start) / Double(end - start)
    return Int(min(1, max(0, share)) * 1000)
  }
}
