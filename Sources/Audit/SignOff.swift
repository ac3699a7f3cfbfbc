/// A report or a signature of one, by its name: `report.json.ada@dr.example.sig`, `reports/5.json`.
struct SignOff: Hashable {
  /// The name of the report.
  let report: String
  /// The number of the report's entry; nil for the newest.
  let entry: Int?
  /// Whether the file is a signature.
  let isSignature: Bool
  /// Who signed; nil for the trail's own key.
  let person: String?

  /// Whether this is a person's signature of the newest report.
  var isNewest: Bool { entry == nil && person != nil }

  /// Nil for the name of another file.
  init?(file: String) {
    let isKept = file.hasPrefix("reports/")
    let base = isKept ? file.dropFirst("reports/".count) : file[...]
    let number = base.prefix { $0 != "." }
    guard base.dropFirst(number.count).hasPrefix(".json") else { return nil }
    entry = isKept ? Int(number) : nil
    report = entry.map { "reports/\($0).json" } ?? AuditFile.report
    guard isKept == (entry != nil), file.hasPrefix(report) else { return nil }
    let end = file.dropFirst(report.count)
    isSignature = !end.isEmpty
    let name = end.dropFirst().dropLast(4)
    person = end == ".sig" || end.isEmpty ? nil : String(name)
    guard end.isEmpty || end == ".sig" || end.hasSuffix(".sig") && TrailKey.isName(String(name))
    else { return nil }
  }
}
