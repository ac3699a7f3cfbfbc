internal import CCrypto

/// A key, certificate or time stamp that cannot be used, or a failure inside libcrypto.
package enum CryptoError: Error, Equatable, CustomStringConvertible {
  /// The bytes hold no private key in PEM.
  case noKey
  /// The key is encrypted and no passphrase was given.
  case encrypted
  /// The passphrase does not open the key.
  case wrongPassphrase
  /// The key is of another kind than Ed25519.
  case otherKind
  /// The bytes hold no certificate in PEM.
  case noCertificate
  /// The bytes are no granted answer of a time-stamp authority over a SHA-256 digest.
  case noTimeStamp
  /// A call failed; the code is libcrypto's own.
  case failed(String, code: UInt)

  package var description: String {
    switch self {
    case .noKey: "no private key in PEM (PKCS#8) was found"
    case .encrypted: "the private key is encrypted, and no passphrase was given"
    case .wrongPassphrase: "the passphrase does not open the private key"
    case .otherKind: "the private key is not an Ed25519 key"
    case .noCertificate: "no certificate in PEM was found"
    case .noTimeStamp: "is no granted answer of a time-stamp authority over a SHA-256 digest"
    case .failed(let operation, let code): "libcrypto: \(operation) failed, code \(code)"
    }
  }

  /// The failure that libcrypto noted last; its queue is emptied, so that no later error shows it.
  static func last(_ operation: String) -> CryptoError {
    let code = UInt(ERR_get_error())
    ERR_clear_error()
    return .failed(operation, code: code)
  }

  /// What libcrypto says of the failure that it noted last, such as "certificate has expired".
  static func lastWords() -> String {
    var detail: UnsafePointer<CChar>?
    var flags: Int32 = 0
    let code = unsafe ERR_peek_last_error_all(nil, nil, nil, &detail, &flags)
    defer { ERR_clear_error() }
    if let detail = unsafe detail, flags & ERR_TXT_STRING != 0, unsafe detail.pointee != 0 {
      return unsafe String(cString: detail)
    }
    guard let reason = unsafe ERR_reason_error_string(code) else { return "code \(code)" }
    return unsafe String(cString: reason)
  }
}
