@testable import Portal

/// What is read from one block of code; its first line is line 1.
struct ShellFixture {
  let commands: [ShellCommand]
  let variables: [ShellVariable]

  init(_ code: String, _ language: String = "sh") {
    let fence = "````"
    let outline = marked("\(fence)\(language)\n\(code)\n\(fence)\n")
    (commands, variables) = Commands.read(outline, scenarios: [])
    line = -1
  }

  private let line: Int

  /// The commands by what is written.
  var texts: [String] { commands.map(\.text) }
  /// "12 pg_dump": the line of the file, less that of the fence, and the program.
  var places: [String] { commands.map { "\($0.line + line) \($0.program)" } }
  /// "aws s3 cp": the programs with their sub-commands.
  var names: [String] {
    commands.map { $0.subcommand.isEmpty ? $0.program : "\($0.program) \($0.subcommand)" }
  }
}
