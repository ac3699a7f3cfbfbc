import Testing

@testable import Portal

@Suite struct GridTableTests {
  @Test func `reads a grid whose cells take several lines`() {
    let text = """
      +----------+---------+---------+
      | Part     | RTO     | RPO     |
      +==========+=========+=========+
      | Main     | 4 hours | 15      |
      | database |         | minutes |
      +----------+---------+---------+
      | Web      | 1 hour  | none    |
      +----------+---------+---------+
      """
    #expect(heads(text) == [["Part", "RTO", "RPO"]])
    #expect(
      outlined(text) == ["4 row Main database | 4 hours | 15 minutes", "7 row Web | 1 hour | none"]
    )
  }

  @Test(arguments: ["", "text", "ascii"])
  func `reads a table that is drawn in a block of code`(language: String) {
    let text = """
      ```\(language)
      Before
      ┌──────┬───────┐
      │ Part │ RTO   │
      ├──────┼───────┤
      │ DB   │ 4 h   │
      │ Web  │ 2 h   │
      │      │ each  │
      └──────┴───────┘
      After
      ```
      """
    #expect(
      outlined(text) == [
        "2 code Before", "6 row DB | 4 h", "7 row Web | 2 h each", "10 code After",
      ]
    )
  }

  @Test func `reads the output of a database`() {
    let text =
      "```\n+----+-----+\n| a  | b   |\n+----+-----+\n| 1  | x   |\n| 2  | y   |\n+----+-----+\n```"
    #expect(outlined(text) == ["5 row 1 | x", "6 row 2 | y"])
  }

  @Test func `takes a line over all columns for a title`() {
    let text =
      "```\n╔═══════════╗\n║ Targets   ║\n╠═════╦═════╣\n║ DB  ║ RTO ║\n╠═════╬═════╣\n"
      + "║ A   ║ 1 h ║\n╚═════╩═════╝\n```"
    #expect(heads(text) == [["DB", "RTO"]])
    #expect(outlined(text) == ["7 row A | 1 h"])
  }

  @Test(arguments: [
    "```\n┌─────┐   ┌─────┐\n│ App │──▶│ DB  │\n└─────┘   └─────┘\n```",
    "```\n┌───────────┐\n│ RTO: 4 h  │\n├───────────┤\n│ RPO: 1 h  │\n└───────────┘\n```",
    "```bash\n+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n```",
    "```\nps aux | grep x\nls | wc -l\n```",
  ])
  func `leaves drawings and commands what they are`(text: String) {
    #expect(heads(text).isEmpty)
    #expect(outlined(text).allSatisfy { $0.contains(" code ") })
  }

  @Test func `reads a simple table of reStructuredText`() {
    let text = """
      ======  =====  =====
      Part    RTO    RPO
      ======  =====  =====
      DB      4 h    1 h
      Web     2 h
      ======  =====  =====

      Total: 1 == 1
      """
    #expect(heads(text) == [["Part", "RTO", "RPO"]])
    #expect(
      outlined(text) == ["4 row DB | 4 h | 1 h", "5 row Web | 2 h | ", "8 line0 Total: 1 == 1"]
    )
  }

  @Test func `reads columns under lines of dashes`() {
    let text = """
      Targets

        Part          RTO     RPO
        ----------- ------- -------
        Größe         4 h     1 h
        Web           2 h

      After
      """
    #expect(heads(text) == [["Part", "RTO", "RPO"]])
    #expect(
      outlined(text) == [
        "1 line0 Targets", "5 row Größe | 4 h | 1 h", "6 row Web | 2 h | ", "8 line0 After",
      ]
    )
  }
}
