internal import CCrypto
internal import Glibc

/// What a time-stamp authority answers: that it was shown a digest at a time (RFC 3161).
package struct TimeStampReply: Hashable, Sendable {
  /// The answer as it is kept: granted, no words of the server, and the token in DER.
  package let bytes: [UInt8]
  /// The SHA-256 digest that was shown: 32 bytes.
  package let digest: [UInt8]
  /// When, by the authority's clock, in seconds since 1970.
  package let time: Int

  /// Reads an answer; refuses one without a token, and one over another digest than SHA-256.
  ///
  /// Whether an authority signed it is another question: see `remark(trusting:)`.
  package init(_ reply: [UInt8]) throws(CryptoError) {
    let response = try Response(reply)
    (digest, time) = try response.statement()
    bytes = TimeStampReply.granted(try response.token())
  }

  /// Why no authority of some certificates vouches for it; nil when one does.
  ///
  /// Without certificates any authority is taken whose own certificate lies in the answer: then
  /// only a change is found. Certificates are judged as of the time that the token states, so that
  /// a token outlives those of its authority; nobody is asked whether one was revoked.
  package func remark(trusting authorities: TimeStampAuthorities?) throws(CryptoError) -> String? {
    let response = try Response(bytes)
    let store = try CertificateStore()
    if let authorities {
      try authorities.add(to: store)
    } else {
      response.addCertificates(to: store)
    }
    store.judge(asOf: time)
    return try response.remark(trusting: store)
  }

  /// `TimeStampResp` around a token: the status 0 and nothing that the authority did not sign.
  private static func granted(_ token: [UInt8]) -> [UInt8] {
    let content: [UInt8] = [0x30, 0x03, 0x02, 0x01, 0x00] + token
    var length: [UInt8] = []
    var rest = content.count
    repeat {
      length.insert(UInt8(rest & 255), at: 0)
      rest >>= 8
    } while rest > 0
    let isShort = content.count < 128
    return [0x30] + (isShort ? length : [0x80 | UInt8(length.count)] + length) + content
  }
}

/// A `TimeStampResp` of libcrypto.
@safe
private struct Response: ~Copyable {
  private let handle: OpaquePointer

  init(_ bytes: [UInt8]) throws(CryptoError) {
    let parsed = unsafe bytes.withUnsafeBufferPointer { buffer in
      var place = buffer.baseAddress
      return unsafe d2i_TS_RESP(nil, &place, buffer.count)
    }
    guard let handle = unsafe parsed else {
      ERR_clear_error()
      throw .noTimeStamp
    }
    unsafe self.handle = handle
  }

  deinit { unsafe TS_RESP_free(handle) }

  /// The digest and the time of the token.
  borrowing func statement() throws(CryptoError) -> (digest: [UInt8], time: Int) {
    guard let info = unsafe TS_RESP_get_tst_info(handle),
      let imprint = unsafe TS_TST_INFO_get_msg_imprint(info),
      let algorithm = unsafe TS_MSG_IMPRINT_get_algo(imprint),
      unsafe OBJ_obj2nid(algorithm.pointee.algorithm) == NID_sha256,
      let message = unsafe TS_MSG_IMPRINT_get_msg(imprint),
      let start = unsafe ASN1_STRING_get0_data(message), unsafe ASN1_STRING_length(message) == 32
    else { throw .noTimeStamp }
    var civil = unsafe tm()
    guard unsafe ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &civil) == 1 else {
      ERR_clear_error()
      throw .noTimeStamp
    }
    let digest = unsafe Array(UnsafeBufferPointer(start: start, count: 32))
    return (digest, unsafe timegm(&civil))
  }

  /// The signed part, in DER.
  borrowing func token() throws(CryptoError) -> [UInt8] {
    guard let token = unsafe TS_RESP_get_token(handle) else { throw .noTimeStamp }
    let size = unsafe i2d_PKCS7(token, nil)
    guard size > 0 else { throw .last("reading a time stamp") }
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
      var place = buffer.baseAddress
      count = unsafe Int(i2d_PKCS7(token, &place))
    }
  }

  /// Takes the certificates that the authority sent along for granted.
  borrowing func addCertificates(to store: borrowing CertificateStore) {
    guard let token = unsafe TS_RESP_get_token(handle), let data = unsafe token.pointee.d.sign,
      let certificates = unsafe data.pointee.cert
    else { return }
    store.endAnywhere()
    for index in 0..<max(0, unsafe OPENSSL_sk_num(certificates)) {
      guard let certificate = unsafe OPENSSL_sk_value(certificates, index) else { continue }
      unsafe store.add(OpaquePointer(certificate))
    }
  }

  /// Why the token is by nobody to whom a certificate of the store leads; nil when it is.
  borrowing func remark(
    trusting store: borrowing CertificateStore
  ) throws(CryptoError) -> String? {
    guard let context = unsafe TS_VERIFY_CTX_new() else { throw .last("verifying a time stamp") }
    defer { unsafe TS_VERIFY_CTX_free(context) }
    _ = unsafe TS_VERIFY_CTX_set_store(context, store.shared())
    _ = unsafe TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_VERSION | TS_VFY_SIGNATURE))
    guard unsafe TS_RESP_verify_response(context, handle) != 1 else { return nil }
    return CryptoError.lastWords()
  }
}
