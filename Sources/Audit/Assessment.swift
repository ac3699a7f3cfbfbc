/// What one run found, and what it was found from: all that a report is made of.
package struct Assessment: Sendable {
  package let origin: Origin
  /// As of when; the trail takes the time of its last entry when that is later.
  package let at: Timestamp
  /// The commit of the inputs: 40 or 64 hexadecimal digits.
  package let commit: String?
  /// Every input file, in any order, each path once.
  package let inputs: [TrailInput]
  /// The targets in force; of several with one identity the first counts.
  package let objectives: [TrailObjective]
  /// The waivers; of several for one finding the first counts.
  package let waivers: [TrailWaiver]
  /// The people whose keys sign reports off.
  package let signers: [TrailKey]
  /// Further files of the audit folder, such as a reader's guide; the trail binds them.
  package let companions: [AuditFile]
  /// `PASSED`, `WARNED` or `FAILED`.
  package let result: String
  /// Of all statuses and findings: while it is the same, time alone makes no new report.
  package let state: Digest
  /// The report's content, an object; `result` and `trail` are added to it.
  package let predicate: CanonicalJSON

  package init(
    origin: Origin,
    at: Timestamp,
    commit: String? = nil,
    inputs: [TrailInput],
    objectives: [TrailObjective],
    waivers: [TrailWaiver],
    signers: [TrailKey] = [],
    companions: [AuditFile] = [],
    result: String,
    state: Digest,
    predicate: CanonicalJSON
  ) {
    self.origin = origin
    self.at = at
    self.commit = commit
    self.inputs = inputs
    self.objectives = objectives
    self.waivers = waivers
    self.signers = signers
    self.companions = companions
    self.result = result
    self.state = state
    self.predicate = predicate
  }

  /// The inputs and the companions under the paths of the trail.
  var subjects: [ExactName: Digest] {
    let bound = companions.map {
      TrailInput(path: AuditFile.boundPath($0.name), digest: Digest(of: $0.bytes))
    }
    return Dictionary((inputs + bound).map { ($0.path, $0.digest) }) { first, _ in first }
  }

  /// Refuses what no trail may hold.
  func validate() throws(AuditError) {
    for input in inputs {
      guard TrailInput.isPlain(input.path.text) else {
        throw AuditError("the path \"\(input.path.text)\" cannot stand in the audit trail")
      }
      guard !input.path.text.utf8.starts(with: AuditFile.boundPath("").utf8) else {
        throw AuditError("the input \"\(input.path.text)\" lies where the audit trail stands")
      }
    }
    for companion in companions where AuditFile.all.contains(companion.name) {
      throw AuditError("the file \"\(companion.name)\" is one of the trail's own")
    }
    if let commit, !TrailEntry.isCommit(commit) {
      throw AuditError("\"\(commit)\" is no commit's digest")
    }
  }
}
