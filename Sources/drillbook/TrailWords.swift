internal import Audit

/// What an entry of the trail says, in words.
enum TrailWords {
  static func text(of event: TrailEvent) -> String {
    switch event {
    case .key(let action, let key):
      "\(action.rawValue) \(key.key.fingerprint)" + (key.name.map { " of \($0)" } ?? "")
        + (key.reason.map { ": \($0)" } ?? "")
    case .evidence(let change, let input):
      "\(change.rawValue) \(input.path.text) \(input.digest.hex.prefix(12))"
    case .objective(let change, let objective):
      "\(change.rawValue) \(objective.system)/\(objective.component)/\(objective.dimension) "
        + "\(objective.seconds) s, \(objective.file)"
        + (objective.line.map { ":\($0)" } ?? "")
    case .waiver(let change, let waiver): "\(change.rawValue) \(waiver.finding.text)"
    case .report(let report): "\(report.result) \(report.digest.hex.prefix(12))"
    }
  }
}
