internal import Audit
internal import Bindings

/// Finds the key that a command signs with, and its passphrase; nothing is ever asked for.
enum SigningKeys {
  /// The key: `--sample-key`, `--key`, `DRILLBOOK_KEY_FILE`, then PEM in `DRILLBOOK_KEY`.
  static func key(_ arguments: Arguments, for origin: Origin) throws -> SigningKey {
    if arguments.has("sample-key") { return try SampleKey.make(for: origin) }
    let passphrase = try passphrase(arguments)
    if let path = arguments.given("key") ?? System.environment("DRILLBOOK_KEY_FILE") {
      return try KeyFile.read(path, passphrase: passphrase)
    }
    guard let pem = System.environment("DRILLBOOK_KEY") else {
      throw Failure.usage(
        "no signing key given",
        hint: "write \"--key FILE\"; \"drillbook keygen --key FILE\" makes one"
      )
    }
    // No child process is to inherit it.
    System.forget("DRILLBOOK_KEY")
    do {
      return try SigningKey(pem: Array(pem.utf8), passphrase: passphrase)
    } catch {
      throw Failure.machine("cannot use the key in DRILLBOOK_KEY: \(error)")
    }
  }

  /// The first line of `--passphrase-file`, then `DRILLBOOK_PASSPHRASE`.
  static func passphrase(_ arguments: Arguments) throws -> [UInt8]? {
    if let path = arguments.given("passphrase-file") {
      let line = try Files.read(path).prefix { $0 != 10 && $0 != 13 }
      guard !line.isEmpty else { throw Failure.machine("\"\(path)\" holds no passphrase") }
      return Array(line)
    }
    guard let passphrase = System.environment("DRILLBOOK_PASSPHRASE") else { return nil }
    System.forget("DRILLBOOK_PASSPHRASE")
    return Array(passphrase.utf8)
  }
}

/// Keeps two runs from appending to one trail.
enum AuditLock {
  /// Takes the lock beside the folder: in it, the lock would be a file that does not belong there.
  static func take(_ folder: String) throws -> FileLock {
    var path = folder
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { String(path[...$0]) } ?? ""
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    if !parent.isEmpty { try Files.makeFolder(String(parent.dropLast())) }
    do throws(FileError) {
      return try FileLock("\(parent).\(name).lock")
    } catch {
      throw error.isBusy ? busy(folder) : error
    }
  }

  private static func busy(_ folder: String) -> any Error {
    Failure.machine(
      "another run is appending to \"\(folder)\"",
      hint: "wait until it has ended"
    )
  }
}

/// The way from the root of the repository to the content, as the names of the inputs begin.
enum ContentPrefix {
  /// "content/" for "content" and "./content/"; "" for "."; the last name of any other path.
  static func of(_ folder: String) -> String {
    let parts = folder.split(separator: "/").filter { $0 != "." }.map(String.init)
    guard !parts.isEmpty else { return "" }
    let isPlain = !folder.hasPrefix("/") && !parts.contains("..")
    return (isPlain ? parts.joined(separator: "/") : parts[parts.count - 1]) + "/"
  }
}
