/// The first page: one line of truth, every system, what is due, what is worst, what is not proven.
struct HomePage: PortalPage {
  /// How many systems stand here; all of them stand on the page of systems.
  static let shown = 100

  let layout: Layout

  var title: String {
    snapshot.build.organisation.isEmpty ? "Overview" : snapshot.build.organisation
  }
  var section: Layout.Section? { nil }

  var main: HTML {
    let counts = total
    return """
      <h1 class="truth">\(truth(counts))</h1>
      \(if: counts.total > 0, summary(counts))
      <section aria-labelledby="systems">
      <h2 id="systems">Systems</h2>
      \(systems)
      </section>
      <div class="columns">
      <section aria-labelledby="due">
      <h2 id="due">Next drills and reviews</h2>
      \(DeadlineList(layout: layout, deadlines: snapshot.deadlines, limit: 10).html)
      </section>
      <section aria-labelledby="serious">
      <h2 id="serious">Most serious findings</h2>
      \(serious)
      </section>
      </div>
      \(Self.limits)
      """
  }

  private var total: Snapshot.StatusCounts {
    var total = Snapshot.StatusCounts()
    for system in snapshot.systems {
      for status in Snapshot.Status.allCases { total[status] += system.counts[status] }
    }
    return total
  }

  private func truth(_ counts: Snapshot.StatusCounts) -> HTML {
    guard counts.total > 0 else { return "No recovery objective is stated in these documents." }
    let met = counts[.met] == 0 ? "None" : Phrase.grouped(counts[.met])
    let verb = counts[.met] > 1 ? "are" : "is"
    return """
      \(met) of \(Phrase.count(counts.total, "recovery objective")) \(verb) met by evidence.
      """
  }

  private func summary(_ counts: Snapshot.StatusCounts) -> HTML {
    """
    \(Chart.counts(counts))
    <dl class="legend">
    \(each: Snapshot.Status.allCases.reversed(), { status in
      """
      <div><dt>\(.status(status)) <b>\(Phrase.grouped(counts[status]))</b></dt>\
      <dd>\(status.meaning)</dd></div>

      """
    })</dl>
    """
  }

  private var systems: HTML {
    guard !snapshot.systems.isEmpty else {
      return "<p>No system is configured, and no document states an objective.</p>"
    }
    let rest = snapshot.systems.count - Self.shown
    return """
      \(SystemTable(layout: layout, systems: snapshot.systems.prefix(Self.shown)).html)
      \(if: rest > 0, """
        <p class="more"><a href="\(layout.url(PagePath.part("systems", 1)))">\
        All \(Phrase.count(snapshot.systems.count, "system"))</a></p>
        """)
      """
  }

  private var serious: HTML {
    let worst = snapshot.findings.indices.filter {
      snapshot.findings[$0].severity <= .high
    }
    guard !worst.isEmpty else { return "<p>None is critical or high.</p>" }
    return layout.list(findings: worst, limit: 10)
  }

  private static let limits: HTML = """
    <section class="limits" aria-labelledby="limits">
    <h2 id="limits">What this report does not prove</h2>
    <ul>
    <li>A list of backups is not a restore. Only a drill shows that data come back.</li>
    <li>It knows the files that it was given. What nobody wrote down or exported is not in it.</li>
    <li>It was true at the time in the footer. This page does not change until it is made again.\
    </li>
    <li>A signature says who signed, not that the signer is right; the page of the audit says who \
    else has anchored it.</li>
    <li>Unknown is never shown as success: only <em>met</em> is green, and a waiver changes no \
    status.</li>
    </ul>
    </section>
    """
}
