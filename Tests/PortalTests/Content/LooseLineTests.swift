import Testing

@testable import Portal

@Suite struct LooseLineTests {
  @Test(arguments: [
    ("##Objectives\nRTO: 4 h", ["1 heading2 Objectives", "2 line0 RTO: 4 h"]),
    ("Intro\n###3. Ziele", ["1 line0 Intro", "2 heading3 3. Ziele"]),
    ("#Recovery plan", ["1 heading1 Recovery plan"]),
    ("##\u{3000}目標", ["1 heading2 目標"]), ("##\u{A0}Goals", ["1 heading2 Goals"]),
    ("## Goals##", ["1 heading2 Goals"]), ("## Goals {#goals .x}", ["1 heading2 Goals"]),
    ("## Goals [¶](#goals)", ["1 heading2 Goals"]), ("## C#", ["1 heading2 C#"]),
    ("## Use {braces}", ["1 heading2 Use {braces}"]),
    ("#incidents is the channel", ["1 line0 #incidents is the channel"]),
    ("#Ops #SRE", ["1 line0 #Ops #SRE"]), ("#1 priority", ["1 line0 #1 priority"]),
    ("## \u{1F6A8} Alarm", ["1 heading2 \u{1F6A8} Alarm"]),
  ])
  func `reads a heading however it is set`(text: String, expected: [String]) {
    #expect(outlined(text) == expected)
  }

  @Test(arguments: [
    (
      "Targets:\n    - RTO: 4 h\n    - RPO: 1 h",
      ["1 line0 Targets:", "2 item1 RTO: 4 h", "3 item1 RPO: 1 h"]
    ),
    ("• RTO: 4 h\n• RPO: 1 h", ["1 item1 RTO: 4 h", "2 item1 RPO: 1 h"]),
    ("-\u{A0}RTO: 4 h", ["1 item1 RTO: 4 h"]), ("● eins", ["1 item1 eins"]),
    ("– zwei", ["1 item1 zwei"]),
    ("Steps:\n    1. Stop\n    2. Start", ["1 line0 Steps:", "2 step1 Stop", "3 step1 Start"]),
    ("**1. Stop it**", ["1 line0 1. Stop it"]), ("*a* b", ["1 line0 a b"]),
    ("2026 was good", ["1 line0 2026 was good"]),
  ])
  func `reads the items of a list that is none to the parser`(text: String, expected: [String]) {
    #expect(outlined(text) == expected)
  }

  @Test(arguments: [
    ("RTO\n: 4 hours", ["2 line0 RTO: 4 hours"]),
    ("RTO\n\n:   4 hours", ["3 line0 RTO: 4 hours"]),
    ("Target: yes\n: 4 hours", ["1 line0 Target: yes", "2 line0 4 hours"]),
  ])
  func `reads a definition as a label and its value`(text: String, expected: [String]) {
    #expect(outlined(text) == expected)
  }

  @Test(arguments: [
    (":::note\nRTO: 4 h\n:::", ["2 line0 RTO: 4 h"]),
    (":::tip[Hint]\n- a\n:::", ["2 item1 a"]),
    ("> [!NOTE]\n> RTO: 4 h", ["2 line0 RTO: 4 h"]),
    ("{% hint style=\"info\" %}\nRTO: 4 h\n{% endhint %}", ["2 line0 RTO: 4 h"]),
    ("{{< note >}}\nRTO: 4 h\n{{< /note >}}", ["2 line0 RTO: 4 h"]),
    ("{{ rto }} is set", ["1 line0 {{ rto }} is set"]),
    ("|A|B|\n|-|-|\n{{#each p}}\n|{{x}}|{{y}}|\n{{/each}}", ["4 row {{x}} | {{y}}"]),
    (
      "| Part | RTO |\n|---|---|\n{% for p in parts %}\n| {{ p.name }} | {{ p.rto }} |\n"
        + "{% endfor %}",
      ["4 row {{ p.name }} | {{ p.rto }}"]
    ),
    ("!!! note\n    RTO: 4 h", ["2 line0 RTO: 4 h"]),
    (
      "!!! warning \"Goals\"\n    RTO: 4 h\n\n    - RPO: 1 h\n\n    | A | B |\n    |---|---|\n"
        + "    | 1 | 2 |\n\nAfter",
      ["1 line0 Goals", "2 line0 RTO: 4 h", "4 item1 RPO: 1 h", "8 row 1 | 2", "10 line0 After"]
    ),
    ("??? question\n\n    ```\n    code\n    ```\n", ["4 code code"]),
    ("=== \"Tab\"\n\n    !!! note\n        RTO: 4 h\n", ["1 line0 Tab", "4 line0 RTO: 4 h"]),
    ("- a\n\n  !!! note\n      RTO: 4 h\n", ["1 item1 a", "4 line1 RTO: 4 h"]),
    ("!!! wow", []), ("!!! important: 3", []), ("???", ["1 line0 ???"]),
  ])
  func `reads what stands in notes, tabs and templates`(text: String, expected: [String]) {
    #expect(outlined(text) == expected)
  }

  @Test(arguments: [
    ("RTO：４時間", "RTO: 4時間"), ("10：30 始業", "10:30 始業"), ("ＲＴＯ（目標）", "RTO(目標)"),
    ("RTO:\u{A0}4\u{202F}h", "RTO: 4 h"), ("RTO\u{200B}:\u{FEFF} 4\u{AD} h", "RTO: 4 h"),
    ("2\u{2011}4 h", "2-4 h"), ("RTO:\t4 h", "RTO: 4 h"), ("RTO: `4 h`", "RTO: 4 h"),
    ("RTO&#58; 4&nbsp;h &amp; more", "RTO: 4 h & more"), ("RTO\\: 4 h", "RTO: 4 h"),
    ("RTO: 4 h[^1]\n\n[^1]: note", "RTO: 4 h"), ("RTO: <!-- x -->4 h", "RTO: 4 h"),
    ("naïve “quotes” – 中文。", "naïve “quotes” – 中文。"),
  ])
  func `shows readers the plain form of a text`(text: String, expected: String) {
    #expect(outlined(text).first == "1 line0 \(expected)")
  }

  @Test func `ends a line at a break, and knows bold tags`() {
    let outline = Document(
      SourceFile(path: "a.md", bytes: Array("<b>RTO</b>: 4 h<br>**RPO:** 1 h<br/>\nend".utf8))
    ).outline
    #expect(outline.statements.map(\.line) == [1, 1, 2])
    #expect(outline.statements.map(\.label) == ["RTO", "RPO", nil])
    #expect(outline.statements.map(\.isBold) == [true, true, false])
  }

  @Test func `parts a line that is too long, and loses nothing of it`() {
    let text = String(repeating: "RTO is 4 hours for it. ", count: 1_000)
    let lines = Document(SourceFile(path: "a.md", bytes: Array(text.utf8))).outline.statements
    #expect(lines.count == 12)
    #expect(
      lines.allSatisfy { $0.line == 1 && $0.text.utf8.count <= 2_000 && $0.text.hasPrefix("RTO") }
    )
  }
}
