import Testing

@testable import Portal

struct ScenariosTests {
  private func titles(_ text: String) -> [String] {
    let document = sample(text)
    return Scenarios.read(MarkedOutline(document.outline), document.lines).map(\.title)
  }

  @Test(arguments: [
    ("### Scenario 1: Till database lost", "Till database lost"),
    ("## 3. Scenario A — Warehouse link down", "Warehouse link down"),
    ("### 6.2 Scenario 2: **Wrong prices**", "Wrong prices"),
    ("### [Scenario 4: Queue is full](https://example.org/q)", "Queue is full"),
    ("### Szenario 2 - Brand im Lager", "Brand im Lager"),
    ("### Escenario 1: Base dañada", "Base dañada"),
    ("### Scenario: Printer farm offline", "Printer farm offline"),
    ("### 🚨 CENÁRIO B: Estoque errado", "Estoque errado"),
    ("### Scenario 3. Fire in the depot", "Fire in the depot"),
    ("### Scenario (B): Scales drift", "Scales drift"),
    ("### Disaster Scenario 2 – Flood", "Flood"), ("### Scenario Two: Lost keys", "Lost keys"),
    ("### Cenário A – Rede fora do ar", "Rede fora do ar"),
    ("### Scénario 3 : Perte du site", "Perte du site"),
    ("### Notfallszenario 1: Strom fehlt", "Strom fehlt"),
    ("### シナリオ1：倉庫の火災", "倉庫の火災"), ("### 场景A: API不可用", "API不可用"),
    ("### 4.1 场景一：磁盘已满", "磁盘已满"), ("#### 場景 2、機房斷電", "機房斷電"),
    ("#### Scenario: the till is down 🔴", "the till is down 🔴"),
    ("## §5. Restore — Escenario A: Base dañada", "Base dañada"),
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

  @Test(arguments: [
    "### Runbook: Lost stock\n\n### Runbook: Wrong prices\n",
    "### DR-01: Lost stock\n\n### DR-02: Wrong prices\n",
    "## Case 1 - Lost stock\n\n## Case 2 - Wrong prices\n",
    "### Lost stock scenario\n\n### Wrong prices scenario\n",
    "## Failure modes\n\n### A. Lost stock\n\n### B. Wrong prices\n",
    "## Incident playbooks\n\n### F-1 Lost stock\n\n### F-2: Wrong prices\n",
    "## Failure classes\n\n1. Lost stock\n2. Wrong prices\n",
    "## Runbook A — Shop closed\n\n## Runbook B — Shop moved\n\n## Runbooks (scenarios)\n\n"
      + "### Lost stock\n\n### Wrong prices\n",
    "## Disaster types\n\n**Lost stock**\n\n- Count again\n\n**Wrong prices**\n\n- Print anew\n",
    "- **Scenario A — Lost stock.** Count.\n- **Scenario B — Wrong prices.** Print.\n",
    "**Scenario 1**: Lost stock.\n\n**Scenario 2**: Wrong prices.\n",
    "We plan for these scenarios:\n\n- Lost stock\n- Wrong prices\n",
    "## Scenarios covered\n\n### High\n\n- Lost stock\n\n### Low\n\n- Wrong prices\n",
    "## Targets\n\n| # | Scenario | RTO |\n|---|---|---|\n| 1 | Lost stock | 1 h |\n"
      + "| 2 | Wrong prices | 2 h |\n",
    "## Scenarios\n\n### S1. Lost stock\n\n#### Steps\n\n### S2 - Wrong prices\n",
    "## Failure scenarios\n\n| Event | What to do |\n|---|---|\n| Lost stock | Count |\n"
      + "| Wrong prices | Print |\n",
    "# 5. Failure modes\n\n## 📊 Failure mode catalog\n\n### Depot\n\n"
      + "| Failure | What to do |\n|---|---|\n| Lost stock | Count |\n\n"
      + "### Till\n\n| Failure | What to do |\n|---|---|\n| Wrong prices | Print |\n",
  ])
  func `reads every form in which a plan names what may happen`(text: String) {
    #expect(
      titles("# Plan\n\n\(text)").map { $0.replacing("F-1 ", with: "") } == [
        "Lost stock", "Wrong prices",
      ]
    )
  }

  @Test func `prefers the table that stands under a heading for scenarios`() {
    let text = """
      ## Targets

      | Scenario | RTO |
      |---|---|
      | Anything | 4 h |

      ## Recovery by scenario

      | Scenario | Way |
      |---|---|
      | Lost stock | Count |
      """
    #expect(titles(text) == ["Lost stock"])
  }

  @Test func `leaves out the parts of a chapter about scenarios`() {
    let text = """
      ## Failure scenarios

      ### Scenario classification

      ### Risk assessment

      ### 1. Critical shelf broken

      ### 2. Recovery procedure missing for the shop

      ### Escalation
      """
    #expect(
      titles(text) == ["Critical shelf broken", "Recovery procedure missing for the shop"]
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
    "## Runbook: Restore the shop\n\n## Runbook: Fail over\n", "## Case 1: One of a kind\n",
    "## Drills\n\n| Date | Scenario | Result |\n|---|---|---|\n| May | Fire | good |\n",
    "## History\n\n| Date | Scenario | Took |\n|---|---|---|\n| 2026-01-02 | Fire | 2 h |\n",
    "## Use case scenarios\n\n- Sell\n- Buy\n",
    "## DR test\n\n### Test scenario\n\n### Failover scenario\n",
    "## Drill scenarios\n\n- Restore to staging\n- Fail over\n",
    "## Strategy 1: Second shop\n\n## Strategy 2: Spare tills\n",
    "## Strategy 1: Restore the loss of data\n\n## Strategy 2: Disaster recovery site\n",
    "## Strategy\n\n## Data loss\n",
  ])
  func `takes nothing else for a scenario`(text: String) {
    #expect(titles(text).isEmpty)
  }

