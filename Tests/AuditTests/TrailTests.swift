import Testing

@testable import Audit

@Suite struct TrailTests {
  private static func lines() throws -> [String] {
    let first = try Sample.contents()
    let second = try Sample.contents(Sample.assessment(seconds: 7200), after: first)
    return Sample.text(second.files[AuditFile.trail]).split(separator: "\n").map(String.init)
  }

  private static func refusal(_ lines: [String]) -> String? {
    do throws(FormatError) {
      _ = try Trail(bytes: Array((lines.joined(separator: "\n") + "\n").utf8))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `reads what it wrote`() throws {
    let lines = try Self.lines()
    #expect(lines.count == 8)
    #expect(Self.refusal(lines) == nil)
  }

  @Test func `names the line that is deleted, doubled or out of order`() throws {
    var lines = try Self.lines()
    lines.remove(at: 2)
    #expect(Self.refusal(lines) == "line 3: has the number 3 where 2 was expected")
    lines = try Self.lines()
    lines.insert(lines[2], at: 2)
    #expect(Self.refusal(lines) == "line 4: has the number 2 where 3 was expected")
    lines = try Self.lines()
    lines.swapAt(1, 2)
    #expect(Self.refusal(lines) == "line 2: has the number 2 where 1 was expected")
  }

  @Test func `names an entry that is dated before the one above`() throws {
    var lines = try Self.lines()
    lines[4] = lines[4].replacing("2026-11-21", with: "2026-11-20")
    #expect(Self.refusal(lines) == "line 5: is dated before the entry above it")
  }

  @Test(arguments: [
    ("\"v\":1", "\"v\":2", "line 2: is of a version that this program does not know"),
    ("T06:00", "T26:00", "line 2: has no time \"at\" of the form 2026-11-21T06:00:00Z"),
    ("2026-11-21", "2026-02-29", "line 2: has no time \"at\" of the form 2026-11-21T06:00:00Z"),
    (
      "content/drills", "../drills",
      "line 2: has a \"path\" that is absolute or leaves the repository"
    ),
    ("\"added\"", "\"removed\"", "line 2: changes or removes what is not there"),
    ("evidence", "surprise", "line 2: is of the unknown kind \"surprise\""),
    (
      "\"kind\"", "\"extra\":1,\"kind\"",
      "line 2: has members that an entry of the kind \"evidence\" does not have"
    ),
    ("\"seq\":1", "\"seq\": 1", "line 2: no JSON value at byte 154"),
  ])
  func `says what is wrong with an entry`(old: String, new: String, words: String) throws {
    var lines = try Self.lines()
    lines[1] = lines[1].replacing(old, with: new)
    #expect(Self.refusal(lines) == words)
  }

  @Test func `a changed entry is looked for between the recorded roots`() throws {
    let first = try Sample.contents()
    var second = try Sample.contents(Sample.assessment(seconds: 7200), after: first)
    let text = Sample.text(second.files[AuditFile.trail])
    second.files[AuditFile.trail] = Array(
      text.replacing("\"seconds\":7200", with: "\"seconds\":7300").utf8
    )
    #expect(
      Verifier.verify(second).firstFailure?.detail
        == "was changed: its root is not the signed one; look at lines 6 to 8"
    )
  }
}
