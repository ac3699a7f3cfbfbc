/// A file of the audit folder.
package struct AuditFile: Hashable, Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  package static let trail = "trail.jsonl"
  package static let checkpoint = "checkpoint"
  package static let report = "report.json"
  package static let signature = "report.json.sig"
  package static let allowedSigners = "allowed_signers"
  package static let verifierKey = "log.vkey"

  /// The answer of a time-stamp authority that was shown the checkpoint.
  package static let timeStamp = checkpoint + stampEnding
  /// How the names of such answers end, after that of the checkpoint.
  static let stampEnding = ".tsr"

  /// The files that every audit folder holds, in the order in which they are verified.
  package static let all = [
    verifierKey, checkpoint, trail, allowedSigners, report, signature,
  ]

  /// The folders that an audit folder may hold: what is kept of earlier runs, and tiles.
  static let folders = ["checkpoints", "reports", "tile"]

  /// Whether a file is the answer of a time-stamp authority, by its name.
  static func isTimeStamp(_ name: String) -> Bool {
    name == timeStamp || name.hasPrefix("checkpoints/") && name.hasSuffix(stampEnding)
  }

  /// The path under which the trail binds a further file of the folder.
  static func boundPath(_ name: String) -> String { "audit/\(name)" }
}
