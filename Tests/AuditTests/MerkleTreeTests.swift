import Testing

@testable import Audit

@Suite struct MerkleTreeTests {
  /// The leaves that the certificate transparency logs test with.
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map { MerkleTree.leaf(Hex.decode($0) ?? []) }

  private static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func `an empty tree has the hash of nothing`() {
    #expect(MerkleTree().root.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  @Test(arguments: 1...8)
  func `has the published roots`(size: Int) {
    #expect(MerkleTree(Self.leaves.prefix(size)).root.hex == Self.roots[size - 1])
  }

  private static let many = (0..<33).map { MerkleTree.leaf([UInt8($0)]) }

  @Test(arguments: 1...33)
  func `proves every leaf and no other`(size: Int) {
    let leaves = Self.many.prefix(size)
    let root = MerkleTree(leaves).root
    for index in 0..<size {
      let proof = MerkleProof.inclusion(of: index, in: leaves)
      #expect(proof.shows(leaves[index], at: index, in: size, root: root))
      #expect(!proof.shows(leaves[index], at: index + 1, in: size, root: root))
      #expect(!proof.shows(MerkleTree.leaf([99]), at: index, in: size, root: root))
    }
  }

  @Test(arguments: 1...33)
  func `proves every older tree and no other`(size: Int) {
    let leaves = Self.many.prefix(size)
    let root = MerkleTree(leaves).root
    for older in 0...size {
      let proof = MerkleProof.consistency(from: older, to: leaves)
      let olderRoot = MerkleTree(leaves.prefix(older)).root
      #expect(proof.shows(root, of: size, continues: olderRoot, of: older))
      let other = MerkleTree.leaf([99])
      #expect(!proof.shows(root, of: size, continues: other, of: older))
      let longer = MerkleProof(proof.hashes + [other])
      #expect(!longer.shows(root, of: size, continues: olderRoot, of: older))
    }
  }

  @Test func `a proof for the seventh of eight leaves has the hashes that the tree shows`() {
    let proof = MerkleProof.inclusion(of: 6, in: Self.leaves[...])
    #expect(proof.hashes.count == 3)
    #expect(proof.hashes.first == Self.leaves[7])
    #expect(proof.hashes.last?.hex == Self.roots[3])
  }
}
