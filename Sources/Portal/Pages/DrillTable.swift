/// Drills in rows: what was done, how it ended, how long it took against the targets.
struct DrillTable: Sendable {
  let layout: Layout
  let drills: [Snapshot.Drill]

  var html: HTML {
    .table(
      "Drills and incidents, the newest first",
      head: .columns(
        "When",
        "Drill",
        "Of",
        "Outcome",
        "Recovery",
        "Data loss",
        "Left to do"
      ),
      rows: "\(each: drills, { row($0) })",
      style: "drills"
    )
  }

  private func row(_ drill: Snapshot.Drill) -> HTML {
    """
    <tr id="drill-\(drill.id)">
    <td class="when">\(when(drill))</td>
    <th scope="row">\(drill.kind)\(if: drill.isDryRun, " <em class=\"state\">dry run</em>")\
    <span class="under">\(drill.nativeID) · \(layout.place(drill.source))</span></th>
    <td>\(subject(drill))</td>
    <td>\(.outcome(drill.outcome))</td>
    <td>\(recovery(drill))</td>
    <td>\(measured(drill.dataLoss, target: layout.snapshot.target("rpo", of: drill)))</td>
    <td>\(actions(drill))</td>
    </tr>

    """
  }

  private func when(_ drill: Snapshot.Drill) -> HTML {
    guard let time = drill.happened else { return .nothing }
    return """
      \(.date(time))<span class="under">\
      \(Phrase.age(time, asOf: layout.snapshot.build.asOf))</span>
      """
  }

  private func subject(_ drill: Snapshot.Drill) -> HTML {
    let names = drill.components.map {
      layout.snapshot.title(of: $0.component, in: $0.system)
    }
    let system = drill.system ?? drill.components.first?.system
    return """
      \(layout.link(system: system))\
      \(if: !names.isEmpty, " · \(Phrase.list(names))")\
      <span class="under">\([drill.scenario, drill.environment].compactMap(\.self)
        .joined(separator: " · "))</span>
      """
  }

  private func recovery(_ drill: Snapshot.Drill) -> HTML {
    let byFailure = layout.snapshot.build.clock != "declaration"
    let counted = byFailure ? drill.fromFailure : drill.fromDeclaration
    let other = byFailure ? drill.fromDeclaration : drill.fromFailure
    return """
      \(measured(counted, target: layout.snapshot.target("rto", of: drill)))\
      \(some: other, {
        """
        <span class="under">\(Phrase.span($0)) from the \
        \(byFailure ? "declaration" : "failure")</span>
        """
      })
      """
  }

  private func measured(_ seconds: Int?, target: Int?) -> HTML {
    guard let seconds else { return .nothing }
    guard let target else { return "\(Phrase.span(seconds))" }
    guard seconds > target else {
      return "\(Phrase.span(seconds)) <span class=\"of\">of \(Phrase.span(target))</span>"
    }
    return """
      <span class="over">\(Phrase.span(seconds))</span> \
      <span class="of">target \(Phrase.span(target)), missed</span>
      """
  }

  private func actions(_ drill: Snapshot.Drill) -> HTML {
    let open = drill.actions.filter { $0.done == nil }
    if drill.actions.isEmpty { return .nothing }
    if open.isEmpty { return "all \(drill.actions.count) done" }
    return """
      <details><summary>\(open.count) open</summary><ul class="actions">\
      \(each: open, { action in
        let words = [action.owner, action.due.map { "due \($0)" }].compactMap(\.self)
        return "<li>\(action.text) <span class=\"of\">\(words.joined(separator: ", "))</span></li>"
      })</ul></details>
      """
  }
}

extension Snapshot {
  /// The tightest target in force of the components that a drill was about.
  func target(_ kind: String, of drill: Drill) -> Int? {
    drill.components.compactMap { key in
      let key = ObjectiveKey(system: key.system, component: key.component, kind: kind)
      return objectives[key]?.first { $0.isInForce }?.target
    }.min()
  }
}
