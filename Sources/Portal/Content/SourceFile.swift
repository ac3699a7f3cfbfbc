internal import Audit

/// A file of the content folder, as its bytes are.
struct SourceFile: Sendable {
  /// Relative to the content folder, with "/" between names.
  let path: String
  let bytes: [UInt8]
  /// 64 hex digits over `bytes`.
  let sha256: String

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    sha256 = Digest(of: bytes.span).hex
  }
}
