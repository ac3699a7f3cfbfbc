import Testing

@testable import Portal

/// Every form in which plans state scenarios, backups, people, drills, lists and risks, with all
/// that is read from it.
struct RecoveryFormsTests {
  typealias Form = PlanFormsTests.Form

  static let scenarios: [Form] = [
    Form(
      name: "numbered headings with labels, links and chapters of their own",
      text:
        "## Disaster scenarios\n\n### **1. Flood**\n\n**Symptoms:**\n- Water in the till room\n\n"
        + "**Impact**: No sales\n\n**Recovery procedure:** [Move out](#move-out)\n\n"
        + "### 2. Fire\n\n#### Detection criteria\n\n- Smoke alarm",
      facts: [
        "5 scenario (Flood): 1. Flood", "8 detection (Flood): Water in the till room",
        "10 impact (Flood): No sales", "12 procedure.link (Flood): Move out",
        "14 scenario (Fire): 2. Fire", "18 detection (Fire): Smoke alarm",
      ]
    ),
    Form(
      name: "a procedure in comments",
      text:
        "## Scenario 1: Flood\n\n```sh\n# Purpose: open the second shop\n"
        + "# Prerequisites: its keys\n"
        + "# Estimated Time: 1-2 hours by traffic\n# Step 1: Drive there\n./drive.sh\n# 2. Open\n"
        + "./open.sh\n```",
      facts: [
        "3 scenario (Flood): Scenario 1: Flood", "6 purpose (): open the second shop",
        "7 prerequisite (): its keys", "8 estimate (Flood): 3600-7200", "9 step (1): Drive there",
        "11 step (2): Open",
      ]
    ),
    Form(
      name: "headings for steps",
      text:
        "## Recovery procedure\n\n#### Step 1: Stop the tills\n\n#### Step 2: Restore the ledger",
      facts: ["5 step (1): Stop the tills", "7 step (2): Restore the ledger"]
    ),
    Form(
      name: "plain comments above commands",
      text: "## Restore\n\n```sh\n# Fetch the copy\n./fetch.sh\n# Load it\n./load.sh\n```",
      facts: ["6 step (): Fetch the copy", "8 step (): Load it"]
    ),
  ]

  @Test(arguments: scenarios)
  func `reads the forms of scenarios and procedures`(form: Form) {
    #expect(PlanFormsTests.facts(of: form.text, except: ["doc.title", "command"]) == form.facts)
  }

  static let backups: [Form] = [
    Form(
      name: "bullets under comments in a block of YAML",
      text:
        "## Backups\n\n```yaml\n# Ledger\n- Frequency: Every 6 hours\n- Retention: 30 days\n"
        + "- Cross-Region: Yes (north)\n- Tool: Velero\n- Versioning: Enabled\n```",
      facts: [
        "7 backup.frequency (Ledger): 21600", "8 backup.retention (Ledger): 2592000",
        "9 backup.offsite (): Yes (north)", "10 backup.tool (): Velero",
        "11 backup.versioning (): Enabled",
      ]
    ),
    Form(
      name: "a nested list",
      text:
        "## Backups\n\n1. **Daily full copies**: Automated by a backup CronJob\n"
        + "   - Schedule: Daily at 3:00\n   - Retention: 7 days\n   - Storage: second shelf",
      facts: [
        "6 backup.frequency (Daily full copies): 86400",
        "7 backup.retention (Daily full copies): 604800", "8 backup.storage (): second shelf",
      ]
    ),
    Form(
      name: "a script, and where it writes to",
      text:
        "## Backups\n\n```sh\n# File: scripts/copy-all.sh\n"
        + "aws s3 cp ledger.gz s3://copies/<shop name>/ledger/\n```",
      facts: [
        "6 backup.script (): scripts/copy-all.sh",
        "7 backup.target (): s3://copies/<shop name>/ledger/",
      ]
    ),
    Form(
      name: "replication, regions and what stands by",
      text:
        "### Primary region: north-1\n\n- **Ledger**: main database\n\n"
        + "### DR region: south-1\n\n- **Tills**: on-demand deployment\n\n"
        + "## Backups\n\n- **Ledger replication**: cross-region replication of all sales",
      facts: [
        "3 region.primary (): north-1", "5 component (Ledger): main database",
        "7 region.dr (): south-1", "9 standby.mode (): on-demand deployment",
        "13 replication (Ledger replication): replication",
      ]
    ),
    Form(
      name: "columns for backups and drills beside the targets",
      text:
        "| Tier | RTO | Backup | Test |\n|---|---|---|---|\n| 1 | 2 h | Every 6 hours | Monthly |",
      facts: [
        "5 objective.rto (Tier 1): 7200", "5 drill.schedule (Tier 1): 2592000",
        "5 backup.frequency (Tier 1): 21600",
      ]
    ),
    Form(
      name: "a label behind the end of a sentence",
      text: "## Backups\n\nCopies of the till run nightly. Next review: 2026-09-01",
      facts: [
        "5 backup.frequency (Copies of the till run nightly. Next review: 2026-09-01): 86400",
        "5 doc.next_review (): 2026-09-01",
      ]
    ),
    Form(
      name: "a word in bold that a sentence goes on from",
      text: "## Backups\n\n- **Off-site copy**, for the case that the shop burns down.",
      facts: []
    ),
  ]

