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
    checkSigners(AuditFile.checkpoint, trail.state.keys(ofRunTo: checkpoint.size), key.name)
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

  /// A checkpoint has no line in the trail's name but those of the trail's keys.
  private mutating func checkSigners(_ file: String, _ keys: [PublicKey], _ name: String) {
    let step = "the checkpoint is signed by keys of the trail alone"
    do throws(FormatError) {
      let signed = try SignedNote(bytes: bytes(file))
      let count = try signed.verify(under: name, with: keys)
      let others = signed.signatures.count - count
      confirm(
        step,
        file,
        others == 0
          ? "has no other signature"
          : "has \(others) of witnesses besides, which only a policy can judge"
      )
    } catch {
      note(step, file, error.description)
    }
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
      guard let root = trail.rootOfLastRun,
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
    remark(onSignature: bytes, report, by: trail.state.keys(ofRunTo: trail.tree.size))
  }

  /// What is wrong with a signature that one of some keys should have made.
  static func remark(
    onSignature bytes: [UInt8],
    _ report: [UInt8],
    by keys: [PublicKey]
  ) -> String? {
    do throws(FormatError) {
      let signature = try SSHSignature(bytes: bytes)
      guard signature.namespace.utf8.elementsEqual(SSHSignature.report.utf8) else {
        return "is a signature for \"\(signature.namespace)\", not \"\(SSHSignature.report)\""
      }
      guard keys.contains(signature.key) else {
        return "is by the key \(signature.key.fingerprint), which the trail does not name"
      }
      return signature.verifies(report) ? nil : "does not fit the report"
    } catch {
      return error.description
    }
  }
}
