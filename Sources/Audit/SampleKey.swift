package import Bindings

/// A key that everybody can make, so that everybody can make the sample's audit folder again.
package enum SampleKey {
  /// What the key is made from, and what it is worth.
  package static let phrase = "drillbook sample key: published, proves nothing"
  /// The only origin for which the key signs.
  package static let origin = "drillbook.example/sample"

  /// The key, whose seed is SHA-256 of the phrase; refused for every origin but the sample's.
  package static func make(for origin: Origin) throws -> SigningKey {
    guard ExactName(origin.description) == ExactName(SampleKey.origin) else {
      throw AuditError(
        "the sample key signs only for \"\(SampleKey.origin)\", not \"\(origin)\"",
        hint: "make a key of your own with \"drillbook keygen\""
      )
    }
    return try SigningKey(seed: Digest(of: Array(phrase.utf8)).bytes)
  }
}
