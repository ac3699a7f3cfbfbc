/// Small drawings of numbers, in SVG without a style attribute; the words stand beside them.
enum Chart {
  /// How many objectives have each status, as one bar.
  static func counts(_ counts: Snapshot.StatusCounts) -> HTML {
    let total = max(1, counts.total)
    var start = 0
    var parts: [(Snapshot.Status, Int, Int)] = []
    for status in Snapshot.Status.allCases.reversed() where counts[status] > 0 {
      let end = start + counts[status]
      parts.append((status, start * 1000 / total, end * 1000 / total))
      start = end
    }
    return """
      <svg class="counts" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">\
      \(each: parts, { status, start, end in
        "<rect class=\"\(status.word)\" x=\"\(start)\" width=\"\(end - start)\" height=\"10\"/>"
      })</svg>
      """
  }

  /// A length on a scale from 0 to `scale`, all in one unit, with a tick where the target stands.
  static func bar(_ value: Int, target: Int?, scale: Int, style: String) -> HTML {
    let scale = max(1, scale)
    let width = min(1000, max(value > 0 ? 4 : 0, part(value, of: scale)))
    let tick = target.map { min(996, max(0, part($0, of: scale) - 2)) }
    return """
      <svg class="bar \(style)" viewBox="0 0 1000 10" preserveAspectRatio="none" \
      aria-hidden="true"><rect class="track" width="1000" height="10"/>\
      <rect class="value" width="\(width)" height="10"/>\
      \(some: tick, { "<rect class=\"tick\" x=\"\($0)\" width=\"4\" height=\"10\"/>" })</svg>
      """
  }

  private static func part(_ value: Int, of scale: Int) -> Int {
    Int(Double(value) / Double(scale) * 1000)
  }
}

extension HTML {
  /// A mark of a drawing with its words.
  static func key(_ style: String, _ words: String) -> HTML {
    "<span class=\"entry\"><span class=\"key \(style)\"></span>\(words)</span> "
  }
}
