/// The lines of a review that follow a form: labels, times and actions.
struct ReviewText {
  /// A line such as `**Duration**: 47 minutes`.
  struct Label {
    /// In small letters.
    let name: String
    let value: String
    let line: Int
  }

  /// A line such as `- 14:05 UTC: The alarm rings`.
  struct Entry {
    let time: ClockTime
    /// What happened; for `**Detection**: 14:05 UTC` the label.
    let text: String
    let line: Int
  }

  private(set) var title: String?
  private(set) var labels: [Label] = []
  private(set) var entries: [Entry] = []
  private(set) var actions: [DrillRecord.Action] = []
  /// Every line of prose, in small letters.
  private(set) var prose: [FoldedText] = []

  private static let milestones = [
    "detection", "detected", "response", "declared", "declaration", "resolution", "resolved",
    "recovered", "recovery", "restored", "start", "started", "end", "ended",
  ]

  init(_ bytes: [UInt8], _ lines: LineIndex) {
    var fence: UInt8?
    var isActions = false
    for line in 1...max(1, lines.count) {
      let text = bytes[lines.range(line)].trimmed(of: Byte.isSpace)
      // What stands in a fence is an example.
      if text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8) {
        if fence == nil { fence = text.first } else if fence == text.first { fence = nil }
        continue
      }
      guard fence == nil, !text.isEmpty else { continue }
      if text.first == UInt8(ascii: "#") {
        let heading = String(text.trimmed { $0 == UInt8(ascii: "#") || Byte.isSpace($0) })
        title = title ?? heading
        isActions = heading.lowercased().contains("action")
        continue
      }
      read(text, line, isActions: isActions)
    }
  }

  /// The value of the first label of one of these names, unless it waits to be filled in.
  func value(_ names: String...) -> Label? {
    labels.first { names.contains($0.name) && !ReviewText.isPlaceholder($0.value) }
  }

  private mutating func read(_ text: ArraySlice<UInt8>, _ line: Int, isActions: Bool) {
    prose.append(FoldedText(String(text)))
    let (item, isItem) = ReviewText.withoutBullet(text)
    if isItem, isActions, let action = ReviewText.action(item) {
      actions.append(action)
    } else if let (name, value) = ReviewText.label(item) {
      labels.append(Label(name: name.lowercased(), value: value, line: line))
      if Self.milestones.contains(name.lowercased()), let (time, _) = ClockTime.first(value) {
        entries.append(Entry(time: time, text: name, line: line))
      }
      // "**14:05 UTC**: The alarm rings"
      if let (time, rest) = ClockTime.first(name), rest.isEmpty {
        entries.append(Entry(time: time, text: value, line: line))
      }
    } else if isItem, let (time, rest) = ClockTime.first(String(item)) {
      entries.append(Entry(time: time, text: rest, line: line))
    }
  }

  /// Whether a value is a blank of a form.
  static func isPlaceholder(_ value: String) -> Bool {
    let bytes = Array(value.utf8)[...].trimmed { Byte.isSpace($0) || $0 == UInt8(ascii: "_") }
    guard let first = bytes.first else { return true }
    if "[<{$".utf8.contains(first) { return true }
    let word = String(bytes).lowercased()
    return ["tbd", "n/a", "xx", "xxx", "todo", "-", "...", "…"].contains(word)
      || word.hasPrefix("yyyy")
  }

  /// The text of a list item without its mark, and whether it has one.
  private static func withoutBullet(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Bool) {
    let digits = text.prefix(while: \.isDigit).count
    let mark = digits > 0 ? 1 : 0
    let rest = text.dropFirst(digits)
    guard let first = rest.first, (mark == 1 ? ".)" : "-*+").utf8.contains(first),
      rest.dropFirst().first.map(Byte.isSpace) == true
    else { return (text, false) }
    return (rest.dropFirst().trimmed(of: Byte.isSpace), true)
  }

  /// The parts of "**Label**: value" and "**Label:** value".
  private static func label(_ text: ArraySlice<UInt8>) -> (String, String)? {
    let stars = Array("**".utf8)
    guard text.starts(with: stars) else { return nil }
    let inner = text.dropFirst(2)
    guard let end = inner.indices.first(where: { inner[$0...].starts(with: stars) }) else {
      return nil
    }
    let name = inner[..<end].trimmed { Byte.isSpace($0) || $0 == Byte.colon }
    let value = inner[(end + 2)...].trimmed { Byte.isSpace($0) || $0 == Byte.colon }
    guard !name.isEmpty, inner[..<end].last == Byte.colon || inner[(end + 2)...].first == Byte.colon
    else { return nil }
    return (String(name), String(value))
  }

  /// The parts of "[x] Text (Owner: who, Due: 2026-06-15)".
  private static func action(_ item: ArraySlice<UInt8>) -> DrillRecord.Action? {
    let boxes = ["[ ]": false, "[x]": true, "[X]": true]
    guard let isDone = boxes[String(item.prefix(3))] else { return nil }
    var text = String(item.dropFirst(3).trimmed(of: Byte.isSpace))
    var action = DrillRecord.Action(text: text)
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      for part in text[text.index(after: open)...].dropLast().split(separator: ",") {
        let pair = part.split(separator: ":", maxSplits: 1).map {
          String(Array($0.utf8)[...].trimmed(of: Byte.isSpace))
        }
        guard pair.count == 2, !isPlaceholder(pair[1]) else { continue }
        if pair[0].lowercased() == "owner" { action.owner = pair[1] }
        if pair[0].lowercased() == "due" { action.due = Instant.civil(pair[1])?.text }
      }
      if action.owner != nil || action.due != nil {
        text = String(Array(text[..<open].utf8)[...].trimmed(of: Byte.isSpace))
      }
    }
    guard !isPlaceholder(text) else { return nil }
    action.text = text
    // A ticked box says that it was done, not when.
    action.doneAt = isDone ? "done" : nil
    return action
  }
}
