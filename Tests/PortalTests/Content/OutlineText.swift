@testable import Portal

/// The outline of some Markdown, a string for each statement: "5 row a | b".
func outlined(_ text: String) -> [String] { outlined(Array(text.utf8)) }

/// The outline of a file, a string for each statement: "5 row a | b".
func outlined(_ bytes: [UInt8]) -> [String] {
  let outline = Document(SourceFile(path: "plan.md", bytes: bytes)).outline
  return outline.statements.map { statement in
    let level = statement.kind == .row || statement.kind == .code ? "" : "\(statement.level)"
    let kind = statement.isOrdered ? "step" : "\(statement.kind)"
    return "\(statement.line) \(kind)\(level) \(statement.text)"
  }
}

/// The heads of the tables in some Markdown.
func heads(_ text: String) -> [[String]] {
  Document(SourceFile(path: "plan.md", bytes: Array(text.utf8))).outline.tables.map(\.header)
}
