import Testing

@testable import Portal

struct FindingSubjectTests {
  @Test(arguments: [
    ("shop/database", "shop/database"), ("plans/shop.md/line-12", "plans/shop.md"),
    ("plans/shop.md/L7", "plans/shop.md"), ("plans/L7/shop.md", "plans/L7/shop.md"),
    ("plans/shop.md/line-up", "plans/shop.md/line-up"), ("shop", "shop"),
  ])
  func `a subject names no line`(subject: String, base: String) {
    #expect(FindingSubject.base(subject) == base)
  }

  @Test(arguments: [
    ("  kubectl scale deployment/web --replicas=3", "kubectl-scale-deployment-web-9630"),
    ("kubectl   scale deployment/web --replicas=3", "kubectl-scale-deployment-web-9630"),
    ("kubectl scale deployment/web --replicas=0", "kubectl-scale-deployment-web-8c8f"),
    ("- **Dauer**: 4 Stunden für Übungen", "dauer-4-stunden-für-b803"),
    ("|---|", "5d6c"), ("", "e3b0"),
  ])
  func `the words of a quote are its key`(quote: String, key: String) {
    #expect(FindingSubject.key(of: quote) == key)
  }

  /// The ids of what is wrong with the links and commands of a plan.
  private func ids(_ plan: String) async throws -> [String] {
    let content = try TemporaryContent()
    try content.write(plan, to: "plans/shop.md")
    let checks = ["DOC-05", "PRC-04", "DOC-09"]
    return try await content.build().check().findings.filter { checks.contains($0.check) }
      .map(\.id)
  }

  private static let plan = """
    RTO: 4 hours

    See [the steps](steps.md) and [the other steps](steps-2.md).

    ## Restore

    ```sh
    psql shop < /srv/shop.dump
    ```

    See [the contacts](people.md).

    See [the contacts](people.md).

    """

  @Test func `an id is the same when lines move`() async throws {
    let ids = try await ids("# Shop\n\n" + Self.plan)
    #expect(
      ids == [
        "DOC-05/plans/shop.md/see-the-steps-steps-md-and-ab7f",
        "DOC-05/plans/shop.md/see-the-steps-steps-md-and-ab7f-2",
        "DOC-05/plans/shop.md/see-the-contacts-people-md-93f6",
        "DOC-05/plans/shop.md/see-the-contacts-people-md-93f6-2",
        "PRC-04/plans/shop.md/psql-shop-srv-shop-dump-4c5d",
      ]
    )
    let moved = "# Shop\n\nA new line.\n\n## A new section\n\nWith words.\n\n" + Self.plan
    #expect(try await self.ids(moved) == ids)
  }
}
