/// The controls of one standard with their checks and what those found.
struct FrameworkPage: PortalPage {
  let layout: Layout
  let framework: ControlMap.Framework
  /// The checks that the page of findings has a heading for.
  let shown: Set<String>

  var title: String { framework.standard }
  var section: Layout.Section? { .controls }

  var main: HTML {
    """
    <p class="crumbs"><a href="\(layout.url(PagePath.controls))">Controls</a></p>
    <h1>\(framework.standard)</h1>
    <p class="lead">\(framework.title), \(framework.version). \
    <a href="\(framework.source)" rel="noopener noreferrer">Source</a></p>
    \(.table(
      "Controls of \(framework.standard)",
      head: .columns("Control", "Evidence", "Checks and what they found"),
      rows: "\(each: framework.controls, row)"
    ))
    \(ControlsPage.limits)
    """
  }

  private func row(_ control: ControlMap.Control) -> HTML {
    let rules = snapshot.rulesOfControls[control.words] ?? []
    return """
      <tr id="\(PagePath.anchor(control.id))">
      <th scope="row"><code>\(control.id)</code><span class="under">\(control.title)</span></th>
      <td>\(word(ControlEvidence.of(rules, snapshot.evidenceOfRules).word))</td>
      <td>\(checks(rules))</td>
      </tr>

      """
  }

  private func word(_ word: ControlEvidence.Word) -> HTML {
    switch word {
    case .against: "<span class=\"outcome bad\">\(Icon.fail)against</span>"
    case .for: "<span class=\"outcome\">\(Icon.pass)for</span>"
    case .none: "<span class=\"nothing\">none</span>"
    }
  }

  private func checks(_ rules: [String]) -> HTML {
    guard !rules.isEmpty else { return "<span class=\"nothing\">no check</span>" }
    return "<ul class=\"inline\">\(each: rules, { "<li>\(check($0))</li>" })</ul>"
  }

  private func check(_ id: String) -> HTML {
    let found = snapshot.evidenceOfRules[id] ?? ControlEvidence()
    let title = snapshot.rules[id]?.title ?? ""
    let counts = [
      (found.against, "against"), (found.inferred, "inferred against"), (found.supporting, "for"),
      (found.undecided, "undecided"),
    ].filter { $0.0 > 0 }.map { "\(Phrase.grouped($0.0)) \($0.1)" }
    let words = counts.isEmpty ? "nothing" : counts.joined(separator: ", ")
    guard shown.contains(id) else { return "<span title=\"\(title)\">\(id)</span>: \(words)" }
    let url = layout.url(PagePath.findings, anchor: PagePath.anchor(id))
    return "<a href=\"\(url)\" title=\"\(title)\">\(id)</a>: \(words)"
  }
}
