import Bindings
import Testing

@testable import Audit

@Suite struct AttestationTests {
  private static let drill = Digest(of: Sample.drill).hex
  private static let plan = Digest(of: Sample.plan).hex
  private static let nothing = MerkleTree().root.hex

  @Test func `a first run names the key, the inputs, the targets, the waivers and the report`()
    throws
  {
    let contents = try Sample.contents()
    let lines = Sample.text(contents.files[AuditFile.trail]).split(separator: "\n")
    let commit = #""commit":"0123456789abcdef0123456789abcdef01234567","#
    #expect(lines.count == 6)
    #expect(
      lines[0] == #"{"action":"add","at":"2026-11-21T06:00:00Z","kind":"key","seq":0,"#
        + #""ssh":"\#(try Sample.publicKey().ssh)","v":1}"#
    )
    #expect(
      lines[1] == #"{"action":"added","at":"2026-11-21T06:00:00Z",\#(commit)"kind":"evidence","#
        + #""path":"content/drills/a.yaml","seq":1,"sha256":"\#(Self.drill)","v":1}"#
    )
    #expect(lines[2].contains(#""path":"content/plans/shop.md""#))
    #expect(
      lines[3] == #"{"action":"added","at":"2026-11-21T06:00:00Z","component":"database","#
        + #""dimension":"rto","file":"content/plans/shop.md","kind":"objective","line":3,"#
        + #""seconds":3600,"seq":3,"system":"shop","v":1}"#
    )
    #expect(lines[4].contains(#""finding":"RPO-01/shop/database","kind":"waiver""#))
    let report = Digest(of: try #require(contents.files[AuditFile.report]))
    let root = MerkleTree(lines.prefix(5).map { MerkleTree.leaf(Array($0.utf8)) }).root
    #expect(
      lines[5] == #"{"at":"2026-11-21T06:00:00Z",\#(commit)"kind":"report","result":"PASSED","#
        + #""root":"\#(root.hex)","seq":5,"sha256":"\#(report.hex)","size":5,"#
        + #""state":"\#(Digest(of: Array("met".utf8)).hex)","v":1}"#
    )
  }

  @Test func `the report is a statement over the inputs and the trail before it`() throws {
    let contents = try Sample.contents()
    #expect(
      Sample.text(contents.files[AuditFile.report])
        == #"{"_type":"https://in-toto.io/Statement/v1","predicate":{"#
        + #""assessedAt":"2026-11-21T06:00:00Z","result":"PASSED","services":["shop"],"#
        + #""trail":{"origin":"drillbook.example/sample","root":"\#(Self.nothing)","size":0}},"#
        + #""predicateType":"urn:drillbook:audit-report:v1","subject":["#
        + #"{"digest":{"sha256":"\#(Self.drill)"},"name":"content/drills/a.yaml"},"#
        + #"{"digest":{"sha256":"\#(Self.plan)"},"name":"content/plans/shop.md"}]}"#
    )
  }

  @Test(arguments: ["2026-11-21T06:00:00Z", "2027-01-01T00:00:00Z", "2020-01-01T00:00:00Z"])
  func `appends nothing when nothing changed, whatever the time`(at: String) throws {
    let standing = try #require(Verifier.verify(try Sample.contents()).standing)
    for assessment in [try Sample.assessment(at: at), try Sample.assessment(at: at, line: 7)] {
      let again = try Attestation.make(of: assessment, after: standing, with: Sample.key())
      #expect(again == nil)
    }
  }

  /// One more run on a folder.
  private static func next(
    _ files: [String: [UInt8]],
    _ state: String,
    after contents: AuditContents
  ) throws -> Attestation {
    let standing = try #require(Verifier.verify(contents).standing)
    let assessment = try Sample.assessment(files: files, state: state)
    let made = try Attestation.make(of: assessment, after: standing, with: Sample.key())
    return try #require(made)
  }

  @Test func `what a run writes does not grow with the trail`() throws {
    let sizes = try [10, 3000].map { count in
      let many = Dictionary(
        uniqueKeysWithValues: (0..<count).map { ("content/\($0).md", [1 as UInt8]) }
      )
      var contents = try Sample.contents()
      contents = try Self.next(many, "1", after: contents).record.contents
      contents = try Self.next(["a": [1]], "2", after: contents).record.contents
      let last = try Self.next(["a": [2]], "3", after: contents)
      return (last.files + last.kept).reduce(last.lines.count) { $0 + $1.bytes.count }
    }
    // Numbers with more digits, and no more.
    #expect(abs(sizes[0] - sizes[1]) < 40, "\(sizes)")
  }

  @Test func `the same run gives the same bytes`() throws {
    #expect(try Sample.contents().files == Sample.contents().files)
  }

  @Test func `appends what changed, in order, and one report`() throws {
    let first = try Sample.contents()
    let files = ["content/plans/shop.md": [1], "content/new.md": [2]] as [String: [UInt8]]
    let change = try Sample.assessment(files: files, seconds: 7200, waiver: nil)
    let second = try Sample.contents(change, after: first)
    let trail = try #require(Verifier.verify(second).trail)
    let kinds = trail.entries.dropFirst(6).map { entry -> String in
      switch entry.event {
      case .evidence(let change, let input): "\(change) \(input.path.text)"
      case .objective(let change, let objective): "\(change) \(objective.seconds)"
      case .waiver(let change, let waiver): "\(change) \(waiver.finding.text)"
      default: entry.event.kind
      }
    }
    #expect(
      kinds == [
        "removed content/drills/a.yaml", "added content/new.md", "changed content/plans/shop.md",
        "changed 7200", "removed RPO-01/shop/database", "report",
      ]
    )
    #expect(Verifier.verify(second).isIntact)
  }

  @Test func `a new status alone makes a report, dated not before the last one`() throws {
    let first = try Sample.contents()
    let later = try Sample.assessment(at: "2020-01-01T00:00:00Z", state: "breached")
    let second = try Sample.contents(later, after: first)
    let trail = try #require(Verifier.verify(second).trail)
    #expect(trail.entries.count == 7)
    #expect(trail.entries.last?.at.description == "2026-11-21T06:00:00Z")
  }

  @Test func `refuses another key, another origin and unfit paths`() throws {
    let standing = try #require(Verifier.verify(try Sample.contents()).standing)
    let change = try Sample.assessment(state: "stale")
    let error = #expect(throws: AuditError.self) {
      try Attestation.make(of: change, after: standing, with: .random())
    }
    #expect(error?.description.contains("is signed by the key SHA256:") == true)
    for path in ["/etc/passwd", "../a", "content/../a", "a//b", "a\nb", "", "audit/trail.jsonl"] {
      let assessment = try Sample.assessment(files: [path: []])
      #expect(throws: AuditError.self, "\(path)") {
        try Attestation.make(of: assessment, after: .empty, with: Sample.key())
      }
    }
  }

  @Test func `the sample key signs for the sample only`() throws {
    let origin = try #require(Origin("dr.example/audit"))
    #expect(throws: AuditError.self) { _ = try SampleKey.make(for: origin) }
  }
}