  @Test(arguments: backups)
  func `reads the forms of backups and sites`(form: Form) {
    #expect(PlanFormsTests.facts(of: form.text, except: ["doc.title", "command"]) == form.facts)
  }

  static let people: [Form] = [
    Form(
      name: "a matrix of contacts",
      text:
        "## Contacts\n\n| Role | Primary | Backup | Phone | Email | Hours |\n"
        + "|---|---|---|---|---|---|\n| **Till lead** | Ada Moor | Ben Fox "
        + "| +44 20 7946 0001 | till@shop.example | Business Hours |",
      facts: ["7 contact (Till lead): stated"]
    ),
    Form(
      name: "bullets of placeholders",
      text: "## Contacts\n\n- **Till lead**: [Name] - [Phone]",
      facts: [
        "5 contact (Till lead): placeholder", "5 placeholder (): [Name]",
        "5 placeholder (): [Phone]",
      ]
    ),
    Form(
      name: "a tree that is drawn, and a path of arrows",
      text:
        "## Escalation\n\n```\nShift lead\n├── Till lead\n└── Boss\n```\n\n"
        + "- Shift lead → Till lead → Boss",
      facts: ["6 contact.tree (): Shift lead", "11 escalation (): Shift lead → Till lead → Boss"]
    ),
    Form(
      name: "roles with their duties",
      text: "## Roles\n\n| Role | Responsibilities |\n|---|---|\n| Shift lead | Calls the others |",
      facts: ["7 role (Shift lead): Calls the others"]
    ),
    Form(
      name: "severities as lines and as cases of a script",
      text:
        "**SEV-1 (Critical)**:\n- All tills are down\n\n"
        + "```sh\ncase \"$SEVERITY\" in\n  \"high\")\n    ./call.sh ;;\nesac\n```",
      facts: ["3 severity (): SEV-1 (Critical):", "8 severity (): \"high\")"]
    ),
  ]

  @Test(arguments: people)
  func `reads the forms of people and severities`(form: Form) {
    #expect(PlanFormsTests.facts(of: form.text, except: ["doc.title", "command"]) == form.facts)
  }

  static let lists: [Form] = [
    Form(
      name: "what a drill measures and writes down",
      text:
        "## Drills\n\n```sh\n# File: scripts/drill.sh\n./drill.sh --environment staging\n"
        + "echo \"Recovered in: $(($SECONDS / 60)) minutes\"\n"
        + "echo \"$(date),recovery_time,$TIME\" >> drills.csv\n```",
      facts: [
        "6 drill.script (): scripts/drill.sh", "7 drill.env (): staging",
        "8 drill.measure (): echo \"Recovered in: $(($SECONDS / 60)) minutes\"",
        "9 metric.format (): echo \"$(date),recovery_time,$TIME\" >> drills.csv",
      ]
    ),
    Form(
      name: "the last drill and the next",
      text: "**Last recovery test**: [Date]\n**Next DR drill**: 2026-08-01",
      facts: ["3 drill.last (): [Date]", "4 drill.next (): 2026-08-01"]
    ),
    Form(
      name: "lists of boxes",
      text: "## Recovery checklist\n\n- [ ] Count the cash\n- [ ] Open the doors",
      facts: [
        "5 checklist (Recovery checklist): 2", "5 step (): Count the cash",
        "6 step (): Open the doors",
      ]
    ),
    Form(
      name: "a template of a report, filled in and empty",
      text:
        "## Report\n\n```markdown\n**Duration**: 2 hours 15 minutes\n"
        + "1. [ ] Buy pumps (Owner: Ops, Due: 2026-05-01)\n- **Cause**: \n```",
      facts: [
        "6 template.value (): **Duration**: 2 hours 15 minutes",
        "7 action.item (): 1. [ ] Buy pumps (Owner: Ops, Due: 2026-05-01)",
        "8 template (): - **Cause**: ",
      ]
    ),
    Form(
      name: "risks as a list and as a matrix",
      text:
        "## Risks\n\n1. **Water**\n   - Rain\n\n| Level | Impact | Probability | Priority |\n"
        + "|---|---|---|---|\n| High | No sales | Low | High |",
      facts: ["5 risk (): Water", "10 risk.matrix (High): High | No sales | Low | High"]
    ),
  ]

  @Test(arguments: lists)
  func `reads the forms of drills, lists, templates and risks`(form: Form) {
    let others: Set<String> = ["doc.title", "command", "placeholder"]
    #expect(PlanFormsTests.facts(of: form.text, except: others) == form.facts)
  }
}
