import Testing

@testable import Portal

struct CalendarDateTests {
  @Test(arguments: [
    ("2025-12-04", "2025-12-04"), ("2025/1/9", "2025-01-09"), ("November 19, 2025", "2025-11-19"),
    ("19 November 2025", "2025-11-19"), ("Jun 1 2018", "2018-06-01"), ("24-Jan-2022", "2022-01-24"),
    ("04.12.2025", "2025-12-04"), ("31-05-23", "2023-05-31"), ("12/31/2024", "2024-12-31"),
    ("19 de noviembre de 2025", "2025-11-19"), ("3. März 2026", "2026-03-03"),
    ("2025年12月4日", "2025-12-04"), ("v1.0 (2026-04-28)", "2026-04-28"),
    ("2025-12-04T02:00:00Z", "2025-12-04"), ("1er août 2025", "2025-08-01"),
  ])
  func `reads a date in any common form`(text: String, iso: String) {
    #expect(CalendarDate(in: text)?.iso == iso)
  }

  @Test(arguments: ["03/04/2025", "1.0", "10.0.0.1", "[Date + 3 months]", "quarterly", "2025", ""])
  func `reads no date where the day is not certain`(text: String) {
    #expect(CalendarDate(in: text) == nil)
  }
}
