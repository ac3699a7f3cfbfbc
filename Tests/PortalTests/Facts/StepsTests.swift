import Testing

@testable import Portal

struct StepsTests {
  private func read(_ text: String) -> [Step] {
    let document = sample(text)
    let outline = MarkedOutline(document.outline)
    let scenarios = Scenarios.read(outline, document.lines)
    return Steps.read(outline, document, scenarios: scenarios)
  }

  /// "1 Stop writes": the number and the title.
  private func steps(_ text: String) -> [String] {
    read(text).map { step in (step.number.map { "\($0) " } ?? "") + step.title }
  }

  @Test(arguments: [
    "#### Step 1: Stop writes", "### Step 1 - Stop writes", "### Step 1. Stop writes",
    "### Schritt 1: Stop writes", "### Paso 1: Stop writes", "### Passo 1 – Stop writes",
    "### Étape 1 : Stop writes", "### 手順1：Stop writes", "### 步骤 1：Stop writes",
    "### 第1步：Stop writes", "**Step 1**: Stop writes", "**Step 1: Stop writes**",
    "- **Step 1**: Stop writes", "```sh\n# Step 1: Stop writes\nls\n```",
    "```sh\n# 1. Stop writes\nls\n```", "```sql\n-- Step 1: Stop writes\nSELECT 1;\n```",
    "| Step | Action |\n|---|---|\n| 1 | Stop writes |",
  ])
  func `reads a step by its word`(line: String) {
    #expect(steps("# Plan\n\n## Till\n\n\(line)\n") == ["1 Stop writes"])
  }

  @Test(arguments: [
    "## Recovery procedure", "## Failover", "## How to restore the till", "## Rollback steps",
    "## Wiederherstellung", "## Ablauf der Umschaltung", "## Procedimiento de recuperación",
    "## Restauração", "## Procédure de reprise", "## 復旧手順", "## 恢复步骤",
    "## Scenario 1: Fire", "Follow these steps:", "**Actions:**", "- **Recovery**:",
  ])
  func `reads an ordered list below words of a procedure`(above: String) {
    let indent = above.hasPrefix("-") ? "  " : ""
    let text = "# Plan\n\n\(above)\n\n\(indent)1. Stop writes\n\(indent)2. Restore it\n"
    #expect(steps(text) == ["1 Stop writes", "2 Restore it"])
  }

  @Test(arguments: [
    "## Recovery objectives", "## Contacts", "## Table of contents", "## References", "## Roles",
    "## Recovery team", "## Prerequisites", "## Root causes", "## Overview", "## Risks",
    "## Backup types", "## Automatic failover", "## Recovery priorities", "## Lessons learned",
    "## Kontakte", "## Ziele", "## Objetivos", "## Contactos", "## 目標", "## 联系人",
    "The plan has these objectives:", "**Detection:**",
  ])
  func `takes no other ordered list for a procedure`(above: String) {
    #expect(steps("# Plan\n\n\(above)\n\n1. One thing\n2. Another\n") == [])
  }

  @Test func `counts on where all items have one number, and keeps what is within a step`() {
    let text = """
      ## Restore

      1. Stop writes
         1. The till
         2. The shop
      1. Restore
         - [ ] the till
      1. Say so
         and go on
      """
    #expect(steps(text) == ["1 Stop writes", "2 Restore", "3 Say so"])
  }

  @Test func `reads boxes below a heading of a procedure`() {
    let text = """
      # Runbook

      ## Recovery checklist

      - [ ] Stop writes
      - [x] Restore

      ## To build

      - [ ] A better script
      """
    #expect(steps(text) == ["Stop writes", "Restore"])
  }

  @Test func `reads numbered headings below a procedure, and no chapters`() {
    let text = """
      ## Recovery procedure

      ### 1. Stop writes

      Now.

      ### 2. Restore

      ## Recovery procedures

      ### 1. Database

      ### 2. Shop

      ## 3. Contacts
      """
    #expect(steps(text) == ["1 Stop writes", "2 Restore"])
  }

  @Test func `reads plain comments above commands where none has a number`() {
    let text = """
      ## Restore the till

      ```sh
      #!/bin/sh
      # Restores the till

      # Settings
      FILE=a.dump

      # Stop writes
      systemctl stop till
      # pg_dump till
      # Restore
      # from the dump
      pg_restore -d till $FILE
      # Note: be quick
      ls
      ```
      """
    #expect(steps(text) == ["Stop writes"])
    #expect(steps("## Backups\n\n```sh\n# Dump\npg_dump till\n```\n") == [])
    let numbered = "## Restore\n\n```sh\n# 1. Stop\nls\n# then\nls\n```\n"
    #expect(steps(numbered) == ["1 Stop"])
    #expect(steps("### Step 1: Look\n\n```sh\n# Who\nwho\n```\n") == ["1 Look"])
  }

  @Test func `takes templates and links to chapters for no steps`() {
    let text = """
      # Runbook

      1. [Restore](#restore)

      ## Example procedure

      1. Do this

      ## Restore

      1. [FIRST STEP]
      2. [Stop the till](#stop)
      """
    #expect(steps(text) == ["2 Stop the till"])
  }

  @Test func `says what belongs to a step`() {
    let text = """
      # Plan

      ## Scenario 1: Till lost

      ### Recovery

      #### Step 1: Stop

      ```sh
      # 1. First
      ls
      # 2. Then
      ls
      ```

      #### Step 2: Restore

      Text.

      ## Contacts
      """
    let steps = read(text)
    #expect(steps.map(\.line) == [7, 10, 12, 16])
    #expect(steps.map(\.lastLine) == [15, 11, 13, 19])
    #expect(steps.map(\.form) == [.heading, .comment, .comment, .heading])
    #expect(steps.map(\.section) == ["Recovery", "Step 1: Stop", "Step 1: Stop", "Recovery"])
    #expect(steps.allSatisfy { $0.scenario == 0 })
  }
}
