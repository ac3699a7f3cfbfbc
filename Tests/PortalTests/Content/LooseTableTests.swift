import Testing

@testable import Portal

@Suite struct LooseTableTests {
  @Test(arguments: [
    // The rule has too few cells, too many, or other signs.
    ("| Part | RTO | RPO |\n|---|---|\n| DB | 4 h | 1 h |", ["3 row DB | 4 h | 1 h"]),
    ("| Part | RTO |\n|---|---|---|\n| DB | 4 h |", ["3 row DB | 4 h"]),
    ("| Part | RTO |\n|---+---|\n| DB | 4 h |", ["3 row DB | 4 h"]),
    ("| Part | RTO |\n|–––|–––|\n| DB | 4 h |", ["3 row DB | 4 h"]),
    ("Part | RTO\n---|---|---\nDB | 4 h\nWeb | 2 h", ["3 row DB | 4 h", "4 row Web | 2 h"]),
    // No rule at all.
    ("| Part | RTO |\n| DB | 4 h |\n| Web | 2 h |", ["2 row DB | 4 h", "3 row Web | 2 h"]),
    ("||Part||RTO||\n|DB|4 h|", ["2 row DB | 4 h"]),
    // Empty lines between the rows.
    (
      "| Part | RTO |\n|---|---|\n\n| DB | 4 h |\n\n| Web | 2 h |",
      ["4 row DB | 4 h", "6 row Web | 2 h"]
    ),
    ("| Part | RTO |\n\n|---|---|\n\n| DB | 4 h |", ["5 row DB | 4 h"]),
    // Cells that are missing, and cells too many.
    ("| Part | RTO | RPO |\n|---|---|\n| DB | 4 h |", ["3 row DB | 4 h | "]),
    ("| Part | RTO |\n|---|\n| DB | 4 h | daily |", ["3 row DB | 4 h | daily"]),
    // Where it hangs in something.
    ("- Targets:\n| Part | RTO |\n|---|\n| DB | 4 h |", ["1 item1 Targets:", "4 row DB | 4 h"]),
    ("> | Part | RTO |\n> |---|\n> | DB | 4 h |", ["3 row DB | 4 h"]),
    ("Targets:\n| Part | RTO |\n|---|\n| DB | 4 h |", ["1 line0 Targets:", "4 row DB | 4 h"]),
    ("    | Part | RTO |\n    |---|---|\n    | DB | 4 h |", ["3 row DB | 4 h"]),
    ("｜Part｜RTO｜\n｜---｜---｜\n｜DB｜４時間｜", ["3 row DB | 4時間"]),
    ("| Part | RTO |\n|---|\n| `a \\| b` | **4 h** |", ["3 row a | b | 4 h"]),
  ])
  func `reads a table that the parser refuses`(text: String, expected: [String]) {
    #expect(outlined(text) == expected)
    #expect(heads(text).count == 1)
    #expect(heads(text).first?.prefix(2) == ["Part", "RTO"])
  }

  @Test(arguments: [
    ("**Status**: Draft | **Owner**: Ops\n**Version**: 1 | **Date**: today", 2),
    ("| alone |", 1), ("| one | row |", 1), ("ps | grep x\nls | wc", 2), ("a | b\n\nc | d", 2),
  ])
  func `leaves lines alone that only hold bars`(text: String, count: Int) {
    #expect(heads(text).isEmpty)
    #expect(outlined(text).count == count)
  }

  @Test(arguments: [
    ("| RTO | 4 h |\n| RPO | 1 h |", ["1 row RTO | 4 h", "2 row RPO | 1 h"]),
    (
      "| **Owner:** Ops | **Status:** Draft |\n| **Date:** now | **Version:** 1 |",
      ["1 row Owner: Ops | Status: Draft", "2 row Date: now | Version: 1"]
    ),
  ])
  func `knows rows that have no head`(text: String, expected: [String]) {
    #expect(outlined(text) == expected)
    #expect(heads(text) == [["", ""]])
  }

  @Test func `starts a new table at each head`() {
    let text =
      "| Part | RTO |\n|---|---|\n| DB | 4 h |\n\n| Part | RPO |\n\n|---|---|\n\n| DB | 1 h |\n"
    #expect(heads(text) == [["Part", "RTO"], ["Part", "RPO"]])
  }

  @Test func `passes over rules that part nothing`() {
    let text = "| A | B |\n|---|---|\n| 1 | 2 |\n\n|---|---|\n\n|---|---|\n\nAfter\n"
    #expect(outlined(text) == ["3 row 1 | 2", "9 line0 After"])
  }

  @Test func `goes on after a table`() {
    let text = "Before\n| Part | RTO |\n|---|\n| DB | 4 h |\nAfter\n\n# Next\n"
    #expect(
      outlined(text) == ["1 line0 Before", "4 row DB | 4 h", "5 line0 After", "7 heading1 Next"]
    )
  }
}
