import Portal
import Testing

@testable import drillbook

@Suite struct ClockTests {
  private func time(
    option: String? = nil,
    epoch: String? = nil,
    configured: Int64? = nil
  ) throws -> Int64 {
    try Clock.resolve(option: option, epoch: epoch, configured: configured, now: 1_999)
  }

  @Test func `prefers the option, then the environment, then the configuration`() throws {
    #expect(try time(option: "1970-01-02", epoch: "7", configured: 5_000) == 86_400_000)
    #expect(try time(epoch: "7", configured: 5_000) == 7_000)
    #expect(try time(configured: 5_000) == 5_000)
  }

  @Test func `takes whole seconds of the clock`() throws {
    #expect(try time() == 1_000)
  }

  @Test(arguments: ["yesterday", "", "2026-11-21 06:00", "2026-02-29", "2026-11-21T24:00:00Z"])
  func `refuses an option that is not a time`(text: String) {
    let failure = #expect(throws: Failure.self) { try time(option: text) }
    #expect(failure?.exitCode == .usage)
  }

  @Test(arguments: ["", "-1", "+1", "1.5", " 1", "soon", "253402300800", "99999999999999999999"])
  func `refuses a malformed source date`(text: String) {
    let failure = #expect(throws: Failure.self) { try time(epoch: text) }
    #expect(failure?.message == "SOURCE_DATE_EPOCH is not a number of seconds: \"\(text)\"")
  }

  @Test(arguments: [
    ("2000-02-29", 951_782_400), ("2026-11-21T06:00:00Z", 1_795_240_800),
    ("2026-11-21T07:00:00+01:00", 1_795_240_800), ("2099-12-31T23:59:59Z", 4_102_444_799),
  ])
  func `counts seconds since 1970`(text: String, seconds: Int64) {
    #expect(AsOf.milliseconds(text) == seconds * 1000)
  }
}
