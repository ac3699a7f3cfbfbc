import Testing

@testable import Portal

@Suite struct HTMLFragmentTests {
  @Test(arguments: [
    (
      "<table><tr><th>Part</th><th>RTO</th></tr><tr><td>DB</td><td>4 h</td></tr></table>",
      [["Part", "RTO"]], ["1 row DB | 4 h"]
    ),
    (
      "<table class=\"x\">\n <thead>\n  <tr><th>Part</th>\n  <th>RTO</th></tr>\n </thead>\n"
        + " <tbody>\n"
        + "  <tr>\n   <td>\n    <b>DB</b>\n   </td>\n   <td>&lt; 4 h</td>\n  </tr>\n"
        + " </tbody>\n</table>",
      [["Part", "RTO"]], ["9 row DB | < 4 h"]
    ),
    // Empty lines end raw HTML for the parser.
    (
      "<table>\n\n  <tr>\n    <th>Part</th>\n    <th>RTO</th>\n  </tr>\n\n    <tr>\n"
        + "    <td>DB</td>\n"
        + "    <td>4 h</td>\n    </tr>\n\n</table>\n\nAfter",
      [["Part", "RTO"]], ["9 row DB | 4 h", "15 line0 After"]
    ),
    (
      "<table>\n<tr>\n<td>\n\n**Part**\n\n</td>\n<td>RTO</td>\n</tr>\n<tr><td>DB</td>"
        + "<td>4 h</td></tr>\n</table>",
      [["Part", "RTO"]], ["10 row DB | 4 h"]
    ),
    // Nobody closes anything.
    (
      "<table><tr><td>Part<td>RTO<tr><td>DB<td>4 h<tr><td>Web<td>1 h</table>",
      [["Part", "RTO"]], ["1 row DB | 4 h", "1 row Web | 1 h"]
    ),
    ("<tr><th>Part</th></tr><tr><td>DB</td></tr>", [["Part"]], ["1 row DB"]),
    // Cells over several columns and rows.
    (
      "<table><tr><th rowspan=2>Part</th><th colspan=\"2\">Goal</th></tr><tr><th>RTO</th>"
        + "<th>RPO</th></tr>"
        + "<tr><td rowspan='2'>DB</td><td>4 h</td><td>1 h</td></tr><tr><td>2 h</td>"
        + "<td>3 h</td></tr></table>",
      [["Part", "Goal RTO", "Goal RPO"]], ["1 row DB | 4 h | 1 h", "1 row DB | 2 h | 3 h"]
    ),
    (
      "<table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>all</td></tr></table>",
      [["A", "B"]], ["1 row all | "]
    ),
    // Heads at the side.
    (
      "<table><tr><th>RTO</th><td>4 h</td></tr><tr><th>RPO</th><td>1 h</td></tr></table>",
      [["", ""]], ["1 row RTO | 4 h", "1 row RPO | 1 h"]
    ),
    (
      "<table><tr><td>RTO</td><td>4 h</td></tr><tr><td>RPO</td><td>1 h</td></tr></table>",
      [["", ""]], ["1 row RTO | 4 h", "1 row RPO | 1 h"]
    ),
    // Titles, and a table in a table.
    (
      "<table><caption>Goals:</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td>"
        + "</tr></table>",
      [["A", "B"]], ["1 line0 Goals:", "1 row 1 | 2"]
    ),
    (
      "<table><tr><th colspan=2>Goals</th></tr><tr><th>A</th><th>B</th></tr><tr><td>1</td>"
        + "<td>2</td></tr></table>",
      [["A", "B"]], ["1 line0 Goals", "1 row 1 | 2"]
    ),
    (
      "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><table><tr><td>x</td><td>y</td>"
        + "</tr></table></td></tr></table>",
      [["A", "B"]], ["1 row 1 | x y"]
    ),
    // What stands in the cells.
    (
      "<table><tr><th>A</th></tr>"
        + "<tr><td>x | y<br>z<ul><li>1</li><li>2</li></ul><script>no</script></td></tr></table>",
      [["A"]], ["1 row x | y z 1 2"]
    ),
  ])
  func `reads a table of raw HTML`(html: String, head: [[String]], expected: [String]) {
    #expect(heads(html) == head)
    #expect(outlined(html) == expected)
  }

