/// Beside a document: its objectives, its findings, what it says of itself, and all that was read.
struct DocumentMargin: Sendable {
  /// How many facts stand beside a document.
  static let shown = 150
  /// How many lines that were not taken stand there.
  static let rejected = 20

  let layout: Layout
  let document: Snapshot.Document

  private var snapshot: Snapshot { layout.snapshot }

  var html: HTML {
    let facts = snapshot.facts[document.path] ?? Snapshot.DocumentFacts()
    return """
      \(objectives(facts.objectives))
      \(findings)
      \(fields(facts.fields))
      \(understood(facts))
      """
  }

  private func objectives(_ keys: [Snapshot.ObjectiveKey]) -> HTML {
    guard !keys.isEmpty else { return "" }
    return """
      <section><h2>Objectives</h2>
      <ul class="objectives">\(each: keys, { key in
        let objective = snapshot.objectives[key]?.first { $0.source.file == document.path }
        return """
          <li>\(layout.link(objective: key, "\(Snapshot.Objective.title(of: key.kind))")) \
          <b>\(objective?.targetPhrase ?? "")</b> \(objective?.mark ?? .nothing)\
          <span class="under">\(snapshot.title(of: key.component, in: key.system))\
          \(some: objective?.source.line, { " · <a href=\"#L\($0)\">line \($0)</a>" })</span></li>

          """
      })</ul></section>
      """
  }

  private var findings: HTML {
    let positions = snapshot.findingsOfFile[document.path] ?? []
    return """
      <section><h2>Findings</h2>
      \(positions.isEmpty ? "<p>None.</p>" : layout.list(findings: positions, limit: 30))
      </section>
      """
  }

  private func fields(_ fields: [Snapshot.Field]) -> HTML {
    guard !fields.isEmpty else {
      return "<section><h2>Document control</h2><p>It states nothing of itself.</p></section>"
    }
    return """
      <section><h2>Document control</h2>
      <dl class="fields">\(each: fields, { field in
        """
        <div><dt>\(field.field.replacing(with: " "))</dt><dd>\
        \(if: field.state == "stated", "\(field.value)")\
        \(if: field.state != "stated", "<em class=\"state\">\(field.state)</em> \(field.value)") \
        <a class="place" href="#L\(field.line)">line \(field.line)</a></dd></div>

        """
      })</dl></section>
      """
  }

  /// What looks like an objective and is none.
  private func rejected(_ rejections: [Rejection]) -> HTML {
    guard !rejections.isEmpty else { return "" }
    let hidden = rejections.count - Self.rejected
    return """
      <h3>Looked at, and not taken</h3>
      <ol class="facts-list">\(each: rejections.prefix(Self.rejected), { rejection in
        """
        <li><a class="place" href="#L\(rejection.line)">\(rejection.line)</a> \
        \(rejection.reason)</li>

        """
      })</ol>
      \(if: hidden > 0, "<p class=\"more\">and \(Phrase.grouped(hidden)) more</p>")
      """
  }

  private func understood(_ facts: Snapshot.DocumentFacts) -> HTML {
    let hidden = facts.facts.count - Self.shown
    return """
      <section><h2>What was understood</h2>
      \(if: facts.facts.isEmpty, "<p>Nothing that an objective could rest on.</p>")
      <ol class="facts-list">\(each: facts.facts.prefix(Self.shown), { fact in
        """
        <li><a class="place" href="#L\(fact.line)">\(fact.line)</a> \(fact.phrase)</li>

        """
      })</ol>
      \(if: hidden > 0, "<p class=\"more\">and \(Phrase.grouped(hidden)) more</p>")
      \(rejected(facts.rejections))
      \(if: facts.placeholders > 0, """
        <p>\(Phrase.count(facts.placeholders, "placeholder")) must be filled in during the \
        incident.</p>
        """)
      </section>
      """
  }
}

extension String {
  /// The text with its underscores replaced.
  fileprivate func replacing(with mark: Character) -> String {
    String(map { $0 == "_" ? mark : $0 })
  }
}
