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
    ("## Validation of the way back\n\n- Quarterly: restore the newest dump elsewhere", 7_776_000),
    ("- Region failover — yearly — led by the owner", 31_536_000),
    ("Once a month we restore a random dump to a spare server.", 2_592_000),
    ("- Monthly restore to a spare server; note the time", 2_592_000),
    ("- Quarterly chaos day: pull a plug", 7_776_000), ("- Failover test quarterly", 7_776_000),
    ("**Monthly checklist:**\n\n- [ ] Restore the ledger", 2_592_000),
    ("### Weekly\n\nRestore the till.", 604_800),
    ("The figures are proven by a restore-test (at least щомісяця).", 2_592_000),
    ("| 演练项 | 频率 |\n|---|---|\n| 快照恢复 | 季度 |", 7_776_000),
    ("| Drill | Frequency |\n|---|---|\n| Failover | Quarter |", 7_776_000),
    ("```sh\n# Weekly restore test\n./restore.sh --to spare\n```", 604_800),
    ("```\nQuarterly: fail over to the second shop\n```", 7_776_000),
    ("Run this at least every six months, and after each big change.", 15_552_000),
    ("- **Restore test**: at least every 35 days", 3_024_000),
    ("| Drill | When |\n|---|---|\n| Failover | twice a year |", 15_552_000),
    ("| Figure | Target |\n|---|---|\n| Monthly drill held | 100 % |", 2_592_000),
    ("```yaml\nmetadata:\n  name: restore-test\nspec:\n  schedule: \"0 4 * * 6\"\n```", 604_800),
    (
      "Restoring is practised in the shop's own test room, by the people on duty, without\n"
        + "help from outside; this exercise takes place\nonce per quarter.", 7_776_000
    ),
    (
      "| Backup of | Frequency | Verification |\n|---|---|---|\n"
        + "| Ledger | Daily | Weekly restore |",
      604_800
    ),
    ("| | |\n|---|---|\n| **Frequency** | before a release; at least once a quarter |", 7_776_000),
    ("- Quarterly backup and restore drills.", 7_776_000),
    ("- [ ] **Monthly**: restore the newest dump elsewhere", 2_592_000),
    ("- [ ] 月1回: バックアップからの復元テスト", 2_592_000),
    ("- Tests without any effect on the tills in each quarter, every three months", 7_776_000),
    ("Restore drill: maandelijks", 2_592_000),
    ("- Weekly verify with `restic check`", 604_800),
    ("### T1 — replay of the ledger (monthly)", 2_592_000),
    ("Die Wiederherstellungsuebung findet jaehrlich statt.", 31_536_000),
  ])
  func `reads how often a drill is held`(text: String, seconds: Int) {
    #expect(read("# Plan\n\n## Drills\n\n\(text)\n").map(\.everySeconds) == [seconds])
  }

  @Test(arguments: [
    "## Backups\n\n- **Schedule**: Daily", "## Review\n\n**Review frequency**: Quarterly",
    "## Drills\n\n- [ ] Book the quarterly drill", "## Communication\n\nUpdates every 30 minutes.",
    "## Drills\n\nThis is too disruptive for a monthly test.",
    "# Drill rules\n\n## RPO\n\n- Ledger: 24 hours (daily backup)",
    "## Access\n\nAccess is reviewed monthly.",
    "## Backups\n\nVerify that the nightly dump is there.",
    "## Backups\n\n| Database | Frequency |\n|---|---|\n| Test shop | Daily |",
    "## Drills\n\n| Task | Time |\n|---|---|\n| Restore | 30 min |\n| Test | 10:00 |",
    "## Backups\n\n- **Weekly:** copy all to tape with restic",
    "## Health\n\nThe probe tests every 10 s.",
    "## Monitoring\n\n| Check | Frequency |\n|---|---|\n| Age of the dump | hourly |",
    "## Backups\n\n- Confirm: schedule = **Daily**, and that one recent backup is listed",
    "## Testing and review\n\n- **Contact list refresh**: monthly, from the staff table",
    "**Targets (proposal, owner to confirm):** RPO 24 h (nightly backup), no more",
    "## Drills\n\nNo monthly test has been held.", "## Drills\n\n- Weekly report to the lead",
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

  @Test func `reads several in one sentence, each with what it speaks of`() {
    #expect(
      read(
        "# P\n\nBackups run nightly, are tested monthly, and the failover is rehearsed yearly.\n"
      )
      .map(\.everySeconds) == [2_592_000, 31_536_000]
    )
    #expect(
      read("# P\n\nDrills take place at least annually (or quarterly for what is critical).\n")
        .map(\.everySeconds) == [31_536_000]
    )
  }

  @Test func `keeps a heading before the lists that repeat it`() {
    let text = """
      ## Exercises

      ### Quarterly restore drill

      Restore everything.

      ## Recovery

      **How it is proved:**
      - Quarterly restore drill
      """
    #expect(read(text).map(\.line) == [3])
  }

  @Test(arguments: [
    ("## Simulacros\n\n- **Trimestral:** restaurar una muestra", 7_776_000),
    ("## Pruebas\n\nLa restauración se prueba cada seis meses.", 15_552_000),
    ("Cuatro veces al año se realiza un simulacro completo.", 7_776_000),
    ("## Testes\n\nTestar a restauração mensalmente.", 2_592_000),
    (
      "| Ensaio | Periodicidade |\n|---|---|\n| Tombar para o outro sítio | Semestral |", 15_552_000
    ),
    ("## 6. Quartals-Restore-Test\n\nAlles einmal.", 7_776_000),
    ("Die Notfallübung findet einmal im Jahr statt.", 31_536_000),
    ("- **Wiederherstellungstest**: vierteljährlich", 7_776_000),
    ("## Exercices\n\n- Tous les mois : restaurer une base au hasard", 2_592_000),
    ("Un test de restauration trimestriel est prévu.", 7_776_000),
    ("## 訓練\n\n- 復旧訓練：年に2回実施する", 15_552_000),
    ("リストアテストは毎月実施する。", 2_592_000),
    ("| 訓練 | 頻度 |\n|---|---|\n| 切り替え | 四半期ごと |", 7_776_000),
    ("## 演练\n\n### 每月测试\n\n恢复一次。", 2_592_000), ("每季度进行一次容灾演练。", 7_776_000),
    ("| 演练类型 | 频率 |\n|---|---|\n| 全量恢复 | 每半年 |", 15_552_000),
  ])
  func `reads drills in the languages of plans`(text: String, seconds: Int) {
    #expect(read("# Plan\n\n\(text)\n").map(\.everySeconds) == [seconds])
  }

  @Test func `leaves the backups of an item to themselves`() {
    let found = read("## Work\n\n- **Backups:** nightly to tape. The drill follows each quarter.\n")
    #expect(found.map(\.everySeconds) == [7_776_000])
  }

  @Test func `names what is rehearsed`() {
    let text = "## Drills\n\n- **Weekly**: restore the ledger\n- **Failover test**: Quarterly\n"
    #expect(read(text).map(\.subject) == ["restore the ledger", "Failover test"])
    #expect(read(text).map(\.every) == ["Weekly", "Quarterly"])
  }

  @Test(arguments: [
    (
      "## Past drills\n\n| Date | Type | Duration | Status |\n|---|---|---|---|\n"
        + "| 2026-03-01 | Restore | 2 h 10 min | ✅ Pass |\n| 3 June 2026 | Failover | 1 h | ❌ |",
      ["drill.told Restore 2026-03-01 pass", "drill.told Failover 2026-06-03 fail"]
    ),
    (
      "| Drill date | Test | Result |\n|---|---|---|\n"
        + "| 2026-03-01 | Till restore | Partial, slow |\n"
        + "| 2026-09-01 | Till restore | planned |\n| [Date] | Till restore | ✅ |",
      ["drill.told Till restore 2026-03-01 partial"]
    ),
    ("| Date | Change | Status |\n|---|---|---|\n| 2026-03-01 | Tables | ✅ |", []),
    ("## Drills\n\n| Date | Type |\n|---|---|\n| 2026-03-01 | Full restore |", []),
  ])
  func `tells of the drills that a plan says were held`(text: String, told: [String]) {
    let facts = Facts(sample("# Plan\n\n\(text)\n")).list.filter { $0.kind == "drill.told" }
    #expect(facts.map { "\($0.kind) \($0.subject) \($0.value)" } == told)
  }
}
