/// One objective: the target as it is written, how it stands, why, and every piece of evidence.
struct ObjectivePage: PortalPage {
  let layout: Layout
  let key: Snapshot.ObjectiveKey

  private var statements: [Snapshot.Objective] { snapshot.objectives[key] ?? [] }
  private var component: String { snapshot.title(of: key.component, in: key.system) }

  var title: String {
    let kind = Snapshot.Objective.title(of: key.kind)
    return "\(kind) of \(component), \(snapshot.system(key.system)?.title ?? key.system)"
  }
  var section: Layout.Section? { .systems }

  var main: HTML {
    let kind = Snapshot.Objective.title(of: key.kind)
    return """
      <p class="crumbs"><a href="\(layout.url(PagePath.part("systems", 1)))">Systems</a> \
      \(layout.link(system: key.system))</p>
      <h1>\(kind) of \(component)</h1>
      \(each: statements.filter(\.isInForce), { verdict($0) })
      <section aria-labelledby="target">
      <h2 id="target">As it is written</h2>
      \(each: statements, { statement($0) })
      </section>
      \(promises)
      \(ObjectiveHistory(layout: layout, key: key).html)
      \(related)
      """
  }

  private func verdict(_ objective: Snapshot.Objective) -> HTML {
    guard let verdict = objective.verdict else {
      return """
        <div class="verdict"><p class="headline">\(objective.mark) \
        target \(objective.targetPhrase)</p></div>
        """
    }
    return """
      <div class="verdict \(verdict.status.word)">
      <p class="headline">\(objective.mark)\
      \(some: objective.margin, { " <span>\($0)</span>" })</p>
      <p class="why">\(verdict.why)</p>
      <p class="meaning">\(verdict.status.meaning)\
      \(some: verdict.expires, { " The evidence expires on \(.time($0))." })</p>
      \(comparison(objective, verdict))
      </div>
      <section aria-label="Evidence">
      <h2>Evidence</h2>
      \(if: verdict.evidence.isEmpty, "<p>None.</p>")
      <div class="quotes">\(each: verdict.evidence, { layout.quote($0) })</div>
      </section>
      """
  }

  private func comparison(
    _ objective: Snapshot.Objective,
    _ verdict: Snapshot.Verdict
  ) -> HTML {
    guard let target = objective.target else { return "" }
    let scale = max(target, verdict.measured ?? 0)
    let style = verdict.measured.map { $0 > target } == true ? "over" : ""
    return """
      <dl class="bars">
      <div><dt>Target</dt><dd>\(Chart.bar(target, target: nil, scale: scale, style: "target"))\
      <b>\(objective.targetPhrase)</b></dd></div>
      \(some: verdict.measured, { measured in
        """
        <div><dt>\(measuredWord(verdict.status))</dt>\
        <dd>\(Chart.bar(measured, target: target, scale: scale, style: style))\
        <b>\(Phrase.span(measured))</b></dd></div>
        """
      })
      </dl>
      """
  }

  private func measuredWord(_ status: Snapshot.Status) -> HTML {
    switch status {
    case .contradicted, .claimed: "Stated"
    default: key.kind == "rpo" ? "Exposure" : "Measured"
    }
  }

  private func statement(_ objective: Snapshot.Objective) -> HTML {
    let words = [
      objective.isInForce ? nil : overruler(of: objective),
      "written for “\(objective.label)”",
      objective.mechanism.map { "by \($0)" },
      objective.priority,
      objective.statedIn == "text" ? nil : "stated in the \(objective.statedIn)",
    ]
    return """
      <div class="statement\(if: !objective.isInForce, " overruled")">
      <p><b>\(objective.targetPhrase)</b> \
      <span class="of">\(words.compactMap(\.self).joined(separator: " · "))</span></p>
      \(layout.quote(objective.source))
      </div>
      """
  }

  /// "overruled by the front matter, line 3".
  private func overruler(of objective: Snapshot.Objective) -> String {
    guard let winner = statements.first(where: \.isInForce) else { return "overruled" }
    let isNear = winner.source.file == objective.source.file
    let place = isNear ? winner.source.line.map { ", line \($0)" } ?? "" : ""
    return "overruled by the \(winner.statedIn)\(place)"
  }

  /// What the documents say of this component that bears on this objective.
  private var promises: HTML {
    let promises = (snapshot.promisesOfComponent[key.componentKey] ?? []).filter {
      $0.kind == key.kind
    }
    guard !promises.isEmpty else { return "" }
    return """
      <section aria-labelledby="promises">
      <h2 id="promises">What the documents promise</h2>
      \(.table(
        "What the documents promise",
        head: .columns(key.kind == "rpo" ? "Backup" : "Recovery", "Stated", "Where"),
        rows: """
          \(each: promises, { promise in
            """
            <tr><th scope="row">\(promise.subject)\
            \(if: !promise.isNamed, " <span class=\"of\">inferred</span>")</th>\
            <td>\(promise.words)</td><td>\(layout.place(promise.source))</td></tr>

            """
          })
          """
      ))
      </section>
      """
  }

  private var related: HTML {
    let others = (snapshot.objectivesOfSystem[key.system] ?? []).filter {
      $0.component == key.component && $0 != key
    }
    guard !others.isEmpty else { return "" }
    return """
      <section aria-labelledby="related">
      <h2 id="related">Of the same component</h2>
      <ul class="inline">\(each: others, { other in
        let objective = snapshot.objectives[other]?.first
        return """
          <li>\(layout.link(objective: other, "\(Snapshot.Objective.title(of: other.kind))")) \
          \(objective?.targetPhrase ?? "") \(objective?.mark ?? .nothing)</li>
          """
      })</ul>
      </section>
      """
  }
}
