import Testing

@testable import Portal

/// Backups that settings and tables of what is kept state.
struct BackupSettingsTests {
  private func read(_ text: String) -> [BackupPolicy] { BackupPolicies.read(marked(text)) }

  @Test func `reads the settings of copies by their keys`() {
    let text = """
      ## Backups

      ```yaml
      copies:
        ledger:
          full_snapshot: "0 */6 * * *"  # Every 6 hours
          wal_archive: "continuous"
          retention: "30 days"
        cache:
          rdb_snapshot: "0 * * * *"
          incremental: "0 */4 * * *"
          snapshot_size: 5
      ```
      """
    let found = read(text)
    #expect(found.map(\.everySeconds) == [21_600, 0, 3600, 14_400])
    #expect(
      found.map(\.subject) == [
        "ledger full_snapshot", "ledger wal_archive", "cache rdb_snapshot", "cache incremental",
      ]
    )
  }

  @Test func `reads how often beside what is kept, where no column is for it`() {
    let text = """
      ## Backup retention

      | Store | Kept | Notes |
      |---|---|---|
      | Ledger | 7 daily | `BGSAVE` hourly (the log gives a better RPO) |
      | Till | 7 days | looked at weekly by the restore test |
      """
    let found = read(text)
    #expect(found.map(\.subject) == ["Ledger", "Till"])
    #expect(found.map(\.everySeconds) == [3600, nil])
  }
}
