internal import Glibc

/// An exclusive lock, held until the value goes out of scope; its file is gone afterwards.
package struct FileLock: ~Copyable {
  private let file: FileDescriptor

  /// Takes the lock, or throws an error whose `isBusy` is true when another process holds it.
  package init(_ path: String) throws(FileError) {
    while true {
      let file = try FileDescriptor(path, O_RDWR | O_CREAT, mode: 0o644, to: "lock")
      guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else { throw FileError("lock", path) }
      // Between opening and locking the holder may have removed the file: then it locks nothing.
      let mine = try file.status(to: "lock")
      var there = stat()
      if unsafe path.withCString({ unsafe stat($0, &there) }) == 0, there.st_ino == mine.st_ino {
        self.file = file
        return
      }
    }
  }

  deinit { _ = unsafe file.path.withCString { unsafe unlink($0) } }
}
