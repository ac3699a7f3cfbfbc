import Bindings
import Foundation
import Testing

@testable import Portal

@Suite struct HeadingTests {
  @Test func `a heading is stored with the last line of its section and its topics`() async throws {
    let content = try TemporaryContent()
    let text = """
      # Mill plan

      ## Restore

      ### Region

      Text.

      ## Contacts

      RTO: 4 hours
      """
    try content.write(text, to: "mill.md")
    let path = content.folder.appending(path: "evidence.sqlite").path
    let examination = try await content.build().examine(into: path)
    let rows = try examination.catalog.rows(
      """
      SELECT title, anchor, level, line, last_line,
        (SELECT group_concat(topic) FROM topic WHERE fact = 'heading' AND topic.id = heading.id)
      FROM heading
      ORDER BY line
      """
    ) {
      "\($0.text(0)) #\($0.text(1)) \($0.int(2)) \($0.int(3))-\($0.int(4)) "
        + ($0.optionalText(5) ?? "")
    }
    #expect(
      rows == [
        "Mill plan #mill-plan 1 1-11 ", "Restore #restore 2 3-8 recovery",
        "Region #region 3 5-8 region", "Contacts #contacts 2 9-11 ",
      ]
    )
  }
}
