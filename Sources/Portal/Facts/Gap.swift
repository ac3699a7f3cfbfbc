/// Something that a reader of a plan would look for and that it does not state.
struct Gap: Equatable, Sendable {
  /// The line that leaves it open, from 1; nil when the document as a whole does.
  let line: Int?
  /// What is missing, such as `a recovery point objective for "Cache"`.
  let words: String
}

extension Facts {
  /// Whether the document plans a recovery: it states an objective, or several ways to fail.
  var isPlan: Bool { objectives.contains(where: \.isRecovery) || scenarios.count > 1 }

  /// What the document leaves unsaid: the gaps of lines first, in their order.
  var gaps: [Gap] {
    guard isPlan else {
      return [Gap(line: nil, words: "a recovery objective, or scenarios: it is read as a runbook")]
        + controlGaps
    }
    let lines = (objectiveGaps + scenarioGaps).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    return lines + planGaps + controlGaps
  }

  private var objectiveGaps: [Gap] {
    objectives.filter(\.isRecovery).compactMap { objective in
      let names: [(ObjectiveKind, String)] = [
        (.rto, "a recovery time objective"), (.rpo, "a recovery point objective"),
      ]
      guard let (_, name) = names.first(where: { objective.target($0.0) == nil }) else {
        return nil
      }
      let whom = objective.component.isEmpty ? "the whole plan" : "\"\(objective.component)\""
      return Gap(line: objective.targets.first?.line, words: "\(name) for \(whom)")
    }
  }

  private var scenarioGaps: [Gap] {
    let timed = Set(times.filter { $0.phase == .recovery }.compactMap(\.scenario))
    return scenarios.indices.filter { !timed.contains($0) }.map { index in
      Gap(
        line: scenarios[index].line,
        words: "how long a recovery from \"\(scenarios[index].title)\" takes"
      )
    }
  }

  private var planGaps: [Gap] {
    let gaps: [(isMissing: Bool, words: String)] = [
      (!objectives.contains(where: \.isRecovery), "a recovery objective"),
      (scenarios.isEmpty, "a scenario"),
      (
        !backups.contains { $0.every != nil || $0.mechanism != .schedule },
        "how often it is backed up"
      ),
      (drills.isEmpty, "how often a recovery is tried"),
      (contacts.isEmpty, "whom to call"),
    ]
    return gaps.filter(\.isMissing).map { Gap(line: nil, words: $0.words) }
  }

  private var controlGaps: [Gap] {
    let kinds: [([DocumentField.Kind], String)] = [
      ([.owner, .author], "an owner"),
      ([.lastReview, .lastUpdated, .date], "a date of its last review"),
      ([.nextReview], "a date of its next review"),
      ([.approver, .approval], "an approval"),
    ]
    return kinds.compactMap { kinds, words in
      let stated = fields.filter { kinds.contains($0.kind) }
      guard !stated.contains(where: { $0.state == .stated }) else { return nil }
      if kinds.contains(.lastReview), review.last != nil { return nil }
      return Gap(line: stated.first?.line, words: words)
    }
  }
}
