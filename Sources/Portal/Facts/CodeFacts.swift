internal import Bindings

/// Reads the smaller facts from blocks of code: time-outs, targets, regions, templates.
struct CodeFacts {
  private let outline: MarkedOutline

  private var words: Vocabulary { outline.words }

  /// The smaller facts in code, in the order in which they stand.
  static func read(_ outline: MarkedOutline) -> [Fact] {
    let reader = CodeFacts(outline: outline)
    var facts: [Fact] = []
    var block = -1
    var isTemplate = false
    // A block without values is a template once.
    var isTold = false
    for index in outline.statements.indices where outline.statements[index].kind == .code {
      if outline.statements[index].block != block {
        block = outline.statements[index].block
        isTemplate = outline.isTemplate(index)
        isTold = false
      }
      guard isTemplate else {
        reader.read(index, into: &facts)
        continue
      }
      guard let fact = reader.template(index) else { continue }
      let isBlock = fact.kind == "template"
      if !isBlock || !isTold { facts.append(fact) }
      isTold = isTold || isBlock
    }
    return facts
  }

  private func read(_ index: Int, into facts: inout [Fact]) {
    let bytes = outline.texts[index].bytes
    guard bytes.count > 4 else { return }
    func add(_ fact: Fact?) { if let fact { facts.append(fact) } }
    // One look at the bytes for each sign spares most readers.
    let line = bytes.span
    let hasKey = line.firstIndex(of: Byte.colon, from: 0) != nil
    if CodeLine.isComment(line) {
      if hasKey { add(comment(index)) }
      return
    }
    if hasKey {
      add(image(index))
      add(attribute(index))
      add(address(index))
    }
    add(assignment(index))
    if outline.marks[index].has(.verification)
      || line.firstIndex(of: UInt8(ascii: "$"), from: 0) != nil
    {
      add(recorded(index))
      add(shown(index))
    }
    let options = Self.optionStarts(line)
    if options.contains(UInt8(ascii: "t")) { add(timeout(index)) }
    if options.contains(UInt8(ascii: "e")) { add(environment(index)) }
    if options.contains(UInt8(ascii: "t")) || options.contains(UInt8(ascii: "r")) {
      add(literal(index))
    }
    if options.contains(UInt8(ascii: "b")) { add(replication(index)) }
    add(severity(index))
    add(tree(index))
  }

  // MARK: Comments and keys

  private func comment(_ index: Int) -> Fact? {
    let marks = outline.marks[index]
    // The words of a key are words of its line.
    guard marks.has([.purpose, .prerequisite]) || find("file", index) != nil,
      let (key, value) = line(index).pair, !value.isEmpty
    else { return nil }
    let text = FoldedText(folding: key)
    let own = words.facts.marks(in: text)
    if own.has(.purpose) { return make("purpose", index, value) }
    if own.has(.prerequisite) { return make("prerequisite", index, value) }
    guard text.bytes.elementsEqual("file".utf8), value.contains(".") else { return nil }
    switch outline.topicAbove(index) ?? MarkedOutline.topic(marks, isHeading: true) {
    case .drill: return make("drill.script", index, value)
    case .backup: return make("backup.script", index, value)
    default: return nil
    }
  }

  /// "Tool: Velero" below the comment of a backup.
  private func attribute(_ index: Int) -> Fact? {
    guard outline.marks[index].has([.offsite, .storage, .program, .versions]),
      outline.topicAbove(index) == .backup, let (key, value) = line(index).pair, !value.isEmpty
    else { return nil }
    let marks = words.facts.marks(in: key)
    if marks.has(.offsite) { return make("backup.offsite", index, value) }
    if marks.has(.versions) { return make("backup.versioning", index, value) }
    if marks.has(.storage) { return make("backup.storage", index, value) }
    return marks.has(.program) ? make("backup.tool", index, value) : nil
  }

