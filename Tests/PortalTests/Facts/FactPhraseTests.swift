import Testing

@testable import Portal

@Suite struct FactPhraseTests {
  @Test(arguments: [
    (
      "objective", "Database", "rto 3600, rpo 900, availability 999500", "",
      "RTO 1 h, RPO 15 min, availability 99.95 % (Database)"
    ),
    ("objective.rto", "", "14400", "", "RTO 4 h"),
    ("objective.rpo", "Cache", "placeholder", "", "RPO placeholder (Cache)"),
    (
      "scenario", "The region is lost", "Scenario 2: The region is lost", "",
      "scenario: The region is lost"
    ),
    (
      "estimate", "The region is lost", "7200-14400", "", "estimate: 2 h – 4 h (The region is lost)"
    ),
    ("backup.frequency", "Database", "86400", "", "backup frequency: every 1 d (Database)"),
    ("backup.frequency", "Log", "0", "", "backup frequency: continuous (Log)"),
    ("backup.frequency", "Site", "on change", "", "backup frequency: on change (Site)"),
    ("backup.retention", "Database", "2592000", "", "backup retention: 30 d (Database)"),
    ("doc.last_updated", "", "2026-10-04", "", "last updated: 2026-10-04"),
    ("contact", "Network", "stated", "", "contact: Network"),
    ("contact", "Network", "placeholder", "", "contact: Network (placeholder)"),
    ("checklist", "Afterwards", "1", "", "checklist: 1 box (Afterwards)"),
    (
      "purpose", "", "bring every namespace back", "# Purpose: bring every namespace back",
      "purpose"
    ),
  ])
  func `says a fact in words`(
    kind: String,
    subject: String,
    value: String,
    quote: String,
    phrase: String
  ) {
    #expect(Fact.phrase(kind: kind, subject: subject, value: value, quote: quote) == phrase)
  }
}
