import Testing

@testable import Portal

struct CadenceTests {
  @Test(arguments: [
    ("Daily at 02:00 UTC", 86_400), ("every 6 hours", 21_600), ("Every 15 min", 900),
    ("nightly", 86_400), ("twice a year", 15_552_000), ("continuous", 0),
    ("täglich um 3 Uhr", 86_400), ("alle 4 Stunden", 14_400), ("cada 12 horas", 43_200),
    ("毎日", 86_400), ("每周", 604_800), ("every Sunday at 1 AM", 604_800),
    ("first Monday of each month", 2_592_000), ("1st Sunday of every quarter", 7_776_000),
    ("on an annual basis", 31_536_000), ("4 times a year", 7_884_000), ("2x per month", 1_296_000),
    ("at 6-hour intervals", 21_600), ("6-hourly", 21_600), ("3-monthly", 7_776_000),
    ("every other week", 1_209_600), ("once per quarter", 7_776_000), ("twice yearly", 15_552_000),
    ("dos veces al año", 15_552_000), ("una vez por semana", 604_800),
    ("3 veces al año", 10_512_000),
    ("uma vez por mês", 2_592_000), ("a cada 6 horas", 21_600), ("todos os dias", 86_400),
    ("einmal im Monat", 2_592_000), ("zweimal pro Jahr", 15_552_000), ("werktäglich", 86_400),
    ("une fois par an", 31_536_000), ("deux fois par jour", 43_200), ("chaque nuit", 86_400),
    ("1時間毎", 3600), ("15分間隔", 900), ("6ヶ月ごと", 15_552_000), ("年に1回", 31_536_000),
    ("每6小时", 21_600), ("每年两次", 15_552_000), ("每15分钟一次", 900), ("6小时一次", 21_600),
  ])
  func `reads how often something happens`(text: String, seconds: Int) {
    let cadence = Cadence.first(in: FoldedText(folding: text), .standard)
    #expect(cadence?.seconds == seconds)
  }

  @Test(arguments: [
    ("6 hours", 21_600), ("Sunday 1 AM", 604_800), ("1st Sunday", 2_592_000),
    ("02:30 UTC", 86_400), ("0 2 * * *", 86_400), ("Before releases, weekly", 604_800),
    ("Mon-Fri 22:00", 86_400), ("via cron (15 3 * * *)", 86_400), ("cron(0 5 ? * * *)", 86_400),
    ("rate(12 hours)", 43_200), ("@every 6h", 21_600), ("24 h", 86_400), ("6 Uhr", 86_400),
    ("*-*-* 02:30:00", 86_400), ("Sun *-*-* 04:00", 604_800), ("*-*-01 03:00:00", 2_592_000),
    ("*-*-* 0/6:00:00", 21_600), ("*:0/15", 900), ("*-01,04,07,10-01 00:00", 7_776_000),
  ])
  func `reads a value that is meant to be a cadence`(text: String, seconds: Int) {
    #expect(Cadence.value(FoldedText(folding: text), .standard)?.seconds == seconds)
  }

  @Test func `takes no value that is still to be filled in for a cadence`() {
    #expect(Cadence.value(FoldedText(folding: "[e.g., every 15 minutes]"), .standard) == nil)
  }

  @Test func `keeps the words of an event`() throws {
    let text = "automatic (on every merge to main)"
    let cadence = try #require(Cadence.value(FoldedText(folding: text), .standard))
    #expect(cadence.seconds == nil)
    #expect(String(Array(text.utf8)[cadence.range]) == "on every merge to main")
  }

  @Test(arguments: [
    ("Per build", "Per build"), ("Every CI run of main", "Every CI run of main"),
    ("À chaque commit", "À chaque commit"), ("変更時", "変更時"),
    ("bei jedem Release", "bei jedem Release"),
    ("antes de cada despliegue", "antes de cada despliegue"), ("变更时", "变更时"),
    ("After each sale", "After each sale"), ("Pre-release", "Pre-release"),
    ("On creation and rotation", "On creation and rotation"),
  ])
  func `takes what happens after each of something for an event`(
    text: String,
    clause: String
  ) throws {
    let cadence = try #require(Cadence.value(FoldedText(folding: text), .standard))
    #expect(cadence.seconds == nil)
    #expect(String(Array(text.utf8)[cadence.range]) == clause)
  }

  @Test(arguments: ["365-day retention", "30 days kept", "5 of 7", "Manual", "2026-10-01"])
  func `finds no cadence in a value that is none`(text: String) {
    #expect(Cadence.value(FoldedText(folding: text), .standard)?.seconds == nil)
  }

  @Test(arguments: ["every component", "all days are equal", "the database", ""])
  func `finds none where none is stated`(text: String) {
    #expect(Cadence.first(in: FoldedText(folding: text), .standard) == nil)
  }

  @Test(arguments: [
    ("0 2 * * *", 86_400), ("*/15 * * * *", 900), ("0 */6 * * *", 21_600), ("30 3 * * 0", 604_800),
    ("0 1 1 * *", 2_592_000), ("0 0,12 * * *", 43_200), ("0 3 * * 1,4", 345_600),
    ("@daily", 86_400), ("15 * * * *", 3600), ("0 4 * * mon", 604_800), ("* * * * *", 60),
    ("0 0 1 */3 *", 7_776_000), ("0 2 ? * sun *", 604_800), ("0 2 * * mon-fri", 259_200),
    ("@every 90m", 5400), ("0 0 1 jan,jul *", 15_552_000), ("H 2 * * *", 86_400),
  ])
  func `reads the longest gap of a crontab line`(text: String, seconds: Int) {
    #expect(Cron(Array(text.utf8)[...])?.interval == seconds)
  }

  @Test(arguments: ["1 2 3", "1. Stop the writers", "* item one two three", "2 4 6 8 10"])
  func `takes no other line for a crontab`(text: String) {
    #expect(Cron(Array(text.utf8)[...]) == nil)
  }
}
