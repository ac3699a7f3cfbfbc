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
    ("3rd of March 2025", "2025-03-03"), ("17 de Junio, 2025", "2025-06-17"),
    ("2015 年 3 月 9 日", "2015-03-09"), ("令和8年3月15日", "2026-03-15"),
    ("15. 03. 2026", "2026-03-15"), ("2026-Jan-24", "2026-01-24"),
    ("14 Décembre 2025", "2025-12-14"),
    ("Monday, January 5, 2026, 16:10 UTC", "2026-01-05"), ("v2.1.0 of March 5, 2026", "2026-03-05"),
    ("rds:shop-2025-12-04", "2025-12-04"), ("26/1/25", "2025-01-26"),
  ])
  func `reads a date in any common form`(text: String, iso: String) {
    #expect(CalendarDate(in: text)?.day?.text == iso)
  }

  @Test(arguments: [
    "03/04/2025", "1.0", "10.0.0.1", "[Date + 3 months]", "quarterly", "2025", "", "2.1.0", "1.2.3",
    "192.168.1.1", "24/7/365", "31 November 2025", "v2, March 2026", "12345-12-04", "3.10.2",
  ])
  func `reads no date where the day is not certain`(text: String) {
    #expect(CalendarDate(in: text)?.day == nil)
  }

  @Test func `takes the small numbers in the order that is known`() {
    #expect(CalendarDate(in: "03/04/2025", order: .dayFirst)?.day?.text == "2025-04-03")
    #expect(CalendarDate(in: "03/04/2025", order: .monthFirst)?.day?.text == "2025-03-04")
    #expect(CalendarDate.order(in: marked("until 28/04/2025")) == .dayFirst)
    #expect(CalendarDate.order(in: marked("until 4/28/2025")) == .monthFirst)
    #expect(CalendarDate.order(in: marked("until 3/4/2025")) == nil)
  }

  @Test(arguments: [
    ("January 2026", "2026-01-01", "2026-01-31"), ("mayo de 2026", "2026-05-01", "2026-05-31"),
    ("2024年12月", "2024-12-01", "2024-12-31"), ("Q3 2026", "2026-07-01", "2026-09-30"),
    ("2026-02", "2026-02-01", "2026-02-28"), ("06/2026", "2026-06-01", "2026-06-30"),
    ("2. Quartal 2026", "2026-04-01", "2026-06-30"),
  ])
  func `reads a month or a quarter from its first day to its last`(
    text: String,
    first: String,
    last: String
  ) {
    let date = CalendarDate(in: text)
    #expect(date?.day == nil)
    #expect(date?.first.text == first)
    #expect(date?.last.text == last)
  }
}
