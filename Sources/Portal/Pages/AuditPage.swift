/// The trail: its head, the key to compare, the commands that verify it, its entries.
struct AuditPage: PortalPage {
  /// How many entries stand here; all of them are in the trail itself.
  static let shown = 1000

  let layout: Layout
  let summary: AuditSummary?

  var title: String { "Audit" }
  var section: Layout.Section? { .audit }

  var main: HTML {
    """
    <h1>Audit</h1>
    \(summary.map { attested($0) } ?? Self.nothing)
    """
  }

  private static let nothing: HTML = """
    <p class="lead">Nothing has been attested yet.</p>
    <p>This makes a key, signs the report and starts an append-only trail in the folder \
    <code>audit</code>:</p>
    <pre><code>drillbook keygen --key audit.key
    drillbook attest --key audit.key</code></pre>
    """

  private func attested(_ summary: AuditSummary) -> HTML {
    """
    <p class="lead">The report is signed: its result is <strong>\(summary.result)</strong>\
    \(some: summary.assessedAt, { ", assessed at \(.time($0))" }).</p>
    <dl class="facts wide-facts">
    <div><dt>Key</dt><dd><code>\(summary.keyFingerprint)</code>\
    <span class="under">Compare it with the one that you were given by other means. Do not trust \
    this page for it.</span></dd></div>
    <div><dt>Trail</dt><dd><code>\(summary.origin)</code></dd></div>
    <div><dt>Entries</dt><dd>\(Phrase.grouped(summary.size))</dd></div>
    <div><dt>Root</dt><dd><code class="root">\(summary.rootHex)</code>\
    <span class="under"><code>\(summary.rootBase64)</code> in the checkpoint</span></dd></div>
    <div><dt>Signed off by</dt><dd>\(signOffs(summary.signOffs))</dd></div>
    <div><dt>Anchored</dt><dd>\(witnesses(summary.witnesses))</dd></div>
    </dl>
    \(Self.downloads(summary))
    <section aria-labelledby="verify">
    <h2 id="verify">Verify it without us</h2>
    <p>Keep a copy of <a href="audit/checkpoint" download><code>audit/checkpoint</code></a>: next \
    year it proves that nothing before today was changed.</p>
    \(each: summary.commands, { "<h3>\($0.title)</h3>\n<pre><code>\($0.text)</code></pre>\n" })
    </section>
    <section aria-labelledby="entries">
    <h2 id="entries">Entries, the newest first</h2>
    \(entries(summary))
    </section>
    """
  }

  private func signOffs(_ people: [AuditSummary.SignOff]) -> HTML {
    guard !people.isEmpty else { return "nobody besides the key of the trail" }
    return """
      \(each: people, { person in
        """
        <span class="under">\(person.name), <code>\(person.fingerprint)</code></span>
        """
      })
      """
  }

  private func witnesses(_ lines: [AuditSummary.Witness]) -> HTML {
    guard !lines.isEmpty else { return "not anchored: no outside witness has signed it" }
    return """
      \(each: lines, { line in
        """
        <span class="under">\(line.name) says to have seen \(Phrase.grouped(line.size)) entries at \
        \(.time(line.at))</span>
        """
      })<span class="under"><code>drillbook verify --policy</code> checks that with the keys that \
      you trust.</span>
      """
  }

  /// Since when at the latest a witness has known an entry, if one does.
  private func seen(_ entry: AuditSummary.Entry, _ summary: AuditSummary) -> HTML {
    guard let first = summary.witnesses.last(where: { $0.size > entry.sequence }) else { return "" }
    return "<span class=\"under\">seen by \(.time(first.at))</span>"
  }

  /// These files are no pages: the copy of the folder beside this page.
  private static func downloads(_ summary: AuditSummary) -> HTML {
    """
    <p><a href="audit.zip" download>audit.zip</a> is the whole folder; \
    <a href="audit/README.md">README.md</a> in it says how to verify it alone, with \
    <a href="audit/verify.py">verify.py</a>. The newest report is \
    <a href="audit/report.json">report.json</a>\
    \(if: !summary.earlierReports.isEmpty, ", the earlier ones are")\
    \(each: summary.earlierReports.prefix(24), { entry in
      " <a href=\"audit/reports/\(entry).json\">\(entry)</a>"
    }).</p>
    """
  }

  private func entries(_ summary: AuditSummary) -> HTML {
    let entries = summary.entries
    let table = HTML.table(
      "Entries of the trail",
      head: .columns("Entry", "Recorded", "Kind", "What", "sha256"),
      rows: """
        \(each: entries.prefix(Self.shown), { entry in
          """
          <tr\(if: entry.isWarning, " class=\"withdrawn\"")><td>\(entry.sequence)</td>\
          <td>\(.time(entry.at))\(seen(entry, summary))</td><td>\(entry.kind)</td>\
          <td>\(some: entry.mark, { "<strong>\($0)</strong> " })\(entry.text)</td>\
          <td><code class="digest">\(entry.sha256 ?? "")</code></td></tr>

          """
        })
        """
    )
    let rest = entries.count - Self.shown
    return """
      \(table)
      \(if: rest > 0, "<p class=\"more\">and \(Phrase.grouped(rest)) older in the trail</p>")
      """
  }
}
