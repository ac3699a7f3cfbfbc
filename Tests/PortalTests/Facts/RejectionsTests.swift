import Testing

@testable import Portal

@Suite struct RejectionsTests {
  private func rejections(_ text: String) -> [String] {
    Facts(sample(text)).rejections.map { "\($0.line): \($0.reason)" }
  }

  @Test(arguments: [
    (
      "RTO achieved: 3 hours",
      "3: \"achieved\" tells of what was or might be, not of what is asked for"
    ),
    ("- [ ] RTO of 4 hours agreed with sales", "3: a box to tick sets no target"),
    ("The drill ended well within the 4 hour RTO.", "3: it mentions a target and sets none"),
    (
      "| Drill | Actual RTO |\n|---|---|\n| Spring | 3 hours |",
      "5: \"actual\" in its column tells of what was, not of what is asked for"
    ),
    (
      "## Example\n\nWith an RTO of 4 hours the shop would be closed until noon.",
      "5: it stands among examples or templates"
    ),
    ("## Drill results\n\n- RTO: 3 hours", "5: its section tells of what was, or of plans"),
  ])
  func `says why a line is no objective`(text: String, rejection: String) {
    #expect(rejections("# Plan\n\n\(text)\n") == [rejection])
  }

  @Test(arguments: [
    "RTO: 4 hours", "## RTO and RPO", "The RTO is set by the business.", "We restart in 5 minutes.",
    "| Component | RTO |\n|---|---|\n| Cache | 1 hour |",
  ])
  func `rejects nothing where nothing is claimed, or all is taken`(text: String) {
    #expect(rejections("# Plan\n\n\(text)\n") == [])
  }
}
