extension Verifier {
  /// What the key entries bind: the verifier key, and the signers that `ssh-keygen` accepts.
  mutating func checkKeys(_ trail: Trail, _ key: VerifierKey, _ checkpoint: Checkpoint) {
    let isBound = trail.state.currentKeys.contains(key.key)
    note(
      "the key is one of the trail",
      AuditFile.verifierKey,
      failure: isBound ? nil : "holds a key that no entry of the trail names as in use",
      finding: "is bound by a key entry"
    )
    let signers = AllowedSigners(identity: checkpoint.origin.identity, keys: trail.state.keys)
    let bytes = bytes(AuditFile.allowedSigners)
    note(
      "the allowed signers are the keys of the trail",
      AuditFile.allowedSigners,
      failure: bytes == signers.bytes
        ? nil : CanonicalJSON.remark(on: bytes) ?? "is not what the key entries imply",
      finding: "names \(trail.state.keys.count) of the trail's keys"
    )
  }

  /// What the newest entry binds: the report; and the report's signature.
  mutating func checkReport(_ trail: Trail, _ checkpoint: Checkpoint) {
    let file = AuditFile.report
    let report = bytes(file)
    guard case .report(let entry)? = trail.entries.last?.event else {
      return note("the newest entry is a report", AuditFile.trail, "does not end with a report")
    }
    let isNewest = Digest(of: report) == entry.digest
    note(
      "the report is the newest one of the trail",
      file,
      failure: isNewest
        ? nil
        : CanonicalJSON.remark(on: report) ?? "is not the report of the trail's last entry",
      finding: "has the digest \(entry.digest.hex)"
    )
    if isNewest {
      let failure = Verifier.remark(onStatement: report, trail, checkpoint.origin)
      note(
        "the report and the trail agree",
        file,
        failure: failure,
        finding: "names \(trail.state.inputs.count) inputs and the trail before it"
      )
    }
    let failure = Verifier.remark(onSignature: bytes(AuditFile.signature), report, trail)
    note(
      "the report is signed",
      AuditFile.signature,
      failure: failure,
      finding: "is a signature of \(checkpoint.origin.identity) for \(SSHSignature.report)"
    )
  }

  private static func remark(
    onStatement report: [UInt8],
    _ trail: Trail,
    _ origin: Origin
  ) -> String? {
    do throws(FormatError) {
      let json = try CanonicalJSON(canonical: report)
      guard json["_type"]?.string == Statement.type,
        json["predicateType"]?.string == Statement.predicateType
      else { return "is no statement of the kind \(Statement.predicateType)" }
      let size = trail.state.lastRun
      guard let root = trail.root(ofFirst: size),
        json["predicate"]?["trail"]
          == Statement.json(of: Checkpoint(origin: origin, size: size, root: root))
      else { return "does not state the true trail before it" }
      guard json["predicate"]?["result"]?.string == trail.state.lastReport?.result else {
        return "states another result than the trail"
      }
      guard json["subject"] == Statement.subject(trail.state.inputs) else {
        return "names other inputs than the trail"
      }
      return nil
    } catch {
      return error.description
    }
  }

  private static func remark(
    onSignature bytes: [UInt8],
    _ report: [UInt8],
    _ trail: Trail
  ) -> String? {
    do throws(FormatError) {
      let signature = try SSHSignature(bytes: bytes)
      guard signature.namespace.utf8.elementsEqual(SSHSignature.report.utf8) else {
        return "is a signature for \"\(signature.namespace)\", not \"\(SSHSignature.report)\""
      }
      guard trail.state.currentKeys.contains(signature.key) else {
        return "is by the key \(signature.key.fingerprint), which the trail does not name"
      }
      return signature.verifies(report) ? nil : "does not fit the report"
    } catch {
      return error.description
    }
  }
}
