internal import CSystem
internal import Glibc

/// What the process is given by the operating system.
package enum System {
  /// The clock, in milliseconds since 1970 (UTC).
  package static var now: Int64 {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// Milliseconds of a clock that only goes forward, for progress and measurements.
  package static var elapsed: Int64 {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_MONOTONIC, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// A variable of the environment.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe name.withCString({ unsafe getenv($0) }) else { return nil }
    return unsafe String(cString: value)
  }

  /// Takes a variable out of the environment, so that no child process inherits it.
  package static func forget(_ name: String) {
    _ = unsafe name.withCString { unsafe unsetenv($0) }
  }

  /// Whether a stream (1 output, 2 errors) is a terminal.
  package static func isTerminal(_ stream: Int32) -> Bool { isatty(stream) == 1 }

  /// The columns of the terminal behind a stream; nil when there is none.
  package static func columns(of stream: Int32) -> Int? {
    let columns = Int(c_columns(stream))
    return columns > 0 ? columns : nil
  }

  /// Writes all bytes to a stream; false when the other end is closed.
  @discardableResult
  package static func write(_ bytes: [UInt8], to stream: Int32) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(stream, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      offset += written
    }
    return true
  }

  /// Ends the process.
  package static func exit(_ code: Int32) -> Never { Glibc.exit(code) }

  /// The number of processors that may be used.
  package static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
