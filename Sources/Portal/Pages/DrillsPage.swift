/// Every drill, test and incident on record, and what is due next.
struct DrillsPage: PortalPage {
  /// How many drills one file shows.
  static let shown = 300

  let layout: Layout
  let part: Int
  let parts: Int

  var title: String { "Drills" }
  var section: Layout.Section? { .drills }

  var main: HTML {
    let start = min((part - 1) * Self.shown, snapshot.drills.count)
    let drills = snapshot.drills[start..<min(start + Self.shown, snapshot.drills.count)]
    return """
      <h1>Drills</h1>
      <p class="lead">\(lead)</p>
      \(if: !drills.isEmpty, DrillTable(layout: layout, drills: Array(drills)).html)
      \(layout.pager("drills", part: part, of: parts))
      \(if: part == 1, due)
      """
  }

  private var lead: HTML {
    if snapshot.drills.isEmpty {
      return "No drill, test or incident is on record. A plan that nobody has tried is a claim."
    }
    return """
      \(Phrase.count(snapshot.drills.count, "drill")) on record, the newest first. The recovery \
      time is counted from the \(snapshot.build.clock).
      """
  }

  private var due: HTML {
    let deadlines = snapshot.deadlines
    return """
      <section aria-labelledby="due">
      <h2 id="due">Due next</h2>
      <p>Dates that documents state, and intervals that count from the newest drill of the \
      system.</p>
      \(DeadlineList(layout: layout, deadlines: deadlines, limit: deadlines.isEmpty ? 1 : 400).html)
      </section>
      """
  }
}
