/// What was understood of a plan or runbook, for `explain`.
enum PlanExplanation {
  /// Writes it as one object; its fields are a contract.
  static func write(_ document: Document, _ facts: Facts, to json: inout JSONWriter) {
    json.object { json in
      json.member("schema", "drillbook.explanation/1")
      json.member("file", document.file.path)
      json.member("kind", "plan")
      json.member("title", document.title)
      json.name("facts")
      json.array { json in
        facts.each { fact in json.element { write(fact, document.lines, to: &$0) } }
      }
      write(facts, to: &json)
      json.member("rejected", facts.rejections) { json, rejection in
        json.member("line", rejection.line)
        json.member("reason", rejection.reason)
      }
      json.member("missing", facts.gaps) { json, gap in
        json.member("line", gap.line)
        json.member("what", gap.words)
      }
      json.member("refused", document.refusal)
      json.member("findings", document.problems) { json, problem in
        json.member("check", problem.code)
        json.member("message", problem.message)
      }
    }
  }

  private static func write(_ facts: Facts, to json: inout JSONWriter) {
    let objectives = facts.objectives.lazy.filter(\.isRecovery)
    json.member("objectives", objectives) { write($1, to: &$0) }
    json.member("scenarios", facts.scenarios) { json, scenario in
      json.member("title", scenario.title)
      json.member("line", scenario.line)
    }
    json.member("drill_schedules", facts.drills) { json, schedule in
      json.member("what", schedule.subject)
      json.member("every", schedule.everySeconds)
      json.member("line", schedule.line)
    }
    // A policy that states no interval is no schedule.
    let backups = facts.backups.lazy.filter { $0.every != nil }
    json.member("backup_schedules", backups) { write($1, to: &$0) }
    let estimates = facts.times.lazy.filter { $0.phase == .recovery && $0.source == .estimate }
    json.member("estimated_recovery", estimates) { json, time in
      json.member("scenario", time.scenario.map { facts.scenarios[$0].title })
      json.member("seconds_min", time.minimum)
      json.member("seconds_max", time.maximum)
      json.member("line", time.line)
    }
    json.member("contacts", facts.contacts) { json, contact in
      json.member("role", contact.role)
      json.member("line", contact.line)
    }
    json.member("placeholders", Placeholder.summary(of: facts.placeholders)) { json, placeholder in
      json.member("text", placeholder.text)
      json.member("line", placeholder.line)
    }
    json.name("review")
    json.object { json in
      json.member("last", facts.review.last?.text)
      json.member("next", facts.review.next?.text)
    }
  }

  private static func write(_ fact: Fact, _ lines: LineIndex, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", plain: fact.kind)
      json.member("line", fact.line)
      json.member("subject", fact.subject)
      json.member("value", fact.value)
      json.name("quote")
      if let quote = lines.wholeQuote(fact.line) {
        json.string(quote.span)
      } else {
        json.string(lines.quote(fact.line))
      }
    }
  }

  private static func write(_ objective: Objective, to json: inout JSONWriter) {
    let time = objective.target(.rto)
    let point = objective.target(.rpo)
    let source = (time ?? point)?.source ?? .text
    json.member("component", objective.component.isEmpty ? "(overall)" : objective.component)
    json.member("dimension", objective.dimension.rawValue)
    json.member("rto_seconds", time?.value)
    json.member("rto_state", time?.state.rawValue)
    json.member("rpo_seconds", point?.value)
    json.member("rpo_state", point?.state.rawValue)
    json.member("line", (time ?? point)?.line)
    json.member("line_rpo", point?.line)
    json.member("stated_in", source.rawValue)
    json.member("overruled", objective.overruled) { json, target in
      json.member("kind", target.kind.rawValue)
      json.member("seconds", target.value)
      json.member("state", target.state.rawValue)
      json.member("line", target.line)
      json.member("stated_in", target.source.rawValue)
    }
  }

  private static func write(_ policy: BackupPolicy, to json: inout JSONWriter) {
    json.member("what", policy.subject)
    if let seconds = policy.everySeconds {
      json.member("every", seconds)
    } else {
      json.member("every", policy.every)
    }
    json.member("retention", policy.retention)
    json.member("line", policy.line)
  }
}
