import Testing

@testable import drillbook

@Suite struct ArgumentsTests {
  private func arguments(_ words: String...) throws -> Arguments {
    try Arguments(words, for: SampleCommand.self)
  }

  private func failure(_ words: String...) -> Failure? {
    #expect(throws: Failure.self) { try Arguments(words, for: SampleCommand.self) }
  }

  @Test func `takes a value after a blank or an equals sign`() throws {
    #expect(try arguments("--site", "out").given("site") == "out")
    #expect(try arguments("--site=out").given("site") == "out")
    #expect(try arguments("--site=a=b").given("site") == "a=b")
    #expect(try arguments("--site", "-").given("site") == "-")
  }

  @Test func `falls back to the default of an option`() throws {
    #expect(try arguments().value("site") == "site")
    #expect(try arguments().given("site") == nil)
    #expect(try arguments("--site", "out").value("site") == "out")
  }

  @Test func `takes options and operands in any order`() throws {
    let mixed = try arguments("a.md", "--strict", "b.md", "--site", "out", "-")
    #expect(mixed.operands == ["a.md", "b.md", "-"])
    #expect(mixed.has("strict"))
    #expect(try arguments("--", "--strict").operands == ["--strict"])
  }

  @Test func `takes a number within its range`() throws {
    #expect(try arguments("--threads", "2").number("threads", in: 1...8) == 2)
    #expect(try arguments().number("threads", in: 1...8) == nil)
    for text in ["0", "9", "two", "1.5", "99999999999999999999"] {
      let given = try arguments("--threads", text)
      let failure = #expect(throws: Failure.self) { try given.number("threads", in: 1...8) }
      #expect(
        failure?.message == "option \"--threads\" takes a number from 1 to 8, not \"\(text)\""
      )
    }
  }

  @Test func `refuses an option that is wrong`() {
    #expect(failure("--sites", "x")?.hint == "did you mean \"--site\"?")
    #expect(failure("-s")?.message == "unknown option \"-s\" for \"sample\"")
    #expect(failure("--strict=yes")?.message == "option \"--strict\" takes no value")
    #expect(failure("--strict", "--strict")?.message == "option \"--strict\" is given twice")
    #expect(failure("--level", "loud")?.hint == "take one of low, high")
  }

  @Test(arguments: [["--site"], ["--site="], ["--site", ""], ["--site", "--strict"]])
  func `refuses an option without its value`(words: [String]) {
    let failure = #expect(throws: Failure.self) { try Arguments(words, for: SampleCommand.self) }
    #expect(failure?.message == "option \"--site\" needs a value")
    #expect(failure?.hint == "write \"--site DIR\"")
    #expect(failure?.exitCode == .usage)
  }

  @Test func `refuses operands of a command that takes none`() {
    let failure = #expect(throws: Failure.self) {
      try Arguments(["now"], for: VersionCommand.self)
    }
    #expect(failure?.message == "unexpected argument \"now\"")
  }
}

private enum SampleCommand: Command {
  static let name = "sample"
  static let summary = "is a sample"
  static let operands: String? = "FILE…"
  static let options: [Option] = [
    .site, .flag("strict", "be strict"), Option("threads", "N", "how many"),
    Option("level", "LEVEL", choices: ["low", "high"], "how loud"),
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) -> ExitCode { .success }
}
