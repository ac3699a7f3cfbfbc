/// The trail: its head, the key to compare, the commands that verify it, its entries.
struct AuditPage: PortalPage {
  /// How many entries stand here; all of them are in the trail itself.
  static let shown = 1000
  /// How many lines of witnesses stand here; the newest say most.
  private static let witnesses = 24

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
    <div><dt>Anchored</dt><dd>\(witnesses(summary))</dd></div>
    </dl>
    \(Self.downloads(summary))
    <section aria-labelledby="verify">
    <h2 id="verify">Verify it without us</h2>
    <p>Keep a copy of <a href="audit/checkpoint" download><code>audit/checkpoint</code></a>: next \
    year it proves that nothing before today was changed.</p>
    \(each: summary.commands, { "<h3>\($0.title)</h3>\n<pre><code>\($0.text)</code></pre>\n" })
    </section>
    \(drills(summary))
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

  private func witnesses(_ summary: AuditSummary) -> HTML {
    guard !summary.witnesses.isEmpty else {
      return "not anchored: no witness has signed it, no time-stamp authority was shown it"
    }
    return """
      <ul class="sightings">\(each: summary.witnesses.prefix(Self.witnesses), { line in
        """
        <li>\(.time(line.at)) \(line.isVerified ? Self.verified : Self.unverified) \
        \(line.name ?? "a time-stamp authority") \
        \(line.name == nil ? "was shown" : "saw") \
        \(Phrase.count(line.size, "entry", "entries"))</li>
        """
      })</ul><span class="under">\(Self.trust(summary))</span>
      """
  }

  private static let verified: HTML = "<span class=\"outcome\">\(Icon.pass)verified</span>"
  private static let unverified: HTML =
    "<span class=\"outcome\">\(Icon.other)not verified</span>"

  private static func trust(_ summary: AuditSummary) -> HTML {
    guard summary.areTimesVerified else {
      return """
        These times are what the lines say. <code>drillbook verify --policy FILE --tsa FILE</code> \
        verifies them with the keys and certificates that you trust.
        """
    }
    return """
      Verified when this page was made, with the keys and certificates that it was told to trust. \
      Verify it with yours: <code>drillbook verify --policy FILE --tsa FILE</code>.
      """
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

  private func drills(_ summary: AuditSummary) -> HTML {
    guard !summary.drills.isEmpty else { return "" }
    return """
      <section aria-labelledby="drills">
      <h2 id="drills">Drills, and when they were recorded</h2>
      <p>A drill that was recorded late, or judged by a target that came after it, proves less. \
      Recorded is the first entry since the drill that states its file.</p>
      \(RecordedDrillTable(layout: layout, summary: summary).html)
      </section>
      """
  }

  private func entries(_ summary: AuditSummary) -> HTML {
    let shown = summary.entries.prefix(Self.shown)
    let rest = summary.entries.count - Self.shown
    let table = HTML.table(
      "Entries of the trail",
      head: .columns("Entry", "Recorded", "Kind", "What", "sha256"),
      rows: "\(each: shown, { "\(head(of: $0, summary))\(row($0))" })"
    )
    return """
      \(table)
      \(if: rest > 0, "<p class=\"more\">and \(Phrase.grouped(rest)) older in the trail</p>")
      """
  }

  /// Above the newest entry of each interval: between which times they came.
  private func head(of entry: AuditSummary.Entry, _ summary: AuditSummary) -> HTML {
    let interval = summary.intervals.first { $0.entries.upperBound == entry.sequence + 1 }
    guard let interval else { return "" }
    let (first, last) = (interval.entries.lowerBound, interval.entries.upperBound - 1)
    return """
      <tr class="interval"><th colspan="5" scope="colgroup">\
      \(first == last ? "Entry \(first)" : "Entries \(first) to \(last)"): \
      \(AuditSummary.words(of: interval))\
      \(if: !summary.areTimesVerified, " (not verified)")</th></tr>

      """
  }

  private func row(_ entry: AuditSummary.Entry) -> HTML {
    """
    <tr\(if: entry.isWarning, " class=\"withdrawn\"")><td>\(entry.sequence)</td>\
    <td>\(.time(entry.at))</td><td>\(entry.kind)</td>\
    <td>\(some: entry.mark, { "<strong>\($0)</strong> " })\(entry.text)</td>\
    <td><code class="digest">\(entry.sha256 ?? "")</code></td></tr>

    """
  }
}
