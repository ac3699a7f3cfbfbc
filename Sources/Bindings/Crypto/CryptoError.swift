internal import CCrypto

/// A key that cannot be used, or a failure inside libcrypto.
package enum CryptoError: Error, Equatable, CustomStringConvertible {
  /// The bytes hold no private key in PEM.
  case noKey
  /// The key is encrypted and no passphrase was given.
  case encrypted
  /// The passphrase does not open the key.
  case wrongPassphrase
  /// The key is of another kind than Ed25519.
  case otherKind
  /// A call failed; the code is libcrypto's own.
  case failed(String, code: UInt)

  package var description: String {
    switch self {
    case .noKey: "no private key in PEM (PKCS#8) was found"
    case .encrypted: "the private key is encrypted, and no passphrase was given"
    case .wrongPassphrase: "the passphrase does not open the private key"
    case .otherKind: "the private key is not an Ed25519 key"
    case .failed(let operation, let code): "libcrypto: \(operation) failed, code \(code)"
    }
  }

  /// The failure that libcrypto noted last; its queue is emptied, so that no later error shows it.
  static func last(_ operation: String) -> CryptoError {
    let code = UInt(ERR_get_error())
    ERR_clear_error()
    return .failed(operation, code: code)
  }
}
