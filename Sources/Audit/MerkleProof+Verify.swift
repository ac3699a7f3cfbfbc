extension MerkleProof {
  /// Whether a leaf stands at an index of the tree of a size and a root (RFC 9162, 2.1.3.2).
  package func shows(_ leaf: Digest, at index: Int, in size: Int, root: Digest) -> Bool {
    guard 0 <= index, index < size else { return false }
    var node = index
    var last = size - 1
    var hash = leaf
    for sibling in hashes {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        hash = MerkleTree.node(sibling, hash)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        hash = MerkleTree.node(hash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Whether a tree only added leaves to an older one (RFC 9162, 2.1.4.2).
  package func shows(
    _ root: Digest,
    of size: Int,
    continues older: Digest,
    of olderSize: Int
  ) -> Bool {
    guard 0 <= olderSize, olderSize <= size else { return false }
    if olderSize == 0 { return hashes.isEmpty && older == MerkleTree().root }
    if olderSize == size { return hashes.isEmpty && older == root }
    // The older root of a power of two is not in the proof: it is its own subtree.
    let path = olderSize & (olderSize - 1) == 0 ? [older] + hashes : hashes
    guard var first = path.first else { return false }
    var second = first
    let ones = (~(olderSize - 1)).trailingZeroBitCount
    var node = (olderSize - 1) >> ones
    var last = (size - 1) >> ones
    for hash in path.dropFirst() {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        first = MerkleTree.node(hash, first)
        second = MerkleTree.node(hash, second)
        while node & 1 == 0, node != 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        second = MerkleTree.node(second, hash)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && first == older && second == root
  }
}
