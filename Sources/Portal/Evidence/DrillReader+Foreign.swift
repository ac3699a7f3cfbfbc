internal import Bindings

/// What the logs of others say in their own way.
extension DrillReader {
  /// Nil for what is still planned, and is no drill.
  mutating func foreignKindAndOutcome() -> (String, String)? {
    let words = DrillWords.standard
    let outcome = text("outcome").map { ($0, words.outcome($0)) }
    if outcome?.1 == "planned" {
      note(line("outcome"), "it is planned, so it is no drill yet", fix: "write what came of it")
      return nil
    }
    if let outcome, outcome.1 == nil {
      note(
        line("outcome"),
        "the outcome \"\(outcome.0)\" is not known: it counts as unmeasured",
        fix: "take one of \(DrillRecord.outcomes.joined(separator: ", "))"
      )
    } else if outcome == nil {
      note(row.line, "it has no outcome: it counts as unmeasured", fix: "write \"outcome: pass\"")
    }
    return (foreignKind(), outcome?.1 ?? "unmeasured")
  }

  private mutating func foreignKind() -> String {
    if let stated = text("kind") {
      if DrillRecord.kinds.contains(stated) { return stated }
      if let kind = DrillWords.standard.kind(in: stated) { return kind }
    } else if let scenario = text("scenario"), let kind = DrillWords.standard.kind(in: scenario) {
      return kind
    }
    note(
      line("kind"),
      "it does not say what kind of drill it was: it counts as a walkthrough",
      fix: "write \"kind: restore\", or one of \(DrillRecord.kinds.joined(separator: ", "))"
    )
    return "walkthrough"
  }

  /// The day of a record that may give no times, in milliseconds since 1970 UTC.
  mutating func day() -> Int? {
    guard let text = text("date") else { return nil }
    if let civil = Instant.civil(text) ?? Civil(written: text) { return civil.days * 86_400_000 }
    if let time = Instant.milliseconds(text, zone: zone ?? .fixed(0)) { return time }
    note(
      line("date"),
      "the date \"\(text)\" can be read in two ways, or not at all",
      fix: "write it as 2026-11-21"
    )
    return nil
  }

  /// The recovery time and the loss that a record states, against its times and its targets.
  mutating func readAmounts(_ record: inout DrillRecord) {
    record.statedDuration = seconds("duration")
    record.statedDataLoss = seconds("data_loss")
    let measured = [record.startedAt, record.detectedAt, record.failedAt].compactMap { $0 }.min()
    if let stated = record.statedDuration, let start = measured, let end = record.recoveredAt,
      abs(stated - (end - start) / 1000) > 60
    {
      note(
        line("duration"),
        "it states \(stated) s, and its times are \((end - start) / 1000) s apart: "
          + "the longer counts",
        fix: "mend the one that is wrong"
      )
    }
    let pairs = [
      ("rto_target", record.failureSeconds ?? record.declarationSeconds),
      ("rpo_target", record.dataLossSeconds),
    ]
    for (name, actual) in pairs where record.outcome == "pass" {
      guard let actual, known(name) != nil, let target = seconds(name), actual > target else {
        continue
      }
      record.outcome = "fail"
      note(
        line("outcome"),
        "it says that it passed, and \(actual) s is more than its own target of \(target) s",
        fix: "mend the outcome or the target"
      )
    }
  }

  /// An amount of time with its unit, in its text or in its name; nil for "tbd" and the like.
  private mutating func seconds(_ name: String) -> Int? {
    guard let known = known(name), let text = text(name) else { return nil }
    if let number = Double(text), number.isFinite, number >= 0, number < 1e9 {
      if let unit = known.unit { return Int((number * Double(unit)).rounded()) }
      if number == 0 { return 0 }
      note(
        known.field.line,
        "\"\(known.field.name)\" has no unit: nobody can tell whether \(text) are minutes",
        fix: "write \"\(text) min\", or name it \"\(name)_minutes\""
      )
      return nil
    }
    if let clock = DrillReader.clock(text) { return clock }
    if let span = Span.first(in: FoldedText(text), .standard) { return span.maximum }
    if DrillWords.standard.outcome(text) == nil {
      note(
        known.field.line,
        "\"\(known.field.name)\" is no length of time: \"\(text)\"",
        fix: "write it as \"1 h 10 min\""
      )
    }
    return nil
  }

  /// The seconds of "1:16:00".
  private static func clock(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { $0.utf8.count <= 3 ? Int($0) : nil }
    guard parts.count == 3, numbers.count == 3, numbers[1] < 60, numbers[2] < 60,
      numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
  }
}

extension Civil {
  /// The day of "04.09.2025", and of "13/09/2025" or "09/13/2025"; nil where day and month could
  /// be taken for each other.
  fileprivate init?(written text: String) {
    let isDotted = text.contains(".")
    let parts = text.split(whereSeparator: { "./-".contains($0) }).map(String.init)
    let numbers = parts.compactMap(Int.init)
    guard parts.count == 3, numbers.count == 3, parts[2].utf8.count == 4 else { return nil }
    if isDotted || numbers[0] > 12 {
      self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    } else if numbers[1] > 12 || numbers[0] == numbers[1] {
      self.init(year: numbers[2], month: numbers[0], day: numbers[1])
    } else {
      return nil
    }
  }
}
