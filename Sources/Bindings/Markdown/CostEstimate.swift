/// What parsing a text will cost, added up line by line.
///
/// A run of lines without an empty one stands for a paragraph: it may be longer than the real one,
/// never shorter, so that the estimate is too high rather than too low.
struct CostEstimate {
  private let budget: Int
  private var costs = Costs()
  private var line = 0
  private var run = Run()
  /// How deep the last line stands in lists and quotes, at most.
  private var depth = 0
  private var previousIsBlank = true
  /// The longest text that may define a link, in bytes, and how often a link may use one.
  private var longestDefinition = 0
  private var uses = 0

  init(size: Int) { budget = Self.budget(of: size) }

  /// The nanoseconds that a text of some bytes may take.
  static func budget(of size: Int) -> Int { 500_000_000 + size * 1_000 }

  /// In bytes; the bound of a larger text is of no use.
  static let largestBounded = 1 << 16

  /// A bound that no estimate of the text exceeds: as if all that costs stood in one paragraph.
  ///
  /// A few counts pass nearly every document without a look at its lines.
  static func bound(of source: Span<UInt8>) -> Int {
    let size = source.count + 1
    let lines = source.count(of: 10) + source.count(of: 13) + 1
    let open = source.count(of: 0x5B)
    let closed = source.count(of: 0x5D)
    let pipes = source.count(of: 0x7C)
    let brackets = open * closed * 8
    let declarations = source.count(of: 0x3C) * size
    let definitions = size * closed * 5
    let heads = lines * (size * 60 + lines * lines)
    let tables = pipes * pipes * 6 + heads + lines * (pipes + 1) * 2_000
    let addresses = source.count(of: 0x29) * size + source.count(of: 0x40) * 12_000
    return brackets + declarations + definitions + tables + addresses + lines * size * 20
  }

  /// In nanoseconds.
  var total: Int { costs.total }

  /// Whether the text is refused.
  var isExceeded: Bool { total > budget }

  /// The line at which the sum passed the budget, and its largest part.
  var refusal: (line: Int, reason: String)? {
    isExceeded ? (max(run.firstLine, 1), costs.reason) : nil
  }

  /// Adds one line.
  mutating func add(_ source: Span<UInt8>, _ range: Range<Int>) {
    line += 1
    let prefix = Prefix(source, range)
    costs.nesting += depth * 20
    if prefix.isBlank {
      endRun()
      previousIsBlank = true
      return
    }
    depth = previousIsBlank ? prefix.depth : max(depth, prefix.depth)
    previousIsBlank = false
    if run.bytes == 0 { run = Run(firstLine: line) }
    addCharacters(source, range)
    run.bytes += range.count + 1
    run.lines += 1
  }

  /// Closes the paragraph: what depends on its whole length is known now.
  mutating func endRun() {
    guard run.bytes > 0, !isExceeded else { return }
    // The library looks for the end of each of them in the rest of the paragraph.
    costs.declarations += (run.declarations * run.bytes - run.declarationOffsets) * 7 / 10
    endDefinition(at: run.bytes)
    uses += run.brackets
    costs.definitions = longestDefinition > 200 ? longestDefinition * uses * 5 : 0
    if !isExceeded { run.bytes = 0 }
  }

  /// A definition lasts until the next one, or to the end of the paragraph.
  private mutating func endDefinition(at end: Int) {
    if let start = run.definition { longestDefinition = max(longestDefinition, end - start) }
  }

