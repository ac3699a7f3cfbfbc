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
      \(charts(Array(drills)))
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

  /// What was measured over time, for each component of the drills of this page.
  private func charts(_ drills: [Snapshot.Drill]) -> HTML {
    let times = DrillChart.times(of: drills, asOf: snapshot.build.asOf)
    let components = Set(drills.flatMap(\.components)).sorted()
    let charts = components.compactMap { component in
      let key = Snapshot.ObjectiveKey(
        system: component.system,
        component: component.component,
        kind: "rto"
      )
      let title = snapshot.title(of: component.component, in: component.system)
      let system = snapshot.system(component.system)?.title ?? component.system
      return DrillChart(
        drills.filter { $0.components.contains(component) },
        of: "\(system) · \(title)",
        target: snapshot.objectives[key]?.first { $0.isInForce }?.target,
        times: times,
        address: { "#drill-\($0.id)" }
      )
    }
    guard !charts.isEmpty else { return "" }
    return """
      <section aria-labelledby="measured">
      <h2 id="measured">Measured against the target</h2>
      \(DrillChart.legend)
      <div class="trends">\(each: charts, { $0.html })</div>
      </section>
      <h2>On record</h2>
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
