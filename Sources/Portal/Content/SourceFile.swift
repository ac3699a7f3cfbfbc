internal import Audit

/// A file of the content folder, as its bytes are.
struct SourceFile: Sendable {
  /// Relative to the content folder, with "/" between names.
  let path: String
  let bytes: [UInt8]

  /// 64 hex digits over `bytes`, all of which are read for it.
  var sha256: String { Digest(of: bytes.span).hex }
}
