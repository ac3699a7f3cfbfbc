package import Bindings

/// The answer of a time-stamp authority that lies beside the checkpoint which it was shown.
package struct TimeStamp: Sendable {
  /// The number of entries of the checkpoint.
  package let size: Int
  /// When the authority was shown it, in seconds since 1970.
  package var time: Int { reply.time }
  private let reply: TimeStampReply

  /// Reads a file of a folder, and holds it against its checkpoint.
  init(_ file: String, in contents: AuditContents) throws(FormatError) {
    let bytes = contents.files[file] ?? []
    reply = try TimeStamp.read(bytes)
    guard reply.bytes == bytes else { throw FormatError("is not in its one canonical spelling") }
    let checkpoint = String(file.dropLast(AuditFile.stampEnding.count))
    guard let note = contents.files[checkpoint] else {
      throw FormatError("is of no checkpoint: \"\(checkpoint)\" is missing")
    }
    let signed = try SignedNote(bytes: note)
    size = try Checkpoint(text: signed.text).size
    guard Digest(bytes: reply.digest) == Digest(of: signed.stamped) else {
      throw FormatError("is of another checkpoint than \"\(checkpoint)\"")
    }
  }

  /// The checkpoint of a folder that an answer is of, and the name under which it is kept there.
  package static func place(
    of reply: [UInt8],
    in contents: AuditContents
  ) throws(FormatError) -> (file: AuditFile, stamp: TimeStamp) {
    let bytes = try read(reply).bytes
    for checkpoint in [AuditFile.checkpoint] + contents.keptCheckpoints {
      var after = contents
      let name = checkpoint + AuditFile.stampEnding
      after.files[name] = bytes
      if let stamp = try? TimeStamp(name, in: after) {
        return (AuditFile(name: name, bytes: bytes), stamp)
      }
    }
    throw FormatError("is of no checkpoint that lies in the folder")
  }

  private static func read(_ bytes: [UInt8]) throws(FormatError) -> TimeStampReply {
    do throws(CryptoError) {
      return try TimeStampReply(bytes)
    } catch {
      throw FormatError(error.description)
    }
  }

  /// Why none of some authorities vouches for it, or, without any, why it was changed; else nil.
  package func remark(trusting authorities: TimeStampAuthorities?) -> String? {
    do throws(CryptoError) {
      let reason = try reply.remark(trusting: authorities)
      let signer = authorities == nil ? "its authority" : "an authority that you trust"
      return reason.map { "is not signed by \(signer): \($0)" }
    } catch {
      return error.description
    }
  }
}

extension Verifier {
  /// Every time stamp is of the checkpoint beside it, and by an authority; only if somebody says
  /// whom to trust is it known which.
  mutating func checkTimeStamps() {
    let step = "the checkpoint was shown to a time-stamp authority"
    for file in contents.timeStamps {
      do throws(FormatError) {
        let stamp = try TimeStamp(file, in: contents)
        note(
          step,
          file,
          failure: stamp.remark(trusting: trust.authorities),
          finding: trust.authorities == nil
            ? "is signed by an authority that nobody vouches for"
            : "is signed by an authority that you trust"
        )
      } catch {
        note(step, file, error.description)
      }
    }
  }
}
