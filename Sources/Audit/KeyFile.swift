package import Bindings

/// A file with a private key in PEM (PKCS#8), which only its owner may read.
package enum KeyFile {
  /// Makes a new key in a new file of mode 0600; an existing file is never replaced.
  @discardableResult
  package static func create(at path: String, passphrase: [UInt8]? = nil) throws -> PublicKey {
    let key = try SigningKey.random()
    guard let publicKey = PublicKey(key.publicKey) else { throw AuditError("the key is no key") }
    do {
      try Files.create(key.pem(passphrase: passphrase), at: path, mode: 0o600)
    } catch let error as FileError where error.isTaken {
      throw AuditError(
        "\"\(path)\" is there already, and a key is never overwritten",
        hint: "give another name"
      )
    }
    return publicKey
  }

  /// Reads a key; refuses a file that others may read or change.
  package static func read(_ path: String, passphrase: [UInt8]? = nil) throws -> SigningKey {
    // Secrets are often mounted as links; what counts are the permissions of the file itself.
    let entry = try Files.entry(Files.realPath(path))
    guard entry.mode & 0o077 == 0 else {
      throw AuditError(
        "the private key \"\(path)\" can be read or changed by others"
          + " (mode 0\(String(entry.mode & 0o777, radix: 8)))",
        hint: "run \"chmod 600 \(path)\"; if others had access to it, make a new key"
      )
    }
    do {
      return try SigningKey(pem: Files.read(path), passphrase: passphrase)
    } catch let error as CryptoError {
      throw AuditError("cannot use the key \"\(path)\": \(error)")
    }
  }
}
