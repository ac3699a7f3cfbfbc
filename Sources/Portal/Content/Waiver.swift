internal import Bindings

/// Somebody's word that a finding is known and accepted until a day.
struct Waiver: Equatable, Sendable {
  /// Its path in the content folder.
  static let path = "waivers.yaml"

  /// The id of the finding: "RPO-01/shop/database".
  let finding: String
  let reason: String
  var owner: String?
  var approver: String?
  /// The last day, as "2026-12-31".
  var expires: String?
  let file: String
  /// From 1.
  let line: Int
}

extension Waiver {
  private static let keys = ["finding", "reason", "owner", "approver", "expires"]

  /// The waivers of a file, and what could not be read; a waiver with a fault waives nothing.
  static func read(_ file: SourceFile) -> (waivers: [Waiver], problems: [Problem]) {
    let documents: [YAMLNode]
    do throws(YAMLError) {
      documents = try YAMLNode.documents(file.bytes.span)
    } catch {
      return ([], [fault(file, error.line, "column \(error.column): \(error.problem)")])
    }
    var waivers: [Waiver] = []
    var problems: [Problem] = []
    for node in documents.flatMap({ $0.elements ?? ($0.isNull ? [] : [$0]) }) {
      var reader = ConfigurationReader(file: file.path)
      let waiver = Waiver(node, &reader)
      if let waiver, waivers.contains(where: { $0.finding == waiver.finding }) {
        reader.report(node, "\"\(waiver.finding)\" is waived twice")
      }
      problems += reader.problems.map {
        fault(file, $0.line, $0.message + ($0.hint.map { "; \($0)" } ?? ""))
      }
      if let waiver, reader.problems.isEmpty { waivers.append(waiver) }
    }
    return (waivers, problems)
  }

  private init?(_ node: YAMLNode, _ reader: inout ConfigurationReader) {
    let fields = reader.fields(node, "a waiver", Self.keys)
    for key in ["finding", "reason"] where fields[key] == nil && node.pairs != nil {
      reader.report(node, "a waiver needs \"\(key)\"")
    }
    guard let finding = reader.text(fields["finding"], "finding"),
      let reason = reader.text(fields["reason"], "reason")
    else { return nil }
    self.finding = finding
    self.reason = reason
    owner = reader.text(fields["owner"], "owner")
    approver = reader.text(fields["approver"], "approver")
    expires = reader.value(fields["expires"], "expires", wanted: "a day such as 2026-12-31") {
      Instant.civil($0)?.text
    }
    file = reader.file
    line = node.line
  }

  private static func fault(_ file: SourceFile, _ line: Int, _ message: String) -> Problem {
    Problem(
      code: "WVR-01",
      severity: "medium",
      message: "a waiver was not read: \(message)",
      fix: "write finding, reason, owner, approver and expires as a list of \"- finding: …\"",
      file: file.path,
      line: line,
      quote: Mask.masked(LineIndex(file.bytes).quote(line))
    )
  }
}
