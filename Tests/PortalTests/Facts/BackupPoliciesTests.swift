import Testing

@testable import Portal

struct BackupPoliciesTests {
  private func read(_ text: String) -> [BackupPolicy] { BackupPolicies.read(marked(text)) }

  @Test(arguments: [
    ("- **Schedule**: Daily at 2:00 AM", 86_400), ("**Backup frequency:** every 6 hours", 21_600),
    ("- `etcd` backups: hourly", 3600), ("- **Weekly**: full dump of the ledger", 604_800),
    ("The ledger is backed up nightly.", 86_400), ("Create a weekly backup:", 604_800),
    ("Es gibt tägliche Sicherungen.", 86_400), ("Hay un respaldo diario.", 86_400),
    ("- WAL archiving: continuous", 0), ("```\n0 1 * * * /opt/backup-ledger.sh\n```", 86_400),
    ("```\nvelero schedule create shop --schedule=\"0 */4 * * *\"\n```", 14_400),
    ("```sh\n# Ledger backup (every 15 minutes)\n./backup.sh\n```", 900),
    ("| Setting | Value |\n|---|---|\n| Frequência | Diário, 03h00 |", 86_400),
    ("- `pg_dump` the ledger on a schedule (nightly minimum)", 86_400),
    ("- Daily snapshots retained for 7 days", 86_400),
    ("| Item | Frequency |\n|---|---|\n| Ledger | every 4 hours |", 14_400),
  ])
  func `reads how often something is backed up`(text: String, seconds: Int) {
    let found = read("# Plan\n\n## Ledger backups\n\n\(text)\n")
    #expect(found.map(\.everySeconds) == [seconds])
  }

  @Test(arguments: [
    "### Backup testing\n\n**Frequency**: Monthly", "Backups are verified weekly.",
    "- [ ] A recent daily backup exists", "### Updates\n\nStatus updates every 30 minutes.",
    "The data would be safe if we had daily backups.", "There is no nightly backup of the cache.",
    "Objects are stored under `backups/daily/` for now.", "```markdown\n- Frequency: Daily\n```",
    "### Examples\n\n- Latest backup: daily at 2:00",
    "| RPO target | Backup frequency | Cost |\n|---|---|---|\n"
      + "| 1 hour | Hourly | high |\n| 1 day | Daily | low |",
  ])
  func `reads no test, gap, option or example as a backup`(text: String) {
    #expect(read("# Plan\n\n## Ledger backups\n\n\(text)\n").filter { $0.every != nil }.isEmpty)
  }

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

  @Test func `names the subject by the nearest words that tell something`() {
    let text = """
      ## Backup strategy

      ### Ledger database

      1. **Full backups**
         - Frequency: Daily
         - Retention: 4 weeks
      """
    let found = read(text)
    #expect(found.map(\.subject) == ["Ledger database"])
    #expect(found.map(\.retentionSeconds) == [2_419_200])
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

  @Test func `reads the schedule of a manifest`() {
    let text = """
      ## Backups

      ```yaml
      kind: CronJob
      metadata:
        name: ledger-backup
      spec:
        schedule: "30 2 * * *"  # at night
      ```
      """
    let found = read(text)
    #expect(found.map(\.everySeconds) == [86_400])
    #expect(found.map(\.subject) == ["ledger-backup"])
    #expect(found.map(\.line) == [8])
  }

  @Test func `lets a mention give way to a statement`() {
    let text = """
      # Ledger

      Nightly backups go to the second site.

      ## Backups

      - **Schedule**: Daily at 02:00
      """
    #expect(read(text).map(\.line) == [7])
  }

  @Test func `reads replication, archiving and version control`() {
    let text = """
      ## Backups

      - **Ledger replica**: asynchronous, second region
      - WAL archiving enabled
      - Configuration: kept in Git
      """
    #expect(read(text).map(\.mechanism) == [.replication, .continuous, .versionControl])
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

  @Test func `takes the retention of production where several are stated`() {
    let retention = Retention("7 days (staging), 30 days (production)", .standard)
    #expect(retention?.seconds == 2_592_000)
    #expect(Retention("kept forever", .standard)?.seconds == nil)
    #expect(Retention("as needed", .standard) == nil)
  }
}
