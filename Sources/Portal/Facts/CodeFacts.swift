/// Reads the smaller facts from blocks of code: time-outs, targets, regions, templates.
struct CodeFacts {
  private let outline: MarkedOutline

  private var words: Vocabulary { outline.words }

  /// The smaller facts in code, in the order in which they stand.
  static func read(_ outline: MarkedOutline) -> [Fact] {
    let reader = CodeFacts(outline: outline)
    var facts: [Fact] = []
    var templates: Set<Int> = []
    for (index, statement) in outline.statements.enumerated() where statement.kind == .code {
      if outline.isTemplate(index) {
        guard let fact = reader.template(index) else { continue }
        // A block without values is a template once.
        if fact.kind != "template" || templates.insert(statement.block).inserted {
          facts.append(fact)
        }
      } else {
        facts += reader.facts(index)
      }
    }
    return facts
  }

  private func facts(_ index: Int) -> [Fact] {
    let bytes = outline.texts[index].bytes
    guard bytes.count > 4 else { return [] }
    let signs = Signs(bytes)
    var facts: [Fact] = []
    func add(_ fact: Fact?) { if let fact { facts.append(fact) } }
    if signs.contains(.key) || Self.mayBeComment(bytes) {
      let line = CodeLine(outline.statements[index].text)
      if line.isComment { return comment(index, line).map { [$0] } ?? [] }
      add(image(index, line))
      add(attribute(index, line))
    }
    if signs.contains(.address) { add(address(index)) }
    add(assignment(index))
    if signs.contains(.echo) {
      add(recorded(index))
      add(shown(index))
    }
    if signs.contains(.option) {
      add(timeout(index))
      add(environment(index))
      add(literal(index))
      add(replication(index))
    }
    add(severity(index))
    add(tree(index))
    return facts
  }

  private static func mayBeComment(_ bytes: [UInt8]) -> Bool {
    bytes.first { !Byte.isSpace($0) }.map { "#/-*".utf8.contains($0) } ?? false
  }

  /// What a line of code holds: one look at its bytes spares most readers.
  private struct Signs: OptionSet {
    let rawValue: UInt8
    /// A colon, behind which a value may stand.
    static let key = Self(rawValue: 1)
    static let address = Self(rawValue: 2)
    static let option = Self(rawValue: 4)
    static let echo = Self(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ bytes: [UInt8]) {
      var signs: Self = []
      let line = bytes.span
      var before = line[0]
      for offset in 1..<line.count {
        let byte = line[offset]
        defer { before = byte }
        // Letters and digits say nothing but in "echo".
        if before == Byte.colon {
          signs.formUnion(byte == UInt8(ascii: "/") ? [.key, .address] : .key)
        } else if byte == Byte.colon {
          signs.formUnion(.key)
        } else if byte == UInt8(ascii: "-") {
          if before == byte { signs.formUnion(.option) }
        } else if byte == UInt8(ascii: "c"), before == UInt8(ascii: "e"),
          bytes[offset...].starts(with: "cho".utf8)
        {
          signs.formUnion(.echo)
        }
      }
      self = signs
    }
  }

  // MARK: Comments and keys

  private func comment(_ index: Int, _ line: CodeLine) -> Fact? {
    guard let key = line.key, !line.value.isEmpty else { return nil }
    let text = FoldedText(folding: key)
    let marks = words.facts.marks(in: text)
    if marks.has(.purpose) { return make("purpose", index, line.value) }
    if marks.has(.prerequisite) { return make("prerequisite", index, line.value) }
    guard text.bytes.elementsEqual("file".utf8), line.value.contains(".") else { return nil }
    let block =
      outline.topicAbove(index) ?? MarkedOutline.topic(outline.marks[index], isHeading: true)
    switch block {
    case .drill: return make("drill.script", index, line.value)
    case .backup: return make("backup.script", index, line.value)
    default: return nil
    }
  }

  /// "Tool: Velero" below the comment of a backup.
  private func attribute(_ index: Int, _ line: CodeLine) -> Fact? {
    guard outline.marks[index].has([.offsite, .storage, .program, .versions]),
      let (key, value) = line.pair, !value.isEmpty, outline.topicAbove(index) == .backup
    else { return nil }
    let marks = words.facts.marks(in: key)
    if marks.has(.offsite) { return make("backup.offsite", index, value) }
    if marks.has(.versions) { return make("backup.versioning", index, value) }
    if marks.has(.storage) { return make("backup.storage", index, value) }
    return marks.has(.program) ? make("backup.tool", index, value) : nil
  }

