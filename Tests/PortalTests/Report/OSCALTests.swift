import Foundation
import Testing

@testable import Portal

@Suite struct OSCALTests {
  @Test(arguments: [
    ("CP-09a.", "cp-9", "cp-9_obj.a"), ("CP-02a.02[01]", "cp-2", "cp-2_obj.a.2-1"),
    ("CP-02e.[01]", "cp-2", "cp-2_obj.e-1"), ("CP-10[02]", "cp-10", "cp-10_obj-2"),
    ("CP-09(01)[02]", "cp-9.1", "cp-9.1_obj-2"), ("CP-02(08)", "cp-2.8", "cp-2.8_obj"),
    ("SI-12", "si-12", "si-12_obj"), ("CP-04a.[03]", "cp-4", "cp-4_obj.a-3"),
  ])
  func `a control has the ids of the catalog`(id: String, control: String, objective: String) {
    let name = OSCALControl(id)
    #expect(name?.control == control)
    #expect(name?.objective == objective)
  }

  @Test(arguments: [
    "", "A1.2", "8.2.2", "CP", "CP-", "CP-09(", "12(1)(a)", "CP-9a.", "CP-02e", "CP-04a[01]",
    "CP-04[3]",
  ])
  func `what is no control has none`(id: String) {
    #expect(OSCALControl(id) == nil)
  }

  // The vector of RFC 9562, appendix A.4, in the namespace of URLs.
  @Test func `a name always gives the same UUID of version 5`() {
    let uuid = NamedUUID.of("http://www.example.com/")
    #expect(uuid == "fcde3c85-2270-590f-9e7c-ee003d65e0e2")
  }

  @Test(arguments: [
    ("  two\nlines\t", "two lines"), ("a*b_c`d", "a\\*b\\_c\\`d"),
    ("<b>[x](y)", "&lt;b&gt;\\[x\\](y)"), ("\r\n", "(no words)"), ("", "(no words)"),
  ])
  func `content marks nothing up`(text: String, line: String) {
    #expect(OSCALText.line(text) == line)
  }

  private static func results(_ report: CheckReport) throws -> [String: Any] {
    let bytes = OSCALReport(report, prefix: "content/").bytes
    let document = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return try #require(document?["assessment-results"] as? [String: Any])
  }

  private static func result(_ report: CheckReport) throws -> [String: Any] {
    try #require((try results(report)["results"] as? [[String: Any]])?.first)
  }

  @Test func `a control that something failed for is not satisfied, and none ever is`() throws {
    let result = try Self.result(ReportFixture.mixed)
    let findings = try #require(result["findings"] as? [[String: Any]])
    let states = findings.compactMap { finding in
      ((finding["target"] as? [String: Any])?["status"] as? [String: String])?["state"]
    }
    #expect(!states.isEmpty)
    #expect(Set(states) == ["not-satisfied"])
    let targets = findings.compactMap { ($0["target"] as? [String: Any])?["target-id"] as? String }
    #expect(targets.contains("cp-9_obj.a"))
    let observations = try #require(result["observations"] as? [[String: Any]])
    #expect(observations.count == 9)
  }

  @Test func `evidence leads to its file with the digest`() throws {
    var report = ReportFixture.mixed
    report.digests = ["plans/shop.md": String(repeating: "ab", count: 32)]
    let back = try #require(try Self.results(report)["back-matter"] as? [String: Any])
    let resources = try #require(back["resources"] as? [[String: Any]])
    let shop = try #require(resources.first { $0["title"] as? String == "plans/shop.md" })
    let link = try #require((shop["rlinks"] as? [[String: Any]])?.first)
    #expect(link["href"] as? String == "content/plans/shop.md")
    let hash = try #require((link["hashes"] as? [[String: String]])?.first)
    #expect(hash == ["algorithm": "SHA-256", "value": String(repeating: "ab", count: 32)])
    let id = try #require(shop["uuid"] as? String)
    let text = String(decoding: OSCALReport(report, prefix: "").bytes, as: UTF8.self)
    #expect(text.contains("\"href\": \"#\(id)\""))
  }

  @Test(
    .enabled(if: Validator.has("trestle"), "\(Validator.reason)"),
    arguments: [ReportFixture.mixed, ReportFixture.report([])]
  )
  func `trestle finds the document valid`(report: CheckReport) throws {
    let run = try Validator.python(
      """
      import os, subprocess, sys, tempfile
      folder = tempfile.TemporaryDirectory()
      place = folder.name + "/assessment-results/x"
      trestle = os.path.join(os.path.dirname(sys.executable), "trestle")
      subprocess.run([trestle, "init", "--local"], cwd=folder.name, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
      os.makedirs(place, exist_ok=True)
      with open(place + "/assessment-results.json", "wb") as file:
        file.write(sys.stdin.buffer.read())
      run = subprocess.run([trestle, "validate", "-f", place + "/assessment-results.json"],
        cwd=folder.name, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
      print(run.returncode, run.stdout[-1500:] if run.returncode else "")
      """,
      input: OSCALReport(report, prefix: "content/").bytes
    )
    #expect(run.output == "0 \n", "\(run.output)")
  }
}
