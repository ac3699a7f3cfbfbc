internal import CCrypto

/// The certificates of the time-stamp authorities that somebody trusts, or of those above them.
package struct TimeStampAuthorities: Hashable, Sendable {
  private let pem: [UInt8]

  /// Takes certificates in PEM; refuses a text without any.
  package init(pem: [UInt8]) throws(CryptoError) {
    self.pem = pem
    guard try add(to: try CertificateStore()) > 0 else { throw .noCertificate }
  }

  /// Adds the certificates to those that a chain may lead to; gives their number.
  @discardableResult
  func add(to store: borrowing CertificateStore) throws(CryptoError) -> Int {
    guard let memory = unsafe BIO_new(BIO_s_mem()) else { throw .last("reading certificates") }
    defer { unsafe BIO_free(memory) }
    guard unsafe BIO_write(memory, pem, Int32(clamping: pem.count)) == pem.count else { return 0 }
    // The end of the text leaves a note.
    defer { ERR_clear_error() }
    var count = 0
    while let certificate = unsafe PEM_read_bio_X509(memory, nil, nil, nil) {
      unsafe store.add(certificate)
      unsafe X509_free(certificate)
      count += 1
    }
    return count
  }
}

/// Certificates of libcrypto to which a chain may lead.
@safe
struct CertificateStore: ~Copyable {
  private let handle: OpaquePointer

  init() throws(CryptoError) {
    guard let handle = unsafe X509_STORE_new() else { throw .last("reading certificates") }
    unsafe self.handle = handle
  }

  deinit { unsafe X509_STORE_free(handle) }

  borrowing func add(_ certificate: OpaquePointer) {
    unsafe X509_STORE_add_cert(handle, certificate)
  }

  /// Judges certificates as of a time, in seconds since 1970.
  borrowing func judge(asOf time: Int) {
    unsafe X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(handle), time)
  }

  /// Lets a chain end at any certificate of the store, not only at one that signed itself.
  borrowing func endAnywhere() {
    unsafe X509_STORE_set_flags(handle, UInt(X509_V_FLAG_PARTIAL_CHAIN))
  }

  /// The store, for a call that keeps it beyond the life of this value.
  borrowing func shared() -> OpaquePointer {
    unsafe X509_STORE_up_ref(handle)
    return unsafe handle
  }
}
