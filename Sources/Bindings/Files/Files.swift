internal import Glibc

/// The file system, one call a wish; every refusal is a `FileError` that names the path.
package enum Files {
  /// What a name in a folder stands for.
  package enum Kind: Sendable {
    case file
    case folder
    case link
    case other
  }

  /// A name in a folder.
  package struct Entry: Sendable {
    package let name: String
    package let kind: Kind
    /// The length in bytes; of a link, the length of its target.
    package let size: Int
    /// The permission bits.
    package let mode: UInt32
  }

  /// The whole contents of a file.
  package static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try FileDescriptor(path, O_RDONLY, to: "read")
    let status = try file.status(to: "read")
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError("read", path, code: EISDIR) }
    return try file.readAll(expecting: Int(status.st_size))
  }

  /// Whether the path leads to something, through links.
  package static func exists(_ path: String) -> Bool {
    unsafe path.withCString { unsafe access($0, F_OK) } == 0
  }

  /// What the path itself is; a link is not followed.
  package static func entry(_ path: String) throws(FileError) -> Entry {
    var status = stat()
    guard unsafe path.withCString({ unsafe lstat($0, &status) }) == 0 else {
      throw FileError("read", path)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Entry(name: name, status)
  }

  /// The names in a folder, in the order of their bytes.
  package static func list(_ folder: String) throws(FileError) -> [Entry] {
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else {
      throw FileError("read", folder)
    }
    defer { unsafe closedir(stream) }
    var entries: [Entry] = []
    while let next = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &next.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      do throws(FileError) {
        entries.append(try entry(folder + "/" + name))
      } catch {
        // Its name is no UTF-8, or it was taken away just now.
        guard error.code == ENOENT else { throw error }
        entries.append(Entry(name: name, kind: .other, size: 0, mode: 0))
      }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The path without links, dots and doubled slashes.
  package static func realPath(_ path: String) throws(FileError) -> String {
    guard let resolved = unsafe path.withCString({ unsafe realpath($0, nil) }) else {
      throw FileError("read", path)
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

extension Files.Entry {
  fileprivate init(name: String, _ status: stat) {
    self.name = name
    size = Int(status.st_size)
    mode = UInt32(status.st_mode) & 0o7777
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
  }
}
