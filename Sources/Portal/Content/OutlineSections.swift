/// The headings that are open while an outline is made: those above what is read next.
struct OutlineSections {
  private struct Section {
    let level: Int
    let index: Int
    let isDetails: Bool
  }

  /// From the outermost to the nearest.
  private var sections: [Section] = []

  /// The index of the nearest heading; -1 for none.
  var current: Int { sections.last?.index ?? -1 }

  /// Opens a heading and closes those that it ends; its level, and the index of the one above.
  ///
  /// A summary of raw HTML stands below whatever is open.
  mutating func open(_ index: Int, level: Int, isDetails: Bool) -> (level: Int, parent: Int) {
    let level = isDetails ? min((sections.last?.level ?? 1) + 1, 12) : level
    while let last = sections.last, last.level >= level { sections.removeLast() }
    let parent = current
    sections.append(Section(level: level, index: index, isDetails: isDetails))
    return (level, parent)
  }

  /// Closes what the last open summary is the heading of; false where none is open.
  mutating func closeDetails() -> Bool {
    guard let last = sections.lastIndex(where: \.isDetails) else { return false }
    sections.removeSubrange(last...)
    return true
  }
}
