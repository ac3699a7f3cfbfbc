internal import CCrypto

extension SigningKey {
  /// Reads a private key in PEM (PKCS#8, RFC 5958); never asks a person for a passphrase.
  package init(pem: [UInt8], passphrase: [UInt8]? = nil) throws(CryptoError) {
    guard let memory = unsafe BIO_new(BIO_s_mem()) else { throw .last("reading a private key") }
    defer { unsafe BIO_free(memory) }
    // Written, not lent: a lent array would have to outlive the call that takes it.
    guard unsafe BIO_write(memory, pem, Int32(clamping: pem.count)) == pem.count else {
      throw .noKey
    }
    var asked = Answer(passphrase: passphrase)
    // Without a function of ours libcrypto would ask on the terminal.
    let handle = unsafe withUnsafeMutablePointer(to: &asked) { answer in
      unsafe PEM_read_bio_PrivateKey(memory, nil, answerWithPassphrase, answer)
    }
    ERR_clear_error()
    guard let handle = unsafe handle else {
      guard asked.wasAsked else { throw .noKey }
      throw passphrase == nil ? .encrypted : .wrongPassphrase
    }
    try unsafe self.init(owning: handle)
  }

  /// The key in PEM (PKCS#8); with a passphrase, encrypted by AES-256-CBC under PBKDF2.
  ///
  /// PBES2 of RFC 8018 with HMAC-SHA-256 and 600,000 rounds, which `openssl` and OpenSSH read.
  package borrowing func pem(passphrase: [UInt8]? = nil) throws(CryptoError) -> [UInt8] {
    guard let memory = unsafe BIO_new(BIO_s_mem()) else { throw .last("writing a private key") }
    defer { unsafe BIO_free(memory) }
    guard let plain = unsafe EVP_PKEY2PKCS8(handle) else { throw .last("writing a private key") }
    defer { unsafe PKCS8_PRIV_KEY_INFO_free(plain) }
    if let passphrase {
      let sealed = try unsafe SigningKey.seal(plain, with: passphrase)
      defer { unsafe X509_SIG_free(sealed) }
      guard unsafe PEM_write_bio_PKCS8(memory, sealed) == 1 else {
        throw .last("writing a private key")
      }
    } else {
      guard unsafe PEM_write_bio_PKCS8_PRIV_KEY_INFO(memory, plain) == 1 else {
        throw .last("writing a private key")
      }
    }
    return try unsafe SigningKey.contents(of: memory)
  }

  private static func seal(
    _ plain: OpaquePointer,
    with passphrase: [UInt8]
  ) throws(CryptoError) -> OpaquePointer {
    let cipher = unsafe EVP_aes_256_cbc()
    let digest = NID_hmacWithSHA256
    guard
      let scheme = unsafe PKCS5_pbe2_set_iv(cipher, 600_000, nil, 0, nil, digest)
    else { throw .last("encrypting a private key") }
    let answer = unsafe passphrase.withUnsafeBytes { bytes in
      let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
      return unsafe PKCS8_set0_pbe(start, Int32(clamping: bytes.count), plain, scheme)
    }
    guard let sealed = unsafe answer else {
      unsafe X509_ALGOR_free(scheme)
      throw .last("encrypting a private key")
    }
    return unsafe sealed
  }

  private static func contents(of memory: OpaquePointer) throws(CryptoError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: unsafe BIO_ctrl_pending(memory))
    let count = unsafe BIO_read(memory, &bytes, Int32(clamping: bytes.count))
    guard count == bytes.count else { throw .last("writing a private key") }
    return bytes
  }
}

/// What is said to libcrypto when it asks for the passphrase.
private struct Answer {
  var passphrase: [UInt8]?
  var wasAsked = false
}

/// The `pem_password_cb` of pem_password_cb(3): the passphrase's length, or -1 to give up.
private func answerWithPassphrase(
  _ buffer: UnsafeMutablePointer<CChar>?,
  _ size: Int32,
  _ isForWriting: Int32,
  _ data: UnsafeMutableRawPointer?
) -> Int32 {
  guard let answer = unsafe data?.assumingMemoryBound(to: Answer.self), let buffer = unsafe buffer
  else { return -1 }
  unsafe answer.pointee.wasAsked = true
  guard let passphrase = unsafe answer.pointee.passphrase, passphrase.count <= Int(size) else {
    return -1
  }
  for (index, byte) in passphrase.enumerated() {
    unsafe buffer[index] = CChar(bitPattern: byte)
  }
  return Int32(passphrase.count)
}
