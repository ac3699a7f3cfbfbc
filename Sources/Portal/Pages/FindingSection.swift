/// One finding: what is wrong, the words that show it, the smallest edit that would fix it.
struct FindingSection: Sendable {
  let layout: Layout
  let position: Int

  var html: HTML {
    let finding = layout.snapshot.findings[position]
    let anchor = layout.snapshot.findingPlaces[position].anchor
    return """
      <article class="finding\(if: finding.isWaived, " accepted")" id="\(anchor)">
      <h4>\(.severity(finding.severity)) \
      <a class="self" href="#\(anchor)">\(finding.message)</a></h4>
      <p class="of">\(subject(finding))</p>
      <div class="quotes">\(each: finding.evidence, { layout.quote($0) })</div>
      \(if: !finding.fix.isEmpty, "<p class=\"fix\"><b>Fix</b> \(finding.fix)</p>")
      \(some: waiver(finding), waived)
      </article>

      """
  }

  private func subject(_ finding: Snapshot.Finding) -> HTML {
    """
    <code>\(finding.id)</code>\
    \(if: finding.system != nil, " · \(layout.link(system: finding.system))")\
    \(if: finding.verdict == "warn", " · inferred, so a warning")\
    \(if: finding.verdict == "unknown", " · cannot be decided")\
    \(if: finding.isWaived, HTML.waived)
    """
  }

  private func waiver(_ finding: Snapshot.Finding) -> Snapshot.Waiver? {
    layout.snapshot.waivers[finding.id]
  }

  private func waived(_ waiver: Snapshot.Waiver) -> HTML {
    let words = [
      waiver.approver.map { "approved by \($0)" },
      waiver.owner.map { "owned by \($0)" },
      waiver.expires.map { "until \($0)" },
    ]
    return """
      <p class="waiver"><b>Waiver</b> \(waiver.reason) \
      <span class="of">\(words.compactMap(\.self).joined(separator: ", "))</span> \
      \(layout.place(waiver.source))</p>
      """
  }
}