  @Test(arguments: [
    (
      "1. [Till lost](#till-lost)\n2. [Shelf bent](#2-shelf-bent)",
      ["9 Till lost", "11 Shelf bent"]
    ),
    (
      "- [Shelf bent](#2-shelf-bent)\n- [**Till lost**](#till-lost)",
      ["9 Till lost", "11 Shelf bent"]
    ),
    ("- [Moved away](#moved-away)\n- Till on fire", ["6 Till on fire"]),
    (
      "- [Till lost](#till-lost) or [Shelf bent](#2-shelf-bent)\n- Rain",
      [
        "5 Till lost or Shelf bent", "6 Rain",
      ]
    ),
  ])
  func `follows a link of a list to where its scenario is told`(list: String, titles: [String]) {
    let text = "# Plan\n\n## Scenarios covered\n\n\(list)\n\n\n## Till lost\n\n## 2. Shelf bent\n"
    let found = Scenarios.read(marked(text), sample(text).lines)
    #expect(found.map { "\($0.line) \($0.title)" } == titles)
  }

  @Test func `reads numbered strategies of which one names a failure, and their targets`() {
    let text = """
      # Plan

      ## Strategy 1: Till outage

      **RTO**: 2 hours

      ## Strategy 2: Key staff away

      **RTO**: 1 day

      ### Database

      **RTO**: 3 hours
      """
    #expect(titles(text) == ["Till outage", "Key staff away"])
    let objectives = Facts(sample(text)).objectives
    #expect(objectives.map(\.dimension) == [.scenario, .scenario, .data])
  }

  @Test(arguments: [
    "scenarios:\n  - name: Till lost\n    rto: 4h\n    steps:\n      - name: Call\n"
      + "  - name: Fire\n",
    "recovery:\n  failure_scenarios:\n  # the list\n  - id: 1\n    title: \"Till lost\"\n"
      + "  - id: 2\n    title: Fire\n\nowner:\n  - name: Ada\n",
    "scenarios:\n  - Till lost\n  - Fire\n",
  ])
  func `reads the scenarios of a list in settings`(code: String) {
    #expect(titles("# Plan\n\n```yaml\n\(code)```\n") == ["Till lost", "Fire"])
  }

  @Test(arguments: [
    "```yaml\ntest_scenarios:\n  - name: Restore\n  - name: Fail over\n```",
    "```yaml\nscenarios: 3\nowners:\n  - name: Ada\n```",
    "```yaml\nscenarios:\n  count: 3\n```",
    "```js\nscenarios:\n  - name: Load\n```",
    "## Drills\n\n```yaml\nscenarios:\n  - name: Restore\n```",
  ])
  func `takes no other list in code for one of scenarios`(text: String) {
    #expect(titles("# Plan\n\n\(text)\n").isEmpty)
  }

  @Test func `takes the target of an entry for that of its scenario`() {
    let text = "# P\n\n```yaml\nscenarios:\n  - name: Fire\n    rto: 4h\n```\n"
    #expect(Facts(sample(text)).objectives.map(\.dimension) == [.scenario])
  }

  @Test func `takes the target of a heading among scenarios for that of a scenario`() {
    let text = "## Failure scenarios\n\n### Data lost\n\nRTO: 2 h\n\n### Fire\n\nRTO: 4 h\n"
    #expect(Facts(sample(text)).objectives.map(\.dimension) == [.scenario, .scenario])
  }

  @Test func `knows where the section of a scenario ends`() {
    let text = "# P\n\n### Scenario 1: A\n\nx\n\n#### Steps\n\ny\n\n### Scenario 2: B\n\nz\n"
    let found = Scenarios.read(marked(text), sample(text).lines)
    #expect(found.map(\.line) == [3, 11])
    #expect(found.map(\.lastLine) == [10, 13])
  }
}
