/// A drill, a test or an incident that is on record.
struct DrillRecord: Equatable, Sendable {
  /// From the weakest proof to the strongest.
  static let kinds = ["tabletop", "walkthrough", "restore", "chaos", "failover", "incident"]
  static let outcomes = ["pass", "fail", "partial", "aborted", "unmeasured", "running"]

  /// Of the log, or its pointer where the log gives none.
  var id: String
  var kind: String
  /// What a tool says it was of, as the tool names it.
  var subject: String?
  /// As it is written: an id or a title.
  var system: String?
  /// As they are written: "database" or "shop/database".
  var components: [String] = []
  var scenario: String?
  var environment: String?
  var runbook: String?
  var runbookSHA256: String?
  // Milliseconds since 1970 UTC.
  var failedAt: Int?
  var detectedAt: Int?
  var declaredAt: Int?
  var startedAt: Int?
  var recoveredAt: Int?
  var recoveryPointAt: Int?
  /// The day of a review that gives no times, in milliseconds since 1970 UTC.
  var day: Int?
  /// In seconds, where a review states it.
  var statedDuration: Int?
  var statedDataLoss: Int?
  var outcome: String
  var isDryRun = false
  var isValidated: Bool?
  var operatorName: String?
  var approver: String?
  var severity: String?
  var steps: [Step] = []
  var evidence: [Evidence] = []
  var actions: [Action] = []
  let file: String
  var line: Int?
  var pointer: String?
  /// The line on which it starts, with credentials masked.
  var quote: String

  /// One thing that was done.
  struct Step: Equatable, Sendable {
    var title: String
    var startedAt: Int?
    var finishedAt: Int?
    var outcome: String?
    var note: String?
  }

  /// A file that shows what happened.
  struct Evidence: Equatable, Sendable {
    var path: String
    var sha256: String?
  }

  /// Something to be done after it.
  struct Action: Equatable, Sendable {
    var text: String
    var owner: String?
    /// A day: "2026-11-01".
    var due: String?
    /// When it was done, as it is written.
    var doneAt: String?
  }
}

extension DrillRecord {
  /// Seconds from the failure to the recovery.
  ///
  /// Where an exercise names no failure, it begins with its first clock. An incident begins when
  /// it was seen at the latest: nothing else is assumed of it.
  var failureSeconds: Int? {
    let start = failedAt ?? detectedAt ?? (kind == "incident" ? nil : declaredAt ?? startedAt)
    let measured = seconds(from: start, to: recoveredAt)
    // Where a review contradicts itself, the longer time counts.
    guard let measured, let statedDuration else { return measured ?? statedDuration }
    return max(measured, statedDuration)
  }

  /// Seconds from the declaration to the recovery.
  var declarationSeconds: Int? {
    seconds(from: declaredAt ?? (kind == "incident" ? nil : startedAt), to: recoveredAt)
  }

  /// Seconds of data that were lost: from the recovery point to the failure.
  var dataLossSeconds: Int? {
    seconds(from: recoveryPointAt, to: failedAt ?? detectedAt ?? startedAt) ?? statedDataLoss
  }

  /// The latest time that is on record, in milliseconds since 1970 UTC.
  var happenedAt: Int? {
    [failedAt, detectedAt, declaredAt, startedAt, recoveredAt].compactMap { $0 }.max() ?? day
  }

  private func seconds(from start: Int?, to end: Int?) -> Int? {
    guard let start, let end, end >= start else { return nil }
    return (end - start) / 1000
  }
}
