/// That a trail of so many entries was there at a time, as those say who are trusted.
package struct Anchor: Hashable, Comparable, Sendable {
  package let size: Int
  /// In seconds since 1970.
  package let time: Int

  package init(size: Int, time: Int) {
    self.size = size
    self.time = time
  }

  package static func < (one: Anchor, other: Anchor) -> Bool {
    (one.size, one.time) < (other.size, other.time)
  }
}

/// Entries, and between which times they came to the trail.
package struct AnchoredRange: Hashable, Sendable {
  package let entries: Range<Int>
  /// When those who saw the trail had seen no such entry; nil when nobody had looked before.
  package let after: Int?
  /// When the first of them had seen these entries; nil when nobody has.
  package let before: Int?

  /// What some anchors say of a trail of so many entries, the oldest first.
  ///
  /// A shorter trail that somebody was shown after a longer one says nothing of the time between.
  package static func all(_ anchors: [Anchor], size: Int) -> [AnchoredRange] {
    let found = anchors.filter { 1...max(1, size) ~= $0.size }
    let groups = Dictionary(grouping: found, by: \.size).sorted { $0.key < $1.key }
    var seen: [(size: Int, before: Int, after: Int?)] = []
    for (size, group) in groups.reversed() {
      let larger = seen.last?.before ?? .max
      let times = group.map(\.time)
      let after = times.filter { $0 < larger }.max()
      seen.append((size, times.reduce(larger, min), after))
    }
    var ranges: [AnchoredRange] = []
    var start = 0
    var after: Int?
    for step in seen.reversed() {
      ranges.add(AnchoredRange(entries: start..<step.size, after: after, before: step.before))
      start = step.size
      after = step.after ?? after
    }
    if start < size {
      ranges.add(AnchoredRange(entries: start..<size, after: after, before: nil))
    }
    return ranges
  }
}

extension [AnchoredRange] {
  /// Adds a range at the end, or to the last one when both have the same times.
  fileprivate mutating func add(_ range: AnchoredRange) {
    guard let last, last.after == range.after, last.before == range.before else {
      return append(range)
    }
    self[count - 1] = AnchoredRange(
      entries: last.entries.lowerBound..<range.entries.upperBound,
      after: last.after,
      before: last.before
    )
  }
}

extension Verifier {
  /// Holds the head, and checkpoints that were kept, against the policy.
  mutating func checkAnchors(_ older: [AuditFile]) {
    guard result.trail != nil else { return }
    result.anchors += contents.stampAnchors(trust)
    if let policy = trust.policy { checkWitnesses(policy, older) }
    result.anchors.sort()
    checkDates()
  }

  /// Nobody saw an entry before the time that it states; clocks may differ by five minutes.
  private mutating func checkDates() {
    guard let entries = result.trail?.entries, !result.anchors.isEmpty else { return }
    let step = "no entry is dated after it was seen"
    let seen = result.anchors.filter { 1...max(1, entries.count) ~= $0.size }
    let early = seen.first { entries[$0.size - 1].at.seconds > $0.time + 300 }
    note(
      step,
      AuditFile.trail,
      failure: early.map {
        "states the time \(entries[$0.size - 1].at) in line \($0.size), which was seen before"
      },
      finding: "states no time that comes after those of the anchors"
    )
  }

  private mutating func checkWitnesses(_ policy: WitnessPolicy, _ older: [AuditFile]) {
    let step = "the witnesses of the policy signed"
    let kept = contents.keptCheckpoints.map { AuditFile(name: $0, bytes: bytes($0)) }
    let head = AuditFile(name: AuditFile.checkpoint, bytes: bytes(AuditFile.checkpoint))
    for file in kept + older + [head] {
      do throws(FormatError) {
        let anchor = try policy.anchor(of: file.bytes)
        if let anchor { result.anchors.append(anchor) }
        guard file.name == AuditFile.checkpoint else { continue }
        note(
          step,
          file.name,
          failure: anchor == nil && policy.demandsWitnesses
            ? "is not signed by as many witnesses as the policy demands" : nil,
          finding: anchor == nil ? "needs no witness" : "is signed by enough witnesses"
        )
      } catch {
        note(step, file.name, error.description)
      }
    }
  }
}

extension AuditContents {
  /// What a folder that verifies holds of those who are trusted.
  package func anchors(trusting trust: Trust) -> [Anchor] {
    let notes = ([AuditFile.checkpoint] + keptCheckpoints).compactMap { files[$0] }
    return stampAnchors(trust)
      + notes.compactMap { try? trust.policy?.anchor(of: $0) }
  }

  fileprivate func stampAnchors(_ trust: Trust) -> [Anchor] {
    guard let authorities = trust.authorities else { return [] }
    return timeStamps.compactMap { file in
      guard let stamp = try? TimeStamp(file, in: self), stamp.remark(trusting: authorities) == nil
      else { return nil }
      return Anchor(size: stamp.size, time: stamp.time)
    }
  }
}
