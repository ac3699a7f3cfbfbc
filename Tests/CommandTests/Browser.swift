import Foundation
import Testing

/// A browser without a window, that opens pages from disk.
struct Browser {
  private let program: String

  /// The browser of this machine; throws when there is none, so that no test passes unseen.
  init() throws {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let found = ["/usr/bin", "/usr/local/bin", "/snap/bin"].flatMap { folder in
      names.map { "\(folder)/\($0)" }
    }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
    program = try #require(found, "a Chromium is needed: Scripts/packages.sh test")
  }

  /// The document as it stands after scripts have run, for a page below the package's folder.
  func document(of page: String, query: String = "") throws -> String {
    try run("--virtual-time-budget=8000 --dump-dom", page + query).output
  }

  /// Takes a picture of a page.
  func picture(of page: String, to file: URL, width: Int, height: Int) throws {
    let options =
      "--hide-scrollbars --virtual-time-budget=8000 --window-size=\(width),\(height) "
      + "--screenshot='\(file.path)'"
    _ = try run(options, page)
    #expect(FileManager.default.fileExists(atPath: file.path))
  }

  private func run(_ options: String, _ address: String) throws -> Shell.Result {
    let profile = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-browser-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: profile) }
    let shell = Shell(
      folder: Shell.package,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": profile.path, "TZ": "UTC"]
    )
    let url = "file://\(Shell.package.path)/\(address)"
    let result = try shell.run(
      "'\(program)' --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run "
        + "--user-data-dir='\(profile.path)' \(options) '\(url)'",
      seconds: 120
    )
    try #require(result.exitCode == 0, "\(result.errors)")
    return result
  }
}
