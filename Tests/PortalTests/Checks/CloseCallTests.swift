import Testing

@testable import Portal

struct CloseCallTests {
  private func fires(_ check: String, _ plan: String) async throws -> Bool {
    let content = try TemporaryContent()
    try content.write("# Shop\n\n\(plan)\n", to: "plans/shop.md")
    return try await content.build().check().findings.contains {
      $0.check == check && $0.verdict != "pass"
    }
  }

  @Test(arguments: CloseCall.all)
  func `fires in the first and not in the second`(call: CloseCall) async throws {
    #expect(try await fires(call.check, call.first))
    #expect(try await fires(call.check, call.second) == false)
  }

  @Test func `a dump of one product is no backup of another`() {
    let matcher = ComponentMatcher([
      .init(id: "postgresql", names: ["PostgreSQL"], isWhole: false),
      .init(id: "orders", names: ["Orders database"], isWhole: false),
    ])
    let found = matcher.matches(["MongoDB dump"], isData: true, withDependents: false)
    #expect(found.map(\.0) == ["orders"])
  }
}
