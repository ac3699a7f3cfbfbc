import Testing

@testable import Portal

struct DocumentFieldsTests {
  private func read(_ text: String) -> [DocumentField] {
    let document = sample(text)
    return DocumentFields.read(MarkedOutline(document.outline), document)
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
    #expect(found.map { $0.date?.day?.text } == ["2026-04-28", nil])
  }

  @Test func `ends a value with the bold words of its label`() {
    let found = read("# Plan\n\n**Status: open.** Copies go to tape.\n\n**Owner:** Ada\n")
    #expect(found.map(\.value) == ["open.", "Ada"])
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
    #expect(found.map { $0.date?.day?.text } == ["2026-02-11", "2026-05-04"])
    #expect(found.map(\.line) == [3, 7])
  }

  @Test func `takes the newest of the revisions in front matter`() {
    let found = read(
      "name: P\nrevisions:\n  - date: 2025-06-30\n    by: Ann\n    version: 2\n"
        + "  - date: 2025-01-02\n    owner: Bob\n---\n\n# P\n"
    )
    #expect(found.map(\.kind) == [.date])
    #expect(found.map(\.line) == [3])
  }

  @Test func `reads a label in the bracket behind a value`() {
    let found = read("# P\n\n**Review cadence**: Annual (next review: {{next_review}})\n")
    #expect(found.map(\.kind) == [.reviewCycle, .nextReview])
    #expect(found.map(\.value) == ["Annual", "{{next_review}}"])
  }

  @Test func `reads labels at the start of each sentence`() {
    let found = read(
      "# P\n\nLast reviewed 3 March 2026 by A. Doe. The next review is due on 3 September 2026.\n"
    )
    #expect(found.map(\.kind) == [.lastReview, .nextReview])
    #expect(found.map { $0.date?.day?.text } == ["2026-03-03", "2026-09-03"])
  }

  @Test func `leaves plain labels in the middle of a document alone`() {
    let body = (0..<20).map { "Line \($0).\n" }.joined(separator: "\n")
    #expect(read("# P\n\n## A\n\n\(body)\n**Status**: degraded\n\n\(body)").isEmpty)
  }

  @Test func `reads labels that follow each other on one line`() {
    let found = read(
      "# P\n\n**Last Updated:** 2026-05-14 **Next Review:** after the move\n"
        + "v2.0 | Last tested 2026-04-01 | Owner: Stores\n"
    )
    #expect(found.map(\.kind) == [.lastUpdated, .nextReview, .lastDrill, .owner])
    #expect(found.map(\.value) == ["2026-05-14", "after the move", "2026-04-01", "Stores"])
  }

  @Test(arguments: [
    ("Date of last review", DocumentField.Kind.lastReview), ("📅 Last updated on", .lastUpdated),
    ("Next scheduled review date (quarterly)", .nextReview), ("Document status", .status),
    ("This plan was last reviewed", .lastReview), ("Plan owner", .owner), ("Date", .date),
    ("Próxima revisión programada", .nextReview), ("Versão do documento", .version),
    ("Letzte Aktualisierung", .lastUpdated), ("Freigegeben von", .approver),
    ("Prochaine révision recommandée", .nextReview), ("次回レビュー予定", .nextReview),
    ("最終更新日時", .lastUpdated), ("下次审查时间", .nextReview), ("Review cadence", .reviewCycle),
    ("文档维护者", .owner), ("Revisionshistorie", nil), ("Recovery date", nil), ("Peer review", nil),
    ("Status of the database", nil),
  ])
  func `knows a field by its words and those around it`(label: String, kind: DocumentField.Kind?) {
    #expect(FieldLabel.kind(of: label, .standard) == kind)
  }

  @Test func `reads tables without a head, and of four columns`() {
    let bare = read("# P\n\n| Version | 2.0 |\n|---|---|\n| Status | Draft |\n\n## A\n")
    #expect(bare.map(\.kind) == [.version, .status])
    #expect(bare.map(\.line) == [3, 5])
    let wide = read(
      "# P\n\n| | | | |\n|---|---|---|---|\n| Owner | Ada | Version | 2.0 |\n\n## A\n"
    )
    #expect(wide.map(\.value) == ["Ada", "2.0"])
    let meaning = read("# P\n\n| Status | Meaning |\n|---|---|\n| Red | It burns |\n\n## A\n")
    #expect(meaning.isEmpty)
  }

  @Test func `reads nested front matter, keys in any spelling, and lists of revisions`() {
    let found = read(
      "---\nlastUpdated: 2026-02-11\nreview:\n  next: 2026-08-11\n  cycle: yearly\n"
        + "history:\n  - date: 2024-01-01\n  - date: Jun 1 2025\n---\n# P\n"
    )
    #expect(found.map(\.kind) == [.lastUpdated, .nextReview, .reviewCycle, .date])
    #expect(found.map { $0.day?.text } == ["2026-02-11", "2026-08-11", nil, "2025-06-01"])
    #expect(found.map(\.line) == [2, 4, 5, 8])
  }

