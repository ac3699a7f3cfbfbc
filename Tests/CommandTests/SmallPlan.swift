import Foundation

/// A folder with one small plan, and lines of bash that do something with it.
enum SmallPlan {
  /// Makes the content.
  static let content = """
    mkdir content
    printf 'origin: drillbook.example/sample\\n' >content/drillbook.yaml
    printf 'as_of: 2026-11-21T06:00:00Z\\n' >>content/drillbook.yaml
    printf '# Bus depot plan\\n\\nRTO: 1 hour\\n' >content/plan.md
    """

  /// Runs lines of bash in a new folder, after its content was made.
  static func run(_ lines: String, seconds: Int = 300) throws -> Shell.Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "\(content)\n\(lines)".write(
      to: folder.appending(path: "run.sh"),
      atomically: true,
      encoding: .utf8
    )
    let environment = [
      "PATH": "\(Shell.programs.path):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
      "PACKAGE": Shell.package.path,
    ]
    return try Shell(folder: folder, environment: environment)
      .run("bash ./run.sh", seconds: seconds)
  }
}
