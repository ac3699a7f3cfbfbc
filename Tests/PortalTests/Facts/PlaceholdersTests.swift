import Testing

@testable import Portal

struct PlaceholdersTests {
  private func read(_ text: String) -> [String] {
    let document = sample(text)
    return Placeholders.read(MarkedOutline(document.outline), document).map(\.text)
  }

  @Test(arguments: [
    ("**Owner**: [Name of the owner]", "[Name of the owner]"),
    ("Call +1-XXX-XXX-XXXX.", "+1-XXX-XXX-XXXX"), ("Call 090-XXXX-XXXX.", "090-XXXX-XXXX"),
    ("**Last drill**: TBD", "TBD"), ("Region: <region-name>", "<region-name>"),
    ("Made for {{ organisation.name }}.", "{{ organisation.name }}"),
    ("Site [[ site.main ]]", "[[ site.main ]]"), ("For <Company Name>.", "<Company Name>"),
    ("For <company_name>.", "<company_name>"), ("The {Team Name} decides.", "{Team Name}"),
    ("| A | B |\n|---|---|\n| x | (Name) |", "(Name)"), ("**Date**: YYYY-MM-DD", "YYYY-MM-DD"),
    ("Target: [TODO: 4h]", "[TODO: 4h]"), ("Signed: ________", "________"),
    ("**Fecha**: DD/MM/AAAA", "DD/MM/AAAA"), ("**Beginn**: HH:MM UTC", "HH:MM UTC"),
    ("**Dauer**: XX Minuten", "XX Minuten"),
    ("**Lead**: to be confirmed by Ops", "to be confirmed"),
    ("| 担当 | 電話 |\n|---|---|\n| A | 未定 |", "未定"), ("- **Bucket**: `[BUCKET]`", "[BUCKET]"),
    ("- Dashboard: `https://graphs.<domain>/d/1`", "<domain>"), ("Order <TBD>-2.", "<TBD>"),
    ("Call +33 X XX XX XX XX.", "+33 X XX XX XX XX"),
    ("Call +56 9 XXXX XXXX, please.", "+56 9 XXXX XXXX"), ("Call +XX XXXX XXXX", "+XX XXXX XXXX"),
    ("Call (XX) XXXXX-XXXX now.", "(XX) XXXXX-XXXX"), ("- RTO: ____ or less", "____"),
    ("TBD", "TBD"), ("Names: ..........", ".........."),
    ("## Contacts\n\n```\nLead: [Name]\n```", "[Name]"),
  ])
  func `finds what is still to be filled in`(text: String, placeholder: String) {
    #expect(read("# Plan\n\n\(text)\n") == [placeholder])
  }

  @Test(arguments: [
    "See [the list](list.md).", "- [ ] Call the lead", "Run `kubectl get pod <pod>`.",
    "```sh\nrestore --from <backup> [options]\n```", "Mail help@example.com.", "Use `items[0]`.",
    "A <br> and <b>bold</b>.", "Text[^1] with a note.\n\n[^1]: The note.", "Restore it [optional].",
    "Stop it [required for the first case].", "The [[Business Continuity]] page.",
    "Under `[production]` in the file.", "**Estado**: Todo listo", "Call `/api/{id}` or {id}.",
    "<Tabs>\n\nText <Note>inside</Note>.\n\n</Tabs>", "It becomes <server>-old.",
    "- Files: `backup-<date>.sql`", "- Path: `s3://copies/<date>/all`", "Mail <ops@shop.example>.",
    "**State**: pending", "a < b and c > d", "Wait... and [see below].", "Hold {{ }} there.",
    "**Time**: 24/7", "List<String> and [1] and [x].",
    "The key is [redacted].", "Run `__init__` of a___b.", "At most 5 xxx in 3 files.",
  ])
  func `leaves links, tasks, commands and examples alone`(text: String) {
    #expect(read("# Plan\n\n\(text)\n").isEmpty)
  }

  @Test func `finds the gaps of a list that Markdown takes for addresses of links`() {
    #expect(read("# Plan\n\n- [Lead]: [Phone]\n") == ["[Lead]", "[Phone]"])
  }

  @Test func `finds what the front matter leaves open`() {
    #expect(read("---\nowner: TBD\nauthor: Ada\n---\n# Plan\n") == ["TBD"])
  }

  private func summary(_ text: String) -> [String] {
    let document = sample(text)
    let all = Placeholders.read(MarkedOutline(document.outline), document)
    return Placeholder.summary(of: all).map(\.text)
  }

  @Test func `lists each of a few texts once`() {
    #expect(
      summary("[Step 1] [Step 2] [Name] [Name] {{ a.b }} {{ a.c }} ______ ________\n")
        == ["[Step 1]", "[Step 2]", "[Name]", "{{ a.b }}", "{{ a.c }}", "______"]
    )
  }

  @Test func `lists one of each kind where there are many`() {
    let steps = (1...9).map { "[Step \($0)] [TODO: item \($0)] {{ plan.field\($0) }}" }
    #expect(
      summary(steps.joined(separator: "\n") + "\n[Name]\n")
        == ["[Step 1]", "[TODO: item 1]", "{{ plan.field1 }}", "[Name]"]
    )
  }

  @Test func `lists no more than a dozen`() {
    let letters = "abcdefghijklmnop"
    let same = letters.map { "[List the \($0)s]" }.joined(separator: "\n")
    #expect(summary(same + "\n[Name]\n") == ["[List the as]", "[Name]"])
    let many = letters.map { "[\($0)\($0)]" }.joined(separator: " ")
    #expect(summary(many + "\n").count == 12)
  }
}