  @Test func `knows where each cell stands`() {
    let html =
      "<table>\n<tr>\n<th>A</th>\n<th>B</th>\n</tr>\n<tr>\n<td>1</td>\n<td>\n2</td>\n</tr>\n"
      + "</table>\n"
    let outline = Document(SourceFile(path: "a.md", bytes: Array(html.utf8))).outline
    let row = outline.statements[0]
    #expect([row.line(ofCell: 0), row.line(ofCell: 1), row.line(ofCell: 2)] == [7, 9, 7])
  }

  @Test(arguments: [
    ("<h2 align=\"center\">Goals</h2>\n<p>RTO: 4 h</p>", ["1 heading2 Goals", "2 line0 RTO: 4 h"]),
    (
      "<ul>\n<li>RTO: 4 h</li>\n<li>RPO:\n 1 h\n<ol><li>now</ol>\n</ul>\n<p>end",
      [
        "2 item1 RTO: 4 h", "3 item1 RPO: 1 h", "5 step2 now", "7 line0 end",
      ]
    ),
    ("<ul><li><p>one</p></li><li><p>two</p></li></ul>", ["1 item1 one", "1 item1 two"]),
    (
      "<dl>\n<dt>RTO</dt>\n<dd>4 h</dd>\n<dt>RPO<dd>1 h\n</dl>",
      ["3 line0 RTO: 4 h", "4 line0 RPO: 1 h"]
    ),
    ("<div>\nRTO: 4 h<br>RPO: 1 h\n</div>", ["2 line0 RTO: 4 h", "2 line0 RPO: 1 h"]),
    ("<p>a &amp; b &lt;c&gt;</p>", ["1 line0 a & b <c>"]),
    ("<Callout>\n## Goals\n- **RTO**: 4 h\n</Callout>", ["2 heading2 Goals", "3 item1 RTO: 4 h"]),
    ("<!-- RTO: 4 h -->\n\ntext", ["3 line0 text"]),
    ("<div><!--\nRTO: 4 h\n-->\nRPO</div>", ["4 line0 RPO"]),
    ("<script>\nvar RTO = 4;\n</script>\n\ntext", ["5 line0 text"]),
    ("> <p>RTO: 4 h</p>\n> <p>x</p>", ["1 line0 RTO: 4 h", "2 line0 x"]),
    ("<p align=\"center\"><img src=\"a.png\"></p>", []), ("<hr>", []), ("<div", []),
  ])
  func `reads headings, items and paragraphs of raw HTML`(html: String, expected: [String]) {
    #expect(outlined(html) == expected)
  }

  @Test func `takes a summary for a heading that lasts to the end of its details`() {
    let text = """
      # Plan

      ## Recovery

      <details>
      <summary><b>Database</b></summary>

      RTO: 4 h

      </details>

      RPO: 1 h

      <details><summary>Web</summary>RTO: 2 h</details>
      """
    let outline = Document(SourceFile(path: "a.md", bytes: Array(text.utf8))).outline
    let above = outline.statements.map { outline.heading(of: $0)?.text ?? "" }
    #expect(outline.statements.map(\.line) == [1, 3, 6, 8, 12, 14, 14])
    #expect(above == ["", "Plan", "Recovery", "Database", "Recovery", "Recovery", "Web"])
  }

  @Test func `reads the rest where a table is never closed`() {
    let text =
      "<table>\n<tr><td>a</td></tr>\n\ntext\n\n# Next\n\n<table><tr><td>x</td></tr>"
      + "<tr><td>y</td></tr></table>"
    #expect(outlined(text) == ["4 line0 text", "6 heading1 Next", "8 row y"])
  }
}