  private func image(_ index: Int) -> Fact? {
    guard find("image", index) != nil, let (key, value) = line(index).pair, key == "image",
      value.has(Byte.colon), value.hasByte(where: \.isDigit)
    else { return nil }
    return make("component.version", index, value)
  }

  private func line(_ index: Int) -> CodeLine { CodeLine(outline.statements[index].text) }

  // MARK: Commands

  /// What the options of a line start with, behind "--".
  private static func optionStarts(_ line: Swift.Span<UInt8>) -> ByteSet {
    var starts = ByteSet([])
    var next = 0
    while let place = line.firstIndex(of: UInt8(ascii: "-"), from: next), place + 2 < line.count {
      if line[place + 1] == line[place] { starts.insert(line[place + 2]) }
      next = place + 1
    }
    return starts
  }

  private func timeout(_ index: Int) -> Fact? {
    guard let value = value(of: "--timeout", index),
      let span = Span(at: 0, in: FoldedText(folding: value), words)
    else { return nil }
    return make("timeout", index, "\(span.maximum)")
  }

  private func environment(_ index: Int) -> Fact? {
    guard outline.isUnder(.drill, index),
      let value = value(of: "--environment", index) ?? value(of: "--env", index)
    else { return nil }
    return make("drill.env", index, value)
  }

  private func literal(_ index: Int) -> Fact? {
    guard let value = value(of: "--restore-time", index) ?? value(of: "--timestamp", index),
      CalendarDate(in: value, words)?.day != nil
    else { return nil }
    return make("literal.time", index, value)
  }

  /// What follows an option, after "=" or a space, without quotes.
  private func value(of option: String, _ index: Int) -> String? {
    guard let found = find(option, index) else { return nil }
    let folded = outline.texts[index].bytes
    guard found.upperBound < folded.count,
      folded[found.upperBound] == UInt8(ascii: "=")
        || folded[found.upperBound] == Byte.space
    else { return nil }
    let rest = Array(outline.statements[index].text.utf8)[found.upperBound...]
    let value = rest.dropFirst().drop { " \"'".utf8.contains($0) }.prefix {
      !Byte.isSpace($0) && !"\"'\\".utf8.contains($0)
    }
    return value.isEmpty ? nil : String(value)
  }

  private static let schemes = ["s3", "gs", "az", "b2", "abfs", "wasb", "sftp"].map {
    Array($0.utf8)
  }

  /// What ends an address.
  private static let ends = ByteSet(" \t\r\n\"'`;)".utf8)

  /// Where a backup is written to, or a restore reads from.
  private func address(_ index: Int) -> Fact? {
    let topic = outline.topicAbove(index)
    guard topic == .backup || topic == nil && outline.isUnder(.restore, index),
      let found = find("://", index), find(" ls ", index) == nil
    else { return nil }
    let bytes = Array(outline.statements[index].text.utf8)
    let scheme = Self.schemes.first { scheme in
      let start = found.lowerBound - scheme.count
      return start >= 0 && bytes.span.has(scheme.span, at: start)
    }
    guard let scheme else { return nil }
    let start = found.lowerBound - scheme.count
    let address = bytes[start..<Self.addressEnd(bytes, from: start)]
    let isSource = bytes[address.endIndex...].split(whereSeparator: Byte.isSpace).contains {
      $0.contains { $0.isLetterOrDigit || $0 == UInt8(ascii: "/") } && $0.first != UInt8(ascii: "-")
    }
    guard isSource == (topic == nil) else { return nil }
    return make(isSource ? "restore.source" : "backup.target", index, String(address))
  }

