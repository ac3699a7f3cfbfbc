import Foundation
import Testing

@testable import Portal

/// Each check has a fixture `Fixtures/ID.md`: it fires on the marked lines and nowhere else.
@Suite struct CheckFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  @Test(arguments: Rule.all.map(\.id))
  func `fires where it is marked and nowhere else`(check: String) async throws {
    let text = try String(contentsOf: Self.folder.appending(path: "\(check).md"), encoding: .utf8)
    let content = FileManager.default.temporaryDirectory
      .appending(path: "drillbook-\(check)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: content) }
    let marked = try Self.write(text, check, to: content)
    let build = try Build(Workspace(content.path), asOf: 1_795_240_800_000, threads: 1, outputs: [])
    let report = try await build.check()
    let fired = report.findings.filter { $0.check == check && $0.verdict != "pass" }
    let lines = fired.compactMap { $0.evidence.first?.line }
    #expect(lines.sorted() == marked)
    #expect(fired.allSatisfy { !$0.message.isEmpty && !$0.fix.isEmpty })
  }

  /// Writes the plan without its marks, and the files beside it; the lines that were marked.
  private static func write(_ text: String, _ check: String, to content: URL) throws -> [Int] {
    let mark = " ⟦\(check)⟧"
    var lines: [Int] = []
    var plan: [String] = []
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.hasSuffix(mark) { lines.append(index + 1) }
      plan.append(line.hasSuffix(mark) ? String(line.dropLast(mark.count)) : line)
    }
    try plan.joined(separator: "\n")
      .write(to: content.appending(path: "plan.md"), atomically: true, encoding: .utf8)
    let waivers = folder.appending(path: "\(check).waivers.yaml")
    guard FileManager.default.fileExists(atPath: waivers.path) else { return lines }
    try FileManager.default.copyItem(at: waivers, to: content.appending(path: "waivers.yaml"))
    // A waiver has no place in the plan: its own line is the evidence.
    return [1]
  }
}
