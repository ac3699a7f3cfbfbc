/// A file that the report was made from, and the digest of its bytes.
package struct TrailInput: Hashable, Sendable {
  /// Relative to the root of the repository: `content/plans/shop.md`.
  package let path: ExactName
  package let digest: Digest

  package init(path: String, digest: Digest) {
    self.path = ExactName(path)
    self.digest = digest
  }

  /// Whether the path stays below the root and fits on one line of `sha256sum`.
  static func isPlain(_ path: String) -> Bool {
    path.utf8.count <= 4096 && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }
}
