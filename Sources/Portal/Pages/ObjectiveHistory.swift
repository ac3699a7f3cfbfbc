/// What was measured of a component over time: its drills against the target, its backups.
struct ObjectiveHistory: Sendable {
  let layout: Layout
  let key: Snapshot.ObjectiveKey

  private var snapshot: Snapshot { layout.snapshot }

  var html: HTML {
    let drills = (snapshot.drillsOfComponent[key.componentKey] ?? []).map { snapshot.drills[$0] }
    let assets = snapshot.assetsOfComponent[key.componentKey] ?? []
    return """
      <section aria-labelledby="history">
      <h2 id="history">Drills of this component</h2>
      \(drills.isEmpty ? "<p>No drill of this component is on record.</p>" : trend(drills))
      </section>
      \(if: !assets.isEmpty, """
        <section aria-labelledby="copies">
        <h2 id="copies">Backups of this component</h2>
        \(AssetTable(layout: layout, positions: assets).html)
        </section>
        """)
      """
  }

  /// The seconds that this kind of objective is compared with.
  private func measured(_ drill: Snapshot.Drill) -> Int? {
    if key.kind == "rpo" { return drill.dataLoss }
    return snapshot.build.clock == "declaration" ? drill.fromDeclaration : drill.fromFailure
  }

  private func trend(_ drills: [Snapshot.Drill]) -> HTML {
    let target = snapshot.objectives[key]?.first { $0.isInForce }?.target
    let comparable = key.kind == "rto" || key.kind == "rpo"
    let scale = drills.compactMap(measured).reduce(target ?? 0, max)
    let chart =
      key.kind == "rto"
      ? DrillChart(
        drills,
        of: snapshot.title(of: key.component, in: key.system),
        target: target,
        times: DrillChart.times(of: drills, asOf: snapshot.build.asOf),
        address: { "#drill-\($0.id)" }
      ) : nil
    let table = HTML.table(
      "Drills of this component, the newest first",
      head: .columns("When", "Kind", "Outcome", key.kind == "rpo" ? "Data loss" : "Recovery"),
      rows: """
        \(each: drills, { drill in
          """
          <tr id="drill-\(drill.id)"><td>\(drill.happened.map { HTML.date($0) } ?? .nothing)\
          \(some: drill.happened, { time in
            "<span class=\"under\">\(Phrase.age(time, asOf: snapshot.build.asOf))</span>"
          })</td>\
          <th scope="row">\(drill.kind)\(if: drill.isDryRun, " <em class=\"state\">dry run</em>")\
          <span class="under">\(drill.nativeID) · \(layout.place(drill.source))</span></th>\
          <td>\(.outcome(drill.outcome))</td>\
          <td>\(comparable ? figure(drill, target: target, scale: scale) : .nothing)</td></tr>

          """
        })
        """
    )
    return "\(some: chart, { "\(DrillChart.legend)\($0.html)" })\(table)"
  }

  private func figure(_ drill: Snapshot.Drill, target: Int?, scale: Int) -> HTML {
    guard let seconds = measured(drill) else {
      return "<span class=\"nothing\">not measured</span>"
    }
    let over = seconds > target ?? .max
    return """
      \(Chart.bar(seconds, target: target, scale: scale, style: over ? "over" : "")) \
      <span\(if: over, " class=\"over\"")>\(Phrase.span(seconds))\
      \(if: over, ", over the target")</span>
      """
  }
}
