/// All systems, worst first; several files when there are many.
struct SystemsPage: PortalPage {
  /// How many systems one file shows.
  static let shown = 400

  let layout: Layout
  let part: Int
  let parts: Int

  var title: String { "Systems" }
  var section: Layout.Section? { .systems }

  var main: HTML {
    let start = min((part - 1) * Self.shown, snapshot.systems.count)
    let systems = snapshot.systems[start..<min(start + Self.shown, snapshot.systems.count)]
    return """
      <h1>Systems</h1>
      <p class="lead">\(Phrase.count(snapshot.systems.count, "system")), the worst first. A system \
      stands as its worst objective stands.</p>
      \(SystemTable(layout: layout, systems: systems).html)
      \(layout.pager("systems", part: part, of: parts))
      """
  }
}
