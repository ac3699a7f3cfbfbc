import Testing

@testable import Portal

@Suite struct PhraseTests {
  @Test(arguments: [
    (0, "0 min"), (45, "45 s"), (90, "1 min 30 s"), (900, "15 min"), (14_400, "4 h"),
    (5400, "1 h 30 min"), (93_600, "1 d 2 h"), (86_400, "1 d"), (5_184_000, "60 d"),
    (90_061, "1 d 1 h"), (-60, "-1 min"), (Int.min, "-106,751,991,167,300 d"),
  ])
  func `says a span in two units`(seconds: Int, phrase: String) {
    #expect(Phrase.span(seconds) == phrase)
  }

  @Test(arguments: [
    (86_400, 3600, "24 times"), (5400, 3600, "1.5 times"), (22_570, 900, "25 times"),
    (7200, 3600, "2 times"), (39_999, 3600, "11 times"),
  ])
  func `says how often a target goes into a figure`(whole: Int, part: Int, phrase: String) {
    #expect(Phrase.times(whole, of: part) == phrase)
  }

  @Test func `says nothing of a target of zero`() {
    #expect(Phrase.times(100, of: 0) == nil)
    #expect(Phrase.times(1, of: 2) == nil)
  }

  @Test(arguments: [
    (999_000, "99.9 %"), (999_500, "99.95 %"), (1_000_000, "100 %"), (5, "0.0005 %"),
  ])
  func `says a share`(millionths: Int, phrase: String) {
    #expect(Phrase.percent(millionths: millionths) == phrase)
  }

  @Test(arguments: [
    (0, "1970-01-01 00:00 UTC"), (1_795_240_800_000, "2026-11-21 06:00 UTC"),
    (951_782_400_000, "2000-02-29 00:00 UTC"), (-1, "1969-12-31 23:59 UTC"),
    (Int.max, "9999-12-31 23:59 UTC"), (Int.min, "0001-01-01 00:00 UTC"),
  ])
  func `says a time`(milliseconds: Int, phrase: String) {
    #expect(Phrase.time(milliseconds) == phrase)
  }

  @Test func `writes a time for machines`() {
    #expect(Phrase.stamp(1_795_240_805_999) == "2026-11-21T06:00:05Z")
  }

  @Test(arguments: [
    (0, "now"), (3_600_000, "1 hour ago"), (90_000_000, "1 day ago"), (-172_800_000, "in 2 days"),
    (-7_200_000, "in 2 hours"),
  ])
  func `says how long ago something was`(passed: Int, phrase: String) {
    #expect(Phrase.age(1_795_240_800_000 - passed, asOf: 1_795_240_800_000) == phrase)
  }

  @Test(arguments: [
    (47, "47 B"), (8400, "8.4 kB"), (910_000_000, "910 MB"), (48_200_000_000, "48.2 GB"),
    (1000, "1 kB"), (Int.max, "922 PB"),
  ])
  func `says a size`(bytes: Int, phrase: String) {
    #expect(Phrase.size(bytes) == phrase)
  }

  @Test func `says numbers and lists`() {
    #expect(Phrase.grouped(12_480) == "12,480")
    #expect(Phrase.grouped(-999) == "-999")
    #expect(Phrase.count(1, "inventory", "inventories") == "1 inventory")
    #expect(Phrase.list(["a", "b", "c"]) == "a, b and c")
  }
}
