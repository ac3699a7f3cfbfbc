import Testing

@testable import Portal

struct ContactsTests {
  private func read(_ text: String) -> [Contact] { Contacts.read(marked(text)) }

  @Test func `reads a table in any order of columns`() {
    let text = """
      ## Contacts

      | Phone | Role | Name | Hours | Email |
      |---|---|---|---|---|
      | +44 20 7946 0000 | Duty lead | Ada Quill | 24/7 | ada@quill.example |
      | - | Storekeeper | Bo Finch | Business hours | - |
      | | Empty | | | |
      """
    let found = read(text)
    #expect(found.map(\.role) == ["Duty lead", "Storekeeper"])
    #expect(found.map(\.phone) == ["+44 20 7946 0000", nil])
    #expect(found.map(\.email) == ["ada@quill.example", nil])
    #expect(found.map(\.availability) == ["24/7", "Business hours"])
    #expect(found.map(\.state) == [.stated, .partial])
  }

  @Test(arguments: [
    ("- **Duty lead**: [Name] - [Phone]", Contact.State.placeholder),
    ("- **Duty lead**: +1-XXX-XXX-XXXX", .masked), ("- **Duty lead**: lead@shop.example", .stated),
    ("- **Line support**: Gold contract (24/7)", .partial),
    ("- **Duty lead**: {{ lead_mail }}", .placeholder),
    ("```\nDuty lead: +1-XXX-XXX-XXXX\n```", .masked),
    ("| Role | Name | Phone |\n|---|---|---|\n| Lead | (Name) | - |", .placeholder),
    (
      "| Service | Contact information |\n|---|---|\n"
        + "| Carrier | help@line.example, 1-800-xxx-xxxx |",
      .masked
    ),
  ])
  func `tells how far somebody can be reached`(text: String, state: Contact.State) {
    #expect(read("## Emergency contacts\n\n\(text)\n").map(\.state) == [state])
  }

  @Test(arguments: [
    "| Role | Responsibilities |\n|---|---|\n| Lead | Coordinates |",
    "| Role | Name | Signature | Date |\n|---|---|---|---|\n| CTO | Ada | | |",
    "- **Channel**: use the chat", "1. **Level 1**: duty engineer", "- **Last updated**: [Date]",
  ])
  func `takes no list of duties, approvals or fields for contacts`(text: String) {
    #expect(read("## Emergency contacts\n\n\(text)\n").isEmpty)
  }

  @Test func `reads a name below a heading for a role`() {
    let found = read("## Roles\n\n### Duty lead\n\n- **Name:** [TBD]\n- **Duties:** all\n")
    #expect(found.map(\.role) == ["Duty lead"])
    #expect(found.map(\.state) == [.placeholder])
  }
}
