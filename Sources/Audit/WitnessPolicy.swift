/// Whose signatures a reader asks for (C2SP tlog-policy): the key of the log, witnesses, a quorum.
///
///     log dr.example/audit+214dfda1+ASTK…
///     witness board board.example+530d903a+BOky…
///     group people 2 board auditor partner
///     quorum people
package struct WitnessPolicy: Sendable {
  /// The key of the trail; nil when the policy names none.
  package private(set) var log: VerifierKey?
  private var witnesses: [String: VerifierKey] = [:]
  private var groups: [String: (needed: Int, members: [String])] = [:]
  private var quorum: String?

  /// Whether a checkpoint without witnesses does not pass.
  var demandsWitnesses: Bool { quorum != nil }

  /// Reads a policy; the refusal names the line.
  package init(_ text: String) throws(FormatError) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" || $0 == "\r" }
        .map(String.init)
      guard !words.isEmpty else { continue }
      do throws(FormatError) {
        try take(words)
      } catch {
        throw FormatError("line \(index + 1): \(error)")
      }
    }
  }

  private mutating func take(_ words: [String]) throws(FormatError) {
    switch (words[0], words.count) {
    case ("log", 2...3) where log == nil: log = try VerifierKey(words[1])
    case ("witness", 3...4) where isFree(words[1]):
      witnesses[words[1]] = try VerifierKey(words[2], kind: .cosignature)
    case ("group", 4...) where isFree(words[1]):
      let members = Array(words[3...])
      guard Set(members).count == members.count, members.allSatisfy({ !isFree($0) }) else {
        throw FormatError("a group has members that stand above it, each once")
      }
      let needed = words[2] == "any" ? 1 : words[2] == "all" ? members.count : Int(words[2])
      guard let needed, 1...members.count ~= needed else {
        throw FormatError("\"\(words[2])\" is not any, all, or a number of the members")
      }
      groups[words[1]] = (needed, members)
    case ("quorum", 2) where quorum == nil && (words[1] == "none" || !isFree(words[1])):
      quorum = words[1] == "none" ? nil : words[1]
    default:
      throw FormatError(
        "is none of \"log KEY\", \"witness NAME KEY\", \"group NAME any|all|N MEMBER…\","
          + " \"quorum NAME|none\", or names what is there already or not yet"
      )
    }
  }

  private func isFree(_ name: String) -> Bool {
    name != "none" && witnesses[name] == nil && groups[name] == nil
  }

  /// That enough witnesses had signed a checkpoint, and when; nil when not.
  func anchor(of checkpoint: [UInt8]) throws(FormatError) -> Anchor? {
    let signed = try SignedNote(bytes: checkpoint)
    let size = try Checkpoint(text: signed.text).size
    return try time(of: signed).map { Anchor(size: size, time: $0) }
  }

  /// Whether a line is that of a witness.
  func verifies(_ line: SignedNote.Signature, of note: SignedNote) -> Bool {
    witnesses.values.contains { key in
      line.isOf(key) && (try? note.cosignature(by: key)) == line.cosignedAt
    }
  }

  /// When so many witnesses had signed that the quorum was reached; nil when it is not.
  ///
  /// Without a quorum any witness counts. A line of a known witness that does not fit refuses all.
  private func time(of note: SignedNote) throws(FormatError) -> Int? {
    var times: [String: Int] = [:]
    for (name, key) in witnesses.sorted(by: { $0.key < $1.key }) {
      times[name] = try note.cosignature(by: key)
    }
    return times.values.sorted().first { time in
      let signed = Set(times.filter { $0.value <= time }.keys)
      return quorum.map { holds($0, signed) } ?? true
    }
  }

  private func holds(_ name: String, _ signed: Set<String>) -> Bool {
    guard let group = groups[name] else { return signed.contains(name) }
    return group.members.count { holds($0, signed) } >= group.needed
  }
}
