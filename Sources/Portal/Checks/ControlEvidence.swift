/// What the checks of a control found: how often it was for, against, or nothing.
///
/// What is inferred counts against, and says so; what is waived counts as if it were not.
struct ControlEvidence: Equatable, Sendable {
  /// The word for a control, which says no more than what was found.
  enum Word: String, CaseIterable, Sendable {
    case against
    case `for`
    case none
  }

  /// Passed.
  var supporting = 0
  /// Failed.
  var against = 0
  /// May have failed: a warning.
  var inferred = 0
  /// Cannot be decided.
  var undecided = 0

  /// Counts findings of one verdict.
  mutating func add(_ count: Int, verdict: String) {
    switch verdict {
    case "pass": supporting += count
    case "fail": against += count
    case "warn": inferred += count
    default: undecided += count
    }
  }

  /// One is enough against; without any the word is "none", however many checks there are.
  var word: Word {
    if against + inferred > 0 { return .against }
    return supporting > 0 ? .for : .none
  }

  /// The sum of what some checks found.
  static func of(_ checks: [String], _ found: [String: ControlEvidence]) -> ControlEvidence {
    checks.reduce(into: ControlEvidence()) { sum, check in
      guard let found = found[check] else { return }
      sum.supporting += found.supporting
      sum.against += found.against
      sum.inferred += found.inferred
      sum.undecided += found.undecided
    }
  }
}
