/// The signed report: an in-toto Statement v1 over every input.
///
/// `{"_type":…,"predicate":{…,"trail":{…}},"predicateType":…,"subject":[{"digest":…,"name":…}]}`
enum Statement {
  static let type = "https://in-toto.io/Statement/v1"
  static let predicateType = "urn:drillbook:audit-report:v1"

  /// The canonical bytes; `trail` is the state before the entries that belong to this report.
  static func bytes(of assessment: Assessment, after trail: Checkpoint) -> [UInt8] {
    var content: [CanonicalJSON.Member] = []
    if case .object(let members) = assessment.predicate { content = members }
    content.removeAll { $0.name == "result" || $0.name == "trail" }
    content.append(.init("result", .string(assessment.result)))
    content.append(.init("trail", json(of: trail)))
    return CanonicalJSON.object([
      .init("_type", .string(type)),
      .init("predicateType", .string(predicateType)),
      .init("subject", subject(assessment.subjects)),
      .init("predicate", .object(content)),
    ]).bytes
  }

  /// The state of a trail: origin, size and root in hexadecimal.
  static func json(of trail: Checkpoint) -> CanonicalJSON {
    [
      "origin": .string(trail.origin.description), "size": .int(trail.size),
      "root": .string(trail.root.hex),
    ]
  }

  /// The files with their digests, in the order of the bytes of their names.
  static func subject(_ inputs: [ExactName: Digest]) -> CanonicalJSON {
    .array(
      inputs.sorted { $0.key < $1.key }.map { name, digest in
        ["name": .string(name.text), "digest": ["sha256": .string(digest.hex)]]
      }
    )
  }
}
