import Testing

@testable import Portal

@Suite struct InstantTests {
  @Test(arguments: [
    ("2025-12-04T02:00:00Z", "2025-12-04T02:00:00Z"),
    ("2025-12-04t02:00:00z", "2025-12-04T02:00:00Z"),
    ("2025-12-08T15:02:14.323820+06:00", "2025-12-08T09:02:14Z"),
    ("2025-12-08 15:02:14+0600", "2025-12-08T09:02:14Z"),
    ("2025-12-08 09:02:14 UTC", "2025-12-08T09:02:14Z"),
    ("2025-12-08 09:02:14 -0330", "2025-12-08T12:32:14Z"),
    ("2025-12-08 09:02 +05:45", "2025-12-08T03:17:00Z"),
    ("2025-12-04T02:00:00.1234567890Z", "2025-12-04T02:00:00Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ("Thu Dec  4 14:05:09 UTC 2025", "2025-12-04T14:05:09Z"),
    ("Thu Dec  4 02:05:09 PM +06 2025", "2025-12-04T08:05:09Z"),
    ("Sat Nov 21 12:08:35 AM UTC 2026", "2026-11-21T00:08:35Z"),
    ("1765184534", "2025-12-08T09:02:14Z"),
    ("1765184534323", "2025-12-08T09:02:14Z"),
    ("1765184534.3238200000", "2025-12-08T09:02:14Z"),
    ("20251204T020000Z", "2025-12-04T02:00:00Z"),
    ("20251204T0200+0100", "2025-12-04T01:00:00Z"),
    ("2025-12-08 09:02:14,123+00", "2025-12-08T09:02:14Z"),
    ("2025-12-08 15:02:14.3 +0600 +06", "2025-12-08T09:02:14Z"),
    ("2025-12-08 10:02:14 +0100 CET", "2025-12-08T09:02:14Z"),
    ("Thu, 04 Dec 2025 14:05:09 GMT", "2025-12-04T14:05:09Z"),
    ("Thu, 4 Dec 2025 14:05:09 +0100", "2025-12-04T13:05:09Z"),
  ])
  func `reads what tools print`(text: String, expected: String) {
    #expect(Instant.milliseconds(text).map(Instant.text) == expected)
  }

  @Test(arguments: [
    "", "2025-11-31T00:00:00Z", "2025-02-29T00:00:00Z", "2025-12-04T24:00:00Z",
    "2025-12-04T02:60:00Z", "2025-12-04T02:00:60Z", "2025-12-04T02:00:00", "2025-12-04",
    "2025-12-04T02:00:00.Z", "2025-12-04T02:00:00.12345678901Z", "2025-12-04T02:00:00+25:00",
    "2025-12-04T02:00:00 CST", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "0", "20251204",
    "20251204020000", "2025-12-04T02:00:00Z ", "2025-12-04T02:00:00Zulu", "2025-1-4T02:00:00Z",
    "Fri Dec  4 14:05:09 UTC 2025", "Thu Dec  4 14:05:09 CST 2025", "Thu Dec  4 14:05:09 2025",
    "Thu Dec  4 14:05:09 PM UTC 2025", "Do 4. Dez 14:05:09 +06 2025", "tbd", "99999999999999999",
    "2025-12-04T02:00:00\u{660}Z", "9223372036854775807", "1765184534.", "1.2.3", ".",
    "Fri, 04 Dec 2025 14:05:09 GMT", "Thu, 04 Dec 2025 14:05:09", "20251304T020000Z",
    "2025-12-04 02:00:00 +0100 winter", "2025-12-04T02:00:00 ",
  ])
  func `does not guess`(text: String) {
    #expect(Instant.milliseconds(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-15T12:00:00", "Europe/Berlin", "2026-01-15T11:00:00Z"),
    ("2026-07-15T12:00:00", "Europe/Berlin", "2026-07-15T10:00:00Z"),
    ("2041-07-15T12:00:00", "Europe/Berlin", "2041-07-15T10:00:00Z"),
    ("2041-12-15T12:00:00", "America/New_York", "2041-12-15T17:00:00Z"),
    ("2041-01-15T12:00:00", "Australia/Sydney", "2041-01-15T01:00:00Z"),
    ("2025-12-04 09:00", "Asia/Dhaka", "2025-12-04T03:00:00Z"),
    ("2025-12-04 09:00", "Asia/Kathmandu", "2025-12-04T03:15:00Z"),
    ("2025-12-04 09:00", "+02:00", "2025-12-04T07:00:00Z"),
    ("2025-12-04 09:00Z", "Europe/Berlin", "2025-12-04T09:00:00Z"),
    ("2026-10-25T02:30:00", "Europe/Berlin", "2026-10-25T00:30:00Z"),
    ("Thu Dec  4 14:05:09 CST 2025", "America/Chicago", "2025-12-04T20:05:09Z"),
    ("2025-12-04 14:05:09 CST", "Asia/Shanghai", "2025-12-04T06:05:09Z"),
  ])
  func `reads a time without a zone by the zone given`(text: String, zone: String, utc: String) {
    let zone = Zone(zone)
    #expect(zone != nil)
    #expect(Instant.milliseconds(text, zone: zone).map(Instant.text) == utc)
  }

  @Test func `refuses the hour that a zone leaves out`() {
    let berlin = Zone("Europe/Berlin")
    #expect(Instant.milliseconds("2026-03-29T02:30:00", zone: berlin) == nil)
    #expect(Instant.milliseconds("2040-03-25T02:30:00", zone: berlin) == nil)
  }

  @Test(arguments: [
    "", "../../etc/passwd", "/etc/passwd", "Europe/../Europe/Berlin", "Mars", "CST",
  ])
  func `knows no zone of that name`(name: String) {
    #expect(Zone(name) == nil)
  }

  @Test(arguments: [
    ("2025-12-04T02:00:00", Instant.Fault.withoutZone), ("Thu Dec  4 14:05:09 2025", .withoutZone),
    ("0001-01-01T00:00:00Z", .notSet), ("1970-01-01T00:00:00Z", .notSet), ("0", .notSet),
    ("0.0", .notSet), ("tbd", .unreadable), ("", .unreadable), ("2025-13-01", .unreadable),
  ])
  func `says why a text is no time`(text: String, fault: Instant.Fault) {
    #expect(Instant.fault(of: text) == fault)
  }

  @Test func `keeps milliseconds of numbers`() {
    #expect(Instant.milliseconds("1765184534.3238200000") == 1_765_184_534_323)
    #expect(Instant.milliseconds("1765184534.3") == 1_765_184_534_300)
    #expect(Instant.epoch(1_765_184_534.32) == 1_765_184_534_320)
    #expect(Instant.epoch(-1.5) == nil)
    #expect(Instant.epoch(0.0) == nil)
    #expect(Instant.epoch(.infinity) == nil)
  }

  @Test func `counts days both ways`() {
    for days in stride(from: -719_162, through: 2_932_896, by: 997) {
      #expect(Civil(days: days).days == days)
    }
    #expect(Civil(days: 0).text == "1970-01-01")
    #expect(Civil(year: 2000, month: 3, day: 1)?.days == 11_017)
    #expect(Instant.day(1_795_240_800_000) == "2026-11-21")
    #expect(Instant.text(-1) == "1969-12-31T23:59:59Z")
  }
}
