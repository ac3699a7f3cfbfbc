import Testing

@testable import Portal

@Suite struct ControlTests {
  @Test func `knows every control that a check names`() {
    for rule in Rule.all {
      for control in rule.head.controls {
        #expect(ControlMap.shared.find(control) != nil, "\(rule.id): \(control)")
      }
    }
  }

  @Test func `writes every objective of NIST as SP 800-53A does`() throws {
    let nist = try #require(ControlMap.shared.frameworks.first { $0.id.hasPrefix("nist") })
    for control in nist.controls { #expect(OSCALControl(control.id) != nil, "\(control.id)") }
  }

  @Test func `says of every standard where it comes from`() {
    let frameworks = ControlMap.shared.frameworks
    #expect(frameworks.count == 7)
    for framework in frameworks {
      #expect(framework.source.hasPrefix("http"), "\(framework.standard)")
      #expect(!framework.id.isEmpty && !framework.version.isEmpty && !framework.title.isEmpty)
      #expect(Set(framework.controls.map(\.id)).count == framework.controls.count)
      #expect(framework.controls.allSatisfy { !$0.title.isEmpty }, "\(framework.standard)")
    }
  }

  @Test(arguments: [
    (["pass"], "for"), (["pass", "fail"], "against"), (["pass", "warn"], "against"),
    (["unknown"], "none"), ([], "none"),
  ])
  func `one finding is enough against a control`(verdicts: [String], word: String) {
    var evidence = ControlEvidence()
    for verdict in verdicts { evidence.add(1, verdict: verdict) }
    #expect(evidence.word.rawValue == word)
  }

  @Test func `a waived finding counts against as any other`() {
    let report = ReportFixture.report([
      ReportFixture.finding("WVR-01", "shop/database", isWaived: true)
    ])
    let text = String(decoding: ControlsReport(report).csv, as: UTF8.self)
    #expect(text.contains("CP-02a.06,"))
    let row = text.split(separator: "\r\n").first {
      $0.contains(",CC4.2,") && $0.contains("WVR-01")
    }
    #expect(row?.contains(",against,WVR-01,Waivers are in force,0,1,0,0,") == true, "\(row ?? "")")
  }
}
