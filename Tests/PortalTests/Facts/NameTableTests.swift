import Testing

@testable import Portal

@Suite struct NameTableTests {
  @Test func `gives each name a number, once, and other words none`() {
    var names = NameTable(["if", "then"])
    #expect(names.add("--file") == 3)
    #expect(names.add("then") == 2)
    #expect(names.count == 4)
    #expect(names[3] == "--file")
    #expect(["if", "fi", "", "--file", "--files"].map { names.number(of: $0) } == [1, 0, 0, 3, 0])
  }

  @Test func `keeps the numbers of many names`() {
    let all = (1...9000).map { "name-\($0)" }
    let names = NameTable(all)
    #expect(all.allSatisfy { names[names.number(of: $0)] == $0 })
    #expect(names.number(of: "name-0") == 0)
  }

  @Test func `finds a name among other bytes`() {
    let names = NameTable(["pg_dump"])
    let text = Array("/usr/bin/pg_dump shop".utf8)
    #expect(names.number(of: text.span, 9..<16) == 1)
    #expect(names.number(of: text.span, 9..<17) == 0)
    #expect(names.number(of: text.span, 9..<9) == 0)
  }

  @Test func `holds numbers in a set`() {
    var set = NumberSet([3, 200])
    set.formUnion(NumberSet([64, 1000]))
    #expect((0...1100).filter { set.contains($0) } == [3, 64, 200, 1000])
  }

  @Test func `numbers the keywords of the shell first`() {
    let names = CommandRules.standard.names
    #expect(ShellKeyword.all.allSatisfy { ShellKeyword(names.number(of: $0.rawValue)) == $0 })
    #expect(ShellKeyword(0) == nil)
    #expect(ShellKeyword(names.number(of: "aws")) == nil)
  }
}
