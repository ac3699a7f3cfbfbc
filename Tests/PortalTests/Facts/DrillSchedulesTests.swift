import Testing

@testable import Portal

struct DrillSchedulesTests {
  private func read(_ text: String) -> [DrillSchedule] { DrillSchedules.read(marked(text)) }

  @Test(arguments: [
    ("- **Weekly**: restore to a scratch server", 604_800),
    ("- **Restore test**: Monthly", 2_592_000),
    ("- **Tabletop**: talked through (quarterly)", 7_776_000),
    ("### Annual full drill", 31_536_000),
    ("**Frequency**: Twice a year", 15_552_000), ("The plan is rehearsed quarterly.", 7_776_000),
    ("A restore test is performed on an annual basis.", 31_536_000),
    ("| Drill | Frequency |\n|---|---|\n| Failover | Monthly |", 2_592_000),
    ("- **Vollübung:** Kompletter Übungslauf (jährlich)", 31_536_000),
    ("```\n0 5 * * 0 /opt/test-restore.sh\n```", 604_800),
  ])
  func `reads how often a drill is held`(text: String, seconds: Int) {
    #expect(read("# Plan\n\n## Drills\n\n\(text)\n").map(\.everySeconds) == [seconds])
  }

  @Test(arguments: [
    "## Backups\n\n- **Schedule**: Daily", "## Review\n\n**Review frequency**: Quarterly",
    "## Drills\n\n- [ ] Book the quarterly drill", "## Communication\n\nUpdates every 30 minutes.",
    "## Drills\n\nThis is too disruptive for a monthly test.",
    "## Access\n\nAccess is reviewed monthly.",
  ])
  func `reads no backup, review, task or gap as a drill`(text: String) {
    #expect(read("# Plan\n\n\(text)\n").isEmpty)
  }

  @Test func `lets headings and prose give way to the schedule`() {
    let text = """
      ## Drills

      | Drill | Frequency |
      |---|---|
      | Restore test | Monthly |

      ### Monthly restore test

      Hold the monthly restore test on a Tuesday.
      """
    #expect(read(text).map(\.line) == [5])
  }

  @Test func `names what is rehearsed`() {
    let text = "## Drills\n\n- **Weekly**: restore the ledger\n- **Failover test**: Quarterly\n"
    #expect(read(text).map(\.subject) == ["restore the ledger", "Failover test"])
    #expect(read(text).map(\.every) == ["Weekly", "Quarterly"])
  }
}
