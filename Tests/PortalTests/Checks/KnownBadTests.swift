import Foundation
import Testing

@testable import Portal

@Suite struct KnownBadTests {
  @Test func `the program knows many commands, each with its source`() {
    #expect(KnownBad.standard.count >= 40)
    for rule in KnownBad.standard {
      #expect(rule.source.hasPrefix("https://"), "\(rule.id)")
      #expect(Rule.all.contains { $0.id == rule.rule }, "\(rule.id)")
    }
  }

  @Test func `a rule without a source, or of an unknown key, is a finding and is left out`() {
    let text = """
      - {id: a, check: PRC-06, program: [mend], message: m, fix: f, source: "https://example.com"}
      - {id: b, check: PRC-06, program: [mend], message: m, fix: f}
      - {id: c, check: PRC-06, programm: [mend], message: m, fix: f, source: "https://example.com"}
      - {id: d, check: PRC-06, message: m, fix: f, source: "https://example.com"}
      """
    let read = KnownBad.read(SourceFile(path: KnownBad.path, bytes: Array(text.utf8)))
    #expect(read.rules.map(\.id) == ["a"])
    #expect(read.problems.map(\.code) == ["SRC-03", "SRC-03", "SRC-03", "SRC-03"])
    #expect(read.problems.map(\.line) == [2, 3, 3, 4])
  }

  @Test(arguments: [
    ("aws rds describe-db-snapshots --max-records 19", 1),
    ("aws rds describe-db-snapshots --max-records 20", 0),
    ("aws rds describe-db-snapshots --max-records $COUNT", 0),
    ("eksctl create cluster --name mill --config-file mill.yaml", 1),
    ("eksctl create cluster --name mill", 0),
    ("helm delete --purge mill", 1),
    ("docker exec -it db pg_dump mill > mill.sql", 1),
    ("docker exec db pg_dump mill > mill.sql", 0),
    ("kubectl wait --for=condition=complete job/mill-restore-* -n mill", 1),
    ("kubectl exec mill-0 -- rm -f /tmp/mill-* /tmp/old", 0),
    ("velero restore create mill", 1),
    ("velero restore create mill --from-backup mill-1", 0),
  ])
  func `finds what is known to be wrong`(command: String, count: Int) async throws {
    #expect(try await findings(of: "PRC-06", in: command).count == count)
  }

  @Test func `a version that is stated decides`() async throws {
    let text = "cat > /data/recovery.conf"
    #expect(try await findings(of: "PRC-06", in: text).map(\.verdict) == ["warn"])
    let newer = try await findings(of: "PRC-06", in: text, image: "postgres:15")
    #expect(newer.map(\.verdict) == ["fail"])
    #expect(try await findings(of: "PRC-06", in: text, image: "postgres:11").isEmpty)
  }

  @Test func `a function that the document defines is no program`() async throws {
    #expect(try await findings(of: "PRC-03", in: "log \"Begin\"").count == 1)
    let defined = "log() {\n  echo \"$1\"\n}\nlog \"Begin\""
    #expect(try await findings(of: "PRC-03", in: defined).isEmpty)
  }

  @Test func `content adds rules and replaces those of the same name`() async throws {
    let own = """
      - id: rds-max-records
        check: PRC-06
        program: mend
        text: "* --fast*"
        message: fast is slow
        fix: leave it out
        source: https://wiki.example.com/mend
      """
    let commands = "mend --fast\naws rds describe-db-snapshots --max-records 5"
    let found = try await findings(of: "PRC-06", in: commands, own: own)
    #expect(found.map(\.message) == ["fast is slow"])
    #expect(found.map(\.fix) == ["leave it out (https://wiki.example.com/mend)"])
  }

  private func findings(
    of check: String,
    in commands: String,
    image: String? = nil,
    own: String? = nil
  ) async throws -> [Finding] {
    let content = try TemporaryContent()
    let version = image.map { "```yaml\nimage: \($0)\n```\n" } ?? ""
    try content.write(
      "# Mill plan\n\n**RTO**: 4 hours\n\n\(version)\n```bash\n\(commands)\n```\n",
      to: "plans/mill.md"
    )
    if let own { try content.write(own, to: KnownBad.path) }
    return try await content.build().check().findings.filter { $0.check == check }
  }
}
