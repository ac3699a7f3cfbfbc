import Testing

@testable import Portal

@Suite struct SpanTests {
  @Test(arguments: [
    ("4 hours", 14_400, 14_400), ("15min", 900, 900), ("90s", 90, 90), ("1h30m", 5400, 5400),
    ("1 hour 30 min", 5400, 5400), ("2 hours and 15 minutes", 8100, 8100), ("PT4H", 14_400, 14_400),
    ("P1DT12H", 129_600, 129_600), ("2-4 hours", 7200, 14_400),
    ("30 minutes - 2 hours", 1800, 7200),
    ("15 to 30 minutes", 900, 1800), ("1.5 hours", 5400, 5400), ("~45 minutes", 2700, 2700),
    ("up to 2 days", 172_800, 172_800), ("a 4-hour window", 14_400, 14_400),
    ("two weeks", 1_209_600, 1_209_600),
    ("4 Stunden", 14_400, 14_400), ("3 días", 259_200, 259_200), ("2 heures", 7200, 7200),
    ("4時間", 14_400, 14_400),
    ("30分", 1800, 1800), ("0", 0, 0), ("0 (stateless)", 0, 0),
  ])
  func `reads a span`(text: String, minimum: Int, maximum: Int) {
    let span = Span.first(in: FoldedText(text), .standard)
    #expect(span?.minimum == minimum)
    #expect(span?.maximum == maximum)
  }

  @Test(arguments: [
    "version 1.0", "99.9%", "2026-11-21", "10.0.0.1", "SEV-1", "step 3", "port 5432", "3 backups",
  ])
  func `reads no span where there is none`(text: String) {
    #expect(Span.first(in: FoldedText(text), .standard) == nil)
  }

  @Test(arguments: [
    ("< 5 minutes", Span.Qualifier.strict), ("within 60 seconds", .upto), ("about 2 h", .about),
    ("> 7 days", .least),
  ])
  func `keeps what stands before the number`(text: String, qualifier: Span.Qualifier) {
    #expect(Span.first(in: FoldedText(text), .standard)?.qualifier == qualifier)
  }
}
