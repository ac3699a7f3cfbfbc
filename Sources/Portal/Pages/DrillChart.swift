/// The measured recoveries of one component over time, beside its RTO: a bar from the failure, and
/// one from the declaration.
struct DrillChart: Sendable {
  /// Those that can be drawn, the oldest first.
  private let drills: [Snapshot.Drill]
  private let target: Int?
  private let name: String
  private let start: Int
  private let end: Int
  /// Where the row of a drill stands, seen from the page.
  private let address: @Sendable (Snapshot.Drill) -> String

  private static let height = 120

  /// Nil when nothing was measured.
  init?(
    _ drills: [Snapshot.Drill],
    of name: String,
    target: Int?,
    times: ClosedRange<Int>,
    address: @escaping @Sendable (Snapshot.Drill) -> String
  ) {
    let measured = drills.filter {
      $0.happened != nil && !$0.isDryRun && ($0.fromFailure ?? $0.fromDeclaration) != nil
    }
    guard !measured.isEmpty else { return nil }
    self.drills = measured.sorted { ($0.happened ?? 0, $0.id) < ($1.happened ?? 0, $1.id) }
    self.target = target
    self.name = name
    (start, end) = (times.lowerBound, max(times.upperBound, times.lowerBound + 1))
    self.address = address
  }

  private var scale: Int {
    let longest = drills.flatMap { [$0.fromFailure, $0.fromDeclaration] }.compactMap(\.self)
    return max(1, max(longest.max() ?? 1, target ?? 0) * 11 / 10)
  }

  var html: HTML {
    """
    <figure class="trend">
    <figcaption>\(name)\
    \(some: target, { " <span class=\"of\">RTO \(Phrase.span($0))</span>" })</figcaption>
    <svg viewBox="0 0 1000 \(Self.height)" preserveAspectRatio="none" role="group" \
    aria-label="Measured recoveries of \(name)">\
    <rect class="track" width="1000" height="\(Self.height)"/>\
    \(each: drills, { bar($0) })\
    \(some: target, {
      "<rect class=\"target\" y=\"\(Self.height - part($0))\" width=\"1000\" height=\"2\"/>"
    })</svg>
    <p class="axis"><span>\(.date(start))</span><span>\(.date(end))</span></p>
    </figure>
    """
  }

  /// From the first of some drills, and a year before now at the latest, to now.
  static func times(of drills: [Snapshot.Drill], asOf now: Int) -> ClosedRange<Int> {
    let now = Phrase.clamped(now)
    let first = drills.compactMap(\.happened).map(Phrase.clamped).min() ?? now
    return min(first, now - 31_536_000_000)...max(now, first)
  }

  /// What the bars mean, once on a page.
  static let legend: HTML = """
    <p class="chart-legend">\(.key("failure", "from the failure"))\
    \(.key("declaration", "from the declaration"))\
    \(.key("over", "over the target"))\(.key("target", "target"))</p>
    """

  private func bar(_ drill: Snapshot.Drill) -> HTML {
    let x = place(drill)
    let isOver =
      drill.outcome == "fail"
      || (drill.fromFailure ?? drill.fromDeclaration ?? 0) > target ?? .max
    return """
      <a href="\(address(drill))"><title>\(words(drill))</title>\
      \(some: drill.fromFailure, {
        "\(rect(isOver ? "failure over" : "failure", x: x, width: 14, seconds: $0))"
      })\
      \(some: drill.fromDeclaration, {
        "\(rect("declaration", x: x + 14, width: 14, seconds: $0))"
      })</a>
      """
  }

  private func rect(_ style: String, x: Int, width: Int, seconds: Int) -> HTML {
    let height = max(2, part(seconds))
    return """
      <rect class="\(style)" x="\(x)" y="\(Self.height - height)" width="\(width)" \
      height="\(height)"/>
      """
  }

  private func words(_ drill: Snapshot.Drill) -> String {
    let clocks = [
      drill.fromFailure.map { "\(Phrase.span($0)) from the failure" },
      drill.fromDeclaration.map { "\(Phrase.span($0)) from the declaration" },
    ]
    return "\(drill.kind) of \(drill.happened.map(Phrase.date) ?? ""), \(drill.outcome): "
      + clocks.compactMap(\.self).joined(separator: ", ")
      + (target.map { "; target \(Phrase.span($0))" } ?? "")
  }

  private func place(_ drill: Snapshot.Drill) -> Int {
    let time = Phrase.clamped(drill.happened ?? start)
    let share = Double(time - start) / Double(end - start)
    return Int(min(1, max(0, share)) * 968)
  }

  private func part(_ seconds: Int) -> Int {
    Int(Double(seconds) / Double(scale) * Double(Self.height))
  }
}
