import Testing

@testable import Bindings

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("a--b", "--", 0, 1..<3), ("a-b--", "--", 0, 3..<5), ("--a--", "--", 1, 3..<5),
    ("---", "--", 1, 1..<3), ("a-", "--", 0, nil), ("", "-", 0, nil), ("abc", "", 0, nil),
    ("abc", "c", 3, nil), ("aab", "ab", 0, 1..<3),
  ])
  func `finds where some bytes stand`(
    text: String,
    sought: String,
    start: Int,
    range: Range<Int>?
  ) {
    #expect(text.utf8.span.first(of: sought.utf8.span, from: start) == range)
  }
}
