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
    ("- Hourly snapshots for the last 24 hours", 3600),
    ("| Item | Frequency |\n|---|---|\n| Ledger | every 4 hours |", 14_400),
    ("- Frequentie: dagelijks (volledig)", 86_400),
    (
      "| Backup of | Frequency | Last tested |\n|---|---|---|\n| Ledger | Hourly | 2026-01-02 |",
      3600
    ),
    ("- Pictures: Daily", 86_400), ("- **Backup window**: 02:00–04:00", 86_400),
    ("- A weekly full export of the ledger for the archive", 604_800),
    (
      "The job copies all pictures of the day to the second room, then the ledger.\n"
        + "A copy of the ledger is also made by the backup job\nevery 15 minutes.", 900
    ),
    (
      "- **Copies:** the script writes to the second room and prunes what is old.\n"
        + "  Scheduled nightly by `backup-job.yaml`.", 86_400
    ),
    ("Schedule backups at least every 15 minutes or enable continuous backups.", 900),
    ("Nightly backups run at 02:00 and do not block the till.", 86_400),
    ("| Backup cadence — ledger | every 6 h | by the host |\n", 21_600),
    ("| Source | Goes to | When |\n|---|---|---|\n| Ledger | shelf 2 | every 6 h |", 21_600),
    (
      "### Schedule\n\n| Source | Goes to | Time |\n|---|---|---|\n| Ledger | shelf 2 | 02:50 |",
      86_400
    ),
    ("### Frequency\n\n| Type | What |\n|---|---|\n| Weekly | all of it |", 604_800),
    ("### Backup times\n\n**Frequency:**\n- Pictures: Daily sync to the second room", 86_400),
    ("```\nWeekly:  a complete image of the till\n```", 604_800),
    (
      "```hcl\nresource \"aws_backup_plan\" \"shop\" {\n  schedule = \"cron(0 5 ? * * *)\"\n}\n```",
      86_400
    ),
    ("```yaml\nScheduleExpression: \"rate(12 hours)\"\n```", 43_200),
    ("```json\n\"schedule_expression\": \"cron(0 1 ? * sun *)\",\n```", 604_800),
    ("```ini\n[Timer]\nOnCalendar=*-*-* 02:30:00\n```", 86_400),
    ("```yaml\nenvironment:\n  - BACKUP_SCHEDULE=@weekly\n```", 604_800),
    ("```sh\nexport BACKUP_CRON=\"0 */8 * * *\"\n```", 28_800),
    ("```yaml\nname: Nightly backup\non:\n  schedule:\n    - cron: '30 3 * * *'\n```", 86_400),
    ("```sh\n(crontab -l; echo \"0 3 * * * /opt/backup.sh\") | crontab -\n```", 86_400),
    ("```sh\n# 0 3 * * * /opt/backup.sh\n```", 86_400),
    ("```sh\naws scheduler create-schedule --schedule-expression \"rate(1 day)\"\n```", 86_400),
    ("- Ledger → second room, daily at 02:00 (retention: 30 days)", 86_400),
    ("- Pictures (weekly, 4 copies)", 604_800),
    ("| Caisse | Frequence | Retention |\n|---|---|---|\n| Tout | Quotidien | 30 jours |", 86_400),
    ("```\nWeekly ledger dumps:  Sunday 03:00 (keep 9)\n```", 604_800),
    ("```\nPlan:\n  - Weekly dump of the ledger to tape\n```", 604_800),
    ("## Requisitos no funcionales\n\n- Copias de seguridad cada 6 horas", 21_600),
    ("```\nLedger dump:  every 6 hours\n```", 21_600),
    ("```\nPlan:\n├── Ledger\n│   └── フルバックアップ: 毎日 02:00\n```", 86_400),
    (
      "| Part | How | Frequency |\n|---|---|---|\n| Ledger | Snapshot to the shelf | every 6 h |",
      21_600
    ),
    ("- The till is dumped to shelf 3 every night.", 86_400),
    ("`pg_dump` runs by cron at 02:00 daily.", 86_400),
    ("The cron job (`0 */4 * * *`) dumps the ledger.", 14_400),
    ("- **Cron:** `0 */6 * * *`", 21_600),
    ("- **Ledger**: `retention_days` (30) switches daily automated backups on.", 86_400),
    ("Make a verified backup before each change and at least daily while in use.", 86_400),
    ("Set up a daily automated pg_dump job.", 86_400),
    (
      "| Part | Lives in | Protected by |\n|---|---|---|\n| Ledger | host | Native daily backup |",
      86_400
    ),
    ("Der Plan gilt: einmal pro Woche werden Vollsicherungen geschrieben.", 604_800),
  ])
  func `reads how often something is backed up`(text: String, seconds: Int) {
    let found = read("# Plan\n\n## Ledger backups\n\n\(text)\n")
    #expect(found.map(\.everySeconds) == [seconds])
  }

  @Test(arguments: [
    "1. Look at **Backup** and confirm:\n   - **Backup window:** a daily window",
    "### Backup testing\n\n**Frequency**: Monthly", "Backups are verified weekly.",
    "- [ ] A recent daily backup exists", "### Updates\n\nStatus updates every 30 minutes.",
    "The data would be safe if we had daily backups.", "There is no nightly backup of the cache.",
    "Objects are stored under `backups/daily/` for now.", "```markdown\n- Frequency: Daily\n```",
    "### Examples\n\n- Latest backup: daily at 2:00", "Retain at least 35 days of daily backups.",
    "**Retention:**\n- Daily dumps: 30 days\n- Weekly dumps: 12 weeks",
    "Old backups are deleted daily.",
    "```\n0 3 * * * /opt/cleanup_old_backups.sh\n```", "Nightly backups are not enabled.",
    "```sh\n# Restore the latest nightly backup\nrestore.sh\n```", "- Verify the daily backup job",
    "```yaml\nhealthcheck:\n  interval: 30s\n```", "```yaml\nkeep:\n  daily: 7\n```",
    "Backups are monitored every 5 minutes.", "Monthly cost of backups: 40 €.",
    "- Hourly schedules can be listed.",
    "The backup grows by 2 GB per month.", "### Restoring from the daily backup",
    "### Continuous improvement",
    "| Metric | Target | Reported |\n|---|---|---|\n| Backups made | 99 % | Daily |",
    "## Roadmap\n\n- Hourly backups of the ledger",
    "### Weekly restart\n\n| Detail | Value |\n|---|---|\n| Schedule | Monday at 04:00 |",
    "Retention keeps nine snapshots, seven daily and four weekly.",
    "## Restore tests\n\n### T3: replay of the WAL (monthly)",
    "## Drill\n\n**Frequency:** at least once a month, and when `backup.sh` changes",
    "Lose less by running the backup job more often (e.g. hourly).",
    "A daily backup report is sent.", "Choose the latest nightly dump.",
    "Restore from yesterday's daily snapshot.",
    "| Tier | RPO | Way |\n|---|---|---|\n| 2 | 24 h | Daily backup |",
    "| Store | RPO |\n|---|---|\n| Disk and hourly backup | 1 h |",
    "### Known gaps\n\n- Weekly dumps exist, but nobody checks.",
    "| Size | Backup time |\n|---|---|\n| 1 GB | 10 min |",
    "| RPO target | Backup frequency | Cost |\n|---|---|---|\n"
      + "| 1 hour | Hourly | high |\n| 1 day | Daily | low |",
  ])
  func `reads no test, gap, option or example as a backup`(text: String) {
    #expect(read("# Plan\n\n## Ledger backups\n\n\(text)\n").filter { $0.every != nil }.isEmpty)
  }

  @Test func `reads a table with a column for each thing`() {
    let text = """
      ## Backups

      | | Ledger | Pictures |
      |---|---|---|
      | Frequency | Daily | Weekly |
      | Retention | 30 days | 90 days |
      """
    let found = read(text).filter { $0.every != nil }
    #expect(found.map(\.subject) == ["Ledger", "Pictures"])
    #expect(found.map(\.everySeconds) == [86_400, 604_800])
  }

  @Test func `reads several in one sentence`() {
    #expect(
      read("# P\n\nSnapshots are taken hourly and full dumps weekly; tests are yearly.\n")
        .map(\.everySeconds) == [3600, 604_800]
    )
    #expect(
      read("# P\n\nWe keep hourly snapshots and daily backups apart.\n").map(\.everySeconds)
        == [3600, 86_400]
    )
  }

  @Test func `takes what another chapter about backups says for another backup`() {
    let text = """
      ## Backups

      ### Ledger backup

      **Frequency:** Daily

      ### Picture backup

      The host takes daily snapshots of the pictures.

      ## Targets

      With daily backups the data loss stays below a day.
      """
    #expect(read(text).map(\.line) == [5, 9])
  }

  @Test func `lets a crontab give way to the table that it carries out`() {
    let text = """
      ## Backup schedule

      | What | Schedule |
      |---|---|
      | Ledger | Daily at 02:00 |
      | Pictures | Daily at 03:00 |

      Entry:

      ```
      0 2 * * * /opt/backup.sh
      # Till images
      0 4 * * * /opt/till-backup.sh
      ```
      """
    #expect(read(text).map(\.line) == [5, 6, 13])
  }

  @Test(arguments: [
    ("Se realiza un respaldo diario a las 02:00.", 86_400),
    (
      "| Dato | Dónde está la copia | Frecuencia |\n|---|---|---|\n| Caja | disco | Semanal |",
      604_800
    ),
    ("- Copia de seguridad completa: todos los domingos, cada semana", 604_800),
    ("- **Frequência**: a cada 6 horas", 21_600), ("O backup é feito todas as noites.", 86_400),
    ("## Cópias\n\n| Item | Período |\n|---|---|\n| Caixa | Mensal |", 2_592_000),
    ("Die Datenbank wird täglich um 2 Uhr gesichert.", 86_400),
    ("- **Sicherungsintervall:** alle 4 Stunden", 14_400),
    ("## Datensicherung\n\n- Vollsicherung: wöchentlich (Sonntag)", 604_800),
    ("Une sauvegarde complète est faite chaque nuit.", 86_400),
    ("## Sauvegardes\n\n| Niveau | Fréquence |\n|---|---|\n| Base | Quotidien 03h00 |", 86_400),
    ("バックアップは毎日2時に取得する。", 86_400), ("- **頻度**: 1時間ごと", 3600),
    ("## バックアップ\n\n| 対象 | 頻度 |\n|---|---|\n| 台帳 | 週次 |", 604_800),
    ("数据库每天凌晨自动备份。", 86_400), ("- **备份频率**：每6小时", 21_600),
    ("## 备份\n\n| 对象 | 周期 |\n|---|---|\n| 账本 | 每周 |", 604_800),
  ])
  func `reads backups in the languages of plans`(text: String, seconds: Int) {
    #expect(
      read("# Plan\n\n## Backups\n\n\(text)\n").map(\.everySeconds) == [seconds]
    )
  }

  @Test func `takes a job that moves the backups of others for none of its own`() {
    let moving = "```sh\n# Sync backups to the office monthly\nrsync -a shelf: .\n```\n"
    let making = "```sh\n# Ledger dump, nightly\nledger-dump\n```\n"
    #expect(read("# P\n\n## Backups\n\n\(making)\n\(moving)").map(\.everySeconds) == [86_400])
    #expect(read("# P\n\n## Backups\n\n\(moving)").map(\.everySeconds) == [2_592_000])
    let own = moving.replacing("backups to the office", with: "the ledger to the backup room")
    #expect(read("# P\n\n## Backups\n\n\(making)\n\(own)").count == 2)
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

  @Test func `lets an item give way to the schedule below it`() {
    let text =
      "# Plan\n\n## Backups\n\n1. **Daily full copies**: made by a CronJob\n"
      + "   - Schedule: Daily at 3:00\n   - Retention: 7 days\n"
    #expect(read(text).map(\.line) == [6])
    #expect(read(text).map(\.retentionSeconds) == [604_800])
  }
}
