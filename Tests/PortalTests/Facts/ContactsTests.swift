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

  private func people(_ text: String) -> [String] {
    read(text).map { contact in
      let how = [contact.name, contact.phone, contact.email].compactMap { $0 }
      return ([contact.role, contact.state.rawValue] + how).joined(separator: ", ")
    }
  }

  @Test(arguments: [
    (
      "| Name | Title | Mobile phone |\n|---|---|---|\n| Ada | CTO | 0170 1234567 |",
      ["CTO, stated, Ada, 0170 1234567"]
    ),
    (
      "| Name | Direct line |\n|---|---|\n| Ada | 555-010-0100 |",
      ["Ada, stated, 555-010-0100"]
    ),
    (
      "| Lieferant | Kontakt | Ersatz |\n|---|---|---|\n| Netz | [Name] | Bo |",
      ["Netz, placeholder"]
    ),
    (
      "| 役割 | 氏名 | 電話番号 |\n|---|---|---|\n| 責任者 | 山田 | 03-1234-5678 |",
      ["責任者, stated, 山田, 03-1234-5678"]
    ),
    (
      "| Rol | Nombre | Teléfono |\n|---|---|---|\n| Líder | Por definir | +56 9 XXXX XXXX |",
      ["Líder, masked"]
    ),
    ("| Week | Primary | Backup |\n|---|---|---|\n| 1 | Ada | Bo |", []),
  ])
  func `reads tables by the heads of their columns`(table: String, expected: [String]) {
    #expect(people("## Contacts\n\n\(table)\n") == expected)
  }

  @Test(arguments: [
    (
      "**Duty lead:** Ada Quill, +44 20 7946 0000",
      ["Duty lead, stated, +44 20 7946 0000"]
    ),
    ("- **Duty lead**: Ada Quill (days)", ["Duty lead, partial, Ada Quill (days)"]),
    ("- **Secondary**: Bo Finch", ["Secondary, partial, Bo Finch"]),
    ("- Duty lead: ________", ["Duty lead, placeholder"]),
    ("- Ada Quill (duty lead), +44 20 7946 0000", ["Ada Quill, stated, +44 20 7946 0000"]),
    ("1. **Level 1**: the desk, desk@shop.example", ["Level 1, stated, desk@shop.example"]),
    (
      "- **Cloud support**: https://cloud.example/help",
      ["Cloud support, partial, https://cloud.example/help"]
    ),
    (
      "- **Hotline of the cloud**: +1-800-CALL-NOW",
      ["Hotline of the cloud, stated, +1-800-CALL-NOW"]
    ),
    ("- On-call engineer: PagerDuty schedule", ["On-call engineer, partial, PagerDuty schedule"]),
    ("- 責任者：山田太郎（090-1234-5678）", ["責任者, stated, 090-1234-5678"]),
    ("- **Trigger**: Data Loss", []), ("- **Server**: 192.168.10.21", []),
    ("- **Account**: 123456789012", []), ("- **Seen**: 2025-12-04", []),
    ("- *Controls:* CP-02a.03[03]", []),
  ])
  func `reads lines and lists`(text: String, expected: [String]) {
    #expect(people("## Emergency contacts\n\n\(text)\n") == expected)
  }

  @Test(arguments: [
    "- **Duty lead**\n  - Phone: 555-010-0100\n  - Slack: @ada\n  - Email: ada@shop.example",
    "### Duty lead\n\n**Name:** [Name]\n\n**How:**\n- **Phone:** 555-010-0100\n"
      + "- Email: ada@shop.example",
    "**Duty lead:**\n- Phone: 555-010-0100\n- Email: ada@shop.example",
    "```\nDuty lead:\n  Phone: 555-010-0100\n  Email: ada@shop.example\n```",
  ])
  func `joins the lines that speak of one role`(text: String) {
    #expect(
      people("## Emergency contacts\n\n\(text)\n")
        == ["Duty lead, stated, 555-010-0100, ada@shop.example"]
    )
  }

  @Test func `keeps two roles of a block apart`() {
    let text = "```\nLead:\n  Phone: +1-XXX-XXX-XXXX\n\nDeputy:\n  Phone: 555-010-0100\n```"
    #expect(
      people("## Contacts\n\n\(text)\n")
        == ["Lead, masked", "Deputy, stated, 555-010-0100"]
    )
  }

  @Test(arguments: [
    ("- **Delivery lead**: [Name] - [Phone]", ["Delivery lead, placeholder"]),
    (
      "- **Security team**: security@shop.example", ["Security team, stated, security@shop.example"]
    ),
    ("- **Owner**: [Name]", []), ("- **Bucket**: [Name] - [Phone]", []),
  ])
  func `knows somebody to call under any heading`(text: String, expected: [String]) {
    #expect(people("## First of all\n\n\(text)\n") == expected)
  }

  @Test(arguments: [("Gold contract (24x7)", "24x7"), ("Bürozeiten, help@x.example", "Bürozeiten")])
  func `reads when somebody can be reached`(value: String, hours: String) {
    let found = read("## Contacts\n\n- **Line support**: \(value)\n")
    #expect(found.map(\.availability) == [hours])
  }
}
