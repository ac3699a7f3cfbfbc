/// Reviews and drills by the day on which they are due, the overdue ones first and marked.
struct DeadlineList: Sendable {
  let layout: Layout
  let deadlines: [Snapshot.Deadline]
  let limit: Int

  var html: HTML {
    guard !deadlines.isEmpty else {
      return "<p>No document states a date or an interval for a review or a drill.</p>"
    }
    return """
      <ul class="deadlines">
      \(each: deadlines.prefix(limit), { row($0) })</ul>
      \(if: deadlines.count > limit, """
        <p class="more">and \(Phrase.grouped(deadlines.count - limit)) more on the \
        <a href="\(layout.url(PagePath.part("drills", 1), anchor: "due"))">page of drills</a></p>
        """)
      """
  }

  private func row(_ deadline: Snapshot.Deadline) -> HTML {
    let now = layout.snapshot.build.asOf
    // A day counts as past when it is over.
    let overdue = deadline.due.map { Phrase.later($0, by: 86_400) <= now } ?? true
    return """
      <li\(if: overdue, " class=\"overdue\"")>\
      <span class="when">\(deadline.due.map { HTML.date($0) } ?? "never")</span> \
      <span class="what"><b>\(deadline.kind)</b> \(deadline.subject)\
      \(if: deadline.system != nil, " · \(layout.link(system: deadline.system))") \
      <span class="under">\(if: overdue, "<strong>overdue</strong> ")\
      \(deadline.due.map { Phrase.age($0, asOf: now) } ?? "not on record") \
      \(layout.place(deadline.source))</span></span></li>

      """
  }
}
