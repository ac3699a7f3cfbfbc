import Bindings
import Testing

@testable import Audit

/// Every way to change a folder that we know, named by `verify` and by `verify.py`.
@Suite struct TamperingTests {
  /// A change, and the file and words with which it is named.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let file: String
    let words: String
    let change: @Sendable (inout WholeFolder) throws -> Void

    init(
      _ name: String,
      _ file: String,
      _ words: String = "",
      _ change: @escaping @Sendable (inout WholeFolder) throws -> Void
    ) {
      self.name = name
      self.file = file
      self.words = words
      self.change = change
    }

    var testDescription: String { name }
  }

  @Test func `a folder with all that it can hold verifies`() throws {
    var folder = try WholeFolder()
    for _ in 0...1 {
      let verification = folder.verify()
      #expect(verification.isIntact, "\(verification.steps.filter { !$0.isOK })")
      let run = try folder.verifyInPython()
      #expect(run.code == 0, "\(run.output)\(run.errors)")
      #expect(run.output.contains("intact: 11 entries of drillbook.example/sample"))
      try folder.addTiles()
    }
  }

  @Test(arguments: entries + files + signatures + others)
  func `a change is named`(change: Case) throws {
    var folder = try WholeFolder()
    try change.change(&folder)
    let failure = try #require(folder.verify().firstFailure)
    #expect(failure.file == change.file)
    #expect(failure.detail.contains(change.words), "\(failure.detail)")
    let run = try folder.verifyInPython()
    #expect(run.code == 4, "\(run.errors)")
    let last = run.output.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("FAILED \(change.file): "), "\(run.output)")
    #expect(last.contains(change.words), "\(last)")
  }

  @Test func `verify py can be read at one sitting and needs nothing but Python`() {
    let lines = Asset.text("audit/verify.py").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    #expect(lines.count <= 301)
    #expect(lines.allSatisfy { $0.count <= 100 })
    let imports = lines.filter { $0.hasPrefix("import ") || $0.hasPrefix("from ") }
    let modules = "argparse, base64, contextlib, hashlib, json, math, os, re, struct, sys, time"
    #expect(imports == ["import \(modules)"])
  }

  @Test func `tiles say which entry was changed`() throws {
    var folder = try WholeFolder()
    try folder.addTiles()
    folder.edit("trail.jsonl", "plans/shop", "plans/shap")
    #expect(folder.verify().firstFailure?.detail.hasSuffix("look at lines 6 to 6") == true)
  }

  static let entries: [Case] = [
    Case("an entry is edited", "trail.jsonl", "look at lines 1 to 9") {
      $0.edit("trail.jsonl", "plans/shop", "plans/shap")
    },
    Case("an entry after the first report is edited", "trail.jsonl", "look at lines 9 to 11") {
      $0.edit("trail.jsonl", "\"seconds\":7200", "\"seconds\":7300")
    },
    Case("an entry is edited beside its tiles", "trail.jsonl", "was changed: its root") {
      try $0.addTiles()
      $0.edit("trail.jsonl", "plans/shop", "plans/shap")
    },
    Case("an entry is deleted", "trail.jsonl", "line 4: has the number 4 where 3 was expected") {
      $0.lines.remove(at: 3)
    },
    Case("an entry is inserted", "trail.jsonl", "line 6: has the number 4 where 5 was expected") {
      $0.lines.insert($0.lines[4], at: 5)
    },
    Case("two entries change places", "trail.jsonl", "line 3: has the number 3") {
      $0.lines.swapAt(2, 3)
    },
    Case("the last entries are cut off", "trail.jsonl", "9") { $0.lines.removeLast(2) },
    Case("an entry is added at the end", "trail.jsonl", "below the 11 signed ones") {
      $0.lines.append($0.lines[10].replacing("\"seq\":10", with: "\"seq\":11"))
    },
    Case("an entry is dated back", "trail.jsonl", "line 5: is dated before the entry above") {
      $0.lines[4].replace("2026-11-21", with: "2026-11-20")
    },
    Case("an entry is dated forward", "trail.jsonl", "line 6: is dated before the entry above") {
      $0.lines[4].replace("2026-11-21", with: "2026-11-22")
    },
    Case("an entry is written with a space", "trail.jsonl", "line 2: ") {
      $0.lines[1].replace("\"seq\":1", with: "\"seq\": 1")
    },
    Case("an entry has a name twice", "trail.jsonl", "line 2: ") {
      $0.lines[1].replace("{\"action\"", with: "{\"action\":\"add\",\"action\"")
    },
    Case("a drill is made to pass", "trail.jsonl", "look at lines 11 to 11") {
      $0.lines[10].replace("PASSED", with: "FAILED")
    },
  ]

  static let files: [Case] = [
    Case("the report is edited", "report.json") { $0.edit("report.json", "PASSED", "FAILED") },
    Case("the report is an older one", "report.json") {
      $0.contents.files["report.json"] = $0.contents.files["reports/8.json"]
    },
    Case("the number of entries is edited", "checkpoint") {
      $0.edit("checkpoint", "\n11\n", "\n9\n")
    },
    Case("the root is edited", "checkpoint") { folder in
      folder.edit("checkpoint") { text in
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        lines[2] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        return lines.joined(separator: "\n")
      }
    },
    Case("the origin is edited", "checkpoint") { $0.edit("checkpoint", "/sample\n", "/simple\n") },
    Case("the same bytes are spelled otherwise", "checkpoint") { folder in
      // The last digit before the padding has two bits that stand for nothing.
      let index = (folder.contents.files["checkpoint"]?.count ?? 0) - 3
      folder.contents.files["checkpoint"]?[index] += 1
    },
    Case("line ends were converted", "trail.jsonl") { folder in
      folder.edit("trail.jsonl") { $0.replacing("\n", with: "\r\n") }
    },
    Case("an editor put a byte order mark", "report.json") { folder in
      folder.edit("report.json") { "\u{FEFF}" + $0 }
    },
    Case("a file is missing", "allowed_signers", "is missing") {
      $0.contents.files["allowed_signers"] = nil
    },
    Case("a file is empty", "trail.jsonl") { $0.contents.files["trail.jsonl"] = [] },
    Case("the checkpoint is an older one", "trail.jsonl", "below the 9 signed ones") {
      $0.contents.files["checkpoint"] = $0.older[0].bytes
    },
  ]

  static let signatures: [Case] = [
    Case("the verifier key is another", "log.vkey") { folder in
      let key = try #require(PublicKey(WholeFolder.strangerKey().publicKey))
      let line = VerifierKey(name: SampleKey.origin, key: key).description + "\n"
      folder.contents.files["log.vkey"] = Array(line.utf8)
    },
    Case("all is signed anew by another key", "log.vkey") { folder in
      let attestation = try Attestation.make(
        of: WholeFolder.assessment(),
        after: .empty,
        with: WholeFolder.strangerKey()
      )
      folder.contents = try #require(attestation).record.contents
      folder.older = []
    },
    Case("the signature is that of an older report", "report.json.sig") {
      $0.contents.files["report.json.sig"] = $0.contents.files["reports/8.json.sig"]
    },
    Case("the signature is for another use", "report.json.sig") { folder in
      folder.contents.files["report.json.sig"] = try WholeFolder.signature(
        of: folder.contents,
        with: Sample.key(),
        namespace: "file"
      )
    },
    Case("the signature is of another key", "report.json.sig") { folder in
      folder.contents.files["report.json.sig"] = try WholeFolder.signature(
        of: folder.contents,
        with: WholeFolder.strangerKey()
      )
    },
    Case("a person's signature is of another key", WholeFolder.signOff) { folder in
      folder.contents.files[WholeFolder.signOff] = try WholeFolder.signature(
        of: folder.contents,
        with: WholeFolder.strangerKey()
      )
    },
    Case("a person's signature is in another name", "report.json.eve@dr.example.sig") { folder in
      folder.contents.files["report.json.eve@dr.example.sig"] = try WholeFolder.signature(
        of: folder.contents,
        with: WholeFolder.personKey()
      )
    },
    Case("the time of a key is widened", "allowed_signers") {
      $0.edit("allowed_signers", "valid-after=\"2026", "valid-after=\"2016")
    },
    Case("a key is added to the signers", "allowed_signers") { folder in
      folder.edit("allowed_signers") { $0 + $0 }
    },
    Case("the checkpoint has a second line in the log's name", "checkpoint") { folder in
      var note = try SignedNote(bytes: folder.contents.files["checkpoint"] ?? [])
      try note.sign(name: SampleKey.origin, with: WholeFolder.strangerKey())
      folder.contents.files["checkpoint"] = note.bytes
    },
    Case("the checkpoint is signed by another key", "checkpoint") { folder in
      let old = try SignedNote(bytes: folder.contents.files["checkpoint"] ?? [])
      var note = SignedNote(old.text)
      try note.sign(name: SampleKey.origin, with: WholeFolder.strangerKey())
      folder.contents.files["checkpoint"] = note.bytes
    },
  ]

  static let others: [Case] = [
    Case("an input is edited", "content/plans/shop.md", "was changed") {
      $0.inputs["content/plans/shop.md"]?.append(0x20)
    },
    Case("an input is removed", "content/drills/a.yaml", "is missing") {
      $0.inputs["content/drills/a.yaml"] = nil
    },
    Case("verify.py is edited", "verify.py") { $0.edit("verify.py", "need(", "print(") },
    Case("the guide is removed", "README.md", "is missing") {
      $0.contents.files["README.md"] = nil
    },
    Case("a file is too many", "notes.txt", "does not belong here") {
      $0.contents.files["notes.txt"] = []
    },
    Case("a folder is too many", "notes", "is no file") { $0.contents.others = ["notes"] },
    Case("a kept report is edited", "reports/8.json") {
      $0.edit("reports/8.json", "PASSED", "FAILED")
    },
    Case("a kept signature is edited", "reports/8.json.sig") {
      $0.contents.files["reports/8.json.sig"] = $0.contents.files["report.json.sig"]
    },
    Case("a report of no entry is added", "reports/7.json") {
      $0.contents.files["reports/7.json"] = $0.contents.files["reports/8.json"]
    },
    Case("a kept checkpoint signs other entries", "checkpoints/3") { folder in
      let origin = try #require(Origin(SampleKey.origin))
      var note = SignedNote(Checkpoint(origin: origin, size: 3, root: Digest(of: [])).text)
      try note.sign(name: SampleKey.origin, with: Sample.key())
      folder.contents.files["checkpoints/3"] = note.bytes
    },
    Case("a time stamp is dated back", "checkpoint.tsr") { folder in
      let stamp = try #require(folder.contents.files["checkpoint.tsr"])
      let place = try #require(Array(stamp).firstRange(of: [0x18, 0x0F]))
      folder.contents.files["checkpoint.tsr"]?[place.upperBound + 3] ^= 1
    },
    Case("a time stamp is of another checkpoint", "checkpoint.tsr", "is of another checkpoint") {
      $0.contents.files["checkpoint.tsr"] = $0.contents.files["checkpoints/9.tsr"]
    },
    Case("a time stamp is of no checkpoint", "checkpoints/3.tsr", "of no checkpoint") {
      $0.contents.files["checkpoints/3.tsr"] = $0.contents.files["checkpoints/9.tsr"]
    },
    Case("a time stamp has bytes at its end", "checkpoints/9.tsr", "one") {
      $0.contents.files["checkpoints/9.tsr"]?.append(0)
    },
    Case("a time stamp is no time stamp", "checkpoints/9.tsr", "is no granted answer") {
      $0.contents.files["checkpoints/9.tsr"] = [0x30, 0x00]
    },
    Case("a tile is edited", "tile/0/000.p/11") {
      try $0.addTiles()
      $0.contents.files["tile/0/000.p/11"]?[5] ^= 1
    },
    Case("a tile is removed", "tile/entries/000.p/11", "is missing") {
      try $0.addTiles()
      $0.contents.files["tile/entries/000.p/11"] = nil
    },
    Case("a tile is too many", "tile/1/000.p/1", "does not belong here") {
      try $0.addTiles()
      $0.contents.files["tile/1/000.p/1"] = []
    },
    // What the folder alone cannot show.
    Case("all is rolled back", "kept", "rolled back") { folder in
      let newer = folder.contents.files[AuditFile.checkpoint] ?? []
      folder.older = [AuditFile(name: "kept", bytes: newer)]
      folder.contents = try Sample.contents(WholeFolder.assessment())
    },
    Case("history is written anew with the key", "kept", "history was rewritten") { folder in
      let first = try Sample.contents(WholeFolder.assessment(seconds: 1))
      folder.contents = try Sample.contents(WholeFolder.assessment(state: "stale"), after: first)
    },
    Case("two heads of one size are shown", "kept", "history was rewritten") {
      $0.contents = try Sample.contents(WholeFolder.assessment(seconds: 1))
    },
  ]
}
