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
    <div><dt>Anchored</dt><dd>\(summary.anchoring)</dd></div>
    </dl>
    <section aria-labelledby="verify">
    <h2 id="verify">Verify it without us</h2>
    <p>Keep a copy of <code>audit/checkpoint</code>: next year it proves that nothing before today \
    was changed.</p>
    \(each: summary.commands, { "<h3>\($0.title)</h3>\n<pre><code>\($0.text)</code></pre>\n" })
    </section>
    <section aria-labelledby="entries">
    <h2 id="entries">Entries, the newest first</h2>
    \(entries(summary.entries))
    </section>
    """
  }

  private func entries(_ entries: [AuditSummary.Entry]) -> HTML {
    let table = HTML.table(
      "Entries of the trail",
      head: .columns("Entry", "Recorded", "Kind", "What", "sha256"),
      rows: """
        \(each: entries.prefix(Self.shown), { entry in
          """
          <tr\(if: entry.isWithdrawn, " class=\"withdrawn\"")><td>\(entry.sequence)</td>\
          <td>\(.time(entry.at))</td><td>\(entry.kind)</td>\
          <td>\(if: entry.isWithdrawn, "<strong>withdrawn</strong> ")\(entry.text)</td>\
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
