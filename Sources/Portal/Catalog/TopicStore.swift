internal import Bindings

/// Puts the headings and the smaller facts of documents into the catalog, and what they speak of.
struct TopicStore: ~Copyable {
  private var heading: Statement
  private var fact: Statement
  private var topic: Statement
  private var damage: Statement
  private let words: TopicWords
  private var headings = 0
  private var facts = 0

  init(_ catalog: borrowing Database, _ words: Vocabulary = .standard) throws(SQLiteError) {
    let heading = try catalog.prepare("INSERT INTO heading VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let fact = try catalog.prepare("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?)")
    let topic = try catalog.prepare("INSERT INTO topic VALUES (?, ?, ?, ?)")
    let damage = try catalog.prepare("INSERT INTO damaged_line VALUES (?, ?, ?)")
    var word = try catalog.prepare("INSERT OR IGNORE INTO word VALUES (?, ?)")
    for item in words.topics.list { try word.run([.text(item.topic), .text(item.word)]) }
    self.heading = heading
    self.fact = fact
    self.topic = topic
    self.damage = damage
    self.words = words.topics
  }

  /// Stores the headings of a document with the lines of their sections, and its damaged lines;
  /// gives the row of the first.
  mutating func addHeadings(_ reading: Reading) throws(SQLiteError) -> Int {
    let all = reading.anchors.headings
    let first = headings + 1
    var lastLines = Array(repeating: reading.lineCount, count: all.count)
    var open: [Int] = []
    for index in all.indices {
      while let last = open.last, all[last].level >= all[index].level {
        lastLines[last] = all[index].line - 1
        open.removeLast()
      }
      open.append(index)
    }
    for (item, lastLine) in zip(all, lastLines) {
      headings += 1
      let location = reading.location(item.line)
      try heading.run([
        SQLValue(headings), .text(reading.path), SQLValue(item.level), .text(item.text),
        .text(item.anchor), SQLValue(lastLine), SQLValue(item.line), .text(location.quote),
      ])
      try add("heading", headings, of: reading, [location.quote])
    }
    try addDamage(reading)
    return first
  }

  /// Stores the lines of a document whose characters are damaged.
  private mutating func addDamage(_ reading: Reading) throws(SQLiteError) {
    for line in reading.damagedLines {
      let location = reading.location(line)
      try damage.run([.text(location.file), SQLValue(line), .text(location.quote)])
    }
  }

  /// Stores the smaller facts of a document.
  mutating func addFacts(_ reading: Reading) throws(SQLiteError) {
    for item in reading.facts.list {
      facts += 1
      let quote = reading.location(item.line).quote
      try fact.run([
        SQLValue(facts), .text(reading.path), SQLValue(item.line), .text(item.kind),
        .text(item.subject), .text(item.value), .text(quote),
      ])
      if Self.describes(item.kind) { try add("fact", facts, of: reading, [quote]) }
    }
  }

  /// Stores the topics of the texts of one row.
  mutating func add(
    _ table: String,
    _ id: Int,
    of reading: Reading,
    _ texts: [String]
  ) throws(SQLiteError) {
    for name in Set(texts.flatMap { words.topics(of: $0) }).sorted() {
      try topic.run([.text(table), SQLValue(id), .text(name), .text(reading.path)])
    }
  }

  /// Whether checks ask what a fact of this kind speaks of.
  private static func describes(_ kind: String) -> Bool {
    !(kind == "placeholder" || kind == "link" || kind == "estimate" || kind == "contact"
      || kind.hasPrefix("objective") || kind.hasPrefix("doc."))
  }
}
