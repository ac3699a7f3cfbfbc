import Testing

@testable import Portal

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws(ConfigurationError) -> Configuration {
    try Configuration.read(SourceFile(path: "drillbook.yaml", bytes: Array(text.utf8)))
  }

  private func problems(_ text: String) -> [String] {
    do throws(ConfigurationError) {
      _ = try read(text)
      return []
    } catch {
      return error.problems.map { $0.description + ($0.hint.map { " | " + $0 } ?? "") }
    }
  }

  @Test func `reads every key`() throws {
    let configuration = try read(
      """
      organisation: Bakers United
      origin: bakers.example/recovery
      as_of: 2026-11-21T06:00:00Z
      exclude: [archive/**, old.md]
      policy:
        evidence_lifetime: {inventory: 12h, drill: 180d}
        look_back: 14d
        rto_clock: declaration
        require_kind: failover
        environments: [production, dr]
      systems:
        oven:
          title: Ovens
          documents: [plans/oven.md, runbooks/oven/**]
          tier: 1
          owner: team-oven
          region: north-1
          components:
            database:
              names: ["Database (PostgreSQL)", "PostgreSQL"]
              depends_on: [oven/network]
              objectives: {rto: 1h30m, rpo: PT15M}
            network:
      inventories:
        - files: inventories/restic-*.json
          format: restic.snapshots
          collected_at: 2026-11-21T05:00:00Z
          zone: Europe/Berlin
          location: offsite-1
          min_size: 1MB
          assets: {"db01:/var/lib/postgresql": oven/database}
      levels: {DOC-07: off, PRC-10: info}
      site:
        {title: T, logo: logo.svg, accent: "#0b5fff", edit_url: "https://g.example/{path}",
        language: en, classification: internal}
      """
    )
    #expect(configuration.organisation == "Bakers United")
    #expect(configuration.origin == "bakers.example/recovery")
    #expect(configuration.asOf == 1_795_240_800_000)
    #expect(configuration.excludes("archive/2024/plan.md"))
    #expect(!configuration.excludes("plans/old.md"))
    #expect(
      configuration.policy
        == .init(
          inventoryLifetime: 43_200,
          drillLifetime: 15_552_000,
          lookBack: 1_209_600,
          clock: "declaration",
          requiredKind: "failover",
          environments: ["production", "dr"]
        )
    )
    let oven = try #require(configuration.system(ofDocument: "runbooks/oven/a/b.md"))
    #expect(oven.id == "oven" && oven.tier == 1 && oven.line == 12)
    let database = oven.components[0]
    #expect(database.names == ["Database (PostgreSQL)", "PostgreSQL"])
    #expect(database.dependsOn == [ComponentReference(system: "oven", component: "network")])
    #expect(database.recoveryTime == .init(seconds: 5400, line: 22))
    #expect(database.recoveryPoint == .init(seconds: 900, line: 22))
    let source = try #require(configuration.inventory("inventories/restic-1.json"))
    #expect(source.collectedAt == 1_795_237_200_000)
    #expect(source.minimumSize == 1_000_000)
    #expect(source.assets["db01:/var/lib/postgresql"]?.text == "oven/database")
    #expect(configuration.levels == ["DOC-07": "off", "PRC-10": "info"])
    #expect(configuration.site.editURL == "https://g.example/{path}")
  }

  @Test(arguments: ["", "# nothing yet\n", "policy:\n", "systems: {}\n"])
  func `requires nothing`(text: String) throws {
    let configuration = try read(text)
    #expect(configuration.policy == Configuration.Policy())
    #expect(configuration.systems.isEmpty)
  }

  @Test func `names the place of an unknown key and what was meant`() {
    #expect(
      problems("organisation: X\npolcy: {}\n")
        == [#"drillbook.yaml:2:1: unknown key "polcy" | did you mean "policy"?"#]
    )
    #expect(
      problems("policy:\n  rto_clok: failure\n  colour: red\n") == [
        #"drillbook.yaml:2:3: unknown key "rto_clok" | did you mean "rto_clock"?"#,
        #"drillbook.yaml:3:3: unknown key "colour" | "#
          + "the keys here are evidence_lifetime, look_back, rto_clock, require_kind, environments",
      ]
    )
  }

  @Test(arguments: [
    ("as_of: yesterday", #"1:8: "as_of" is not a time such as 2026-11-21T06:00:00Z: "yesterday""#),
    (
      "policy: {look_back: 30}",
      #"1:21: "look_back" is not a length of time such as 15m, 24h or 30d: "30""#
    ),
    ("policy: [a]", #"1:9: "policy" is no mapping"#),
    ("policy: {rto_clock: wall}", #"1:21: "rto_clock" is not one of failure, declaration: "wall""#),
    ("exclude: [../x]", #"1:11: "../x" is no path below the content folder"#),
    ("systems: {Web Shop: {}}", #"1:11: "Web Shop" cannot name a system"#),
    ("systems: {a: {tier: one}}", #"1:21: "tier" is not a number from 0 to 9: "one""#),
    ("inventories: {files: x}", #"1:14: "inventories" is no list"#),
    (
      "inventories: [{zone: Mars, files: x}]",
      #"1:22: "zone" is not a time zone such as Europe/Berlin: "Mars""#
    ),
    ("site: {accent: blue}", ##"1:16: "accent" is not a colour such as "#0b5fff": "blue""##),
    ("a: b: c", "1:5: mapping values are not allowed in this context"),
    ("a: 1\na: 2", #"2:1: the key "a" stands here twice"#),
    (
      "levels: {DOC-07: loud}",
      #"1:18: "DOC-07" is not one of critical, high, medium, low, info, off: "loud""#
    ),
  ])
  func `refuses a wrong value`(text: String, expected: String) {
    #expect(problems(text).first?.hasPrefix("drillbook.yaml:" + expected) == true)
  }

  @Test func `finds references to components that are not there`() {
    let text = """
      systems: {a: {components: {db: {depends_on: [a/net]}}}}
      inventories:
        - files: x.json
          assets: {one: a/dv, two: nowhere}
      """
    #expect(
      problems(text) == [
        #"drillbook.yaml:1:46: unknown component "a/net""#
          + #" | name it under "components" of its system"#,
        #"drillbook.yaml:4:19: unknown component "a/dv" | did you mean "a/db"?"#,
        #"drillbook.yaml:4:30: "nowhere" names no component | write system/component"#,
      ]
    )
  }

  @Test(arguments: [
    ("24h", 86_400), ("365d", 31_536_000), ("15m", 900), ("1h30m", 5400), ("PT4H", 14_400),
    ("P1DT2H", 93_600), ("P2W", 1_209_600), ("0", 0), ("90s", 90),
  ])
  func `reads a length of time`(text: String, seconds: Int) {
    #expect(Quantity.seconds(text) == seconds)
  }

  @Test(arguments: [
    "", "h", "4", "-4h", "4 h", "30m1h", "1h1h", "P", "PT", "P4H", "4x", "9999999999h",
  ])
  func `refuses what is no length of time`(text: String) {
    #expect(Quantity.seconds(text) == nil)
  }

  @Test func `reads sizes`() {
    #expect(Quantity.bytes("47") == 47)
    #expect(Quantity.bytes("1MB") == 1_000_000)
    #expect(Quantity.bytes("2 GiB") == 2_147_483_648)
    #expect(Quantity.bytes("1 PB") == nil)
    #expect(Quantity.bytes("-1") == nil)
    #expect(Quantity.bytes("999999999999TiB") == nil)
  }

  @Test(arguments: [
    ("*.md", "plan.md", true), ("*.md", "a/plan.md", false), ("**/*.md", "plan.md", true),
    ("**/*.md", "a/b/plan.md", true), ("a/**", "a/b/c", true), ("a/**", "ab/c", false),
    ("a/", "a/b/c", true), ("./a?.json", "aé.json", true), ("a?.json", "a.json", false),
    ("r/*.eu-*.json", "r/restic.eu-west-1.json", true), ("a/**/c/*.md", "a/c/b/c/x.md", true),
    ("**", "anything/at/all", true), ("[a].md", "a.md", false), ("a*b*c", "aXbXbXc", true),
  ])
  func `matches paths`(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern)?.matches(path) == expected)
  }

  @Test func `takes no time for a hostile pattern`() throws {
    let glob = try #require(Glob(String(repeating: "**/*a*a*a*/", count: 20) + "b"))
    let path = String(repeating: String(repeating: "a", count: 50) + "/", count: 50) + "c"
    #expect(!glob.matches(path))
    #expect(Glob("/etc/*") == nil)
    #expect(Glob("a/../b") == nil)
    #expect(Glob("") == nil)
  }

  @Test func `reads waivers and rejects those with a fault`() {
    let text = """
      - finding: RPO-01/oven/database
        reason: A replica is ordered
        owner: team-oven
        approver: head baker
        expires: 2026-12-31
      - finding: RTO-01/oven/database
        expires: 2026-11-31
      - finding: RPO-01/oven/database
        reason: once more
      - finding: DOC-01/oven
        reason: x
        expire: 2026-01-01
      """
    let file = SourceFile(path: "waivers.yaml", bytes: Array(text.utf8))
    let (waivers, problems) = Waiver.read(file)
    #expect(
      waivers == [
        Waiver(
          finding: "RPO-01/oven/database",
          reason: "A replica is ordered",
          owner: "team-oven",
          approver: "head baker",
          expires: "2026-12-31",
          file: "waivers.yaml",
          line: 1
        )
      ]
    )
    #expect(
      problems.map { "\($0.line ?? 0): \($0.message)" } == [
        #"6: a waiver was not read: a waiver needs "reason""#,
        #"8: a waiver was not read: "RPO-01/oven/database" is waived twice"#,
        #"12: a waiver was not read: unknown key "expire"; did you mean "expires"?"#,
      ]
    )
    let broken = Waiver.read(SourceFile(path: "waivers.yaml", bytes: Array("- a: [".utf8)))
    #expect(broken.waivers.isEmpty && broken.problems.count == 1)
  }
}
