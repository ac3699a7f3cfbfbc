/// The findings of one rule that do not fit on the page of findings.
struct RulePage: PortalPage {
  let layout: Layout
  let rule: String
  let part: Int
  let parts: Int
  let positions: [Int]

  var title: String { "Findings of \(rule)" }
  var section: Layout.Section? { .findings }

  var main: HTML {
    """
    <p class="crumbs"><a href="\(layout.url(PagePath.findings))">Findings</a></p>
    <h1>Findings of \(rule)</h1>
    \(RuleHeading(layout: layout, rule: rule, isTarget: true).html)
    \(each: positions, { FindingSection(layout: layout, position: $0).html })
    \(layout.pager("findings/\(PagePath.segment(rule))", part: part, of: parts))
    """
  }
}
