import Testing

@testable import drillbook

@Suite struct ColumnsTests {
  @Test(arguments: [("plan", 4), ("目標", 4), ("Größe", 5), ("e\u{301}", 1), ("🚨", 2), ("", 0)])
  func `counts the columns of a text`(text: String, columns: Int) {
    #expect(Columns.count(text) == columns)
  }

  @Test(arguments: [("recovery", 8, "recovery"), ("recovery", 5, "reco…"), ("目標復旧", 5, "目標…")])
  func `cuts what is too long`(text: String, limit: Int, cut: String) {
    #expect(Columns.cut(text, to: limit) == cut)
  }

  @Test func `breaks a text at its spaces`() {
    #expect(
      Columns.wrap("how long a recovery takes", to: 10) == ["how long a", "recovery", "takes"]
    )
    #expect(Columns.wrap("unpronounceable", to: 6) == ["unpro…"])
    #expect(Columns.wrap("", to: 6) == [""])
  }
}
