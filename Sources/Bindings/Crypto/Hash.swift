internal import CCrypto

/// The SHA-256 hash of some bytes: 32 bytes (FIPS 180-4).
package func sha256(_ bytes: Span<UInt8>) -> [UInt8] {
  unsafe hash(bytes, EVP_sha256(), size: 32)
}

/// The SHA-512 hash of some bytes: 64 bytes (FIPS 180-4).
package func sha512(_ bytes: Span<UInt8>) -> [UInt8] {
  unsafe hash(bytes, EVP_sha512(), size: 64)
}

/// The SHA-1 hash of some bytes: 20 bytes (FIPS 180-4).
///
/// For names only, never for evidence.
package func sha1(_ bytes: Span<UInt8>) -> [UInt8] {
  unsafe hash(bytes, EVP_sha1(), size: 20)
}

private func hash(_ bytes: Span<UInt8>, _ kind: OpaquePointer?, size: Int) -> [UInt8] {
  unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    let code = unsafe bytes.withUnsafeBufferPointer {
      unsafe EVP_Digest($0.baseAddress, $0.count, buffer.baseAddress, nil, kind, nil)
    }
    precondition(code == 1, "every libcrypto has the SHA functions")
    count = size
  }
}
