import Testing

@testable import Portal

@Suite struct PostIncidentReviewTests {
  private func read(
    _ text: String,
    as path: String = "incidents/2026-03-01-oven.md"
  ) -> (record: DrillRecord?, problems: [Problem]) {
    PostIncidentReview.read(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private let night = """
    # The ovens went cold

    **Date**: 2026-02-28
    **Duration**: 1 hour 35 minutes
    **Severity**: SEV-1
    **System**: oven
    **Component**: database, cache

    ## Timeline

    - 23:40 UTC: Bread stays white
    - 23:44 UTC: Alert reaches the on-call
    - 23:52 UTC: Declared by the head baker
    - 01:15 UTC: Bread is brown

    The backup was 2 hours old when it was needed.

    ## Actions

    - [x] Watch the temperature (Owner: ops, Due: 2026-03-10)
    - [ ] Print the numbers
    """

  @Test func `measures an incident over midnight`() throws {
    let (record, problems) = read(night)
    #expect(problems.isEmpty)
    let incident = try #require(record)
    #expect(incident.id == "2026-03-01-oven" && incident.kind == "incident")
    #expect(incident.scenario == "The ovens went cold" && incident.severity == "SEV-1")
    #expect(incident.system == "oven" && incident.components == ["database", "cache"])
    #expect(incident.failedAt.map(Instant.text) == "2026-02-28T23:40:00Z")
    #expect(incident.detectedAt.map(Instant.text) == "2026-02-28T23:44:00Z")
    #expect(incident.declaredAt.map(Instant.text) == "2026-02-28T23:52:00Z")
    #expect(incident.recoveredAt.map(Instant.text) == "2026-03-01T01:15:00Z")
    #expect(incident.failureSeconds == 5700)
    #expect(incident.declarationSeconds == 4980)
    #expect(incident.dataLossSeconds == 7200)
    #expect(incident.outcome == "pass" && incident.environment == "production")
    #expect(incident.line == 3 && incident.quote == "**Date**: 2026-02-28")
    #expect(
      incident.actions == [
        .init(text: "Watch the temperature", owner: "ops", due: "2026-03-10", doneAt: "done"),
        .init(text: "Print the numbers"),
      ]
    )
  }

  @Test func `tells when the stated duration and the timeline disagree, and takes the longer`() {
    let (record, problems) = read(
      """
      - **Date/Time**: 2026-02-28 22:10 UTC
      - **Duration**: 20 min
      ## Timeline
      - **Detection**: 22:10
      - **Response**: 22:15
      - **Resolution**: 22:40
      """
    )
    #expect(record?.failureSeconds == 1800)
    #expect(record?.failedAt == nil)
    #expect(record?.detectedAt.map(Instant.text) == "2026-02-28T22:10:00Z")
    #expect(record?.startedAt.map(Instant.text) == "2026-02-28T22:15:00Z")
    #expect(
      problems.map { "\($0.line ?? 0) \($0.message)" }
        == ["2 the stated duration is 1200 s, and the timeline takes 1800 s"]
    )
  }

  @Test func `takes a form for no record`() {
    let form = """
      # Post-incident review
      **Date**: [Date]
      **Duration**: XX
      **Severity**:
      ## Timeline
      - HH:MM UTC: [Detailed description]
      ```markdown
      **Date**: 2026-01-01
      **Duration**: 2 hours
      - 10:00 UTC: an example
      ```
      ## Actions
      - [ ] [Action] (Owner: [Name], Due: [Date])
      """
    #expect(read(form).record == nil)
    #expect(read(form).problems.isEmpty)
    #expect(read("").record == nil)
    #expect(read("# Notes\n\nWe met on Monday.").record == nil)
  }

  @Test func `needs a zone, a date and times that go on`() {
    let (record, problems) = read(
      "**Duration**: soon\n- 10:05: It breaks\n- 10:03: It rings\n- 10:30: It works"
    )
    #expect(record?.recoveredAt == nil && record?.failureSeconds == 1500)
    #expect(
      problems.map { "\($0.line ?? 0) \($0.message)" } == [
        "1 it has no date", "3 the time of this line is before that of the line above",
        "2 a time has no zone", #"1 the duration "soon" is no length of time"#,
      ]
    )
  }

  @Test func `does not believe a drill that names neither kind nor outcome`() {
    let notes = "**Date**: 2026-03-01\n- 10:00 UTC: Start\n- 10:30 UTC: Done\n"
    let (record, problems) = read(notes, as: "drills/notes.md")
    #expect(record?.kind == "walkthrough" && record?.outcome == "unmeasured")
    #expect(problems.count == 1)
    let named = read(notes + "**Kind**: restore\n**Outcome**: passed\n", as: "drills/notes.md")
    #expect(named.record?.kind == "restore" && named.record?.outcome == "pass")
    #expect(named.problems.isEmpty)
  }
}
