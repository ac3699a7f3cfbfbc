internal import Bindings

extension Waiver {
  /// The waivers in force that name no finding, or one that passes; those of checks that are off
  /// wait for them.
  static func idle(
    in catalog: borrowing Database,
    _ levels: Levels
  ) throws(SQLiteError) -> [Problem] {
    let waivers = try catalog.rows(
      """
      SELECT waiver.finding, waiver.file, waiver.line, finding.id IS NOT NULL
      FROM waiver
      CROSS JOIN build
      LEFT JOIN finding ON finding.id = waiver.finding
      WHERE finding.verdict IS NOT 'fail' AND finding.verdict IS NOT 'warn'
        AND finding.verdict IS NOT 'unknown'
        AND (
          waiver.expires IS NULL
          OR waiver.expires >= strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
        )
      ORDER BY waiver.line
      """
    ) { (id: $0.text(0), file: $0.text(1), line: $0.int(2), passes: $0.int(3) == 1) }
    guard !waivers.isEmpty else { return [] }
    let ids = try catalog.rows("SELECT id FROM finding WHERE verdict <> 'pass' ORDER BY id") {
      $0.text(0)
    }
    return waivers.filter { !levels.isOff(check(of: $0.id)) }.map { waiver in
      let near = waiver.passes ? nil : nearest(to: waiver.id, among: ids)
      return Problem(
        code: "WVR-02",
        severity: "low",
        message: "the waiver of \"\(waiver.id)\" waives nothing: "
          + (waiver.passes ? "what it names passes" : "no finding has that id")
          + (near.map { "; did you mean \"\($0)\"?" } ?? ""),
        fix: near.map { "write \"\($0)\", or take the waiver away" }
          ?? "take the waiver away, or write the id as \"drillbook check --format json\" prints it",
        file: waiver.file,
        line: waiver.line,
        quote: "finding: \(waiver.id)"
      )
    }
  }

  /// "RPO-01" of "RPO-01/shop/database".
  private static func check(of id: String) -> String {
    String(id.prefix { $0 != "/" })
  }

  /// The finding that was meant: one whose id is spelt nearly so, else one of the same check and
  /// document whose words begin most alike.
  private static func nearest(to id: String, among ids: [String]) -> String? {
    if let near = Similarity.nearest(to: id, among: ids) { return near }
    guard let slash = id.lastIndex(of: "/") else { return nil }
    let beginning = id[...slash]
    guard beginning.contains("/"), beginning != check(of: id) + "/" else { return nil }
    var best: (id: String, shared: Int)?
    for other in ids where other.hasPrefix(beginning) {
      let shared = zip(other.utf8, id.utf8).prefix { $0 == $1 }.count
      if shared > best?.shared ?? 0 { best = (other, shared) }
    }
    return best?.id
  }
}
