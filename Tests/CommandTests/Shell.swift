import Foundation

/// Runs command lines of the shell in a folder, with a fixed environment.
struct Shell {
  let folder: URL
  let environment: [String: String]

  /// What came out of a command line.
  struct Result {
    var output: String
    var errors: String
    var exitCode: Int32
  }

  /// Runs one line; a line that takes longer than the seconds ends with code 124.
  func run(_ line: String, seconds: Int = 60) throws -> Result {
    // Files, not pipes: a full pipe that nobody reads would stop the command.
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let streams = try ["output", "errors"].map { name in
      let file = scratch.appending(path: name)
      try Data().write(to: file)
      return try FileHandle(forWritingTo: file)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = ["--kill-after=5", String(seconds), "/bin/sh", "-c", line]
    process.currentDirectoryURL = folder
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: scratch.appending(path: name)), as: UTF8.self)
    }
    return Result(
      output: try text("output"),
      errors: try text("errors"),
      exitCode: process.terminationStatus
    )
  }
}

extension Shell {
  /// The folder of the program under test: it lies beside the test bundle, unless
  /// `DRILLBOOK_PROGRAMS` names another one, such as that of a release build.
  static var programs: URL {
    if let folder = ProcessInfo.processInfo.environment["DRILLBOOK_PROGRAMS"] {
      return URL(filePath: folder)
    }
    return URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// The folder of the package.
  static var package: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  }
}
