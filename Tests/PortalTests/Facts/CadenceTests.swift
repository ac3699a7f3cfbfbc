import Testing

@testable import Portal

struct CadenceTests {
  @Test(arguments: [
    ("Daily at 02:00 UTC", 86_400), ("every 6 hours", 21_600), ("Every 15 min", 900),
    ("nightly", 86_400), ("twice a year", 15_552_000), ("continuous", 0),
    ("täglich um 3 Uhr", 86_400), ("alle 4 Stunden", 14_400), ("cada 12 horas", 43_200),
    ("毎日", 86_400), ("每周", 604_800), ("every Sunday at 1 AM", 604_800),
    ("on an annual basis", 31_536_000),
  ])
  func `reads how often something happens`(text: String, seconds: Int) {
    let cadence = Cadence.first(in: FoldedText(folding: text), .standard)
    #expect(cadence?.seconds == seconds)
  }

  @Test(arguments: [
    ("6 hours", 21_600), ("Sunday 1 AM", 604_800), ("1st Sunday", 2_592_000),
    ("02:30 UTC", 86_400), ("0 2 * * *", 86_400), ("Before releases, weekly", 604_800),
  ])
  func `reads a value that is meant to be a cadence`(text: String, seconds: Int) {
    #expect(Cadence.value(FoldedText(folding: text), .standard)?.seconds == seconds)
  }

  @Test func `keeps the words of an event`() throws {
    let text = "automatic (on every merge to main)"
    let cadence = try #require(Cadence.value(FoldedText(folding: text), .standard))
    #expect(cadence.seconds == nil)
    #expect(String(Array(text.utf8)[cadence.range]) == "on every merge to main")
  }

  @Test(arguments: ["every component", "all days are equal", "the database", ""])
  func `finds none where none is stated`(text: String) {
    #expect(Cadence.first(in: FoldedText(folding: text), .standard) == nil)
  }

  @Test(arguments: [
    ("0 2 * * *", 86_400), ("*/15 * * * *", 900), ("0 */6 * * *", 21_600), ("30 3 * * 0", 604_800),
    ("0 1 1 * *", 2_592_000), ("0 0,12 * * *", 43_200), ("0 3 * * 1,4", 345_600),
    ("@daily", 86_400), ("15 * * * *", 3600), ("0 4 * * mon", 604_800), ("* * * * *", 60),
    ("0 0 1 */3 *", 7_776_000),
  ])
  func `reads the longest gap of a crontab line`(text: String, seconds: Int) {
    #expect(Cron(Array(text.utf8)[...])?.interval == seconds)
  }

  @Test(arguments: ["1 2 3", "1. Stop the writers", "* item one two three", "2 4 6 8 10"])
  func `takes no other line for a crontab`(text: String) {
    #expect(Cron(Array(text.utf8)[...]) == nil)
  }
}
