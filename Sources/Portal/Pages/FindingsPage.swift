/// Every finding by severity and rule; a rule that fires very often continues on its own pages.
struct FindingsPage: PortalPage {
  let layout: Layout

  var title: String { "Findings" }
  var section: Layout.Section? { .findings }

  var main: HTML {
    """
    <h1>Findings</h1>
    <p class="lead">\(lead)</p>
    \(contents)
    \(each: severities, { section(of: $0) })
    """
  }

  /// The findings of one rule with one severity, in the order of the snapshot.
  private struct Group {
    var rule: String
    var positions: [Int]
  }

  private var severities: [Snapshot.Severity] {
    let present = Set(snapshot.findings.map(\.severity))
    return Snapshot.Severity.allCases.filter(present.contains)
  }

  private func groups(of severity: Snapshot.Severity) -> [Group] {
    var groups: [Group] = []
    for (position, finding) in snapshot.findings.enumerated() where finding.severity == severity {
      if groups.last?.rule == finding.rule {
        groups[groups.count - 1].positions.append(position)
      } else {
        groups.append(Group(rule: finding.rule, positions: [position]))
      }
    }
    return groups
  }

  private var lead: HTML {
    guard !snapshot.findings.isEmpty else { return "No rule found anything." }
    let waived = snapshot.findings.count(where: \.isWaived)
    let counts = severities.map { severity in
      let count = snapshot.findings.count { $0.severity == severity }
      return "\(Phrase.grouped(count)) \(severity.word)"
    }
    return """
      \(Phrase.list(counts)). Each shows the words it rests on, and the rule that it breaks.\
      \(if: waived > 0, " \(waived == 1 ? "One is" : "\(waived) are") waived; it still counts.")
      """
  }

  private var contents: HTML {
    """
    <nav class="rules" aria-label="Rules"><ul class="inline">\(each: rules, { rule, count in
      "<li><a href=\"#\(PagePath.anchor(rule))\">\(rule)</a> \(Phrase.grouped(count))</li>"
    })</ul></nav>
    """
  }

  private var rules: [(String, Int)] {
    var counts: [String: Int] = [:]
    for finding in snapshot.findings { counts[finding.rule, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func section(of severity: Snapshot.Severity) -> HTML {
    """
    <section aria-labelledby="\(severity.word)">
    <h2 id="\(severity.word)">\(.severity(severity))</h2>
    \(each: groups(of: severity), { self.group($0) })
    </section>
    """
  }

  private func group(_ group: Group) -> HTML {
    let here = group.positions.filter {
      snapshot.findingPlaces[$0].page == PagePath.findings
    }
    let rest = group.positions.count - here.count
    let isFirst =
      snapshot.findings.first { $0.rule == group.rule }?.severity
      == snapshot.findings[group.positions[0]].severity
    return """
      <section class="rule-group">
      \(RuleHeading(layout: layout, rule: group.rule, isTarget: isFirst).html)
      \(each: here, { FindingSection(layout: layout, position: $0).html })
      \(if: rest > 0, """
        <p class="more"><a href="\(layout.url(PagePath.findings(rule: group.rule, part: 1)))">\
        \(Phrase.grouped(rest)) more of \(group.rule)</a></p>
        """)
      </section>
      """
  }
}
