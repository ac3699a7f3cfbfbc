import Foundation
import Testing

/// A site in a folder of its own, opened from disk by a browser without a window.
struct TemporarySite {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "drillbook-search-\(UUID().uuidString)"
  )

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let file = folder.appending(path: path)
    let parent = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// A page under the policy of the portal, with the box and the list of the search.
  static func page(scripts: [String] = []) -> String {
    let more = scripts.map { "<script src=\"\($0)\" defer></script>" }.joined()
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
      style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
      <title>Search</title></head><body><header><div id="portal.search"></div></header>
      <p id="search-status" role="status"></p><ol id="results"></ol>
      <script src="assets/search.js" defer></script>\(more)</body></html>
      """
  }

  /// The document as it stands after scripts have run.
  func document(_ page: String) throws -> String {
    let names = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    let program = try #require(
      names.first { FileManager.default.isExecutableFile(atPath: $0) },
      "a Chromium is needed: Scripts/packages.sh test"
    )
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--user-data-dir=\(folder.path)/profile", "--virtual-time-budget=8000", "--dump-dom",
      "file://\(folder.path)/\(page)",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
