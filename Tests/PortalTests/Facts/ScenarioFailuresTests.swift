import Testing

@testable import Portal

/// Scenarios of documents that do not call them so.
struct ScenarioFailuresTests {
  private func titles(_ text: String) -> [String] {
    let document = sample(text)
    return Scenarios.read(MarkedOutline(document.outline), document.lines).map(\.title)
  }

  @Test(arguments: [
    "## Response\n\n### Depot link failure\n\n1. Call.\n\n"
      + "### Loss of the stock list\n\n```\nls\n```\n",
    "## Depot link failure (one line)\n\n1. Call.\n\n## Loss of the stock list\n\n1. Print.\n",
    "## Depot link failure\n\nImpact: no tills.\n\n"
      + "## Loss of the stock list\n\n1. Print.\n\n## Notes\n",
    "## P1 — Depot link failure\n\n1. Call.\n\n## P2: Loss of the stock list\n\n1. Print.\n",
  ])
  func `reads sibling headings that name failures and tell what to do`(text: String) {
    #expect(
      titles("# Plan\n\n\(text)").map { $0.replacing(" (one line)", with: "") } == [
        "Depot link failure", "Loss of the stock list",
      ]
    )
  }

  @Test func `reads headings that name failures where most beside each other do`() {
    let text =
      "# Recovery\n\n## Till crash\n\nStart it.\n\n## Depot link down\n\nWait.\n\n"
      + "## Stock list lost\n\nCount.\n\n## Notes\n\nNone.\n"
    #expect(titles(text) == ["Till crash", "Depot link down", "Stock list lost"])
  }

  @Test func `reads failures behind "procedure" in another language`() {
    let text =
      "# Recuperación\n\n## 1. Procedimiento: Cajas caídas\n\n1. Reiniciar.\n\n"
      + "## 2. Procedimiento: Degradación del almacén\n\n1. Esperar.\n\n"
      + "## 3. Procedimiento: Lectores detenidos\n\n1. Llamar.\n"
    #expect(titles(text).count == 3)
  }

  @Test(arguments: [
    "## Depot link failure\n\n1. Call.\n",
    "## Depot link failure\n\nIt rains.\n\n## Loss of the stock list\n\nIt snows.\n",
    "## What to do on failure\n\n1. Call.\n\n## In case of failure\n\n1. Call.\n",
    "## Drills\n\n### Link failure\n\n1. Pull it.\n\n### Loss of the list\n\n1. Drop it.\n",
    "## Acceptable data loss\n\n1. None.\n\n## Backup failure\n\n1. Look.\n",
    "## Risks\n\n### Link failure\n\n1. Rare.\n\n### Loss of the list\n\n1. Rarer.\n",
  ])
  func `takes no heading for a scenario that is alone or tells of something else`(text: String) {
    #expect(titles("# Plan\n\n\(text)").isEmpty)
  }

  @Test func `reads sections that say which scenario they are for`() {
    let text = """
      # Plan

      ## broken-index

      **Scenario:** The index does not open.

      ## Part 2: Till Recovery

      **Scenario**: All tills are off
      **Time Estimate**: 5-10 minutes

      ## Contacts
      """
    #expect(titles(text) == ["broken-index", "Part 2: Till Recovery"])
  }

  @Test func `reads numbered scenarios in a document whose title speaks of drills`() {
    let text = "**Scenario 1: Lost stock**\n\nCount.\n\n**Scenario 2: Wrong prices**\n"
    #expect(titles("# Drill plan\n\n" + text) == ["Lost stock", "Wrong prices"])
    #expect(titles("# Plan\n\n## Drills\n\n" + text).isEmpty)
  }
}