  /// Where an address ends; "<backup name>" in it is one word.
  private static func addressEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, !ends.contains(bytes[end]) {
      if bytes[end] == UInt8(ascii: "<"), end + 1 < bytes.count, bytes[end + 1].isLetter,
        let close = bytes[end...].prefix(40).firstIndex(of: UInt8(ascii: ">"))
      {
        end = close
      }
      end += 1
    }
    return end
  }

  /// SOURCE_REGION="eu-west-1".
  private func assignment(_ index: Int) -> Fact? {
    let marks = outline.marks[index]
    guard marks.has([.primary, .secondary]) else { return nil }
    let bytes = Array(outline.statements[index].text.utf8)
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")),
      bytes[..<sign].allSatisfy({ $0.isLetterOrDigit || $0 == UInt8(ascii: "_") })
    else { return nil }
    let value = String(bytes[(sign + 1)...].trimmed { "\"' ".utf8.contains($0) })
    guard !value.isEmpty, !value.hasPrefix("$") else { return nil }
    return make(marks.has(.primary) ? "region.primary" : "region.dr", index, value)
  }

  /// A line that a script appends to a log.
  private func recorded(_ index: Int) -> Fact? {
    guard find("$(date)", index) != nil, find("echo", index) != nil, find(">>", index) != nil else {
      return nil
    }
    return make("metric.format", index, outline.statements[index].text)
  }

  /// What a drill only prints, and what a check claims.
  private func shown(_ index: Int) -> Fact? {
    let isClaim = outline.marks[index].has(.verification) && find("success", index) != nil
    let isMeasure = find("$seconds", index) != nil || find("$((seconds", index) != nil
    guard isClaim || isMeasure, find("echo", index) != nil, find(">>", index) == nil else {
      return nil
    }
    let kind = isMeasure ? "drill.measure" : "verification.claim"
    return make(kind, index, outline.statements[index].text)
  }

  private func replication(_ index: Int) -> Fact? {
    guard index > 0, find("put-bucket-replication", index - 1) != nil,
      let bucket = value(of: "--bucket", index)
    else { return nil }
    return make("replication", index, bucket)
  }

  // MARK: Shapes

  /// A label of a case for a severity: "critical").
  private func severity(_ index: Int) -> Fact? {
    guard outline.marks[index].has(.group) else { return nil }
    let text = outline.texts[index].bytes[...].trimmed(of: Byte.isSpace)
    guard text.last == UInt8(ascii: ")"), text.count < 20,
      text.dropLast().allSatisfy({ $0.isLetterOrDigit || "\"'-|".utf8.contains($0) })
    else { return nil }
    return make("severity", index, String(text))
  }

  /// The first line of a tree of people.
  private func tree(_ index: Int) -> Fact? {
    guard
      index == 0 || outline.statements[index - 1].block != outline.statements[index].block
        || outline.statements[index - 1].kind != .code, outline.isUnder(.contact, index),
      index + 1 < outline.statements.count, outline.statements[index + 1].kind == .code
    else { return nil }
    let next = outline.statements[index + 1].text
    let branch = EncodingRepair.repaired(next) ?? next
    guard branch.hasPrefix("├") || branch.hasPrefix("└") else { return nil }
    return make("contact.tree", index, outline.statements[index].text)
  }

  // MARK: Templates

  /// What a label without a value ends in.
  private static let endings = [":", ": ", ":** "].map { Array($0.utf8) }

  private func template(_ index: Int) -> Fact? {
    let text = outline.statements[index].text
    if find("[ ]", index) != nil || find("[x]", index) != nil {
      return make("action.item", index, text)
    }
    if Self.endings.contains(where: { outline.texts[index].bytes[...].suffix($0.count) == $0[...] })
    {
      return make("template", index, text)
    }
    guard outline.marks[index].has(.number),
      let span = Span.first(in: outline.texts[index], words), span.maximum > 0
    else { return nil }
    return make("template.value", index, text)
  }

  /// The first place of a word in lower case, whatever stands around it.
  private func find(_ word: String, _ index: Int) -> Range<Int>? {
    outline.texts[index].bytes.first(of: word)
  }

  private func make(_ kind: String, _ index: Int, _ value: String, _ subject: String = "") -> Fact {
    Fact(kind: kind, line: outline.statements[index].line, subject: subject, value: value)
  }
}
