import Testing

@testable import Portal

@Suite struct ObjectivesTests {
  /// A document, and what is read from it: "component kind seconds line".
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    let markdown: String
    let expected: [String]
    var testDescription: String { name }
  }

  static let examples: [Example] = [
    Example(
      name: "a table by component",
      markdown:
        "| Component | RTO | RPO |\n|---|---|---|\n| Ledger (MySQL) | 2 hours | 10 minutes |",
      expected: ["Ledger (MySQL) rto 7200 3", "Ledger (MySQL) rpo 600 3"]
    ),
    Example(
      name: "a table whose rows are the targets, by environment",
      markdown:
        "| Metric | Dev | Production |\n|---|---|---|\n"
        + "| **RTO** | 8 h | 1 h |\n| RPO | 1 day | 5 min |",
      expected: [
        "Dev rto 28800 3", "Dev rpo 86400 4", "Production rto 3600 3", "Production rpo 300 4",
      ]
    ),
    Example(
      name: "a table whose rows are the targets, with one value",
      markdown: "| Target | Value | Trust |\n|---|---|---|\n| RTO (billing) | **3 hours** | low |",
      expected: ["billing rto 10800 3"]
    ),
    Example(
      name: "bare numbers under a head with a unit",
      markdown: "| Service | RTO (min) | RPO (min) |\n|---|---|---|\n| Mail | 45 | 15 |",
      expected: ["Mail rto 2700 3", "Mail rpo 900 3"]
    ),
    Example(
      name: "one column for both",
      markdown: "| Service | RTO / RPO |\n|---|---|\n| Mail | 4h / 1h |",
      expected: ["Mail rto 14400 3", "Mail rpo 3600 3"]
    ),
    Example(
      name: "bold lines of one paragraph",
      markdown:
        "**Recovery Time Objective (RTO)**: 4 hours\n**Recovery Point Objective (RPO)**: 1 hour",
      expected: [" rto 14400 1", " rpo 3600 2"]
    ),
    Example(
      name: "bullets under a heading that names the kind",
      markdown:
        "## Recovery Time Objectives (RTO)\n\n- **Orders**: 30 minutes\n- **Reports**: 1 day",
      expected: ["Orders rto 1800 3", "Reports rto 86400 4"]
    ),
    Example(
      name: "both on the line of a component",
      markdown: "- **Payments** - RTO: 4 hours, RPO: 15 minutes",
      expected: ["Payments rto 14400 1", "Payments rpo 900 1"]
    ),
    Example(
      name: "items below the item of a component",
      markdown: "- Payments\n  - RTO: 2h\n  - RPO: 30s",
      expected: ["Payments rto 7200 2", "Payments rpo 30 3"]
    ),
    Example(
      name: "a heading with its target in brackets",
      markdown: "### 4.2 Queue recovery (RTO: 3 hours)\n\n- **Retention**: 7 days",
      expected: ["Queue recovery rto 10800 1"]
    ),
    Example(
      name: "the target of a scenario",
      markdown: "## Scenario 2: Flood\n\n**RTO**: 2-4 hours\n**RPO**: up to 1 hour",
      expected: ["Scenario 2: Flood rto 14400 3", "Scenario 2: Flood rpo 3600 4"]
    ),
    Example(
      name: "a sentence",
      markdown: "Our RTO is 90 minutes for the call centre.",
      expected: ["call centre rto 5400 1"]
    ),
    Example(
      name: "Spanish, German and Portuguese",
      markdown:
        "- RTO: máximo 4 horas\n\n| Dienst | RTO | RPO |\n|---|---|---|\n"
        + "| Kasse | < 2 Stunden | 15 Minuten |\n\n"
        + "**RPO**: até 30 minutos",
      expected: [" rto 14400 1", "Kasse rto 7200 5", "Kasse rpo 900 5", " rpo 1800 7"]
    ),
    Example(
      name: "zero with its reason",
      markdown: "| Component | RTO | RPO |\n|---|---|---|\n| Gateway | 5 min | 0 (stateless) |",
      expected: ["Gateway rto 300 3", "Gateway rpo 0 3"]
    ),
    Example(
      name: "principles that say why",
      markdown:
        "- **Minimize downtime**: achieve an RTO of < 2 hours\n"
        + "- **Minimize data loss**: achieve an RPO of < 1 hour",
      expected: [" rto 7200 1", " rpo 3600 2"]
    ),
    Example(
      name: "a list of the other sort right below the item of a component",
      markdown:
        "1. `Tier-0` (payments):\n- `RTO <= 300s`\n- `RPO <= 60s`\n\n"
        + "1. `Tier-1` (reports):\n- `RTO <= 900s`",
      expected: [
        "Tier-0 (payments) rto 300 2", "Tier-0 (payments) rpo 60 3", "Tier-1 (reports) rto 900 6",
      ]
    ),
    Example(
      name: "a target with its limit below",
      markdown: "#### RTO\n\n- **Target:** 4 hours to full service\n- **Maximum:** 24 hours",
      expected: [" rto 14400 3"]
    ),
    Example(
      name: "an age and an act behind a label",
      markdown:
        "- Recovery point objective: a copy no older than 24 hours.\n"
        + "- Recovery time objective: restore within 4 hours for the pilot shop.",
      expected: [" rpo 86400 1", "pilot shop rto 14400 2"]
    ),
    Example(
      name: "a list in a block of plain text",
      markdown:
        "```\nRecovery Time Objectives (RTO):\n- Tills: 15 minutes\n- Reports: 24 hours\n```",
      expected: ["Tills rto 900 3", "Reports rto 86400 4"]
    ),
    Example(
      name: "a map of YAML",
      markdown:
        "```yaml\nrto_targets:\n  tills: \"<1 hour\"\n  reports: 1 day\n"
        + "rpo_targets:\n  tills: 5m\n```",
      expected: ["tills rto 3600 3", "reports rto 86400 4", "tills rpo 300 6"]
    ),
    Example(
      name: "a value for each of several on one line",
      markdown: "- **RTO (restore time):** 60 minutes for tills, 4 hours for reports",
      expected: ["tills rto 3600 1", "reports rto 14400 1"]
    ),
    Example(
      name: "a heading that asks names no component",
      markdown: "# Plan\n\n## What can be lost\n\n- RPO: 24 h",
      expected: [" rpo 86400 5"]
    ),
    Example(
      name: "a value for each way to come back",
      markdown: "## Till crash\n\n**RTO:** < 2 minutes (automatic), < 5 minutes (manual)",
      expected: ["Till crash (automatic) rto 120 3", "Till crash (manual) rto 300 3"]
    ),
    Example(
      name: "a sentence of a policy",
      markdown:
        "RTO for all Tier 1 systems shall not exceed four (4) hours, and RPO shall not exceed "
        + "fifteen (15) minutes.",
      expected: ["Tier 1 systems rpo 900 1", "Tier 1 systems rto 14400 1"]
    ),
    Example(
      name: "tiers that are numbers",
      markdown: "| Tier | RTO | RPO |\n|---|---|---|\n| 0 | 15 min | 0 |",
      expected: ["Tier 0 rto 900 3", "Tier 0 rpo 0 3"]
    ),
    Example(
      name: "two clauses about one thing",
      markdown:
        "The recovery time objective of checkout is 12 hours while its recovery point objective "
        + "is 24 hours.",
      expected: ["checkout rto 43200 1", "checkout rpo 86400 1"]
    ),
    Example(
      name: "a range whose ends are explained",
      markdown: "- RPO: 5 minutes (log) to 24 hours (daily copy)",
      expected: [" rpo 86400 1"]
    ),
    Example(
      name: "a table of attributes below a requirement",
      markdown:
        "### NFR-8: Recovery Time Objective (RTO)\n\n| Attribute | Value |\n|---|---|\n"
        + "| Description | Time to be back |\n| **Target** | 4 hours |\n| Testing | Drills |",
      expected: [" rto 14400 6"]
    ),
    Example(
      name: "a sentence that says of what it is",
      markdown:
        "The till needs an RTO of 4 hours.\n\n**Ledger**: the RTO is 5 hours.\n\n"
        + "La caja tiene un RPO de 1 hora.\n\nLoja: o RTO é de 6 horas.\n\nTier A RTO: 7 hours",
      expected: [
        "till rto 14400 1", "Ledger rto 18000 3", "caja rpo 3600 5", "Loja rto 21600 7",
        "Tier A rto 25200 9",
      ]
    ),
    Example(
      name: "a label before a sentence that only talks of a target",
      markdown:
        "**Risk accepted:** the RPO of 24 hours is what we can pay for.\n\n"
        + "Risco aceito: o RTO de 8 horas vale sempre.\n\n"
        + "**Database**: an RPO of 1 hour is needed.",
      expected: [" rpo 86400 1", " rto 28800 3", "Database rpo 3600 5"]
    ),
    Example(
      name: "what makes the copies, and what they give",
      markdown:
        "- Ledger binlog gives about 15 min RPO\n- The journal provides a 5 minute RPO\n"
        + "- 日志备份提供约 30 分钟 RPO",
      expected: ["Ledger binlog rpo 900 1", "journal rpo 300 2", "日志备份 rpo 1800 3"]
    ),
    Example(
      name: "a value of two alternatives",
      markdown: "| Component | RTO |\n|---|---|\n| Shop | 4 h in office hours · 8 h else |",
      expected: ["Shop rto 28800 3"]
    ),
  ]

  @Test(arguments: examples)
  func `reads the objectives of a form`(example: Example) {
    let document = Document(SourceFile(path: "plan.md", bytes: Array(example.markdown.utf8)))
    let found = Objectives.read(document.outline).flatMap { objective in
      objective.targets.map { target in
        "\(objective.component) \(target.kind.rawValue) \(target.value ?? -1) \(target.line)"
      }
    }
    #expect(found.sorted() == example.expected.sorted())
  }

  static let silences: [String] = [
    "- **RTO**: the longest time that we can be down",
    "Recovery Point Objective (RPO) is the loss of data that we accept, for example an hour.",
    "**RTO Achieved:** 2 hours 30 minutes",
    "- Total: 2-3 hours, within the 4 hour RTO, RPO ≤ 5 min",
    "**Next year: reduce the RTO to < 2 hours**",
    "| RTO target | Cost | Chosen |\n|---|---|---|\n| < 1 hour | high | no |\n"
      + "| < 4 hours | low | yes |",
    "| Date | Actual RTO | Actual RPO |\n|---|---|---|\n| 2026-01-02 | 2 h | 5 min |",
    "| Severity | Response time |\n|---|---|\n| SEV1 | 15 min |",
    "## RTO\n\n**Components:**\n1. **Detection:** < 15 minutes\n2. **Restore:** < 60 minutes",
    "The processes below are critical (RTO < 24 hours):",
    "To be as reliable as the contract asks (RPO 24h, RTO 4h) we need more copies.",
    "#### RTO\n\n**Examples:**\n- A bank: RTO = 1 hour\n- A blog: RTO = 1 day",
    "# Impact: RTO and RPO\n\n**Revision:** [TODO]\n**Owner:** {{ owner }}",
    "## RTO breakdown\n\n| Part | RTO |\n|---|---|\n| Detect | 15 min |\n| Restore | 2 h |",
    "| Phase | Share of the RTO |\n|---|---|\n| Detect | 15 min |\n| Restore | 2 h |",
    "- **Last run:** 3 May (RTO: 2 hours)",
    "## Results\n\n| Test | RTO | RPO |\n|---|---|---|\n| Spring failover | 3 h | 5 min |",
    "## Comparison of strategies\n\n- **Pilot light**: RTO 1 hour, RPO 10 minutes",
    "```\nRTO breakdown:\n- Detection: 15 minutes\n- Restore: 2 hours\n```",
    "| **RTO achievement** | > 95% |\n|---|---|\n| RTO achievement | > 95% |",
    "```yaml\n# RTO: 4 hours\n```",
    "Backups run every 6 hours and are kept for 30 days.",
    "If it is switched on, the journal gives a 5 minute RPO.",
    "The journal currently gives a 5 minute RPO.",
  ]

  @Test(arguments: silences)
  func `stays silent where no target is declared`(markdown: String) {
    let document = Document(SourceFile(path: "plan.md", bytes: Array(markdown.utf8)))
    let numbers = Objectives.read(document.outline).flatMap(\.targets).filter { $0.value != nil }
    #expect(numbers.isEmpty)
  }

  @Test(arguments: [
    "# Impact: RTO and RPO\n\n**Revision:** [TODO]\n**Owner:** {{ owner }}",
    "## Recovery Point Objective\n\n- Backup location: [bucket]\n- Copy tool: {{ tool }}",
  ])
  func `takes no other open label for an open target`(text: String) {
    #expect(Objectives.read(marked(text)).isEmpty)
  }

  @Test(arguments: [
    ("[TODO: 4h]", "placeholder"), ("TBD", "placeholder"), ("$(hours)", "variable"), ("N/A", "na"),
    ("> 7 days", "lower-bound"), ("best effort", "qualitative"),
  ])
  func `says why a target is no number`(cell: String, state: String) {
    let markdown = "| Service | RTO | RPO |\n|---|---|---|\n| Mail | \(cell) | 1 h |"
    let document = Document(SourceFile(path: "plan.md", bytes: Array(markdown.utf8)))
    let target = Objectives.read(document.outline).first?.target(.rto)
    #expect(target?.state.rawValue == state)
    #expect(target?.value == nil)
  }

  @Test func `joins a recovery time and a recovery point of two tables`() {
    let markdown = """
      ### RTO
      | Environment | RTO |
      |---|---|
      | Live | 4 hours |

      ### RPO
      | Environment | RPO |
      |---|---|
      | Live | 24 hours |
      """
    let document = Document(SourceFile(path: "plan.md", bytes: Array(markdown.utf8)))
    let objectives = Objectives.read(document.outline)
    #expect(objectives.count == 1)
    #expect(objectives.first?.target(.rto)?.line == 4)
    #expect(objectives.first?.target(.rpo)?.line == 9)
  }
}
