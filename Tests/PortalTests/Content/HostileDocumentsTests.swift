import Testing

@testable import Portal

/// Texts that a reader may find hard: each is read, or refused with a line and a reason.
@Suite struct HostileDocumentsTests {
  /// What is repeated, between what stands before and after it.
  private static let cases: [(name: String, before: String, piece: String, after: String)] = [
    ("one long line", "# T\n\n", "RTO is 4 hours and ", ""),
    ("headings", "", "## Recovery (RTO: 4 h)\n", ""), ("items", "", "- RTO: 4 hours\n", ""),
    ("lists in lists", "", "- ", "a"), ("quotes in quotes", "", "> ", "a"),
    ("rows", "|Part|RTO|\n|-|-|\n", "|DB|4 h|\n", ""), ("rows without a head", "", "|a|b|\n", ""),
    ("rows apart", "", "|a|b|\n\n", ""), ("heads", "", "|a|b|\n|-|\n", ""),
    ("brackets", "", "[", ""), ("bars", "", "|", ""), ("less than", "", "<", ""),
    ("stars", "", "*", ""), ("back quotes", "", "`", ""), ("ampersands", "", "&", ""),
    ("number signs", "", "#", ""), ("plus signs", "", "+", ""), ("colons", "", ":", ""),
    ("zeros", "", "\0", ""), ("carriage returns", "", "a\r", ""), ("wide", "", "：", ""),
    ("unseen", "", "\u{200B}", ""), ("damaged", "", "\u{C3}\u{A9}\u{E2}\u{20AC}\u{201C}", ""),
    ("grids", "", "+-+-+\n|a|b|\n", ""), ("rules of grids", "", "+-+-+\n", ""),
    ("drawn", "```\n", "├─┼─┤\n│a│b│\n", "```"), ("columns", "", "a  b\n--- ---\nc  d\n\n", ""),
    ("notes", "", "!!! note\n    a\n\n", ""), ("definitions", "", "a\n: b\n", ""),
    ("containers", "", ":::note\n", ""), ("templates", "", "{{ a }} ", ""),
    ("bullets", "", "• a\n", ""), ("headings set badly", "", "##a\n", ""),
    ("tables", "", "<table>", ""), ("tables apart", "", "<table>\n\n", ""),
    ("cells", "<table>", "<td>x", ""), ("rows of HTML", "<table>", "<tr>", ""),
    ("rows of HTML apart", "", "<tr>\n\n", ""),
    ("wide cells", "<table><tr>", "<td colspan=99>", ""),
    ("high cells", "<table>", "<tr><td rowspan=999>x", "</table>"),
    ("breaks in a cell", "<table><tr><td>", "x<p>", "</table>"),
    ("items of HTML", "", "<li>x", ""), ("lists of HTML", "", "<ul>", "<li>x"),
    ("terms", "", "<dt>x<dd>y", ""), ("details", "", "<details><summary>x</summary>\n\n", ""),
    ("headings of HTML", "", "<h2>x</h2>\n", ""), ("attributes", "<table a=\"", "x ", ""),
    ("comments", "<div>", "<!-- ", ""), ("breaks", "", "a<br>", ""),
    ("spaces in a list", "<pre><li>", "\n", "<p><p>x"), ("tags of one kind", "", "<b>", "x"),
    ("front matter", "---\n", "a: b\n", "---\n"), ("keys", "", "a: b\n", "---\n"),
    ("owners", "", "Owner: Bob\n\n", ""), ("backups", "## Backups\n\n", "- DB backup: daily\n", ""),
    ("drills", "## Testing\n\n", "- **Quarterly**: restore test\n", ""),
    ("schedules in code", "```yaml\n", "# backup\nschedule: daily\nretention: 3 days\n", "```"),
    ("settings", "## Backups\n\n```yaml\n", "  full_backup: \"0 2 * * *\"\n", "```"),
    ("failures", "", "## Loss of it\n\n### Till lost\n\n", ""),
    ("described", "", "## It\n\n**Scenario**: lost. Time estimate: 5 min.\n\n", ""),
    ("scenarios", "## Scenarios\n\n", "### Loss\n\n**Impact**: high\n\n", ""),
    ("footnotes", "a[^1]\n\n[^1]: ", "RTO: 4 h\n", ""),
  ]

  @Test(arguments: cases.map(\.name), [600, 20_000])
  func `reads a hostile text, or refuses it with a reason`(name: String, size: Int) throws {
    let item = try #require(Self.cases.first { $0.name == name })
    let count = size / item.piece.utf8.count
    let text = item.before + String(repeating: item.piece, count: count) + item.after
    let document = Document(SourceFile(path: "plan.md", bytes: Array(text.utf8)))
    for problem in document.problems where problem.code == "DOC-09" {
      #expect(problem.line != nil)
      #expect(!problem.message.isEmpty)
    }
    let statements = document.outline.statements
    let lines = 1...document.lines.count
    #expect(statements.allSatisfy { lines.contains($0.line) && $0.text.utf8.count <= 2_100 })
    // What is read from a text is no longer than the text, but for what cells repeat.
    #expect(statements.count <= size)
    #expect(statements.reduce(0) { $0 + $1.text.utf8.count } <= 20 * size)
    #expect(Facts(document).list.allSatisfy { lines.contains($0.line) })
  }

  @Test func `joins the targets of one component in their order`() {
    let text = String(repeating: "- RTO: 1 hour\n", count: 300) + "- RPO: 5 min\n- RPO: 6 min\n"
    let objectives = Objectives.read(
      Document(SourceFile(path: "plan.md", bytes: Array(text.utf8))).outline
    )
    #expect(objectives.count == 300)
    #expect(objectives[299].target(.rpo)?.value == 300)
    #expect(objectives[298].target(.rpo)?.value == 360)
  }
}
