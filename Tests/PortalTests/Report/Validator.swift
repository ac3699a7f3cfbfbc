import Foundation

/// The programs of others that `Scripts/validators.sh` gets; a test that needs one is skipped
/// without it.
enum Validator {
  /// Why a test is skipped.
  static let reason = "Scripts/validators.sh has not been run"

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "../../../.build/validators"
  ).standardized

  /// Whether a program is there.
  static func has(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: folder.appending(path: "bin/\(program)").path)
  }

  /// Runs a program with some bytes as its input; its exit code and what it printed.
  static func run(
    _ program: String,
    _ arguments: [String],
    input: [UInt8] = []
  ) throws -> (code: Int32, output: String) {
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    try Data(input).write(to: scratch)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = folder.appending(path: "bin/\(program)")
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: scratch)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  /// Runs a program of Python that reads its input.
  static func python(_ code: String, input: [UInt8]) throws -> (code: Int32, output: String) {
    try run("python3", ["-c", code], input: input)
  }
}
