internal import CCrypto

/// An Ed25519 private key (RFC 8032).
@safe
package struct SigningKey: ~Copyable {
  /// The public half: 32 bytes.
  package let publicKey: [UInt8]
  let handle: OpaquePointer

  /// Takes over a key of libcrypto's, and frees it when it is of another kind.
  init(owning handle: OpaquePointer) throws(CryptoError) {
    var raw = [UInt8](repeating: 0, count: 32)
    var count = raw.count
    guard unsafe EVP_PKEY_get_id(handle) == EVP_PKEY_ED25519,
      unsafe EVP_PKEY_get_raw_public_key(handle, &raw, &count) == 1, count == 32
    else {
      unsafe EVP_PKEY_free(handle)
      ERR_clear_error()
      throw .otherKind
    }
    publicKey = raw
    unsafe self.handle = handle
  }

  /// The key that a seed of 32 bytes stands for.
  package init(seed: [UInt8]) throws(CryptoError) {
    guard seed.count == 32,
      let handle = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
    else { throw .last("reading a seed") }
    try unsafe self.init(owning: handle)
  }

  deinit { unsafe EVP_PKEY_free(handle) }

  /// A new key from the random numbers of the operating system.
  package static func random() throws(CryptoError) -> SigningKey {
    var seed = [UInt8](repeating: 0, count: 32)
    guard unsafe RAND_priv_bytes(&seed, 32) == 1 else { throw .last("drawing random numbers") }
    return try SigningKey(seed: seed)
  }

  /// The signature over a message: 64 bytes, the same each time.
  package borrowing func signature(for message: [UInt8]) throws(CryptoError) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { throw .last("signing") }
    defer { unsafe EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: 64)
    var count = signature.count
    guard unsafe EVP_DigestSignInit(context, nil, nil, nil, handle) == 1,
      unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1, count == 64
    else { throw .last("signing") }
    return signature
  }
}

/// Whether an Ed25519 signature of 64 bytes over a message is that of a public key of 32 bytes.
package func isSignature(
  _ signature: [UInt8],
  of message: [UInt8],
  by publicKey: [UInt8]
) -> Bool {
  guard signature.count == 64, publicKey.count == 32,
    let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, 32)
  else { return false }
  defer { unsafe EVP_PKEY_free(key) }
  guard let context = unsafe EVP_MD_CTX_new() else { return false }
  defer { unsafe EVP_MD_CTX_free(context) }
  // A refused signature leaves a note in libcrypto's queue.
  defer { ERR_clear_error() }
  guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
  return unsafe EVP_DigestVerify(context, signature, 64, message, message.count) == 1
}
