/// The root hash of a list that only grows (RFC 6962, section 2.1, with SHA-256).
package struct MerkleTree: Hashable, Sendable {
  /// The number of leaves.
  package private(set) var size = 0
  // The roots of the complete subtrees, the largest first: one for each bit of the size.
  private var peaks: [Digest] = []

  package init() {}

  /// The tree over some leaf hashes.
  package init(_ leaves: some Sequence<Digest>) {
    for leaf in leaves { append(leaf) }
  }

  /// Adds the hash of a leaf.
  package mutating func append(_ leaf: Digest) {
    peaks.append(leaf)
    var complete = size
    while complete & 1 == 1, let right = peaks.popLast(), let left = peaks.popLast() {
      peaks.append(MerkleTree.node(left, right))
      complete >>= 1
    }
    size += 1
  }

  /// The hash over all leaves; that of an empty tree is SHA-256 of nothing.
  package var root: Digest {
    guard var root = peaks.last else { return Digest(of: []) }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.node(peak, root) }
    return root
  }

  /// The hash of a leaf: SHA-256(00 || bytes).
  package static func leaf(_ bytes: some Collection<UInt8>) -> Digest {
    var input: [UInt8] = [0]
    input.append(contentsOf: bytes)
    return Digest(of: input)
  }

  /// The hash of two subtrees: SHA-256(01 || left || right).
  static func node(_ left: Digest, _ right: Digest) -> Digest {
    var input: [UInt8] = [1]
    input.reserveCapacity(65)
    input.append(contentsOf: left.bytes)
    input.append(contentsOf: right.bytes)
    return Digest(of: input)
  }
}
