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
      try run("diff -r --exclude tile audit site/audit")
      try run("drillbook verify --audit site/audit")
    }
  }

  /// The commands of `audit/README.md`, in the folder that a person was given.
  @Test func `a person who has only the folder verifies it, and last year's report`() throws {
    try inFolder {
      try run("drillbook attest --sample-key && cp audit/checkpoint kept")
      try run("printf ' ' >> content/plans/inkwell.md")
      try run("drillbook attest --sample-key --as-of 2027-11-21")
      try run("mkdir alone && cd alone && python3 -m zipfile -e ../site/audit.zip .")
      let guide = try run(
        """
        cd alone/audit && cp ../../kept checkpoint-of-last-year
        awk '/^```sh$/ { on = 1; next } /^```$/ { on = 0 } on' README.md |
          grep -v '^python3 verify.py  ' >../guide.sh
        seq=$(ls reports | head -n 1 | cut -d. -f1); sed -i "s/73/$seq/" ../guide.sh
        rm checkpoint-of-last-year
        sed -i 's,--old checkpoint,--no-inputs --old ../../kept #,' ../guide.sh
        bash -euo pipefail ../guide.sh
        """
      )
      #expect(guide.output.contains("SHA256:"))
      #expect(guide.output.contains("intact: "))
      #expect(guide.output.contains("signs the first "))
      let good = "Good \"dr-audit-report\" signature for audit@drillbook.example"
      #expect(guide.output.components(separatedBy: good).count == 3)
      try run("python3 audit/verify.py --old kept && python3 site/audit/verify.py --root .")
    }
  }

  @Test func `check names a trail that does not verify`() throws {
    try inFolder {
      try run("drillbook attest --sample-key")
      let sound = try run("drillbook check --fail-on never").output
      #expect(!sound.contains("[AUD-01]"))
      try run("sed -i '2s/added/changed/' audit/trail.jsonl")
      let broken = try run("drillbook check --fail-on never").output
      let found = broken.split(separator: "\n").first { $0.contains("[AUD-01]") }
      #expect(found?.contains("critical: the audit trail of \"") == true)
      #expect(found?.contains("does not verify: trail.jsonl") == true)
    }
  }

  @Test func `the trail is printed, and an entry is proved`() throws {
    try inFolder {
      try run("drillbook attest --sample-key")
      let lines = try run("drillbook trail").output.split(separator: "\n")
      #expect(lines.count == (try trail().count))
      #expect(lines.first?.hasPrefix("0  2026-11-21T06:00:00Z  key        add SHA256:") == true)
      let kinds = try run(
        "drillbook trail --kind report --format json | jq -c '[.schema, .entries[].kind]'"
      )
      #expect(kinds.output == "[\"drillbook.trail/1\",\"report\"]\n")
      let proof = try run("drillbook prove 3").output.split(separator: "\n")
      #expect(proof.first == "c2sp.org/tlog-proof@v1")
      #expect(proof.contains("index 3"))
      try run("drillbook prove 9999", code: 2)
      try run("drillbook export dsse --sample-key | jq -e '.signatures | length == 1'")
      try run("echo >> audit/log.vkey && drillbook trail", code: 4)
    }
  }

  @Test func `a witness signs what continues the trail, and anchors it`() throws {
    try inFolder {
      let witness =
        "drillbook cosign --key w.pem --name board.example --state state --trust audit/log.vkey"
      try run("drillbook attest --sample-key && drillbook keygen --key w.pem && cp -r audit old")
      try run(witness.replacingOccurrences(of: " --trust audit/log.vkey", with: ""), code: 2)
      let first = try run("\(witness) --as-of 2026-11-22")
      let vkey = first.output.split(separator: "\n").last ?? ""
      try run(
        "printf 'log %s\\nwitness board %s\\nquorum board\\n' $(cat audit/log.vkey) '\(vkey)'"
          + " > policy"
      )
      let anchored = try run("drillbook verify --policy policy")
      #expect(anchored.output.contains("intact and anchored: "))
      #expect(anchored.output.contains(": before 2026-11-22T00:00:00Z"))
      try run("printf ' ' >> content/plans/inkwell.md && drillbook attest --sample-key")
      try run("drillbook verify --policy policy", code: 4)
      try run("\(witness) --as-of 2026-12-01")
      let between = try run("drillbook verify --policy policy")
      #expect(
        between.output.contains("between 2026-11-22T00:00:00Z and 2026-12-01T00:00:00Z")
      )
      try run("rm -r audit && mv old audit")
      let refused = try run(witness, code: 4)
      #expect(refused.errors.contains("it was rolled back; nothing is signed"))
      try run("drillbook verify --no-inputs --max-age 3 --as-of 2026-11-24")
      try run("drillbook verify --no-inputs --max-age 3 --as-of 2026-11-26", code: 4)
    }
  }

  @Test func `a person signs the report off with an SSH key`() throws {
    try inFolder {
      try run("ssh-keygen -q -t ed25519 -N '' -C ada -f ada")
      try run(
        "printf 'signers:\\n  ada@dr.example: %s\\n' \"$(cat ada.pub)\" >> content/drillbook.yaml"
      )
      try run("drillbook attest --sample-key")
      let sign = "ssh-keygen -q -Y sign -f ada -n dr-audit-report < audit/report.json"
      try run("\(sign) > audit/report.json.ada@dr.example.sig")
      let verified = try run("drillbook verify && python3 audit/verify.py")
      #expect(verified.output.contains("is a signature of ada@dr.example"))
      try run(
        "ssh-keygen -Y verify -f audit/allowed_signers -I ada@dr.example -n dr-audit-report "
          + "-s audit/report.json.ada@dr.example.sig < audit/report.json"
      )
      try run("drillbook build")
      let page = try run("cat site/audit.html").output
      #expect(page.contains("Signed off by"))
      #expect(page.contains("ada@dr.example"))
      for name in try run("grep -o 'href=\"audit[/.][^\"]*\"' site/audit.html").output
        .split(separator: "\n").map({ $0.dropFirst(6).dropLast() })
      {
        try run("test -e site/\(name)")
      }
      try run("printf ' ' >> content/plans/inkwell.md && drillbook attest --sample-key")
      #expect(try run("ls audit/reports").output.contains(".json.ada@dr.example.sig\n"))
      try run("drillbook verify && python3 audit/verify.py")
    }
  }

  @Test func `a key is rotated and revoked`() throws {
    try inFolder {
      try run("sed -i 's/^origin: .*/origin: dr.example.com\\/audit/' content/drillbook.yaml")
      try run("for k in a b c; do drillbook keygen --key $k.pem > $k.pub; done")
      try run("drillbook attest --key a.pem && cp audit/log.vkey a.vkey")
      try run("drillbook attest --key b.pem", code: 3)
      try run("drillbook attest --key b.pem --retire a.pem --as-of 2026-11-22")
      try run(
        "drillbook verify --key a.vkey && drillbook verify --key b.pub && python3 audit/verify.py"
      )
      try run("printf ' ' >> content/plans/inkwell.md && drillbook attest --key a.pem", code: 3)
      try run("drillbook attest --key b.pem && drillbook verify --key a.vkey")
      try run("drillbook attest --key c.pem --revoke b.pub --reason 'a laptop was lost'")
      try run("drillbook verify --key c.pub && python3 audit/verify.py")
      try run("drillbook verify --key b.pub", code: 4)
      #expect(try run("drillbook trail --kind key").output.contains("a laptop was lost"))
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
