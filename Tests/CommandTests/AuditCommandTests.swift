import Foundation
import Testing

/// The audit commands on a copy of the sample, and what an auditor does with what they write.
@Suite(.serialized) struct AuditCommandTests {
  private let folder: URL
  private let shell: Shell

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Shell.package.appending(path: "content"),
      to: folder.appending(path: "content")
    )
    shell = Shell(
      folder: folder,
      environment: [
        "PATH": "\(Shell.programs.path):/usr/local/bin:/usr/bin:/bin", "HOME": folder.path,
        "TZ": "UTC",
      ]
    )
  }

  private func inFolder(_ test: () throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try test()
  }

  /// Runs a line that must end with a code.
  @discardableResult
  private func run(
    _ line: String,
    code: Int32 = 0,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> Shell.Result {
    let result = try shell.run(line)
    #expect(result.exitCode == code, "\(line): \(result.errors)", sourceLocation: location)
    return result
  }

  private func digests() throws -> String {
    try run("find audit -type f | sort | xargs sha256sum").output
  }

  @Test func `an auditor verifies with ssh-keygen, jq and sha256sum alone`() throws {
    try inFolder {
      try run("drillbook attest --sample-key")
      let signature = try run(
        "ssh-keygen -Y verify -f audit/allowed_signers -I audit@drillbook.example "
          + "-n dr-audit-report -s audit/report.json.sig < audit/report.json"
      )
      #expect(signature.output.hasPrefix("Good \"dr-audit-report\" signature"))
      let sums = try run(
        "jq -r '.subject[] | .digest.sha256 + \"  \" + .name' audit/report.json | sha256sum -c"
      )
      #expect(sums.output.contains("content/drillbook.yaml: OK\n"))
      let verified = try run("drillbook verify")
      #expect(verified.output.contains("intact, not anchored"))
      try run("diff -r audit site/audit")
    }
  }

  @Test func `attesting again appends nothing and changes no byte`() throws {
    try inFolder {
      try run("drillbook attest --sample-key --threads 1")
      let before = try digests()
      let site = try run("find site -type f | sort | xargs sha256sum").output
      let again = try run("drillbook attest --sample-key --threads 4")
      #expect(again.output.hasSuffix("audit: nothing changed, nothing appended\n"))
      #expect(try digests() == before)
      #expect(try run("find site -type f | sort | xargs sha256sum").output == site)
      #expect(try run("ls -A").output == "audit\ncontent\nsite\n")
    }
  }

  @Test func `a changed input is named, then attested`() throws {
    try inFolder {
      try run("drillbook attest --sample-key")
      let lines = try trail().count
      try run("printf ' ' >> content/plans/inkwell.md")
      let verified = try run("drillbook verify", code: 4)
      #expect(verified.errors.hasPrefix("drillbook: error: \"content/plans/inkwell.md\" "))
      try run("drillbook verify --no-inputs")
      try run("drillbook attest --sample-key")
      let added = try trail().dropFirst(lines)
      #expect(added.count == 2)
      #expect(added.first?.contains("content/plans/inkwell.md") == true)
      #expect(added.last?.contains("\"kind\":\"report\"") == true)
      try run("drillbook verify")
    }
  }

  private func trail() throws -> [Substring] {
    try run("cat audit/trail.jsonl").output.split(separator: "\n")
  }

  @Test(arguments: [
    "sed -i '1s/2026/2027/' audit/trail.jsonl", "sed -i 1d audit/trail.jsonl",
    "sed -i 's/FAILED/PASSED/' audit/report.json", "sed -i d audit/checkpoint",
    "sed -i '2s/./9/' audit/checkpoint", "echo >> audit/log.vkey", "touch audit/notes.txt",
  ])
  func `a folder that was changed is never appended to`(change: String) throws {
    try inFolder {
      try run("drillbook attest --sample-key")
      try run(change)
      let before = try digests()
      let verified = try run("drillbook verify", code: 4)
      #expect(verified.errors.hasPrefix("drillbook: error: \""))
      try run("printf ' ' >> content/plans/inkwell.md")
      let refused = try run("drillbook attest --sample-key", code: 3)
      #expect(refused.errors.contains("nothing is added to a broken trail"))
      #expect(try digests() == before)
    }
  }

  /// One run without a checkpoint may have been interrupted; two runs had one.
  @Test func `a checkpoint that was taken away is missed`() throws {
    try inFolder {
      try run("drillbook attest --sample-key")
      try run("printf ' ' >> content/plans/inkwell.md")
      try run("drillbook attest --sample-key && rm audit/checkpoint")
      let before = try digests()
      try run("drillbook verify", code: 4)
      try run("drillbook attest --sample-key", code: 3)
      #expect(try digests() == before)
    }
  }

  @Test func `a key is made once, kept private and belongs to one trail`() throws {
    try inFolder {
      try run("sed -i 's/^origin: .*/origin: dr.example.com\\/audit/' content/drillbook.yaml")
      let sample = try run("drillbook attest --sample-key", code: 3)
      #expect(sample.errors.contains("the sample key signs only for \"drillbook.example/sample\""))
      try run("drillbook keygen --key k.pem")
      #expect(try run("stat -c %a k.pem").output == "600\n")
      let again = try run("drillbook keygen --key k.pem", code: 3)
      #expect(again.errors.contains("\"k.pem\" is there already, and a key is never overwritten"))
      try run("chmod 640 k.pem")
      let readable = try run("drillbook attest --key k.pem", code: 3)
      #expect(readable.errors.contains("can be read or changed by others (mode 0640)"))
      #expect(try run("ls").output == "content\nk.pem\n")
      try run("chmod 600 k.pem && drillbook attest --key k.pem && drillbook verify")
      try run("drillbook keygen --key other.pem")
      try run("printf ' ' >> content/plans/inkwell.md")
      let before = try digests()
      try run("drillbook attest --key other.pem", code: 3)
      #expect(try digests() == before)
    }
  }
}
