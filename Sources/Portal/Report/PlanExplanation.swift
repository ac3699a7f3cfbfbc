/// What was understood of a plan or runbook, for `explain`.
enum PlanExplanation {
  /// As one object; its fields are a contract.
  static func json(_ document: Document, _ facts: Facts) -> JSON {
    [
      "schema": "drillbook.explanation/1",
      "file": .string(document.file.path),
      "kind": "plan",
      "title": .string(document.title),
      "facts": .written(written(facts.everything(in: document))),
      "objectives": .array(facts.objectives.filter(\.isRecovery).map(json)),
      "scenarios": .array(
        facts.scenarios.map { ["title": .string($0.title), "line": .int($0.line)] }
      ),
      "drill_schedules": .array(facts.drills.map(json)),
      "backup_schedules": .array(facts.backups.compactMap(json)),
      "estimated_recovery": .array(estimates(facts).map { json($0, facts.scenarios) }),
      "contacts": .array(
        facts.contacts.map { ["role": .string($0.role), "line": .int($0.line)] }
      ),
      "placeholders": .array(
        Placeholder.summary(of: facts.placeholders).map {
          ["text": .string($0.text), "line": .int($0.line)]
        }
      ),
      "review": [
        "last": JSON(facts.review.last?.text), "next": JSON(facts.review.next?.text),
      ],
      "rejected": .array(
        facts.rejections.map { ["line": .int($0.line), "reason": .string($0.reason)] }
      ),
      "missing": .array(
        facts.gaps.map { ["line": JSON($0.line), "what": .string($0.words)] }
      ),
      "refused": JSON(document.refusal),
      "findings": .array(
        document.problems.map { ["check": .string($0.code), "message": .string($0.message)] }
      ),
    ]
  }

  private static func estimates(_ facts: Facts) -> [StatedTime] {
    facts.times.filter { $0.phase == .recovery && $0.source == .estimate }
  }

  /// The facts as an array: they are most of the text, and need no value for each of their words.
  private static func written(_ facts: [Fact]) -> [UInt8] {
    var bytes = [UInt8(ascii: "[")]
    for (index, fact) in facts.enumerated() {
      bytes += (index > 0 ? ", {\"kind\": " : "{\"kind\": ").utf8
      JSON.string(fact.kind).write(to: &bytes)
      bytes += ", \"line\": ".utf8
      JSON.int(fact.line).write(to: &bytes)
      bytes += ", \"subject\": ".utf8
      JSON.string(fact.subject).write(to: &bytes)
      bytes += ", \"value\": ".utf8
      JSON.string(fact.value).write(to: &bytes)
      bytes += ", \"quote\": ".utf8
      JSON.string(fact.quote).write(to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  private static func json(_ objective: Objective) -> JSON {
    let time = objective.target(.rto)
    let point = objective.target(.rpo)
    return [
      "component": .string(objective.component.isEmpty ? "(overall)" : objective.component),
      "dimension": .string(objective.dimension.rawValue),
      "rto_seconds": JSON(time?.value),
      "rto_state": JSON(time?.state.rawValue),
      "rpo_seconds": JSON(point?.value),
      "rpo_state": JSON(point?.state.rawValue),
      "line": JSON((time ?? point)?.line),
      "line_rpo": JSON(point?.line),
      "stated_in": .string((time ?? point)?.source.rawValue ?? Target.Source.text.rawValue),
      "overruled": .array(
        objective.overruled.map { target in
          [
            "kind": .string(target.kind.rawValue),
            "seconds": JSON(target.value),
            "state": .string(target.state.rawValue),
            "line": .int(target.line),
            "stated_in": .string(target.source.rawValue),
          ]
        }
      ),
    ]
  }

  private static func json(_ schedule: DrillSchedule) -> JSON {
    [
      "what": .string(schedule.subject),
      "every": .int(schedule.everySeconds),
      "line": .int(schedule.line),
    ]
  }

  /// A policy that states no interval is no schedule.
  private static func json(_ policy: BackupPolicy) -> JSON? {
    guard let every = policy.every else { return nil }
    return [
      "what": .string(policy.subject),
      "every": policy.everySeconds.map(JSON.int) ?? .string(every),
      "retention": JSON(policy.retention),
      "line": .int(policy.line),
    ]
  }

  private static func json(_ time: StatedTime, _ scenarios: [Scenario]) -> JSON {
    [
      "scenario": JSON(time.scenario.map { scenarios[$0].title }),
      "seconds_min": .int(time.minimum),
      "seconds_max": .int(time.maximum),
      "line": .int(time.line),
    ]
  }
}
