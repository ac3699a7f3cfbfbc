extension Facts {
  /// All but the commands as one flat list, line by line, with what only the list has.
  func list(_ outline: MarkedOutline, _ document: Document) -> [Fact] {
    var list: [Fact] = []
    list.reserveCapacity(steps.count + 100)
    addObjectives(to: &list)
    addPlan(to: &list)
    addBackups(to: &list)
    addPeople(to: &list)
    for field in fields { list.append(fact(field, document)) }
    list += OutlineFacts.read(outline, document, scenarios)
    list += CodeFacts.read(outline)
    for step in steps { list.append(step.fact) }
    for line in document.maskedLines {
      list.append(Fact(kind: "credential", line: line, subject: "", value: ""))
    }
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

  private func addObjectives(to facts: inout [Fact]) {
    for objective in objectives {
      let (targets, subject) = (objective.targets, objective.component)
      // One fact for a line that states all targets of a component, else one for each target.
      if targets.count > 1, targets.allSatisfy({ $0.line == targets[0].line }) {
        let value = targets.map(Self.words).joined(separator: ", ")
        facts.append(Fact(kind: "objective", line: targets[0].line, subject: subject, value: value))
      } else {
        for target in targets {
          let kind = "objective.\(target.kind.rawValue)"
          let value = Self.value(target)
          facts.append(Fact(kind: kind, line: target.line, subject: subject, value: value))
        }
      }
      // What the front matter overrules stays visible.
      for target in objective.overruled {
        let (kind, value) = ("objective.overruled", Self.words(target))
        facts.append(Fact(kind: kind, line: target.line, subject: subject, value: value))
      }
    }
  }

  /// "rto 3600".
  private static func words(_ target: Target) -> String {
    "\(target.kind.rawValue) \(value(target))"
  }

  private static func value(_ target: Target) -> String {
    target.value.map { "\($0)" } ?? target.state.rawValue
  }

  private func addPlan(to facts: inout [Fact]) {
    for scenario in scenarios {
      let (subject, value) = (scenario.title, scenario.heading)
      facts.append(Fact(kind: "scenario", line: scenario.line, subject: subject, value: value))
    }
    for time in times {
      let isPromise = time.source == .sla
      let least = time.minimum == time.maximum ? "" : "\(time.minimum)-"
      facts.append(
        Fact(
          kind: isPromise ? "sla" : "estimate",
          line: time.line,
          subject: isPromise ? time.phase.rawValue : time.subject,
          value: "\(least)\(time.maximum)"
        )
      )
    }
    for drill in drills {
      let (subject, value) = (drill.subject, "\(drill.everySeconds)")
      facts.append(Fact(kind: "drill.schedule", line: drill.line, subject: subject, value: value))
    }
  }

  private func addBackups(to facts: inout [Fact]) {
    for policy in backups {
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
    }
  }

  private func addPeople(to facts: inout [Fact]) {
    for contact in contacts {
      let (subject, value) = (contact.role, contact.state.rawValue)
      facts.append(Fact(kind: "contact", line: contact.line, subject: subject, value: value))
    }
    for place in placeholders {
      facts.append(Fact(kind: "placeholder", line: place.line, subject: "", value: place.text))
    }
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
