import Testing

@testable import Portal

/// Targets that a sentence, a bracket or a list of values states.
struct TargetListTests {
  private func read(_ text: String) -> [String] {
    Objectives.read(marked(text)).flatMap { objective in
      objective.targets.map {
        "\(objective.component) \($0.kind.rawValue) \($0.value ?? -1) \($0.line)"
      }
    }.sorted()
  }

  @Test(arguments: [
    (
      "**RPO**: ≤ 1 hour (tills); ≤ 24 hours (price list, photos)",
      ["price list, photos rpo 86400 1", "tills rpo 3600 1"]
    ),
    (
      "RTO: tills = 1 h, ledger = 2 hours, mail: 1 day",
      ["ledger rto 7200 1", "mail rto 86400 1", "tills rto 3600 1"]
    ),
    ("- RPO：店铺 15 分钟，照片 24 小时。", ["店铺 rpo 900 1", "照片 rpo 86400 1"]),
    // The brackets tell how, not of what.
    ("RPO: 24 h (nightly dump); 5 min (WAL)", [" rpo 86400 1"]),
    ("**RTO**: 2 h (restore), once the shop is open", [" rto 7200 1"]),
  ])
  func `reads a value for each of several things`(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("**Target RTO:** rebuild + check + swap in under ~1h.", [" rto 3600 1"]),
    ("**Targets (proposal, owner to confirm):** RPO 24 h", [" rpo 86400 1"]),
    ("## RTO\n\nThe time that is wanted:\n\n```text\nUp to 8 hours\n```", [" rto 28800 6"]),
    ("- RPO (ціль): до 24 годин (або менше).", [" rpo 86400 1"]),
    ("**Target recovery time: under 60 minutes.**", [" rto 3600 1"]),
    (
      "RTO (Recovery Time Objective):\nTills must be open again within 30 minutes of a failure.",
      [" rto 1800 2"]
    ),
    (
      "### RTO (Maximum Acceptable Downtime)\n\n- **Tills**: 4 hours\n- **Mail**: 1 day",
      ["Mail rto 86400 4", "Tills rto 14400 3"]
    ),
    (
      "| Tier | RPO | RTO |\n|---|---|---|\n| A | 0 paid orders | 1 h |",
      ["A rpo 0 3", "A rto 3600 3"]
    ),
    (
      "### Core data (e.g. orders, 例: 注文)\n\n- RTO: 4 hours",
      ["Core data (e.g. orders, 例: 注文) rto 14400 3"]
    ),
    ("- RPO <= 1 hora i RTO <= 4 hores.", [" rpo 3600 1", " rto 14400 1"]),
    ("- RTO y RPO definidos: RTO 4 horas, RPO 1 hora", [" rpo 3600 1", " rto 14400 1"]),
    (
      "| System | RTO | MTA |\n|---|---|---|\n| Till | 4 h | 8 h |",
      ["Till mtd 28800 3", "Till rto 14400 3"]
    ),
    (
      "**RPO:** The loss that we accept is 24 hours of sales. If the log is kept, that enables a "
        + "5-minute RPO.", [" rpo 86400 1"]
    ),
    (
      "- **RTO:** Restoring the ledger and opening all of the tills of the shop again should "
        + "take less than 1 hour.", [" rto 3600 1"]
    ),
    ("## Les cibles, en clair\n\n- RTO : 2 h", [" rto 7200 3"]),
    (
      "- Perte de données maximale visée : 24 heures.\n- Remise en service visée : 4 heures.",
      [" rpo 86400 1", " rto 14400 2"]
    ),
    (
      "| Показник | Цільовий орієнтир |\n|---|---|\n| RPO | <= 24 годин |\n| RTO | 15 хвилин |",
      [" rpo 86400 3", " rto 900 4"]
    ),
    ("If the host is lost, the RTO is 4 hours.", [" rto 14400 1"]),
    ("- Ledger RPO: 15 minutes for daily point-in-time recovery.", ["Ledger rpo 900 1"]),
    (
      "### Target RTOs\n\n**Critical systems (P0):**\n- Till: 1 hour\n- Ledger: 30 minutes",
      ["Ledger rto 1800 5", "Till rto 3600 4"]
    ),
    (
      "### Fire\n\n**Response**:\n1. Leave\n2. Count heads\n\n**RTO**: 1 hour",
      ["Fire rto 3600 7"]
    ),
    ("## Quick reference\n\n| Metric | Target |\n|---|---|\n| RTO | 4 h |", [" rto 14400 5"]),
    (
      "- RTO (tiempo máximo para volver a operar): 1 hora\n"
        + "- RPO (pérdida máxima de datos aceptada): 24 horas",
      [" rpo 86400 2", " rto 3600 1"]
    ),
    ("| Ziel | Wert |\n|---|---|\n| RTO | $\\le$ 45 Minuten |", [" rto 2700 3"]),
    (
      "**Targets (phase 0, of 2026-09-08):** RPO ≤ 15 min (loss), RTO ≤ 4 h",
      [" rpo 900 1", " rto 14400 1"]
    ),
    ("| Sag | RTO |\n|---|---|\n| Brand | < 4 timer |", ["Brand rto 14400 3"]),
    ("- Objectif de duree maximale d'interruption admissible : 4 h", [" rto 14400 1"]),
  ])
  func `reads a value behind the words that lead up to it`(text: String, expected: [String]) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    "If you copy once every 24 hours, your RPO is 24 hours.",
    "| | Target |\n|---|---|\n| RTO, from nothing | **11 min measured** |",
    "**Results:**\n\n- Recovery time objective (RTO): ~1 minute 49 seconds",
    "Geschätzte Wiederherstellungszeit: ca. 8 Stunden",
    "- **RPO**: How much may be lost? \"At most 1 hour of sales.\"",
    "## Testing RPO\n\n**Example:**\n```\nThe copy is 8 hours old\nRPO target: 24 hours\n```",
    "For example, an RTO of 2 hours means that the tills may be shut for so long.",
    "As an example for a small bakery:\n\n- We write all down once a week: our RPO is 7 days.",
    "* **Example (of a bakery):** the RTO is <= 1 week. An RTO of 1 hour would cost more.",
  ])
  func `takes no condition, result, estimate or example for a target`(text: String) {
    #expect(read(text).isEmpty)
  }
}
