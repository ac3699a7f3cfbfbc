import Bindings
import Foundation

@testable import Portal

/// A plan with marks where a check must fire, and the files that lie beside it.
///
/// ` ⟦RPO-01⟧` at the end of a line is a mark. `RPO-01.md` becomes `plans/RPO-01.md`; of the files
/// of the same name, `RPO-01.drills.yaml` becomes the drill log, `RPO-01.waivers.yaml` and
/// `RPO-01.drillbook.yaml` become what their names say.
struct CheckFixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures"
  )

  /// The names of the plans without their endings: the ids of the checks.
  static var ids: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  let content: TemporaryContent
  /// Such as "plans/RPO-01.md:5".
  let marked: Set<String>

  init(_ id: String) throws {
    content = try TemporaryContent()
    var marked: Set<String> = []
    for (name, place) in [
      ("md", "plans/\(id).md"), ("drills.yaml", "drills/log.yaml"),
      ("waivers.yaml", "waivers.yaml"), ("drillbook.yaml", "drillbook.yaml"),
    ] {
      let file = Self.folder.appending(path: "\(id).\(name)")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      var lines: [String] = []
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let parts = line.components(separatedBy: " ⟦")
        lines.append(parts[0])
        if parts.dropFirst().contains("\(id)⟧") { marked.insert("\(place):\(lines.count)") }
      }
      try content.write(lines.joined(separator: "\n"), to: place)
    }
    self.marked = marked
  }

  /// Where the check fires: the first place of each finding that is not a pass.
  func fired(_ id: String) async throws -> Set<String> {
    let report = try await content.build().check()
    return Set(
      report.findings.filter { $0.check == id && $0.verdict != "pass" }.compactMap { finding in
        finding.evidence.first.map { "\($0.file):\($0.line ?? 0)" }
      }
    )
  }
}

/// A content folder that is taken away when the test is over, with room beside it.
final class TemporaryContent {
  /// 2026-11-21T06:00:00Z in milliseconds.
  static let now: Int64 = 1_795_240_800_000

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    let content = folder.appending(path: "content")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file of the content.
  func write(_ text: String, to path: String) throws {
    let place = folder.appending(path: "content/\(path)")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: place)
  }

  /// A build of the content as of 2026-11-21 06:00 UTC.
  func build(threads: Int = 2) throws -> Build {
    let workspace = try Workspace(folder.appending(path: "content").path)
    return Build(workspace, asOf: Self.now, threads: threads, outputs: [])
  }
}
