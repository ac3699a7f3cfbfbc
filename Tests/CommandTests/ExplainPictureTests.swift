import Foundation
import Testing

/// What `explain` looks like on a terminal.
@Suite struct ExplainPictureTests {
  /// The output of a command line on a terminal of some columns.
  private func terminal(_ line: String, columns: Int) throws -> String {
    let shell = Shell(
      folder: Shell.package,
      environment: [
        "PATH": "\(Shell.programs.path):/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8",
      ]
    )
    let result = try shell.run("script -qec 'stty cols \(columns); \(line)' /dev/null")
    #expect(result.exitCode == 0, "\(result.errors)")
    return result.output.replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// The text with the looks of the terminal as elements.
  private func html(_ output: String) -> String {
    var html =
      output
      .replacingOccurrences(of: "&", with: "&amp;")
      .replacingOccurrences(of: "<", with: "&lt;")
    let looks = [
      ("1", "font-weight:600"), ("2", "color:#8b929c"), ("31", "color:#ff9b9d"),
      ("33", "color:#eec068"),
    ]
    for (code, style) in looks {
      html = html.replacingOccurrences(of: "\u{1B}[\(code)m", with: "<span style='\(style)'>")
    }
    return html.replacingOccurrences(of: "\u{1B}[0m", with: "</span>")
  }

  @Test func `keeps to the width of the terminal`() throws {
    let output = try terminal("drillbook explain content/plans/tally-stock-api.md", columns: 100)
    let lines = output.split(separator: "\n").map { line in
      line.replacing(#/\u{1B}\[[0-9]*m/#, with: "")
    }
    let table = lines.filter { $0.contains(" │") }
    #expect(table.count > 20)
    for line in table { #expect(line.count <= 100, "\(line)") }
    #expect(output.contains("\u{1B}[1m"))
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["DRILLBOOK_PICTURES"] != nil))
  func `takes a picture`() throws {
    let name = try #require(ProcessInfo.processInfo.environment["DRILLBOOK_PICTURES"])
    let line = "drillbook explain content/plans/lantern-web-shop.md"
    let lines = try terminal(line, columns: 132).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let shown = ["$ \(line)"] + lines.prefix(34) + ["…"] + lines.suffix(3)
    let page = """
      <!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#14161a;color:#e4e7eb">
      <pre style="margin:18px;font:13px/1.45 'DejaVu Sans Mono',monospace;white-space:pre-wrap">\
      \(html(shown.joined(separator: "\n")))</pre>
      """
    let file = Shell.package.appending(path: ".build/explain.html")
    try page.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try Browser().picture(
      of: ".build/explain.html",
      to: Shell.package.appending(path: name).appending(path: "explain.png"),
      width: 1130,
      height: 800
    )
  }
}
