import Testing

@testable import Portal

struct StatedTimesTests {
  private func read(_ text: String) -> [StatedTime] {
    let document = sample(text)
    let outline = MarkedOutline(document.outline)
    let scenarios = Scenarios.read(outline, document.lines)
    return StatedTimes.read(outline, scenarios: scenarios)
  }

  @Test(arguments: [
    ("**Time to Recovery**: ~45 minutes", 2700, 2700),
    ("Estimated time: 2-4 hours", 7200, 14_400),
    ("**Geschätzte Dauer:** 30-60 Minuten", 1800, 3600),
    ("- **Total: 3-4 hours** when nothing goes wrong", 10_800, 14_400),
    ("- Automatic failover within 60 seconds", 60, 60),
    ("Recovery takes about 2 hours.", 7200, 7200),
    ("```sh\n# Estimated Time: 30 minutes - 2 hours by size\n./restore.sh\n```", 1800, 7200),
    ("**Tiempo estimado:** 3 horas", 10_800, 10_800),
    ("**Time Estimate**: 5-10 minutes", 300, 600), ("**Tijd nodig:** ~2 uur", 7200, 7200),
    ("**Tempo de Recovery:** 10-15 minutos", 600, 900),
    ("The host starts it again. Typical recovery time: < 2 minutes.", 120, 120),
    ("Expected wall-clock: ~4 h with two people, most of it for the copy.", 14_400, 14_400),
  ])
  func `reads how long a recovery takes`(line: String, minimum: Int, maximum: Int) {
    let found = read("# Plan\n\n### Scenario 1: Stock database lost\n\n\(line)\n")
    #expect(found.map(\.minimum) == [minimum])
    #expect(found.map(\.maximum) == [maximum])
    #expect(found.first?.scenario == 0)
    #expect(found.first?.subject == "Stock database lost")
  }

  @Test(arguments: [
    "#### Step 2: Restore\n\n**Expected duration**: 20 minutes",
    "- **Mean Time To Recovery (MTTR)**: < 2 hours", "- Detect: 5-15 min", "**Dauer:** 2-3 Stunden",
    "The report follows within 48 hours.",
    "- [ ] Recovery within 4 hours", "A deleted server can be recovered within five days.",
    "```markdown\n**Estimated time**: 2 hours\n```",
    "**Total target RTO: < 55 minutes**",
    "| Tier | Case | RTO (time to restore) |\n|---|---|---|\n| 1 | Fire | 1 h |",
    "**Estimated time**: depends on the size",
    "Nobody knows. Estimated times of 2 hours are guesses of the drill.",
  ])
  func `reads no part, template or promise as a recovery`(line: String) {
    #expect(read("# Plan\n\n## Recovery\n\n\(line)\n").isEmpty)
  }

  @Test func `names what is recovered by the nearest heading that tells it`() {
    let text = "# Plan\n\n### Rebuild of the till\n\n**Procedure:**\n\n1. Order one\n\n"
    let found = read(text + "**Total estimated time:** 4-8 hours\n")
    #expect(found.map(\.subject) == ["Rebuild of the till"])
  }

  @Test func `reads the rows of a table by size and only the total of one by task`() {
    let bySize =
      "| Size | Estimated restore time |\n|---|---|\n| < 1 GB | 5 min |\n| more | 1 hour |\n"
    #expect(read(bySize).map(\.maximum) == [300, 3600])
    let byTask =
      "| Task | Estimated time |\n|---|---|\n| Restore | 1 hour |\n| **Total** | 2 hours |\n"
    #expect(read(byTask).map(\.maximum) == [7200])
    let byStage =
      "| Stage | Failure scenario | Estimated recovery time |\n|---|---|---|\n"
      + "| Live | Bad release | 45 min |\n"
    #expect(read(byStage).map(\.maximum) == [2700])
  }

  @Test func `reads the time inside of the line of a scenario`() {
    let found = read(
      "# Plan\n\n## Scenarios\n\n1. **Flood**: move out. Estimated time: 2 hours\n"
        + "2. **Fire**: move out. Estimated time: 45 min\n"
    )
    #expect(found.map(\.maximum) == [7200, 2700])
    #expect(found.map(\.scenario) == [0, 1])
  }

  @Test func `reads the phases of a table of service levels`() {
    let text = """
      ## Service levels

      | Metric | Target |
      |---|---|
      | Detection time | < 5 minutes |
      | Response time | 15 minutes |
      | Data loss | < 1 hour |
      | Uptime | 99.9% |
      """
    let found = read(text)
    #expect(found.map(\.phase) == [.detection, .response, .dataLoss])
    #expect(found.map(\.maximum) == [300, 900, 3600])
    #expect(found.map(\.isStrict) == [true, false, true])
    #expect(found.allSatisfy { $0.source == .sla })
  }

  @Test func `reads no severity table as service levels`() {
    let text = "| Severity | Response time |\n|---|---|\n| SEV1 | 15 min |\n| SEV2 | 1 hour |\n"
    #expect(read(text).isEmpty)
  }
}
