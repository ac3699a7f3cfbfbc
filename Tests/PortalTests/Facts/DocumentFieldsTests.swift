import Testing

@testable import Portal

struct DocumentFieldsTests {
  private func read(_ text: String) -> [DocumentField] {
    let document = sample(text)
    return DocumentFields.read(
      MarkedOutline(document.outline),
      frontMatter: document.frontMatter
    )
  }

  @Test func `reads bold lines at the head`() {
    let found = read(
      "# Plan\n\n**Version**: 2.1\n**Owner**: Stores team\n**Status**: Draft\n\n## One\n"
    )
    #expect(found.map(\.kind) == [.version, .owner, .status])
    #expect(found.map(\.value) == ["2.1", "Stores team", "Draft"])
    #expect(found.map(\.line) == [3, 4, 5])
  }

  @Test func `reads several fields of one line`() {
    let found = read("# Plan\n\n> **Status:** v2 (2026-04-28) · **Owner:** Ada\n")
    #expect(found.map(\.kind) == [.status, .owner])
    #expect(found.map { $0.date?.iso } == ["2026-04-28", nil])
  }

  @Test func `reads tables and lists of document control`() {
    let table = """
      # Plan

      ## Text

      Words.

      ## Document control

      | Field | Value |
      |---|---|
      | **Author** | Store architect |
      | **Last modified** | $(date) |
      | **Next review** | [Date + 3 months] |
      """
    let found = read(table)
    #expect(found.map(\.kind) == [.author, .lastUpdated, .nextReview])
    #expect(found.map(\.state) == [.stated, .variable, .placeholder])
  }

  @Test func `takes in plain labels that stand beside telling ones`() {
    let body = (0..<20).map { "Line \($0).\n" }.joined(separator: "\n")
    let text =
      "# P\n\n## A\n\n\(body)\n## Contact\n\n"
      + "- **Owner**: Ops\n- **Last updated**: TBD\n\n## Z\n\n\(body)"
    #expect(read(text).map(\.kind) == [.owner, .lastUpdated])
  }

  @Test func `reads front matter, and the labels of other languages`() {
    let found = read(
      "---\ntitle: P\nupdated: 2026-02-11\n---\n# P\n\n**Próxima revisión:** 4 de mayo de 2026\n"
    )
    #expect(found.map(\.kind) == [.lastUpdated, .nextReview])
    #expect(found.map { $0.date?.iso } == ["2026-02-11", "2026-05-04"])
    #expect(found.map(\.line) == [3, 7])
  }

  @Test func `leaves plain labels in the middle of a document alone`() {
    let body = (0..<20).map { "Line \($0).\n" }.joined(separator: "\n")
    #expect(read("# P\n\n## A\n\n\(body)\n**Status**: degraded\n\n\(body)").isEmpty)
  }

  @Test(arguments: [
    (
      "**Last reviewed:** 2026-01-02\n**Last updated:** 2026-02-02\n**Next review:** 2026-07-02",
      "2026-01-02", "2026-07-02"
    ),
    ("**Date:** 2026-04-23", "2026-04-23", nil),
    ("| Version | Date |\n|---|---|\n| 1 | 2025-01-01 |\n| 2 | 2025-06-30 |", "2025-06-30", nil),
    ("**Next review:** quarterly", nil, nil),
  ])
  func `finds the dates of the reviews`(text: String, last: String?, next: String?) {
    let outline = marked("# Plan\n\n\(text)\n")
    let review = Review.read(DocumentFields.read(outline), outline)
    #expect(review.last?.iso == last)
    #expect(review.next?.iso == next)
  }
}
