/// A post-incident review, or the notes of a drill, in Markdown.
///
/// Read are bold labels (`**Date**`, `**Duration**`, `**System**`, `**Component**`, …), times
/// (`- 14:05 UTC: text`, `**Resolution**: 01:10 UTC`) and sentences such as "The backup was 2 hours
/// old". A form that nobody filled in is no record.
struct PostIncidentReview {
  private let file: SourceFile
  private let lines: LineIndex
  private let text: ReviewText
  private let timeline: ReviewTimeline
  private let date: ReviewText.Label?
  private let day: Civil?
  private var problems: [Problem] = []

  /// The record of a review, and what in it contradicts itself; `zone` is for times without one.
  static func read(
    _ file: SourceFile,
    zone: Zone? = nil
  ) -> (record: DrillRecord?, problems: [Problem]) {
    var review = PostIncidentReview(file, zone)
    let record = review.record()
    return (record, review.problems)
  }

  private init(_ file: SourceFile, _ zone: Zone?) {
    self.file = file
    lines = LineIndex(file.bytes)
    text = ReviewText(file.bytes, lines)
    date = text.value("date", "date/time", "date and time", "incident date", "drill date")
    day = date.flatMap { Instant.civil($0.value.prefix(10)) }
    // "2025-12-31 23:40 UTC": the zone holds for the timeline, too.
    let dated = date.flatMap { ClockTime.first(String($0.value.dropFirst(11))) }
    let known = dated?.0.offset.map(Zone.fixed) ?? zone
    timeline = ReviewTimeline(text.entries, day: day, zone: known)
  }

  private mutating func record() -> DrillRecord? {
    let duration = text.value("duration", "total duration", "downtime", "time to recovery")
    guard day != nil || !timeline.moments.isEmpty,
      duration != nil || !timeline.moments.isEmpty || text.value("severity", "kind") != nil
    else { return nil }
    let kind = kind()
    var record = DrillRecord(
      id: fileName,
      kind: kind,
      outcome: "unmeasured",
      file: file.path,
      quote: quote(date?.line ?? 1)
    )
    record.line = date?.line ?? 1
    readWords(&record)
    readTimes(&record, duration)
    record.outcome = outcome(record)
    record.actions = text.actions
    return record
  }

  private func readWords(_ record: inout DrillRecord) {
    record.system = text.value("system", "service")?.value
    record.components = (text.value("component", "components")?.value ?? "")
      .split(separator: ",")
      .map { String(Array($0.utf8)[...].trimmed(of: Byte.isSpace)) }
    record.scenario = text.value("scenario")?.value ?? text.title
    record.environment =
      text.value("environment")?.value.lowercased()
      ?? (record.kind == "incident" ? "production" : nil)
    record.runbook = text.value("runbook")?.value
    record.severity = text.value("severity")?.value
    record.operatorName = text.value("operator", "lead")?.value
    record.approver = text.value("approver", "approved by")?.value
    let dryRun = text.value("dry run")?.value.lowercased()
    record.isDryRun = dryRun == "yes" || dryRun == "true"
  }

  private mutating func readTimes(_ record: inout DrillRecord, _ stated: ReviewText.Label?) {
    record.day = day.map { $0.days * 86_400_000 }
    if day == nil {
      report(date?.line ?? 1, "it has no date", fix: "write \"**Date**: 2026-11-21\"")
    }
    let detected = timeline.first("detection", "detected", "alert")
    record.detectedAt = detected?.at
    let first = timeline.moments.first
    // What begins with its detection broke before: nobody noted when.
    if let first, first.line != detected?.line { record.failedAt = first.at }
    record.declaredAt = timeline.first("declared", "declaration", "incident declared")?.at
    record.startedAt = timeline.first("response")?.at
    if timeline.duration != nil { record.recoveredAt = timeline.end?.at }
    record.statedDuration = stated.flatMap { label in
      Span.first(in: FoldedText(label.value), .standard)?.maximum
    }
    record.statedDataLoss = dataLoss()
    compare(&record, stated)
  }

  /// Holds the timeline against the stated duration.
  private mutating func compare(_ record: inout DrillRecord, _ stated: ReviewText.Label?) {
    if let line = timeline.backwards {
      report(line, "the time of this line is before that of the line above", fix: "mend the time")
    }
    if let line = timeline.withoutZone {
      report(line, "a time has no zone", fix: "write the times as \"14:05 UTC\"")
    }
    if let stated, record.statedDuration == nil {
      report(
        stated.line,
        "the duration \"\(stated.value)\" is no length of time",
        fix: "write \"**Duration**: 1 hour 10 minutes\""
      )
    }
    guard let duration = timeline.duration else { return }
    if let stated, let seconds = record.statedDuration, abs(seconds - duration) > 60 {
      report(
        stated.line,
        "the stated duration is \(seconds) s, and the timeline takes \(duration) s",
        fix: "mend the one that is wrong; until then the longer counts"
      )
    }
    record.statedDuration = max(record.statedDuration ?? 0, duration)
  }

  private mutating func kind() -> String {
    if let label = text.value("kind", "type") {
      if let kind = DrillRecord.kinds.first(where: { $0 == label.value.lowercased() }) {
        return kind
      }
      report(
        label.line,
        "\"\(label.value)\" is no kind of drill: it counts as a walkthrough",
        fix: "take one of \(DrillRecord.kinds.joined(separator: ", "))"
      )
      return "walkthrough"
    }
    let words = (file.path + " " + (text.title ?? "")).lowercased()
    if ["incident", "outage", "postmortem", "post-mortem"].contains(where: words.contains) {
      return "incident"
    }
    report(
      date?.line ?? 1,
      "it does not say what kind of drill it was: it counts as a walkthrough",
      fix: "write \"**Kind**: restore\", or one of \(DrillRecord.kinds.joined(separator: ", "))"
    )
    return "walkthrough"
  }

  private func outcome(_ record: DrillRecord) -> String {
    let isMeasured = (record.failureSeconds ?? record.declarationSeconds ?? 0) > 0
    if let word = text.value("outcome", "result")?.value.lowercased() {
      let words = ["passed": "pass", "success": "pass", "failed": "fail", "failure": "fail"]
      let outcome = words[word] ?? word
      let isPass = outcome == "pass"
      guard DrillRecord.outcomes.contains(outcome), !isPass || isMeasured && !record.isDryRun else {
        return "unmeasured"
      }
      return outcome
    }
    // An incident that ended is over; that a drill went well must be said.
    return record.kind == "incident" && isMeasured ? "pass" : "unmeasured"
  }

  /// The largest loss that is told: "The backup was 2 hours old", "**Data loss**: 12 minutes".
  private func dataLoss() -> Int? {
    let label = text.value("data loss", "data lost").map { FoldedText($0.value) }
    let told = text.prose.filter { line in
      line.contains([Array("backup".utf8), Array("snapshot".utf8), Array("dump".utf8)])
        && line.contains([Array("old".utf8)])
        || line.contains([Array("of data".utf8)])
          && line.contains([Array("lost".utf8), Array("lose".utf8)])
    }
    return ((label.map { [$0] } ?? []) + told)
      .compactMap { Span.first(in: $0, .standard)?.maximum }
      .max()
  }

  private var fileName: String {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  private func quote(_ line: Int) -> String { Mask.masked(lines.quote(line)) }

  private mutating func report(_ line: Int, _ message: String, fix: String) {
    problems.append(.inLog(file.path, line, message, fix: fix, quote: quote(line)))
  }
}
