import Testing

@testable import Portal

struct PlaceholdersTests {
  private func read(_ text: String) -> [String] {
    let document = sample(text)
    return Placeholders.read(MarkedOutline(document.outline), document).map(\.text)
  }

  @Test(arguments: [
    ("**Owner**: [Name of the owner]", "[Name of the owner]"),
    ("Call +1-XXX-XXX-XXXX.", "+1-XXX-XXX-XXXX"),
    ("**Last drill**: TBD", "TBD"), ("Region: <region-name>", "<region-name>"),
    ("Made for {{ organisation.name }}.", "{{ organisation.name }}"),
    ("Site [[ site.main ]]", "[[ site.main ]]"),
    ("| A | B |\n|---|---|\n| x | (Name) |", "(Name)"), ("**Date**: YYYY-MM-DD", "YYYY-MM-DD"),
    ("Target: [TODO: 4h]", "[TODO: 4h]"), ("Signed: ________", "________"),
  ])
  func `finds what is still to be filled in`(text: String, placeholder: String) {
    #expect(read("# Plan\n\n\(text)\n") == [placeholder])
  }

  @Test(arguments: [
    "See [the list](list.md).", "- [ ] Call the lead", "Run `kubectl get pod <pod>`.",
    "```sh\nrestore --from <backup> [options]\n```", "Mail help@example.com.", "Use `items[0]`.",
    "A <br> and <b>bold</b>.", "Text[^1] with a note.\n\n[^1]: The note.", "Restore it [optional].",
  ])
  func `leaves links, tasks, commands and examples alone`(text: String) {
    #expect(read("# Plan\n\n\(text)\n").isEmpty)
  }

  @Test func `counts the numbered ones of a kind once`() {
    let document = sample("[Step 1] [Step 2] [Name] {{ a.b }} {{ a.c }}\n")
    let all = Placeholders.read(MarkedOutline(document.outline), document)
    #expect(all.count == 5)
    #expect(Placeholders.distinct(all).map(\.text) == ["[Step 1]", "[Name]", "{{ a.b }}"])
  }
}
