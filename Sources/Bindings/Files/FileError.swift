internal import Glibc

/// A refusal of the operating system, with the file it concerns.
package struct FileError: Error, Equatable, CustomStringConvertible {
  /// What was tried, as it stands after "cannot".
  package let operation: String
  package let path: String
  /// The `errno` of the call.
  package let code: Int32

  package init(_ operation: String, _ path: String, code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  package var description: String { "cannot \(operation) \"\(path)\": \(reason)" }

  /// Whether the file or folder is not there.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
  /// Whether the medium has no room left.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT }
  /// Whether somebody else holds the lock.
  package var isBusy: Bool { code == EWOULDBLOCK }
  /// Whether the file or folder is there already.
  package var isTaken: Bool { code == EEXIST || code == ENOTEMPTY }

  private var reason: String {
    let words = unsafe String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
