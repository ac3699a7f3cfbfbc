internal import CSystem
internal import Glibc

extension Files {
  /// Replaces a file whole: temporary name, fsync, rename, fsync of the folder.
  package static func write(
    _ bytes: [UInt8],
    to path: String,
    mode: UInt32 = 0o644
  ) throws(FileError) {
    try prepare(bytes, for: path, mode: mode)
    try settle(path)
  }

  /// Writes what is to replace a file beside it, durably, under its name with ".new".
  package static func prepare(
    _ bytes: [UInt8],
    for path: String,
    mode: UInt32 = 0o644
  ) throws(FileError) {
    try unlessRefused(path) { temporary throws(FileError) in
      try fill(temporary, with: bytes, O_WRONLY | O_CREAT | O_TRUNC, mode, durable: true)
    }
  }

  /// Puts what `prepare` wrote into its place.
  package static func settle(_ path: String) throws(FileError) {
    try unlessRefused(path) { temporary throws(FileError) in try move(temporary, to: path) }
    try synchronizeFolder(of: path)
  }

  /// Works on the file beside a path, and takes it away when that is refused.
  private static func unlessRefused(
    _ path: String,
    _ work: (String) throws(FileError) -> Void
  ) throws(FileError) {
    let temporary = path + ".new"
    do throws(FileError) {
      try work(temporary)
    } catch {
      _ = unsafe temporary.withCString { unsafe unlink($0) }
      throw FileError(error.operation, path, code: error.code)
    }
  }

  /// Writes a file in a folder that is not in use yet: no fsync, no temporary name.
  package static func stage(_ bytes: [UInt8], to path: String) throws(FileError) {
    try fill(path, with: bytes, O_WRONLY | O_CREAT | O_TRUNC, 0o644, durable: false)
  }

  /// Writes a file that must not be there yet.
  package static func create(
    _ bytes: [UInt8],
    at path: String,
    mode: UInt32
  ) throws(FileError) {
    try fill(path, with: bytes, O_WRONLY | O_CREAT | O_EXCL, mode, durable: true)
    try synchronizeFolder(of: path)
  }

  /// Adds bytes at the end of a file, durably.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try fill(path, with: bytes, O_WRONLY | O_CREAT | O_APPEND, 0o644, durable: true)
  }

  /// Cuts a file after some bytes, durably.
  package static func truncate(_ path: String, to size: Int) throws(FileError) {
    let file = try FileDescriptor(path, O_WRONLY, to: "write")
    guard ftruncate(file.number, size) == 0 else { throw FileError("write", path) }
    try file.synchronize()
  }

  /// Makes a folder and the folders above it; one that is there already is fine.
  package static func makeFolder(_ path: String) throws(FileError) {
    guard unsafe path.withCString({ unsafe mkdir($0, 0o755) }) != 0 else { return }
    if errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw FileError("create", path)
    }
    try makeFolder(String(path[..<slash]))
    guard unsafe path.withCString({ unsafe mkdir($0, 0o755) }) == 0 || errno == EEXIST else {
      throw FileError("create", path)
    }
  }

  /// Removes a file, a link or a whole folder; what is not there is fine.
  package static func remove(_ path: String) throws(FileError) {
    let entry: Entry
    do throws(FileError) { entry = try Files.entry(path) } catch {
      if error.isMissing { return }
      throw error
    }
    guard entry.kind == .folder else {
      guard unsafe path.withCString({ unsafe unlink($0) }) == 0 else {
        throw FileError("remove", path)
      }
      return
    }
    for child in try list(path) { try remove(path + "/" + child.name) }
    guard unsafe path.withCString({ unsafe rmdir($0) }) == 0 else {
      throw FileError("remove", path)
    }
  }

  /// Gives a file or folder another name; a file of that name is replaced.
  package static func move(_ path: String, to other: String) throws(FileError) {
    let code = unsafe path.withCString { from in
      unsafe other.withCString { unsafe rename(from, $0) }
    }
    guard code == 0 else { throw FileError("rename", path) }
  }

  /// Exchanges two folders in one step, so that no reader sees half of each.
  package static func exchange(_ path: String, _ other: String) throws(FileError) {
    let code = unsafe path.withCString { from in
      unsafe other.withCString { unsafe c_exchange(from, $0) }
    }
    guard code == 0 else { throw FileError("replace", other) }
  }

  private static func fill(
    _ path: String,
    with bytes: [UInt8],
    _ flags: Int32,
    _ mode: UInt32,
    durable: Bool
  ) throws(FileError) {
    let file = try FileDescriptor(path, flags, mode: mode, to: "write")
    try file.write(bytes)
    if durable { try file.synchronize() }
  }

  private static func synchronizeFolder(of path: String) throws(FileError) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try FileDescriptor(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY, to: "write")
      .synchronize()
  }
}
