extension Snapshot {
  /// A target as it is declared, with its verdict where it has one.
  struct Objective: Equatable, Sendable {
    var key: ObjectiveKey
    /// The component as it is written.
    var label: String
    var dimension: String
    /// Seconds; for availability millionths; nil when no number is stated.
    var target: Int?
    /// "number", "na", "placeholder", "variable", "qualitative" or "lower-bound".
    var state: String
    var isStrict: Bool
    var mechanism: String?
    var priority: String?
    var statedIn: String
    /// Whether this statement counts; another one wins otherwise.
    var isInForce: Bool
    var source: Source
    var verdict: Verdict?

    /// "RTO", "RPO", "MTD" or "Availability".
    var kindTitle: String { Self.title(of: key.kind) }

    static func title(of kind: String) -> String {
      kind == "availability" ? "Availability" : kind.uppercased()
    }

    /// The target in words: "< 4 h", "99.95 %", "not applicable".
    var targetPhrase: String {
      guard let target else { return Self.phrase(state: state) }
      if key.kind == "availability" { return Phrase.percent(millionths: target) }
      return (isStrict ? "< " : "") + Phrase.span(target)
    }

    private static func phrase(state: String) -> String {
      switch state {
      case "na": "not applicable"
      case "placeholder": "placeholder"
      case "variable": "variable"
      case "qualitative": "in words only"
      case "lower-bound": "lower bound only"
      default: "no number"
      }
    }
  }

  /// How an objective stands, and why.
  struct Verdict: Equatable, Sendable {
    var status: Status
    /// Seconds: the exposure, or the recovery time actual.
    var measured: Int?
    var why: String
    var evidence: [Source]
    /// When the evidence of a `met` grows too old, milliseconds since 1970.
    var expires: Int?
  }
}

extension Snapshot.ObjectiveKey: Comparable {
  /// By component, RTO before RPO before the rest.
  static func < (left: Self, right: Self) -> Bool {
    (left.system, left.component, left.rank, left.kind)
      < (right.system, right.component, right.rank, right.kind)
  }

  private var rank: Int {
    switch kind {
    case "rto": 0
    case "rpo": 1
    default: 2
    }
  }

  /// The component that the objective is about.
  var componentKey: Snapshot.ComponentKey {
    Snapshot.ComponentKey(system: system, component: component)
  }
}
