import Testing

@testable import Portal

@Suite struct MaskTests {
  @Test(arguments: [
    ("postgresql://app:hunter2@db:5432/x", "postgresql://app:••••••@db:5432/x"),
    ("export PGPASSWORD=s3cret1", "export PGPASSWORD=••••••"),
    (
      "curl -H \"Authorization: Bearer abcdef0123456789abc\"",
      "curl -H \"Authorization: Bearer ••••••\""
    ),
    ("key AKIAIOSFODNN7EXAMPLE here", "key •••••• here"),
    ("api_key: \"9f8e7d6c5b4a\"", "api_key: \"••••••\""),
    ("--password=correct-horse", "--password=••••••"),
    ("**Password**: hunter2hunter2", "**Password**: ••••••"),
    ("**API_KEY:** `9f8e7d6c5b4a`", "**API_KEY:** `••••••`"),
  ])
  func `hides a credential`(text: String, expected: String) {
    #expect(Mask.masked(text) == expected)
  }

  @Test func `hides a credential wherever it stands`() {
    for shift in 0..<70 {
      let before = String(repeating: "a ", count: shift / 2) + (shift % 2 == 1 ? "-" : "")
      #expect(Mask.masked(before + "token=s3cret1") == before + "token=••••••")
      #expect(Mask.masked(before + "x://app:hunter2@db") == before + "x://app:••••••@db")
      #expect(Mask.masked(before + "atoken=s3cret1") == before + "atoken=s3cret1")
    }
  }

  @Test(arguments: [
    "DATABASE_URL=postgresql://$USER:$PASSWORD@db/x", "Authorization: OAuth YOUR_API_KEY",
    "password: see the vault",
    "secret: db-credentials", "token: <token>", "the password of the database",
    "https://example.com:8080/a@b",
    "risk-based approach to secrets", "PASSWORD=$(pass show db)",
  ])
  func `leaves what is no credential`(text: String) {
    #expect(Mask.masked(text) == text)
  }

  @Test func `keeps the lines of a document where they are`() {
    let markdown = "# Plan\n\nDB_PASSWORD=topsecret99\n\nRTO: 4 hours\n"
    let document = Document(SourceFile(path: "plan.md", bytes: Array(markdown.utf8)))
    #expect(document.lines.quote(3) == "DB_PASSWORD=••••••")
    #expect(Objectives.read(document.outline).first?.targets.first?.line == 5)
  }
}
