import Testing

@testable import Portal

/// A table says the same in every form that it may be written in.
@Suite struct TableFormsTests {
  /// How a table is written; the head is its first row.
  private enum Form: String, CaseIterable {
    case bars
    case shortRule
    case noRule
    case apart
    case inList
    case inQuote
    case grid
    case box
    case columns
    case html
    case htmlLines
    case htmlApart

    func written(_ rows: [[String]]) -> String {
      let bars = rows.map { "| " + $0.joined(separator: " | ") + " |" }
      let rule = "|" + String(repeating: "---|", count: rows[0].count)
      switch self {
      case .bars: return ([bars[0], rule] + bars.dropFirst()).joined(separator: "\n")
      case .shortRule: return ([bars[0], "|---|"] + bars.dropFirst()).joined(separator: "\n")
      case .noRule: return bars.joined(separator: "\n")
      case .apart: return ([bars[0], rule] + bars.dropFirst()).joined(separator: "\n\n")
      case .inList: return "- " + Form.bars.written(rows).replacing("\n", with: "\n  ")
      case .inQuote: return "> " + Form.bars.written(rows).replacing("\n", with: "\n> ")
      case .grid: return drawn(rows, "+", "-", "|")
      case .box: return "```\n\(drawn(rows, "┼", "─", "│"))\n```"
      case .columns:
        let lines = padded(rows).map { $0.joined(separator: "  ") }
        let dashes = padded(rows)[0].map { String(repeating: "-", count: $0.count) }
        return ([lines[0], dashes.joined(separator: "  ")] + lines.dropFirst())
          .joined(separator: "\n")
      case .html, .htmlLines, .htmlApart:
        let gap = self == .html ? "" : self == .htmlLines ? "\n  " : "\n\n  "
        let lines = rows.enumerated().map { index, row in
          let tag = index == 0 ? "th" : "td"
          return "<tr>" + row.map { "<\(tag)>\($0)</\(tag)>" }.joined() + "</tr>"
        }
        return "<table>\(gap)\(lines.joined(separator: gap))\(gap)</table>"
      }
    }

    private func padded(_ rows: [[String]]) -> [[String]] {
      let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
      return rows.map { row in
        zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      }
    }

    private func drawn(_ rows: [[String]], _ joint: String, _ dash: String, _ bar: String) -> String
    {
      let rows = padded(rows)
      let rule = rows[0].map { String(repeating: dash, count: $0.count + 2) }
      let line = joint + rule.joined(separator: joint) + joint
      return line
        + rows.map { row in
          "\n\(bar) " + row.joined(separator: " \(bar) ") + " \(bar)\n\(line)"
        }.joined()
    }
  }

  private static let tables: [(name: String, above: String, rows: [[String]], facts: [String])] = [
    (
      "objectives", "## Targets",
      [["Component", "RTO", "RPO"], ["Database", "4 hours", "15 min"], ["Web", "1 h", "0"]],
      ["objective Database: rto 14400, rpo 900", "objective Web: rto 3600, rpo 0"]
    ),
    (
      "targets", "## Targets", [["Metric", "Target"], ["RTO", "4 hours"]],
      ["objective.rto : 14400"]
    ),
    (
      "contacts", "## Contacts",
      [["Role", "Name", "Phone"], ["Database lead", "Ann Lee", "+49 30 1234567"]],
      ["contact Database lead: stated"]
    ),
    (
      "backups", "## Backups",
      [["Data", "Frequency", "Retention"], ["Orders", "Daily", "30 days"]],
      ["backup.frequency Orders: 86400", "backup.retention Orders: 2592000"]
    ),
    (
      "scenarios", "## Disaster scenarios",
      [["Scenario", "Response"], ["Database lost", "Restore it"], ["Region lost", "Fail over"]],
      [
        "scenario Database lost: Database lost | Restore it",
        "scenario Region lost: Region lost | Fail over",
      ]
    ),
    (
      "control", "## Document control", [["Field", "Value"], ["Owner", "Ann Lee"]],
      ["doc.owner : Ann Lee"]
    ),
  ]

  @Test(arguments: tables.map(\.name), Form.allCases.map(\.rawValue))
  func `says the same in every form`(name: String, form: String) throws {
    let table = try #require(Self.tables.first { $0.name == name })
    let written = try #require(Form(rawValue: form)).written(table.rows)
    let text = "# Plan\n\n\(table.above)\n\n\(written)\n\n## After\n"
    let facts = Facts(Document(SourceFile(path: "plan.md", bytes: Array(text.utf8))))
    let said = facts.list.filter { $0.kind != "doc.title" && !$0.kind.hasPrefix("scenario.") }
    #expect(said.map { "\($0.kind) \($0.subject): \($0.value)" } == table.facts)
  }

  @Test(arguments: [
    ("| Service | RTO / RPO |\n|---|---|\n| Web | RTO: 4 h<br>RPO: 1 h |", 14_400, 3600),
    ("| Service | Targets |\n|---|---|\n| Web | RTO: 4 h<br>RPO: 1 h |", 14_400, 3600),
    ("| Service | RPO / RTO |\n|---|---|\n| Web | RTO: 4 h, RPO: 1 h |", 14_400, 3600),
    (
      "<table><tr><th>Service</th><th>Targets</th></tr><tr><td>Web</td>"
        + "<td><ul><li>RTO: 4 h</li><li>RPO: 1 h</li></ul></td></tr></table>", 14_400, 3600
    ),
  ])
  func `takes the lines of a cell for labelled values`(text: String, time: Int, point: Int) {
    let document = Document(SourceFile(path: "plan.md", bytes: Array("# Plan\n\n\(text)\n".utf8)))
    let objectives = Facts(document).objectives
    #expect(objectives.map(\.component) == ["Web"])
    #expect(objectives.first?.target(.rto)?.value == time)
    #expect(objectives.first?.target(.rpo)?.value == point)
  }

  @Test func `gives each target the line of its cell`() {
    let text =
      "<table>\n<tr><th>Part</th><th>RTO</th><th>RPO</th></tr>\n<tr>\n<td>DB</td>\n<td>4 h</td>\n"
      + "<td>1 h</td>\n</tr>\n</table>\n"
    let facts = Facts(Document(SourceFile(path: "plan.md", bytes: Array(text.utf8))))
    #expect(facts.objectives.flatMap { $0.targets.map(\.line) } == [5, 6])
  }
}
