/// Drills in rows as an auditor asks about them: how late they were recorded, between which times
/// that was, and which target was in force on their day.
struct RecordedDrillTable: Sendable {
  /// How many drills stand here; all of them are in the trail and on the pages of the drills.
  static let shown = 300

  let layout: Layout
  let summary: AuditSummary

  var html: HTML {
    let rest = summary.drills.count - Self.shown
    let isOpen = !summary.intervals.isEmpty && !summary.areTimesVerified
    let table = HTML.table(
      "Drills as the trail recorded them, the newest first",
      head: .columns(
        "Happened",
        "Drill",
        "Against the target of its day",
        "Recorded",
        isOpen ? "Anchored (not verified)" : "Anchored"
      ),
      rows: "\(each: summary.drills.prefix(Self.shown), { row($0) })",
      style: "recorded"
    )
    return """
      \(table)
      \(if: rest > 0, "<p class=\"more\">and \(Phrase.grouped(rest)) older</p>")
      """
  }

  private func row(_ item: AuditSummary.Drill) -> HTML {
    let drill = layout.snapshot.drills[item.position]
    let page = PagePath.part("drills", item.position / DrillsPage.shown + 1)
    let names = drill.components.map { layout.snapshot.title(of: $0.component, in: $0.system) }
    return """
      <tr><td class="when">\(some: drill.happened, { .date($0) })</td>
      <th scope="row"><a href="\(layout.url(page, anchor: "drill-\(drill.id)"))">\(drill.kind)</a>\
      <span class="under">\(drill.nativeID)\(if: !names.isEmpty, " · \(Phrase.list(names))")</span>\
      </th>
      <td>\(.outcome(drill.outcome))\(results(drill, item.targets))</td>
      <td>\(recorded(item.recorded))</td>
      <td>\(item.recorded.map { summary.interval(of: $0.sequence) } ?? .nothing)</td>
      </tr>

      """
  }

  private func recorded(_ record: AuditSummary.Record?) -> HTML {
    guard let record else { return "<span class=\"over\">not in the trail</span>" }
    return """
      \(if: record.lateness >= 0, "\(Phrase.span(record.lateness)) later")\
      \(if: record.lateness < 0, """
        <span class="over">\(Phrase.span(-record.lateness)) before it happened</span>
        """)\
      <span class="under">entry \(record.sequence), \(.time(record.at))</span>
      """
  }

  private func results(_ drill: Snapshot.Drill, _ targets: [AuditSummary.Target]) -> HTML {
    let byFailure = layout.snapshot.build.clock != "declaration"
    let recovery = byFailure ? drill.fromFailure : drill.fromDeclaration
    let isEarlier = !targets.isEmpty && targets.allSatisfy { $0.sequence == nil }
    return """
      \(each: targets, { result($0.kind == "rto" ? recovery : drill.dataLoss, $0) })\
      \(if: isEarlier, "<span class=\"under\">the trail began later, with these targets</span>")
      """
  }

  /// "1 h 54 min of RTO 30 min, missed, entry 41", and below it "now 8 h: loosened".
  private func result(_ measured: Int?, _ target: AuditSummary.Target) -> HTML {
    let asked = "\(target.kind.uppercased()) \(Phrase.span(target.seconds))"
    let isMissed = measured ?? 0 > target.seconds
    let took = measured.map(Phrase.span)
    return """
      <span class="line">\(some: took, { "<span\(if: isMissed, " class=\"over\"")>\($0)</span> " })\
      <span class="of">\(if: took != nil, "of ")\(asked)\(if: took == nil, ", not measured")\
      \(if: isMissed, ", missed")\(some: target.sequence, { ", entry \($0)" })</span>\
      \(some: target.now, { now in
        let isLooser = now > target.seconds
        return """
          <span class="under\(if: isLooser, " over")">now \(Phrase.span(now)): \
          \(isLooser ? "loosened" : "tightened")</span>
          """
      })</span>
      """
  }
}

extension AuditSummary {
  /// Between which times an entry came, in words.
  func interval(of sequence: Int) -> HTML {
    guard let interval = intervals.first(where: { $0.entries.contains(sequence) }) else {
      return "<span class=\"of\">not anchored</span>"
    }
    return Self.words(of: interval)
  }

  /// The times of an interval, in words.
  static func words(of interval: Interval) -> HTML {
    switch (interval.after, interval.before) {
    case (let after?, let before?): "between \(.time(after)) and \(.time(before))"
    case (nil, let before?): "before \(.time(before))"
    case (let after?, nil): "after \(.time(after)), not anchored"
    case (nil, nil): "<span class=\"of\">not anchored</span>"
    }
  }
}
