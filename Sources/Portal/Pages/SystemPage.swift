/// A system: how its objectives stand, and everything that is known about it.
struct SystemPage: PortalPage {
  let layout: Layout
  let system: Snapshot.System

  var title: String { system.title }
  var section: Layout.Section? { .systems }

  var main: HTML {
    """
    <p class="crumbs"><a href="\(layout.url(PagePath.part("systems", 1)))">Systems</a></p>
    <h1>\(system.title) \(.status(system.counts.worst, expires: system.expiry))</h1>
    \(facts)
    <section aria-labelledby="objectives">
    <h2 id="objectives">Objectives</h2>
    \(objectives)
    </section>
    \(SystemPlans(layout: layout, system: system).html)
    \(SystemEvidence(layout: layout, system: system).html)
    """
  }

  private var facts: HTML {
    let counts = system.counts
    return """
      <dl class="facts">
      \(fact("Tier", system.tier.map(String.init)))\(fact("Owner", system.owner))\
      \(fact("Region", system.region))
      <div><dt>Met by evidence</dt><dd>\(counts[.met]) of \(counts.total)</dd></div>
      <div><dt>Identifier</dt><dd><code>\(system.id)</code></dd></div>
      </dl>
      """
  }

  private func fact(_ name: HTML, _ value: String?) -> HTML {
    "\(some: value, { "<div><dt>\(name)</dt><dd>\($0)</dd></div>" })"
  }

  private var objectives: HTML {
    let keys = snapshot.objectivesOfSystem[system.id] ?? []
    guard !keys.isEmpty else {
      return "<p>No document states an objective for this system.</p>"
    }
    return .table(
      "Objectives",
      head: .columns("Component", "Objective", "Target", "Status", "Measured", "Margin", "Stated"),
      rows: "\(each: keys.indices, { row(keys[$0], after: $0 == 0 ? nil : keys[$0 - 1]) })"
    )
  }

  private func row(_ key: Snapshot.ObjectiveKey, after: Snapshot.ObjectiveKey?) -> HTML {
    let statements = snapshot.objectives[key] ?? []
    guard let objective = statements.first else { return "" }
    let repeats = after?.component == key.component
    return """
      <tr\(if: repeats, " class=\"same\"")>
      <th scope="row">\(if: !repeats, "\(snapshot.title(of: key.component, in: key.system))")</th>
      <td>\(layout.link(objective: key, "\(objective.kindTitle)"))</td>
      <td>\(objective.targetPhrase)</td>
      <td>\(objective.mark)</td>
      <td>\(objective.verdict?.measured.map { "\(Phrase.span($0))" } ?? .nothing)</td>
      <td>\(objective.margin ?? .nothing)</td>
      <td>\(layout.line(objective.source))</td>
      </tr>

      """
  }
}

extension Snapshot.Objective {
  /// The status, or why there is none.
  var mark: HTML {
    if let verdict { return .status(verdict.status, expires: verdict.expires) }
    return "<span class=\"status none\">\(isInForce ? "not judged" : "overruled")</span>"
  }

  /// What is left until the target, or what is over it.
  var margin: HTML? {
    guard let target, let measured = verdict?.measured else { return nil }
    if measured < target || (measured == target && !isStrict) {
      return "\(Phrase.span(target - measured)) to spare"
    }
    if measured == target { return "<span class=\"over\">not under the target</span>" }
    return """
      <span class="over">\(Phrase.span(measured - target)) over\
      \(some: Phrase.times(measured, of: target), { ", \($0) the target" })</span>
      """
  }
}