  private mutating func addCharacters(_ source: Span<UInt8>, _ range: Range<Int>) {
    var pipes = 0
    var isDelimiter = true
    var hasDash = false
    var word = Word(start: range.lowerBound)
    let signs = Self.signs
    let signOf = signs.span
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      index += 1
      // Most are letters.
      if byte &- 0x61 < 26 {
        isDelimiter = false
        continue
      }
      switch signOf[Int(byte)] {
      case .plain: isDelimiter = false
      case .colon: break
      case .space:
        if word.parentheses > 0 { costs.addresses += word.cost(upTo: index - 1) }
        word = Word(start: index - 1)
      case .pipe: pipes += 1
      case .dash: hasDash = true
      case .counted:
        isDelimiter = false
        if byte == 0x29 { word.parentheses += 1 }
        count(
          byte,
          before: index < range.upperBound ? source[index] : 0,
          index - 1 - range.lowerBound
        )
      }
    }
    costs.addresses += word.cost(upTo: range.upperBound)
    addTable(pipes, isDelimiter && hasDash)
  }

  /// What a byte may cost.
  private enum Sign: UInt8 {
    case plain
    case space
    case pipe
    case dash
    case colon
    case counted
  }

  /// For each byte; letters, digits and most signs cost nothing.
  private static let signs: [Sign] = (0...255).map { byte in
    switch UInt8(byte) {
    case 0x20, 0x09: .space
    case 0x7C: .pipe
    case 0x2D: .dash
    case 0x3A: .colon
    case 0x29, 0x3C, 0x40, 0x5B, 0x5D: .counted
    default: .plain
    }
  }

  private mutating func count(_ byte: UInt8, before next: UInt8, _ offset: Int) {
    switch byte {
    case 0x5B: run.open += 1
    case 0x5D:
      costs.brackets += run.open * 8
      run.open = max(0, run.open - 1)
      run.brackets += 1
      if next == 0x3A {
        endDefinition(at: run.bytes + offset)
        run.definition = run.bytes + offset
      }
    case 0x3C where next == 0x21 || next == 0x3F:
      run.declarations += 1
      run.declarationOffsets += run.bytes + offset
    case 0x40: costs.addresses += 12_000
    default: break
    }
  }

  /// Rows are as wide as their head, and each line of dashes may end the head of a table.
  private mutating func addTable(_ pipes: Int, _ isDelimiter: Bool) {
    costs.tables += pipes * pipes * 6
    if isDelimiter {
      costs.tables += run.bytes * 60 + run.lines * run.lines * 6 / 10
      run.columns = max(run.columns, pipes + 1)
    } else {
      costs.tables += max(0, run.columns - pipes - 1) * 2_000
    }
  }
}

/// Nanoseconds by what causes them.
private struct Costs {
  var brackets = 0
  var declarations = 0
  var definitions = 0
  var tables = 0
  var addresses = 0
  var nesting = 0

  var total: Int { brackets + declarations + definitions + tables + addresses + nesting }

  /// What the largest part comes from.
  var reason: String {
    let parts = [
      (brackets, "too many brackets are open at once"),
      (declarations, "a paragraph holds too many \"<!\" or \"<?\""),
      (definitions, "a long link definition is used too often"),
      (tables, "a table is too wide, or a paragraph holds too many table heads"),
      (addresses, "too many addresses or closing parentheses stand in one place"),
      (nesting, "lists or quotes are nested too deeply"),
    ]
    return parts.max { $0.0 < $1.0 }?.1 ?? ""
  }
}

/// Lines without an empty one between them.
private struct Run {
  var firstLine = 1
  var definition: Int?
  var bytes = 0
  var lines = 0
  var open = 0
  var brackets = 0
  var declarations = 0
  var declarationOffsets = 0
  var columns = 0
}

/// Characters without a space: an address is cut at its end once for each parenthesis.
private struct Word {
  let start: Int
  var parentheses = 0

  func cost(upTo end: Int) -> Int { parentheses * (end - start) * 4 / 10 }
}

/// The spaces and markers with which a line starts.
private struct Prefix {
  var depth = 0
  var end: Int
  var isBlank = true

  init(_ source: Span<UInt8>, _ range: Range<Int>) {
    var columns = 0
    end = range.lowerBound
    scan: while end < range.upperBound {
      switch source[end] {
      case 0x20: columns += 1
      case 0x09: columns += 4
      case 0x3E, 0x2D, 0x2A, 0x2B, 0x2E, 0x29: depth += 1
      case 0x30...0x39: isBlank = false
      default: break scan
      }
      end += 1
    }
    isBlank = isBlank && end == range.upperBound && depth == 0
    if end == range.upperBound, !isBlank { end -= 1 }
    depth += columns / 2
  }
}
