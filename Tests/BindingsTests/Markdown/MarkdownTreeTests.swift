import Testing

@testable import Bindings

struct MarkdownTreeTests {
  /// Blocks with their first and last line.
  private static func blocks(_ text: String) -> [String] {
    MarkdownTree(parsing: Array(text.utf8).span).nodes.compactMap { node in
      switch node.kind {
      case .paragraph, .table, .tableRow, .heading, .codeBlock, .item, .htmlBlock:
        "\(node.kind) \(node.line)-\(node.lastLine)"
      default: nil
      }
    }
  }

  @Test func `knows the lines of a table below a paragraph`() {
    #expect(
      Self.blocks("# a\nb\nc\n| d |\n|---|\n| e |\n| f |\n") == [
        "heading 1-1", "paragraph 2-3", "table 4-7", "tableRow 4-4", "tableRow 6-6", "tableRow 7-7",
      ]
    )
  }

  @Test func `knows the lines of a table in a list`() {
    #expect(
      Self.blocks("- a\n\n  b\n  | d |\n  |---|\n  | e |\n") == [
        "item 1-6", "paragraph 1-1", "paragraph 3-3", "table 4-6", "tableRow 4-4", "tableRow 6-6",
      ]
    )
  }

  @Test func `says whether a list is tight`() {
    let lists = ["- a\n- b", "- a\n\n- b"].map { text in
      MarkdownTree(parsing: Array(text.utf8).span).nodes.filter { $0.kind == .list }.map(\.isTight)
    }
    #expect(lists == [[true], [false]])
  }
}
