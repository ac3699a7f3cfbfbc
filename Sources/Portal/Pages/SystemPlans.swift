/// What the documents of a system promise: scenarios, backups, contacts.
struct SystemPlans: Sendable {
  let layout: Layout
  let system: Snapshot.System

  private var snapshot: Snapshot { layout.snapshot }

  var html: HTML {
    """
    <section aria-labelledby="documents">
    <h2 id="documents">Documents</h2>
    \(documents)
    </section>
    \(if: !(snapshot.scenariosOfSystem[system.id] ?? []).isEmpty, scenarios)
    \(if: !(snapshot.policiesOfSystem[system.id] ?? []).isEmpty, policies)
    \(if: !(snapshot.contactsOfSystem[system.id] ?? []).isEmpty, contacts)
    """
  }

  private var documents: HTML {
    let positions = snapshot.documentsOfSystem[system.id] ?? []
    guard !positions.isEmpty else { return "<p>No document belongs to this system.</p>" }
    return .table(
      "Documents",
      head: .columns("Document", "Kind", "File", "Findings"),
      rows: """
        \(each: positions.map { snapshot.documents[$0] }, { document in
          """
          <tr><th scope="row"><a href="\(layout.url(PagePath.document(document.path)))">\
          \(document.title)</a></th><td>\(document.kind)</td>\
          <td class="place">\(document.path)</td>\
          <td>\(snapshot.findingsOfFile[document.path].map { "\($0.count)" } ?? .nothing)</td></tr>

          """
        })
        """
    )
  }

  private var scenarios: HTML {
    let scenarios = snapshot.scenariosOfSystem[system.id] ?? []
    return """
      <section aria-labelledby="scenarios">
      <h2 id="scenarios">Scenarios</h2>
      \(.table(
        "Scenarios",
        head: .columns("Scenario", "Stated times", "Where"),
        rows: """
          \(each: scenarios, { scenario in
            """
            <tr><th scope="row">\(scenario.title)</th><td>\(times(scenario.times))</td>\
            <td>\(layout.place(scenario.source))</td></tr>

            """
          })
          """
      ))
      </section>
      """
  }

  private func times(_ times: [Snapshot.StatedTime]) -> HTML {
    if times.isEmpty { return "<span class=\"nothing\">none stated</span>" }
    return """
      <ul class="inline">\(each: times, {
        "<li>\($0.phase) <b>\($0.phrase)</b> \(layout.line($0.source))</li>"
      })</ul>
      """
  }

  private var policies: HTML {
    let policies = snapshot.policiesOfSystem[system.id] ?? []
    return """
      <section aria-labelledby="policies">
      <h2 id="policies">Backups that the documents promise</h2>
      \(.table(
        "Backups that the documents promise",
        head: .columns("What", "How", "Every", "Kept for", "Where"),
        rows: """
          \(each: policies, { policy in
            """
            <tr><th scope="row">\(policy.subject)</th><td>\(policy.mechanism)</td>\
            <td>\(policy.every.map { "\($0)" } ?? .nothing)</td>\
            <td>\(policy.retention.map { "\($0)" } ?? .nothing)</td>\
            <td>\(layout.place(policy.source))</td></tr>

            """
          })
          """
      ))
      </section>
      """
  }

  private var contacts: HTML {
    let contacts = snapshot.contactsOfSystem[system.id] ?? []
    return """
      <section aria-labelledby="contacts">
      <h2 id="contacts">Contacts</h2>
      \(.table(
        "Contacts",
        head: .columns("Role", "Name", "Reach", "When", "Where"),
        rows: """
          \(each: contacts, { contact in
            """
            <tr><th scope="row">\(contact.role)</th><td>\(contact.name ?? "")\
            \(if: contact.state != "stated", " <em class=\"state\">\(contact.state)</em>")</td>\
            <td>\([contact.phone, contact.email].compactMap(\.self).joined(separator: ", "))</td>\
            <td>\(contact.availability ?? "")</td><td>\(layout.place(contact.source))</td></tr>

            """
          })
          """
      ))
      </section>
      """
  }
}
