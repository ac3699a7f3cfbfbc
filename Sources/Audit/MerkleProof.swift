/// The hashes that lead from a leaf, or from an older tree, to a root (RFC 9162, section 2.1).
package struct MerkleProof: Hashable, Sendable {
  /// From the leaves upward.
  package let hashes: [Digest]

  package init(_ hashes: [Digest]) { self.hashes = hashes }

  /// Shows that a leaf stands at an index of a tree; the leaf's sibling comes first.
  package static func inclusion(of index: Int, in leaves: ArraySlice<Digest>) -> MerkleProof {
    precondition(leaves.indices.contains(leaves.startIndex + index), "no leaf at this index")
    guard leaves.count > 1 else { return MerkleProof([]) }
    let middle = leaves.startIndex + split(leaves.count)
    let left = leaves[..<middle]
    let right = leaves[middle...]
    if index < left.count {
      return MerkleProof(inclusion(of: index, in: left).hashes + [MerkleTree(right).root])
    }
    let rest = inclusion(of: index - left.count, in: right)
    return MerkleProof(rest.hashes + [MerkleTree(left).root])
  }

  /// Shows that a tree begins with the first `size` of its leaves, as an older tree had them.
  package static func consistency(from size: Int, to leaves: ArraySlice<Digest>) -> MerkleProof {
    precondition(0...leaves.count ~= size, "the older tree is not larger")
    return MerkleProof(size == 0 ? [] : subproof(size, leaves, isWhole: true))
  }

  /// SUBPROOF of RFC 6962, section 2.1.2.
  private static func subproof(
    _ size: Int,
    _ leaves: ArraySlice<Digest>,
    isWhole: Bool
  ) -> [Digest] {
    if size == leaves.count { return isWhole ? [] : [MerkleTree(leaves).root] }
    let middle = leaves.startIndex + split(leaves.count)
    let left = leaves[..<middle]
    let right = leaves[middle...]
    if size <= left.count {
      return subproof(size, left, isWhole: isWhole) + [MerkleTree(right).root]
    }
    return subproof(size - left.count, right, isWhole: false) + [MerkleTree(left).root]
  }

  /// The largest power of two below a count of at least two.
  private static func split(_ count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
