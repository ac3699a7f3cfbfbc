internal import Glibc

/// An exclusive lock on a file, held until the value goes out of scope.
package struct FileLock: ~Copyable {
  private let file: FileDescriptor

  /// Takes the lock, or throws an error whose `isBusy` is true when another process holds it.
  package init(_ path: String) throws(FileError) {
    let file = try FileDescriptor(path, O_RDWR | O_CREAT, mode: 0o644, to: "lock")
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { throw FileError("lock", path) }
    self.file = file
  }
}
