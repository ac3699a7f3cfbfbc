extension Facts {
  /// All but the commands as one flat list, line by line, with what only the list has.
  func list(_ outline: MarkedOutline, _ document: Document) -> [Fact] {
    var list =
      objectiveFacts + planFacts + backupFacts + peopleFacts + fields.map { fact($0, document) }
    list += OutlineFacts.read(outline, document, scenarios)
    list += CodeFacts.read(outline)
    list += steps.map(\.fact)
    list += document.maskedLines.map { Fact(kind: "credential", line: $0, subject: "", value: "") }
    return Self.order(list.map(\.line)).map { list[$0] }
  }

  /// Calls with everything, line by line: the list, and the commands, which are the most by far.
  func each(_ body: (Fact) -> Void) {
    var next = 0
    for place in Self.order(commands.map(\.line)) {
      while next < list.count, list[next].line <= commands[place].line {
        body(list[next])
        next += 1
      }
      body(ShellCommand.fact(place, of: commands))
    }
    while next < list.count {
      body(list[next])
      next += 1
    }
  }

  /// The order of some lines: of facts on one line, the one that was found first.
  private static func order(_ lines: [Int]) -> [Int] {
    lines.indices.map { lines[$0] << 32 | $0 }.sorted().map { $0 & 0xFFFF_FFFF }
  }

  private var objectiveFacts: [Fact] {
    var facts: [Fact] = []
    for objective in objectives {
      facts += stated(objective)
      // What the front matter overrules stays visible.
      for target in objective.overruled {
        let value = "\(target.kind.rawValue) \(Self.value(target))"
        facts.append(
          Fact(
            kind: "objective.overruled",
            line: target.line,
            subject: objective.component,
            value: value
          )
        )
      }
    }
    return facts
  }

  /// One fact for a line that states all targets of a component, else one for each target.
  private func stated(_ objective: Objective) -> [Fact] {
    let (targets, subject) = (objective.targets, objective.component)
    if targets.count > 1, targets.allSatisfy({ $0.line == targets[0].line }) {
      let values = targets.map { "\($0.kind.rawValue) \(Self.value($0))" }
      let value = values.joined(separator: ", ")
      return [Fact(kind: "objective", line: targets[0].line, subject: subject, value: value)]
    }
    return targets.map { target in
      Fact(
        kind: "objective.\(target.kind.rawValue)",
        line: target.line,
        subject: subject,
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
      case .lastUpdated where Self.isModified(document.lines[field.line]): "doc.modified"
      // "Approved by: pending" tells of the approval, not of a person.
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

  /// Whether a line says "modified" of a date.
  private static func isModified(_ line: ArraySlice<UInt8>) -> Bool {
    FoldedText(folding: String(line)).bytes.first(of: "modified") != nil
  }
}
