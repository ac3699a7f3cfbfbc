internal import Portal

/// Prints a plan for people: its lines, and left of each what was understood of it.
struct PlanPrinter {
  /// How many columns the notes take.
  private static let noteWidth = 44
  /// The columns of the number, the rule and the spaces between.
  private static let frame = 11
  /// So many lines without a note, and more, are left out.
  private static let shortestGap = 5

  let plan: AnnotatedPlan
  let path: String
  /// Whether lines without a note are printed too.
  let isWhole: Bool
  /// The columns of the terminal; nil when nothing has to be cut.
  let width: Int?

  /// The lines to print.
  var lines: [Line] {
    var lines: [Line] = ["\(path, .bold): \(plan.title)"]
    for run in runs {
      if !isWhole, run.count >= Self.shortestGap, plan.lines[run.lowerBound].notes.isEmpty {
        lines.append(row("…", "", "… \(run.count) lines", textStyle: .dim))
      } else {
        for line in plan.lines[run] { lines += rows(of: line) }
      }
    }
    if !plan.summary.isEmpty { lines.append("\("understood:", .bold) \(plan.summary)") }
    let missing = plan.notes.filter { $0.kind == .missing }.map(\.words)
    if !missing.isEmpty {
      lines.append("\("missing:", .yellow) \(missing.joined(separator: "; "))")
    }
    for note in plan.notes where note.kind == .problem {
      lines.append("\("finding:", .red) \(note.words)")
    }
    return lines
  }

  /// The lines with notes one by one, and those without between them together.
  private var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in plan.lines.indices {
      let isQuiet = plan.lines[index].notes.isEmpty
      if isQuiet, let last = runs.last, plan.lines[last.lowerBound].notes.isEmpty {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs
  }

  /// A line of the document beside its notes; a long note takes several rows.
  private func rows(of line: AnnotatedPlan.Line) -> [Line] {
    let room = width.map { max(20, $0 - Self.noteWidth - Self.frame) }
    let text = room.map { Columns.cut(Line.visible(line.text), to: $0) } ?? line.text
    let notes = line.notes.flatMap { note in
      Columns.wrap(Line.visible(Self.words(of: note)), to: Self.noteWidth).map {
        (words: $0, style: Self.style(of: note))
      }
    }
    guard let first = notes.first else { return [row("\(line.number)", "", text, textStyle: .dim)] }
    return [row("\(line.number)", first.words, text, noteStyle: first.style)]
      + notes.dropFirst().map { row("", $0.words, "", noteStyle: $0.style) }
  }

  private func row(
    _ number: String,
    _ note: String,
    _ text: String,
    noteStyle: Line.Style? = nil,
    textStyle: Line.Style? = nil
  ) -> Line {
    let left = String(repeating: " ", count: max(0, 6 - Columns.count(number))) + number
    let right = String(repeating: " ", count: max(0, Self.noteWidth - Columns.count(note)))
    guard !text.isEmpty else { return "\(left, .dim)  \(note, noteStyle)\(right) \("│", .dim)" }
    return "\(left, .dim)  \(note, noteStyle)\(right) \("│", .dim) \(text, textStyle)"
  }

  /// The kind of a note is told by a word, not by its colour alone.
  private static func words(of note: AnnotatedPlan.Note) -> String {
    switch note.kind {
    case .understood: note.words
    case .rejected: "not taken: \(note.words)"
    case .missing: "missing: \(note.words)"
    case .problem: "finding: \(note.words)"
    }
  }

  private static func style(of note: AnnotatedPlan.Note) -> Line.Style {
    switch note.kind {
    case .understood: .bold
    case .rejected: .dim
    case .missing: .yellow
    case .problem: .red
    }
  }
}
