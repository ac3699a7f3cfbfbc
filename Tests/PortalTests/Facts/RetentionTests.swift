import Testing

@testable import Portal

struct RetentionTests {
  private func read(_ text: String) -> [BackupPolicy] { BackupPolicies.read(marked(text)) }

  @Test func `joins the frequency and the retention of one group`() {
    let text = """
      ## Backups

      ```yaml
      # Ledger database
      - Frequency: Every 6 hours
      - Retention: 30 days

      # Pictures
      - Frequency: Daily
      - Retention: 90 days with lifecycle
      ```
      """
    let found = read(text)
    #expect(found.map(\.subject) == ["Ledger database", "Pictures"])
    #expect(found.map(\.everySeconds) == [21_600, 86_400])
    #expect(found.map(\.retentionSeconds) == [2_592_000, 7_776_000])
    #expect(found.map(\.retentionLine) == [6, 10])
  }

  @Test func `reads a table with its retention and its events`() {
    let text = """
      ## Backups

      | Item | Frequency | Retention |
      |---|---|---|
      | Ledger | Continuous | 30 days |
      | Settings | per commit | Indefinite |
      | Backup verification | Weekly | - |
      """
    let found = read(text)
    #expect(found.map(\.mechanism) == [.continuous, .onDemand])
    #expect(found.map(\.every) == ["Continuous", "per commit"])
    #expect(found.map(\.retention) == ["30 days", "Indefinite"])
  }

  @Test func `keeps a retention that belongs to no schedule`() {
    let text =
      "## Backup retention\n\n| Backup | Retention |\n|---|---|\n| Weekly ledger | 12 weeks |\n"
    let found = read(text)
    #expect(found.map(\.every) == [nil])
    #expect(found.map(\.retentionSeconds) == [7_257_600])
  }

  @Test func `reads the retention that stands in the same line`() {
    let found = read("## Backups\n\n- **Daily snapshots** retained for 7 days\n")
    #expect(found.map(\.retentionSeconds) == [604_800])
    let settings =
      "## Backups\n\n```yaml\nbackup:\n  schedule: \"0 1 * * *\"\n  retention_days: 30\n```\n"
    #expect(read(settings).map(\.retentionSeconds) == [2_592_000])
  }

  @Test func `takes no time of day for a retention`() {
    let found = read("- Nightly backup of the ledger at 02h00, kept for 30 days")
    #expect(found.map(\.retentionSeconds) == [2_592_000])
  }

  @Test func `takes the retention of production where several are stated`() {
    let retention = Retention("7 days (staging), 30 days (production)", .standard)
    #expect(retention?.seconds == 2_592_000)
    #expect(Retention("kept forever", .standard)?.seconds == nil)
    #expect(Retention("as needed", .standard) == nil)
  }
}
