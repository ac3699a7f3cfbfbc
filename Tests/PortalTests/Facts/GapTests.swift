import Testing

@testable import Portal

@Suite struct GapTests {
  private func gaps(_ text: String) -> [String] {
    Facts(sample(text)).gaps.map { gap in (gap.line.map { "\($0): " } ?? "") + gap.words }
  }

  @Test func `asks for the other half of an objective`() {
    let gaps = gaps("# Plan\n\n| Component | RTO |\n|---|---|\n| Cache | 1 hour |\n")
    #expect(gaps.first == "5: a recovery point objective for \"Cache\"")
  }

  @Test func `asks how long a recovery takes`() {
    let gaps = gaps("# Plan\n\nRTO: 1 hour\nRPO: 1 hour\n\n## Scenario 1: Fire\n\nCall for help.\n")
    #expect(gaps.first == "6: how long a recovery from \"Fire\" takes")
  }

  @Test func `asks nothing of a plan that says all`() {
    let plan = """
      # Plan

      **Owner**: Depot desk
      **Last reviewed**: 2026-10-01
      **Next review**: 2027-04-01
      **Approved by**: Head of depots

      RTO: 2 hours
      RPO: 1 day

      - Backup of the database: daily

      ## Scenario 1: Fire

      **Estimated recovery time**: 1 hour

      ## Drills

      - **Restore test**: quarterly

      ## Contacts

      | Role | Phone |
      |---|---|
      | Depot desk | +00 00 555 0101 |

      """
    #expect(gaps(plan) == [])
  }

  @Test func `asks a runbook for document control only`() {
    #expect(
      gaps("# Restart the press\n\nPush the button.\n") == [
        "a recovery objective, or scenarios: it is read as a runbook", "an owner",
        "a date of its last review", "a date of its next review", "an approval",
      ]
    )
  }

  @Test func `names the line of a field that is not filled in`() {
    #expect(gaps("# Restart the press\n\n**Owner**: [name]\n").contains("3: an owner"))
  }
}
