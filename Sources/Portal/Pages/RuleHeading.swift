/// The rule above its findings: its sentence, why it matters, the controls it is evidence for.
struct RuleHeading: Sendable {
  let layout: Layout
  let rule: String
  /// Whether a link to the rule leads here.
  let isTarget: Bool

  var html: HTML {
    let rule = layout.snapshot.rules[self.rule]
    return """
      <h3\(if: isTarget, " id=\"\(PagePath.anchor(self.rule))\"")>\
      <span class="rule">\(self.rule)</span> \(rule?.title ?? "")</h3>
      \(some: rule, { "<p class=\"why\">\($0.why)</p>" })
      \(if: rule?.controls.isEmpty == false, """
        <p class="controls">Evidence against: \
        \(each: (rule?.controls ?? []).enumerated(), {
          "\(if: $0 > 0, ", ")\(control($1))"
        })</p>
        """)
      """
  }

  /// A control with the way to its row.
  private func control(_ words: String) -> HTML {
    guard let (framework, control) = ControlMap.shared.find(words) else { return "\(words)" }
    let page = PagePath.framework(framework.id)
    return "<a href=\"\(layout.url(page, anchor: PagePath.anchor(control.id)))\">\(words)</a>"
  }
}
