import Testing

@testable import Portal

struct BackupOccasionsTests {
  private func read(_ text: String) -> [BackupPolicy] {
    BackupPolicies.read(marked("# Plan\n\n## Backups\n\n\(text)\n"))
  }

  @Test(arguments: [
    (
      "Take a full dump before every till release and before the tables change.",
      "before every till release"
    ),
    (
      "A snapshot of the shelf list is taken prior to each stocktaking.",
      "prior to each stocktaking"
    ),
    ("Before each upgrade, the ledger is dumped to the second room.", "Before each upgrade"),
    ("- **Manual snapshots**: Before major releases", "Before major releases"),
    ("Vor jedem Umbau wird eine Sicherung gezogen.", "Vor jedem Umbau"),
    ("Se hace un respaldo antes de cada cierre.", "antes de cada cierre"),
  ])
  func `reads a backup that is made on an occasion`(text: String, every: String) {
    let found = read(text)
    #expect(found.map(\.mechanism) == [.onDemand])
    #expect(found.map(\.every) == [every])
  }

  @Test(arguments: [
    "Verify the dump before every release.", "After every backup, a sum is written.",
    "After every full backup a sum is written to the log of backups.",
    "No snapshot is taken before each release.", "Backups are copied to each room.",
    "Look at the newest snapshot before each release.", "Call the lead before every release.",
  ])
  func `takes no other occasion for a backup`(text: String) {
    #expect(read(text).isEmpty)
  }
}
