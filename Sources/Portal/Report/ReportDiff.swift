/// What changed between two reports: objectives that moved, findings opened and closed, evidence
/// gained and lost.
package struct ReportDiff: Sendable {
  /// An objective that is not as it was.
  package struct Move: Sendable {
    package enum Kind: String, Sendable {
      /// The status is worse than it was.
      case worse
      /// The target is longer than it was, and the status no worse.
      case loosened
      case tightened
      case better
      /// Only what was measured.
      case changed
      case new
      case gone
    }

    package let kind: Kind
    /// "shop/database/rpo".
    package let objective: String
    /// "claimed, 15 min, then contradicted, 1 h".
    package let words: String
  }

  /// A finding that one of the two has.
  package struct Change: Sendable {
    let finding: Finding
    /// Whether the other has a finding of the same id that says something else.
    package let isChange: Bool

    package var severity: Severity { Severity(rawValue: finding.severity) ?? .info }
    package var verdict: String { finding.verdict }
    package var check: String { finding.check }
    package var message: String { finding.message }
    package var isWaived: Bool { finding.isWaived }
    /// "plans/shop.md:7"; the subject where there is no place.
    package var place: String { finding.evidence.first?.place ?? finding.subject }
  }

  /// Words or a record that objectives rest on.
  package struct Evidence: Sendable {
    /// "shop/database/rpo".
    package var objectives: [String]
    /// "drills/log.yaml:3".
    package let place: String
    package let quote: String
    /// The same while only its line moves.
    fileprivate let key: String
  }

  /// Worse first.
  package let moves: [Move]
  package let opened: [Change]
  package let closed: [Change]
  /// Findings that were open and are waived now.
  package let waived: [Change]
  /// Findings that were waived and are open again.
  package let lapsed: [Change]
  package let gained: [Evidence]
  package let lost: [Evidence]

  /// Compares two reports.
  package init(from old: CheckReport, to new: CheckReport) {
    moves = Self.moves(Self.objectives(of: old), Self.objectives(of: new))
    let before = old.findings.filter { $0.verdict != "pass" }
    let after = new.findings.filter { $0.verdict != "pass" }
    let match = FindingMatch(before.identities, after.identities)
    let oldIDs = Set(before.map(\.id))
    opened = zip(after, match.before).filter { $0.1 == nil }.map { finding, _ in
      Change(finding: finding, isChange: oldIDs.contains(finding.id))
    }
    let openedIDs = Set(opened.map(\.finding.id))
    closed = match.gone.map { before[$0] }.filter { !openedIDs.contains($0.id) }.map {
      Change(finding: $0, isChange: false)
    }
    let both = zip(after, match.before).compactMap { finding, place in
      place.map { (change: Change(finding: finding, isChange: false), was: before[$0].isWaived) }
    }
    waived = both.filter { !$0.was && $0.change.isWaived }.map(\.change)
    lapsed = both.filter { $0.was && !$0.change.isWaived }.map(\.change)
    let (then, now) = (Self.evidence(of: old), Self.evidence(of: new))
    gained = Self.difference(now, then)
    lost = Self.difference(then, now)
  }

  /// Whether the two say the same.
  package var isEmpty: Bool {
    moves.isEmpty && (opened + closed + waived + lapsed).isEmpty && gained.isEmpty && lost.isEmpty
  }

  /// How many of the findings that are new or waived no longer count at a gate.
  package func gated(at severity: Severity, strict: Bool) -> Int {
    (opened + lapsed).count { change in
      !change.isWaived && (change.verdict == "fail" || strict && change.verdict == "warn")
        && change.severity >= severity
    }
  }

  // One component may state an objective twice: the worst stands first, and counts.
  private static func objectives(of report: CheckReport) -> [String: CheckReport.Status] {
    Dictionary(report.objectives.map { ($0.name, $0) }) { worst, _ in worst }
  }

  private static func moves(
    _ old: [String: CheckReport.Status],
    _ new: [String: CheckReport.Status]
  ) -> [Move] {
    var moves: [Move] = []
    for name in Set(old.keys).union(new.keys).sorted() {
      switch (old[name], new[name]) {
      case (let before?, let after?): if let move = move(name, before, after) { moves.append(move) }
      case (let before?, nil):
        moves.append(Move(kind: .gone, objective: name, words: before.words))
      case (nil, let after?): moves.append(Move(kind: .new, objective: name, words: after.words))
      case (nil, nil): break
      }
    }
    let order: [Move.Kind] = [.worse, .gone, .loosened, .tightened, .new, .changed, .better]
    return order.flatMap { kind in moves.filter { $0.kind == kind } }
  }

  private static func move(
    _ name: String,
    _ before: CheckReport.Status,
    _ after: CheckReport.Status
  ) -> Move? {
    guard
      before.status != after.status || before.target != after.target
        || before.measured != after.measured
    else { return nil }
    let targets = (before.target ?? .max, after.target ?? .max)
    let kind: Move.Kind =
      if after.rank < before.rank {
        .worse
      } else if targets.0 != targets.1 {
        targets.1 > targets.0 ? .loosened : .tightened
      } else {
        after.rank > before.rank ? .better : .changed
      }
    return Move(kind: kind, objective: name, words: "\(before.words), then \(after.words)")
  }

  private static func evidence(of report: CheckReport) -> [Evidence] {
    var list: [Evidence] = []
    var places: [String: Int] = [:]
    for objective in report.objectives {
      for item in objective.evidence {
        let key = "\(item.file)\n\(item.quote.isEmpty ? item.place : item.quote)"
        if let place = places[key] {
          if list[place].objectives.last != objective.name {
            list[place].objectives.append(objective.name)
          }
        } else {
          places[key] = list.count
          list.append(
            Evidence(objectives: [objective.name], place: item.place, quote: item.quote, key: key)
          )
        }
      }
    }
    return list.sorted { $0.key < $1.key }
  }

  /// What is in one list and not in the other.
  private static func difference(_ one: [Evidence], _ other: [Evidence]) -> [Evidence] {
    let known = Set(other.map(\.key))
    return one.filter { !known.contains($0.key) }
  }
}

extension ReportDiff.Evidence {
  /// The objectives in words: three of them, and how many more there are.
  package var subjects: String {
    let first = objectives.prefix(3).joined(separator: ", ")
    return objectives.count > 3 ? "\(first) and \(objectives.count - 3) more" : first
  }
}

extension CheckReport.Status {
  /// "shop/database/rpo".
  fileprivate var name: String { "\(system)/\(component)/\(kind)" }

  /// How bad the status is; 0 is the worst.
  fileprivate var rank: Int { CheckReport.statusWords.firstIndex(of: status) ?? 0 }

  /// "contradicted, target 15 min, measured 6 h".
  fileprivate var words: String {
    [
      status, target.map { "target \(Phrase.span($0))" },
      measured.map { "measured \(Phrase.span($0))" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

extension Finding.Evidence {
  /// "plans/shop.md:7", "inventories/x.json $[3]".
  var place: String {
    file + (line.map { ":\($0)" } ?? pointer.map { " \($0)" } ?? "")
  }
}
