/// A signed report, as the trail binds it.
package struct TrailReport: Hashable, Sendable {
  /// `PASSED`, `WARNED` or `FAILED`.
  package let result: String
  /// Of `report.json`.
  package let digest: Digest
  /// Of all statuses and findings; a report is made anew only when it, or an entry, is new.
  package let state: Digest
  /// The number of entries before this one.
  package let size: Int
  /// The root over the entries before this one, so that a later change is found near its place.
  package let root: Digest
}
