import Foundation
import Testing

/// What the documents say of the sample's audit folder, tried on it.
@Suite struct AuditFormatPageTests {
  private static let shell = Shell(
    folder: Shell.package,
    environment: [
      "PATH": "\(Shell.programs.path):/usr/local/bin:/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8",
    ]
  )

  /// The blocks of a language in a document that speak of the folder `audit/`.
  private static func blocks(_ language: String, of document: String) throws -> [String] {
    let text = try String(
      contentsOf: Shell.package.appending(path: document),
      encoding: .utf8
    )
    return text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    .filter { $0.contains("audit/") }
  }

  @Test func `every command of the page of the format runs on the sample`() throws {
    let blocks = try Self.blocks("sh", of: "docs/audit-format.md")
    #expect(blocks.count == 5)
    for block in blocks {
      let script = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try "set -euo pipefail\n\(block)\n".write(to: script, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: script) }
      let run = try Self.shell.run("bash '\(script.path)'")
      #expect(run.exitCode == 0, "\(block)\n\(run.errors)")
    }
  }

  /// The page computes the root and prints that of the checkpoint below it.
  @Test func `the root of the page is the signed one`() throws {
    let block = try #require(
      try Self.blocks("sh", of: "docs/audit-format.md").first { $0.contains("def root") }
    )
    let lines = try Self.shell.run(block).output.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.prefix(2) == lines.suffix(2))
  }

  @Test func `the entries and the key of the page are those of the sample`() throws {
    let trail = try String(
      contentsOf: Shell.package.appending(path: "audit/trail.jsonl"),
      encoding: .utf8
    )
    let page = try String(
      contentsOf: Shell.package.appending(path: "docs/audit-format.md"),
      encoding: .utf8
    )
    let entries = page.split(separator: "\n").filter { $0.hasPrefix("{\"action\"") }
    #expect(entries.count == 2)
    for entry in entries { #expect(trail.contains("\(entry)\n"), "\(entry)") }
    let key = try String(
      contentsOf: Shell.package.appending(path: "audit/log.vkey"),
      encoding: .utf8
    )
    #expect(page.contains("\n\(key)"))
  }

  @Test func `the commands of the README verify the sample`() throws {
    let block = try #require(
      try Self.blocks("sh", of: "README.md").first { $0.contains("ssh-keygen -Y verify") }
    )
    // The sample has the file when it is made the next time.
    let verifier = "Sources/CAssets/files/audit/verify.py audit"
    let run = try Self.shell.run(
      "set -e\n" + block.replacingOccurrences(of: "audit/verify.py", with: verifier)
    )
    #expect(run.exitCode == 0, "\(run.errors)")
  }
}