  private func image(_ index: Int, _ line: CodeLine) -> Fact? {
    guard line.key == "image" else { return nil }
    let value = line.value
    guard value.utf8.contains(Byte.colon), value.utf8.contains(where: \.isDigit) else { return nil }
    return make("component.version", index, value)
  }

  // MARK: Commands

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
    let bytes = Array(outline.statements[index].text.utf8)
    let rest = bytes[found.upperBound...]
    guard let joint = rest.first, joint == UInt8(ascii: "=") || joint == Byte.space else {
      return nil
    }
    let value = rest.dropFirst().drop { " \"'".utf8.contains($0) }.prefix {
      !Byte.isSpace($0) && !"\"'\\".utf8.contains($0)
    }
    return value.isEmpty ? nil : String(value)
  }

  /// Where a backup is written to, or a restore reads from.
  private func address(_ index: Int) -> Fact? {
    guard let found = find("://", index), found.lowerBound > 1 else { return nil }
    let bytes = Array(outline.statements[index].text.utf8)
    let scheme = ["s3", "gs", "az", "b2", "abfs", "wasb", "sftp"].first {
      bytes[..<found.lowerBound].reversed().starts(with: $0.utf8.reversed())
    }
    guard let scheme else { return nil }
    let start = found.lowerBound - scheme.utf8.count
    let address = bytes[start..<Self.addressEnd(bytes, from: start)]
    let isSource = bytes[address.endIndex...].split(whereSeparator: Byte.isSpace).contains {
      $0.contains { $0.isLetterOrDigit || $0 == UInt8(ascii: "/") } && $0.first != UInt8(ascii: "-")
    }
    guard find(" ls ", index) == nil else { return nil }
    switch outline.topicAbove(index) {
    case .backup where !isSource: return make("backup.target", index, String(address))
    case nil where isSource && outline.isUnder(.restore, index):
      return make("restore.source", index, String(address))
    default: return nil
    }
  }

  /// Where an address ends; "<backup name>" in it is one word.
  private static func addressEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, !Byte.isSpace(bytes[end]), !"\"'`;)".utf8.contains(bytes[end]) {
      let gap = bytes[end...].prefix(40)
      if bytes[end] == UInt8(ascii: "<"), bytes.dropFirst(end + 1).first?.isLetter == true,
        let close = gap.firstIndex(of: UInt8(ascii: ">"))
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
    guard find("echo", index) != nil, find("$(date)", index) != nil, find(">>", index) != nil else {
      return nil
    }
    return make("metric.format", index, outline.statements[index].text)
  }

  /// What a drill only prints, and what a check claims.
  private func shown(_ index: Int) -> Fact? {
    guard find("echo", index) != nil, find(">>", index) == nil else { return nil }
    if find("$seconds", index) != nil || find("$((seconds", index) != nil {
      return make("drill.measure", index, outline.statements[index].text)
    }
    guard outline.marks[index].has(.verification), find("success", index) != nil else { return nil }
    return make("verification.claim", index, outline.statements[index].text)
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
    let text = outline.texts[index].bytes[...].trimmed(of: Byte.isSpace)
    guard outline.marks[index].has(.group), text.last == UInt8(ascii: ")"), text.count < 20,
      text.dropLast().allSatisfy({ $0.isLetterOrDigit || "\"'-|".utf8.contains($0) })
    else { return nil }
    return make("severity", index, String(text))
  }

  /// The first line of a tree of people.
  private func tree(_ index: Int) -> Fact? {
    guard index + 1 < outline.statements.count, outline.statements[index + 1].kind == .code,
      index == 0 || outline.statements[index - 1].block != outline.statements[index].block
        || outline.statements[index - 1].kind != .code, outline.isUnder(.contact, index)
    else { return nil }
    let next = outline.statements[index + 1].text
    let branch = EncodingRepair.repaired(next) ?? next
    guard branch.hasPrefix("├") || branch.hasPrefix("└") else { return nil }
    return make("contact.tree", index, outline.statements[index].text)
  }

  // MARK: Templates

  private func template(_ index: Int) -> Fact? {
    let text = outline.statements[index].text
    let line = text.drop { $0 == " " || $0 == "-" || $0 == "*" }
    if find("[ ]", index) != nil || find("[x]", index) != nil {
      return make("action.item", index, text)
    }
    if line.hasSuffix(":") || line.hasSuffix(": ") || line.hasSuffix(":** ")
      || line.hasSuffix("**: ")
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
