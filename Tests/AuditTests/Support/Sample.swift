import Bindings
import Testing

@testable import Audit

/// A small trail to change things in.
enum Sample {
  static let plan = Array("# Web shop\n\nRTO: 1 hour\n".utf8)
  static let drill = Array("- id: 2026-10-02\n".utf8)
  static let files = ["content/plans/shop.md": plan, "content/drills/a.yaml": drill]

  static func key() throws -> SigningKey { try SampleKey.make(for: origin()) }

  static func publicKey() throws -> PublicKey { try #require(PublicKey(key().publicKey)) }

  static func origin() throws -> Origin { try #require(Origin(SampleKey.origin)) }

  static func assessment(
    at: String = "2026-11-21T06:00:00Z",
    files: [String: [UInt8]] = files,
    seconds: Int = 3600,
    line: Int = 3,
    waiver: String? = "accepted",
    signers: [TrailKey] = [],
    companions: [AuditFile] = [],
    state: String = "met"
  ) throws -> Assessment {
    Assessment(
      origin: try origin(),
      at: try #require(Timestamp(at)),
      commit: "0123456789abcdef0123456789abcdef01234567",
      inputs: files.map { TrailInput(path: $0.key, digest: Digest(of: $0.value)) },
      objectives: [
        TrailObjective(
          system: "shop",
          component: "database",
          dimension: "rto",
          seconds: seconds,
          file: "content/plans/shop.md",
          line: line
        )
      ],
      waivers: waiver.map {
        [TrailWaiver(finding: "RPO-01/shop/database", digest: Digest(of: Array($0.utf8)))]
      } ?? [],
      signers: signers,
      companions: companions,
      result: "PASSED",
      state: Digest(of: Array(state.utf8)),
      predicate: ["assessedAt": .string(at), "services": ["shop"]]
    )
  }

  /// The files of a folder after a first run.
  static func contents(_ assessment: Assessment? = nil) throws -> AuditContents {
    let attestation = try #require(
      try Attestation.make(of: assessment ?? self.assessment(), after: .empty, with: key())
    )
    return attestation.record.contents
  }

  /// The files of a folder after one more run.
  static func contents(_ assessment: Assessment, after: AuditContents) throws -> AuditContents {
    let standing = try #require(Verifier.verify(after).standing)
    let attestation = try #require(
      try Attestation.make(of: assessment, after: standing, with: key())
    )
    return attestation.record.contents
  }

  static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }
}
