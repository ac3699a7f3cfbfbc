internal import Glibc

/// An open file; closed when the value goes out of scope.
struct FileDescriptor: ~Copyable {
  let number: Int32
  let path: String

  init(_ path: String, _ flags: Int32, mode: UInt32 = 0, to operation: String) throws(FileError) {
    var number: Int32
    repeat {
      number = unsafe path.withCString { unsafe Glibc.open($0, flags | O_CLOEXEC, mode) }
    } while number < 0 && errno == EINTR
    guard number >= 0 else { throw FileError(operation, path) }
    self.number = number
    self.path = path
  }

  deinit { _ = Glibc.close(number) }

  borrowing func status(to operation: String) throws(FileError) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw FileError(operation, path) }
    return status
  }

  /// Reads from the place where the last read ended to the end of the file.
  borrowing func readAll(expecting size: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = Array(repeating: 0, count: max(size + 1, 4096))
    var end = 0
    while true {
      var got = 0
      unsafe bytes.withUnsafeMutableBytes { buffer in
        repeat {
          unsafe got = read(number, buffer.baseAddress?.advanced(by: end), buffer.count - end)
        } while got < 0 && errno == EINTR
      }
      guard got >= 0 else { throw FileError("read", path) }
      end += got
      if got == 0 {
        bytes.removeLast(bytes.count - end)
        return bytes
      }
      if end == bytes.count { bytes += Array(repeating: 0, count: min(end, 1 << 24)) }
    }
  }

  borrowing func write(_ bytes: [UInt8]) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw FileError("write", path) }
      offset += written
    }
  }

  borrowing func synchronize() throws(FileError) {
    guard fsync(number) == 0 else { throw FileError("write", path) }
  }
}
