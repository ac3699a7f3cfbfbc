import Foundation

/// A program of the system, run for real.
struct Program {
  let code: Int32
  let output: String
  let errors: String

  /// Runs a program in a folder; the streams of these tests are small.
  init(_ name: String, _ arguments: [String], input: [UInt8] = [], in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(input).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    process.standardInput = try FileHandle(forReadingFrom: place)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.errors = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    code = process.terminationStatus
  }
}
