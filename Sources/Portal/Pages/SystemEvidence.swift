/// What was shown for a system: findings, drills, backups.
struct SystemEvidence: Sendable {
  let layout: Layout
  let system: Snapshot.System

  private var snapshot: Snapshot { layout.snapshot }

  var html: HTML {
    """
    <section aria-labelledby="findings">
    <h2 id="findings">Findings</h2>
    \(findings)
    </section>
    <section aria-labelledby="drills">
    <h2 id="drills">Drills</h2>
    \(drills)
    </section>
    <section aria-labelledby="backups">
    <h2 id="backups">Backups on record</h2>
    \(backups)
    </section>
    """
  }

  private var findings: HTML {
    let positions = snapshot.findingsOfSystem[system.id] ?? []
    return positions.isEmpty ? "<p>None.</p>" : layout.list(findings: positions, limit: 60)
  }

  private var drills: HTML {
    let positions = snapshot.drillsOfSystem[system.id] ?? []
    let schedules = (snapshot.deadlinesOfSystem[system.id] ?? [])
      .map { snapshot.deadlines[$0] }.filter { $0.kind == "drill" }
    return """
      \(positions.isEmpty
        ? "<p>No drill, test or incident is on record.</p>"
        : DrillTable(layout: layout, drills: positions.map { snapshot.drills[$0] }).html)
      \(if: !schedules.isEmpty, """
        <h3>Due</h3>
        \(DeadlineList(layout: layout, deadlines: schedules, limit: 30).html)
        """)
      """
  }

  private var backups: HTML {
    let positions = snapshot.assetsOfSystem[system.id] ?? []
    guard !positions.isEmpty else {
      return "<p>No inventory that was given is joined to a component of this system.</p>"
    }
    return AssetTable(layout: layout, positions: positions).html
  }
}
