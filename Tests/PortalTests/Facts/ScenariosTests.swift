import Testing

@testable import Portal

struct ScenariosTests {
  private func titles(_ text: String) -> [String] {
    let document = sample(text)
    return Scenarios.read(MarkedOutline(document.outline), lineCount: document.lines.count).map(
      \.title
    )
  }

  @Test(arguments: [
    ("### Scenario 1: Till database lost", "Till database lost"),
    ("## 3. Scenario A — Warehouse link down", "Warehouse link down"),
    ("### 6.2 Scenario 2: **Wrong prices**", "Wrong prices"),
    ("### [Scenario 4: Queue is full](https://example.org/q)", "Queue is full"),
    ("### Szenario 2 - Brand im Lager", "Brand im Lager"),
    ("### Escenario 1: Base dañada", "Base dañada"),
    ("### Scenario: Printer farm offline", "Printer farm offline"),
  ])
  func `reads a numbered heading without its number`(heading: String, title: String) {
    #expect(titles("# Plan\n\n\(heading)\n\nText.\n") == [title])
  }

  @Test func `reads the headings below one for scenarios`() {
    let text = """
      # Plan

      ## Failure scenarios

      ### 1. Lost warehouse

      #### Detection

      ### 2. Bad release

      ## Contacts

      ### Day shift
      """
    #expect(titles(text) == ["Lost warehouse", "Bad release"])
  }

  @Test func `looks through headings that only group scenarios`() {
    let text = """
      ## Disaster scenarios

      ### Scenario categories

      #### Fire

      #### Flood

      ### Impact analysis
      """
    #expect(titles(text) == ["Fire", "Flood"])
  }

  @Test func `reads a list or a table where no heading names a scenario`() {
    #expect(
      titles("## Disaster scenarios\n\n- **Fire**: leave\n- Flood\n") == ["Fire", "Flood"]
    )
    #expect(
      titles("## Scenarios\n\n| Scenario | Impact |\n|---|---|\n| Fire | high |\n") == ["Fire"]
    )
  }

  @Test func `reads the one scenario that a document states at its head`() {
    #expect(titles("# Runbook\n\nScenario: the shop burns down.\n") == ["the shop burns down"])
  }

  @Test(arguments: [
    "## Test scenarios\n\n### Restore to staging\n",
    "## Scenario-based training\n\nText.\n",
    "## Examples\n\n### Scenario 1: A made-up outage\n",
    "## Checklist (for all scenarios)\n\n- Call the lead\n",
    "## Overview\n\nWe plan for several scenarios.\n",
    "## Disaster scenarios\n\n### Critical (P0)\n\n- Fire\n",
  ])
  func `takes nothing else for a scenario`(text: String) {
    #expect(titles(text).isEmpty)
  }

  @Test func `knows where the section of a scenario ends`() {
    let text = "# P\n\n### Scenario 1: A\n\nx\n\n#### Steps\n\ny\n\n### Scenario 2: B\n\nz\n"
    let found = Scenarios.read(marked(text), lineCount: 13)
    #expect(found.map(\.line) == [3, 11])
    #expect(found.map(\.lastLine) == [10, 13])
  }
}
