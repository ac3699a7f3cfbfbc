import Foundation
import Testing

/// Runs every transcript of the folder `Commands`, each one in two environments.
@Suite(.serialized) struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Commands"
  )

  static var names: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }

  /// What must make no difference.
  static let environments = [
    ["TZ": "UTC", "LANG": "C", "LC_ALL": "C"],
    ["TZ": "Pacific/Chatham", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "40"],
  ]

  /// With `DRILLBOOK_RECORD=1` what a command did is written into its transcript; the test still
  /// fails, so that a person reads what was recorded.
  static let isRecording = ProcessInfo.processInfo.environment["DRILLBOOK_RECORD"] == "1"

  private func record(_ lines: [String], for step: Transcript.Step, in name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let old = (["$ \(step.command)"] + step.expected).joined(separator: "\n")
    let new = (["$ \(step.command)"] + lines).joined(separator: "\n")
    guard let place = text.range(of: old) else { return }
    try Data(text.replacingCharacters(in: place, with: new).utf8).write(to: file)
  }

  @Test func `finds the transcripts`() {
    #expect(Self.names.contains("help.txt"))
  }

  @Test(arguments: names, environments.indices)
  func `does what the transcript says`(name: String, environment: Int) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let transcript = Transcript(text)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in transcript.files {
      let place = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(file.text.utf8).write(to: place)
    }
    var variables = Self.environments[environment]
    variables["PATH"] = "\(Shell.programs.path):/usr/local/bin:/usr/bin:/bin"
    variables["HOME"] = folder.path
    let shell = Shell(folder: folder, environment: variables)
    for step in transcript.steps {
      let lines = Transcript.lines(of: try shell.run(step.command))
      if Self.isRecording, !Transcript.matches(lines[...], step.expected[...]) {
        try record(lines, for: step, in: name)
      }
      #expect(
        Transcript.matches(lines[...], step.expected[...]),
        """
        $ \(step.command)
        \(lines.joined(separator: "\n"))
        instead of
        \(step.expected.joined(separator: "\n"))
        """
      )
    }
  }
}

@Suite struct TranscriptFormatTests {
  @Test func `reads steps and files`() {
    let transcript = Transcript("# why\n$ a\n> one\n! two\n= 3\n\n$ b\n-- x/y.md --\n# Plan\n\n")
    #expect(transcript.steps.map(\.command) == ["a", "b"])
    #expect(transcript.steps[0].before == ["# why"])
    #expect(transcript.steps[0].expected == ["> one", "! two", "= 3"])
    #expect(transcript.files.map(\.path) == ["x/y.md"])
    #expect(transcript.files[0].text == "# Plan\n\n")
  }

  @Test(arguments: [
    (["> abc"], ["> a[..]c"], true), (["> abd"], ["> a[..]c"], false),
    (["> a", "> b", "! c"], ["> ...", "! c"], true), (["> a", "! c"], ["> ..."], false),
    ([], ["> ..."], true), (["= 1"], [], false),
  ])
  func `matches wildcards`(lines: [String], expected: [String], isMatch: Bool) {
    #expect(Transcript.matches(lines[...], expected[...]) == isMatch)
  }
}
