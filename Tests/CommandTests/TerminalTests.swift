import Testing

@testable import drillbook

@Suite struct TerminalTests {
  @Test func `shows the controls of content as escapes`() {
    #expect(Line.visible("a\u{1B}[31mb\r\n\u{9B}c") == #"a\u{1B}[31mb\u{D}\u{A}\u{9B}c"#)
    #expect(Line.visible("x\u{202E}gpj.exe") == #"x\u{202E}gpj.exe"#)
    #expect(Line.visible("Größe 👩‍💻 数据") == "Größe 👩‍💻 数据")
  }

  @Test func `escapes what is interpolated and keeps what is ours`() {
    let title = "a\tb"
    let line: Line = "1\t\(title): \(3)"
    #expect(line.bytes(styled: false) == Array("1\ta\\u{9}b: 3\n".utf8))
  }

  @Test func `colours only when asked to`() {
    let line: Line = "\("high", .red): late"
    #expect(line.bytes(styled: true) == Array("\u{1B}[31mhigh\u{1B}[0m: late\n".utf8))
    #expect(line.bytes(styled: false) == Array("high: late\n".utf8))
  }

  @Test func `is watched only when the errors go to a terminal`() {
    func isWatched(_ errors: Bool, _ environment: [String: String] = [:]) -> Bool {
      Terminal(outputIsTerminal: true, errorsAreTerminal: errors) { environment[$0] }.isWatched
    }
    #expect(isWatched(true))
    #expect(!isWatched(false))
    #expect(!isWatched(true, ["TERM": "dumb"]))
  }
}

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("biuld", "build"), ("chek", "check"), ("verfy", "verify"), ("attset", "attest"),
    ("hlep", "help"),
  ])
  func `finds the word that was meant`(typed: String, meant: String) {
    #expect(Suggestion.nearest(to: typed, among: Commands.all.map { $0.name }) == meant)
  }

  @Test(arguments: ["deploy", "x", "restore-everything"])
  func `stays silent when nothing is near`(typed: String) {
    #expect(Suggestion.nearest(to: typed, among: Commands.all.map { $0.name }) == nil)
  }
}
