/// A receipt for one entry that needs nothing but the key (C2SP tlog-proof).
package enum TlogProof {
  /// The entry, the hashes from it to the root, and the checkpoint that signs the root.
  package static func bytes(of seq: Int, in record: AuditRecord) -> [UInt8] {
    let trail = record.trail
    var text = "c2sp.org/tlog-proof@v1\nextra \(Base64.encode(trail.entries[seq].line))\n"
    text += "index \(seq)\n"
    for hash in MerkleProof.inclusion(of: seq, in: trail.leaves[...]).hashes {
      text += "\(hash.base64)\n"
    }
    return Array("\(text)\n".utf8) + (record.contents.files[AuditFile.checkpoint] ?? [])
  }
}
