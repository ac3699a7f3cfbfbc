internal import Bindings
internal import Portal

/// Decides the time that everything is judged by; the only reader of the clock.
///
/// The first of: `--as-of`, `SOURCE_DATE_EPOCH`, `as_of` of the configuration, the clock. All
/// times are milliseconds since 1970 UTC, in whole seconds.
/// Source: https://reproducible-builds.org/specs/source-date-epoch/
enum Clock {
  /// The time to judge by; `configured` is `as_of` of the configuration.
  static func asOf(_ arguments: Arguments, configured: Int64? = nil) throws(Failure) -> Int64 {
    try resolve(
      option: arguments.given("as-of"),
      epoch: System.environment("SOURCE_DATE_EPOCH"),
      configured: configured,
      now: System.now
    )
  }

  /// The rule by itself, without the process around it.
  static func resolve(
    option: String?,
    epoch: String?,
    configured: Int64?,
    now: Int64
  ) throws(Failure) -> Int64 {
    if let option {
      guard let time = AsOf.milliseconds(option) else {
        throw .usage(
          "option \"--as-of\" does not take \"\(option)\"",
          hint: "write a time as 2026-11-21T06:00:00Z or a day as 2026-11-21"
        )
      }
      return time
    }
    if let epoch {
      let digits = epoch.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits, let seconds = Int64(epoch), seconds <= AsOf.lastSecond else {
        throw .usage(
          "SOURCE_DATE_EPOCH is not a number of seconds: \"\(epoch)\"",
          hint: "unset it, or set it to the output of \"date +%s\""
        )
      }
      return seconds * 1000
    }
    return configured ?? now / 1000 * 1000
  }
}
