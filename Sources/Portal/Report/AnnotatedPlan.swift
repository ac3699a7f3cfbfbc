/// A plan or runbook line by line, with what was understood beside each line.
package struct AnnotatedPlan: Sendable {
  /// A line of the document.
  package struct Line: Sendable {
    /// From 1.
    package let number: Int
    /// The line as it is written, with credentials masked.
    package let text: String
    package let notes: [Note]
  }

  /// What stands beside a line.
  package struct Note: Sendable {
    package enum Kind: Sendable {
      case understood
      /// Looked at and not taken, with the reason.
      case rejected
      /// Expected there, and not stated.
      case missing
      /// A finding of the reader.
      case problem
    }

    package let kind: Kind
    package let words: String
  }

  package let title: String
  package let lines: [Line]
  /// What concerns the document as a whole.
  package let notes: [Note]
  /// "12 objectives, 3 scenarios": what was understood, in one line.
  package let summary: String

  init(_ document: Document, _ facts: Facts) {
    var notes: [Int: [Note]] = [:]
    func add(_ kind: Note.Kind, _ line: Int?, _ words: String) {
      notes[line ?? 0, default: []].append(Note(kind: kind, words: words))
    }
    facts.each { fact in
      add(.understood, fact.line, fact.phrase(beside: document.lines.quote(fact.line)))
    }
    for rejection in facts.rejections { add(.rejected, rejection.line, rejection.reason) }
    for gap in facts.gaps { add(.missing, gap.line, gap.words) }
    for problem in document.problems {
      add(.problem, problem.line, "\(problem.severity): \(problem.message) [\(problem.code)]")
      add(.problem, problem.line, problem.fix)
    }
    title = document.title
    lines = (1...document.lines.count).map { number in
      let text = document.lines.text(number).trimmingEnd
      return Line(number: number, text: text, notes: notes[number] ?? [])
    }
    self.notes = notes[0] ?? []
    summary = Self.summary(facts)
  }

  private static func summary(_ facts: Facts) -> String {
    let counts: [(Int, String, String?)] = [
      (facts.objectives.count, "objective", nil), (facts.scenarios.count, "scenario", nil),
      (facts.times.count, "stated time", nil),
      (facts.backups.count, "backup policy", "backup policies"),
      (facts.drills.count, "drill schedule", nil), (facts.contacts.count, "contact", nil),
      (facts.list.count + facts.commands.count, "fact in all", "facts in all"),
    ]
    return counts.filter { $0.0 > 0 }.map { Phrase.count($0.0, $0.1, $0.2) }.joined(separator: ", ")
  }
}

extension String {
  /// The text without the white space at its end.
  fileprivate var trimmingEnd: String {
    String(self[..<(lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex)])
  }
}
