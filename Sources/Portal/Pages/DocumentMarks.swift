/// The marks beside the text of a document: what was understood of each line, and where it led.
struct DocumentMarks: Sendable {
  let layout: Layout
  let document: Snapshot.Document

  /// Facts that a reader sees without a mark.
  private static let plain: Set<String> = ["link", "command", "doc.title"]
  /// How many marks a line has at most; the margin names them all.
  private static let shown = 4

  private var snapshot: Snapshot { layout.snapshot }

  /// The marks of each line that has some, by its number.
  var byLine: [Int: HTML] {
    var marks: [Int: [HTML]] = [:]
    let facts = snapshot.facts[document.path] ?? Snapshot.DocumentFacts()
    for key in facts.objectives {
      for objective in snapshot.objectives[key] ?? [] {
        guard objective.source.file == document.path, let line = objective.source.line,
          objective.verdict != nil || !objective.isInForce
        else { continue }
        marks[line, default: []].append(mark(objective))
      }
    }
    for position in snapshot.findingsOfFile[document.path] ?? [] {
      let evidence = snapshot.findings[position].evidence
      let lines = evidence.filter { $0.file == document.path }.compactMap(\.line)
      for line in Set(lines) { marks[line, default: []].append(mark(finding: position)) }
    }
    for fact in facts.facts where !Self.plain.contains(fact.kind) {
      if fact.kind.hasPrefix("objective"), marks[fact.line] != nil { continue }
      marks[fact.line, default: []].append("<span class=\"mark\">\(fact.phrase)</span>")
    }
    for rejection in facts.rejections where marks[rejection.line] == nil {
      marks[rejection.line] = [
        "<span class=\"mark rejected\">not taken: \(rejection.reason)</span>"
      ]
    }
    return marks.mapValues { marks in
      "<span class=\"marks\">\(each: marks.prefix(Self.shown), { $0 })</span>"
    }
  }

  private func mark(_ objective: Snapshot.Objective) -> HTML {
    let path = PagePath.objective(objective.key.system, objective.key.component, objective.key.kind)
    let title = snapshot.title(of: objective.key.component, in: objective.key.system)
    return """
      <a class="mark" href="\(layout.url(path))" title="\(title)">\(objective.kindTitle) \
      \(objective.targetPhrase) \(objective.mark)</a>
      """
  }

  private func mark(finding position: Int) -> HTML {
    let finding = snapshot.findings[position]
    let place = snapshot.findingPlaces[position]
    return """
      <a class="mark severity \(finding.severity.word)" \
      href="\(layout.url(place.page, anchor: place.anchor))" title="\(finding.message)">\
      \(Icon.severity(finding.severity))\(finding.rule)</a>
      """
  }
}
