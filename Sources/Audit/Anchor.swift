/// That enough witnesses had seen a trail of so many entries at a time.
package struct Anchor: Hashable, Comparable, Sendable {
  package let size: Int
  /// In seconds since 1970.
  package let time: Int

  package static func < (one: Anchor, other: Anchor) -> Bool {
    (one.size, one.time) < (other.size, other.time)
  }
}

extension Verifier {
  /// Holds the head, and checkpoints that were kept, against the policy.
  mutating func checkAnchors(_ older: [AuditFile]) {
    guard let policy, result.trail != nil else { return }
    let step = "the witnesses of the policy signed"
    let kept = contents.files.keys.filter { $0.hasPrefix("checkpoints/") }.sorted().map {
      AuditFile(name: $0, bytes: bytes($0))
    }
    let head = AuditFile(name: AuditFile.checkpoint, bytes: bytes(AuditFile.checkpoint))
    for file in kept + older + [head] {
      do throws(FormatError) {
        let signed = try SignedNote(bytes: file.bytes)
        let size = try Checkpoint(text: signed.text).size
        let time = try policy.time(of: signed)
        if let time { result.anchors.append(Anchor(size: size, time: time)) }
        guard file.name == AuditFile.checkpoint else { continue }
        note(
          step,
          file.name,
          failure: time == nil && policy.demandsWitnesses
            ? "is not signed by as many witnesses as the policy demands" : nil,
          finding: time == nil ? "needs no witness" : "is signed by enough witnesses"
        )
      } catch {
        note(step, file.name, error.description)
      }
    }
    result.anchors.sort()
  }
}