  @Test func `reads dates in comments, and no other words there`() {
    let found = read("# P\n\n<!--\nLast reviewed: 2026-03-01\nOwner: nobody\n-->\n\nText.\n")
    #expect(found.map(\.kind) == [.lastReview])
    #expect(found.map(\.line) == [4])
  }

  @Test(arguments: [
    ("**Next review:** 05/03/2026", nil), ("**Próxima revisión:** 05/03/2026", "2026-03-05"),
    ("**Next review:** 05/03/2026\n\nSince 28/02/2026.", "2026-03-05"),
    ("**Next review:** 05/03/2026\n\nSince 2/28/2026.", "2026-05-03"),
    ("**Next review:** Q3 2026", "2026-09-30"),
  ])
  func `tells the day from the month by the document or its language`(text: String, day: String?) {
    #expect(read("# P\n\n\(text)\n").first { $0.kind == .nextReview }?.day?.text == day)
  }

  @Test(arguments: ["- System status: green", "- Updated: when a row changes"])
  func `takes no words of a sentence for a label`(text: String) {
    let body = (0..<20).map { "Line \($0).\n" }.joined(separator: "\n")
    #expect(read("# P\n\n## A\n\n\(body)\n\(text)\n\n\(body)").isEmpty)
    #expect(read("# P\n\n- System status: green\n\n## A\n").isEmpty)
  }

  @Test func `keeps lines to fill in apart from the labels after them`() {
    let found = read("# P\n\nApproved by: ________ Date: ______\nVersion 2.1 | Owner: Ada\n")
    #expect(found.map(\.kind) == [.approver, .date, .version, .owner])
    #expect(found.map(\.state) == [.placeholder, .placeholder, .stated, .stated])
  }

  @Test func `takes a word that only looks like a label of a date for none`() {
    #expect(read("# P\n\n**Data:** the orders of a day\n\n## A\n").isEmpty)
  }

  @Test(arguments: [
    (
      "**Last reviewed:** 2026-01-02\n**Last updated:** 2026-02-02\n**Next review:** 2026-07-02",
      "2026-01-02", "2026-07-02"
    ),
    ("**Date:** 2026-04-23", "2026-04-23", nil),
    ("| Version | Date |\n|---|---|\n| 1 | 2025-01-01 |\n| 2 | 2025-06-30 |", "2025-06-30", nil),
    ("| Date | Author |\n|---|---|\n| 1.3.2025 | Ada |\n| 1.2.2025 | Ada |", "2025-03-01", nil),
    ("| Date | Author |\n|---|---|\n| 01.02.2025 | Ada |", "2025-02-01", nil),
    ("## Change log\n\n- 2025-11-13: first\n- 2026-01-05: tables", "2026-01-05", nil),
    ("## Change log\n\n### v1.1 (2026-01-05)\n\n- tables", "2026-01-05", nil),
    ("**Change log:**\n- v2.0 (2025-12-24): tables", "2025-12-24", nil),
    (
      "| Version | Date |\n|---|---|\n| 1 | 03/04/2025 |\n| 2 | 28/04/2025 |\n| 3 | 02/05/2025 |",
      "2025-05-02", nil
    ),
    ("**Created:** 2025-11-13", nil, nil), ("**Effective date:** 2025-11-13", nil, nil),
    ("**Created:** 2025-11-13\n\n**Date:** 2026-01-05", "2026-01-05", nil),
    ("## Drills\n\n- 2025-11-13: passed", nil, nil),
    ("## Maintenance\n\n- 2025-11-13: patches", nil, nil), ("**Version:** 2.1.3", nil, nil),
    ("**Next review:** quarterly", nil, nil), ("**Last updated:** January 2026", nil, nil),
    ("_Last reviewed on 3rd of March 2025 by Ada_", "2025-03-03", nil),
    ("This runbook was last updated on May 4, 2026.", "2026-05-04", nil),
    ("**最終更新日：** 2026年3月15日", "2026-03-15", nil),
    ("最后更新：2026-03-29\n下次审查：2026-06-23（1周后）", "2026-03-29", "2026-06-23"),
  ])
  func `finds the dates of the reviews`(text: String, last: String?, next: String?) {
    let document = sample("# Plan\n\n\(text)\n")
    let outline = MarkedOutline(document.outline)
    let review = Review.read(DocumentFields.read(outline, document), outline)
    #expect(review.last?.text == last)
    #expect(review.next?.text == next)
  }
}
