import Testing

@testable import Portal

struct BackupSubjectsTests {
  private func read(_ text: String) -> [BackupPolicy] { BackupPolicies.read(marked(text)) }

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

  @Test(arguments: [
    ("✅ **Ledger:** daily dump", "Ledger"), ("- 🔴 Queue: nightly dump", "Queue"),
    ("- **⚠️ Pictures**: weekly copy of all backups", "Pictures"),
    ("- **Daily backups:** The hosting plan of the till includes one that runs at night.", "Tills"),
    ("- Daily: full snapshot of the ledger at 00:00.", "Tills"),
    ("- **Weekly**: full dump of the ledger", "full dump of the ledger"),
    ("- **Weekly**: full dump of the ledger.", "full dump of the ledger."),
  ])
  func `names a backup without marks, and by no sentence`(text: String, subject: String) {
    #expect(read("# Plan\n\n## Backups\n\n### Tills\n\n\(text)\n").map(\.subject) == [subject])
  }

  @Test func `lets a short sentence speak for itself before the title`() {
    #expect(
      read("# Design\n\n## Backup\n\n- Daily full copies of the till, by backup job\n").map(
        \.subject
      )
        == ["Daily full copies of the till, by backup job"]
    )
  }
}
