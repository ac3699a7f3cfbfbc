extension Facts {
  /// All but the commands as one flat list, line by line, with what only the list has.
  func list(_ outline: MarkedOutline, _ document: Document) -> [Fact] {
    var list =
      objectiveFacts + planFacts + backupFacts + peopleFacts + fields.map { fact($0, document) }
    list += OutlineFacts.read(outline, document, scenarios)
    list += CodeFacts.read(outline)
    list += steps.map(\.fact)
    list += document.maskedLines.map { Fact(kind: "credential", line: $0, subject: "", value: "") }
    return Self.sorted(list, document.lines)
  }

  /// Everything as one flat list, line by line: with the commands, which are the most by far.
  func everything(in document: Document) -> [Fact] {
    let commands = Self.sorted(commands.map(\.fact), document.lines)
    var all: [Fact] = []
    all.reserveCapacity(list.count + commands.count)
    var next = 0
    for fact in list {
      while next < commands.count, commands[next].line < fact.line {
        all.append(commands[next])
        next += 1
      }
      all.append(fact)
    }
    return all + commands[next...]
  }

  /// In the order of the lines, and on one line in the order in which they were found.
  private static func sorted(_ list: [Fact], _ lines: LineIndex) -> [Fact] {
    let order = list.indices.map { list[$0].line << 32 | $0 }.sorted()
    var (line, quote) = (0, "")
    return order.map { key in
      var fact = list[key & 0xFFFF_FFFF]
      if fact.line != line { (line, quote) = (fact.line, lines.quote(fact.line)) }
      fact.quote = quote
      return fact
    }
  }

  /// One fact for a line that states all targets of a component, else one for each target.
  private var objectiveFacts: [Fact] {
    objectives.flatMap { stated($0) + overruled($0) }
  }

  /// What the front matter overrules stays visible.
  private func overruled(_ objective: Objective) -> [Fact] {
    objective.overruled.map { target in
      Fact(
        kind: "objective.overruled",
        line: target.line,
        subject: objective.component,
        value: "\(target.kind.rawValue) \(Self.value(target))"
      )
    }
  }

  private func stated(_ objective: Objective) -> [Fact] {
    let lines = Set(objective.targets.map(\.line))
    if objective.targets.count > 1, let line = lines.first, lines.count == 1 {
      let values = objective.targets.map { "\($0.kind.rawValue) \(Self.value($0))" }
      return [
        Fact(
          kind: "objective",
          line: line,
          subject: objective.component,
          value: values.joined(separator: ", ")
        )
      ]
    }
    return objective.targets.map { target in
      Fact(
        kind: "objective.\(target.kind.rawValue)",
        line: target.line,
        subject: objective.component,
        value: Self.value(target)
      )
    }
  }

  private static func value(_ target: Target) -> String {
    target.value.map { "\($0)" } ?? target.state.rawValue
  }

  private var planFacts: [Fact] {
    scenarios.map { Fact(kind: "scenario", line: $0.line, subject: $0.title, value: $0.heading) }
      + times.map { time in
        let kind = time.source == .sla ? "sla" : "estimate"
        let value = time.minimum == time.maximum ? "" : "\(time.minimum)-"
        return Fact(
          kind: kind,
          line: time.line,
          subject: time.source == .sla ? time.phase.rawValue : time.subject,
          value: "\(value)\(time.maximum)"
        )
      }
      + drills.map {
        Fact(
          kind: "drill.schedule",
          line: $0.line,
          subject: $0.subject,
          value: "\($0.everySeconds)"
        )
      }
  }

  private var backupFacts: [Fact] {
    backups.flatMap { policy in
      var facts: [Fact] = []
      func add(_ kind: String, _ line: Int, _ value: String) {
        facts.append(Fact(kind: kind, line: line, subject: policy.subject, value: value))
      }
      if let every = policy.every {
        add("backup.frequency", policy.line, policy.everySeconds.map { "\($0)" } ?? every)
      } else if policy.mechanism == .continuous {
        add("backup.wal", policy.line, "continuous")
      } else if policy.mechanism == .replication {
        add("replication", policy.line, policy.mechanism.rawValue)
      }
      if let line = policy.retentionLine, let retention = policy.retention {
        add("backup.retention", line, policy.retentionSeconds.map { "\($0)" } ?? retention)
      }
      return facts
    }
  }

  private var peopleFacts: [Fact] {
    contacts.map {
      Fact(kind: "contact", line: $0.line, subject: $0.role, value: $0.state.rawValue)
    } + placeholders.map { Fact(kind: "placeholder", line: $0.line, subject: "", value: $0.text) }
  }

  private func fact(_ field: DocumentField, _ document: Document) -> Fact {
    let kind =
      switch field.kind {
      case .lastDrill: "drill.last"
      case .nextDrill: "drill.next"
      // "Approved by: pending" tells of the approval, not of a person.
      case .lastUpdated where document.lines.quote(field.line).lowercased().contains("modified"):
        "doc.modified"
      case .approver where field.isPending: "doc.approval"
      default: "doc.\(field.kind.rawValue)"
      }
    return Fact(
      kind: kind,
      line: field.line,
      subject: "",
      value: field.kind.isDate ? field.date?.day?.text ?? field.value : field.value
    )
  }
}
