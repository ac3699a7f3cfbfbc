/// The times of a review put in order, over midnight where they cross it.
struct ReviewTimeline {
  /// A noted time with its place on the calendar.
  struct Moment {
    let text: String
    /// Seconds since the midnight before the first.
    let elapsed: Int
    /// Milliseconds since 1970 UTC; nil without a date or a zone.
    let at: Int?
    let line: Int
  }

  private(set) var moments: [Moment] = []
  /// The line on which the times go back by less than a night.
  private(set) var backwards: Int?
  /// The first line whose time has no zone, where none is known.
  private(set) var withoutZone: Int?

  init(_ entries: [ReviewText.Entry], day: Civil?, zone: Zone?) {
    var days = 0
    var last = 0
    let named = entries.lazy.compactMap(\.time.offset).first.map(Zone.fixed)
    for entry in entries {
      let seconds = entry.time.seconds
      // Less than six hours back is a slip; more is the next day.
      if seconds < last, last - seconds >= 21_600 {
        days += 1
      } else if seconds < last {
        backwards = backwards ?? entry.line
      }
      last = seconds
      let elapsed = days * 86_400 + seconds
      let clock = entry.time.offset.map(Zone.fixed) ?? named ?? zone
      if clock == nil { withoutZone = withoutZone ?? entry.line }
      let utc = day.flatMap { clock?.utc(ofLocal: $0.days * 86_400 + elapsed) }
      moments.append(
        Moment(text: entry.text, elapsed: elapsed, at: utc.map { $0 * 1000 }, line: entry.line)
      )
    }
  }

  /// The moment whose text starts with one of some words.
  func first(_ words: String...) -> Moment? {
    moments.first { moment in
      let text = moment.text.lowercased()
      return words.contains { text.hasPrefix($0) }
    }
  }

  /// The end: the one that says so by its label, else the last.
  var end: Moment? {
    let labels = ["resolution", "resolved", "recovered", "recovery", "restored", "end", "ended"]
    return moments.last { labels.contains($0.text.lowercased()) } ?? moments.last
  }

  /// Seconds from the first moment to the end; nil for fewer than two.
  var duration: Int? {
    guard moments.count > 1, let first = moments.first, let end, end.elapsed >= first.elapsed else {
      return nil
    }
    return end.elapsed - first.elapsed
  }
}
