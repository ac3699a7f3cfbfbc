/// Reads the parts of a span from left to right.
struct SpanReader {
  let text: FoldedText
  let words: Vocabulary
  var offset: Int
  /// Whether "+" follows the number: "27+ hours".
  private var isOpen = false

  init(text: FoldedText, words: Vocabulary, offset: Int) {
    self.text = text
    self.words = words
    self.offset = offset
  }

  /// What stands before the number.
  mutating func qualifier() -> Span.Qualifier? {
    var found: Span.Qualifier?
    while let (end, qualifier) = nextQualifier() {
      // "under ~1 h" is a bound.
      if found == nil || qualifier != .about { found = qualifier }
      offset = text.skipSpaces(end)
    }
    return found
  }

  private func nextQualifier() -> (Int, Span.Qualifier)? {
    guard offset < text.bytes.count else { return nil }
    if let (qualifier, end) = words.facts.qualifiers.longest(in: text, at: offset) {
      return (end, qualifier)
    }
    let (sign, count) = text.sign(at: offset)
    switch sign {
    case UInt8(ascii: "<"): return (offset + count, .strict)
    case UInt8(ascii: ">"): return (offset + count, .least)
    case UInt8(ascii: "~"): return (offset + count, .about)
    default: return nil
    }
  }

  /// What stands behind the unit, where that turns the meaning: "or more", "未満".
  func closing() -> Span.Qualifier? {
    if isOpen { return .least }
    return words.facts.closings.longest(in: text, at: text.skipSpaces(offset))?.value
  }

  /// "2 hours 15 minutes", "2-4 hours", "30 minutes - 2 hours", "half an hour", "PT4H", "0".
  mutating func quantity(_ defaultUnit: Int?) -> (Int, Int)? {
    if let (seconds, end) = ISODuration.read(text, at: offset) {
      offset = end
      return (seconds, seconds)
    }
    if let (seconds, end) = words.facts.spans.longest(in: text, at: offset) {
      offset = end
      return (seconds, seconds)
    }
    let isBetween = skip(words.facts.between)
    guard let first = number() else { return nil }
    if isBetween, let (high, unit) = rangeEnd(isBetween), let unit {
      return (seconds(first, unit), max(seconds(first, unit), compound(high, unit)))
    }
    if let unit = unit() {
      let low = compound(first, unit)
      guard let (high, highUnit) = rangeEnd(isBetween) ?? rangeEndBehindNote() else {
        return (low, low)
      }
      let top = compound(high, highUnit ?? unit)
      return top >= low ? (low, top) : (low, low)
    }
    if let (high, highUnit) = rangeEnd(isBetween), let unit = highUnit ?? defaultUnit {
      return (seconds(first, unit), max(seconds(first, unit), compound(high, unit)))
    }
    if first == 0, isBare() || isLoss() { return (0, 0) }
    guard let defaultUnit, isBare() else { return nil }
    return (seconds(first, defaultUnit), seconds(first, defaultUnit))
  }

  private func seconds(_ number: Double, _ unit: Int) -> Int {
    let value = (number * Double(unit)).rounded()
    return value < 1e12 ? Int(value) : 0
  }

  private mutating func skip(_ some: [[UInt8]]) -> Bool {
    guard offset < text.bytes.count, let word = some.first(where: { text.has($0, at: offset) })
    else { return false }
    offset = text.skipSpaces(offset + word.count)
    return true
  }

  /// Adds "15 minutes" to "2 hours", "30m" to "1h" and "30" to "1h".
  private mutating func compound(_ number: Double, _ unit: Int) -> Int {
    var total = seconds(number, unit)
    if unit == 3600, let minutes = minutesBehindHours() { return total + minutes * 60 }
    var smallest = unit
    while true {
      let start = offset
      offset = text.skipSpaces(offset)
      _ = skip(words.joints)
      guard let more = self.number(), let moreUnit = self.unit(), moreUnit < smallest else {
        offset = start
        return total
      }
      total += seconds(more, moreUnit)
      smallest = moreUnit
    }
  }

  /// "1h30" and "4h00".
  private mutating func minutesBehindHours() -> Int? {
    guard offset > 0, text.bytes[offset - 1] == UInt8(ascii: "h"), let tens = next(0), tens.isDigit,
      let ones = next(1), ones.isDigit, next(2)?.isLetterOrDigit != true
    else { return nil }
    offset += 2
    return Int(tens - 48) * 10 + Int(ones - 48)
  }

  /// "to 4 hours" after "5 minutes (replica)".
  private mutating func rangeEndBehindNote() -> (Double, Int?)? {
    let start = offset
    let open = text.skipSpaces(offset)
    guard open < text.bytes.count, text.bytes[open] == UInt8(ascii: "("),
      let close = text.bytes[open...].prefix(40).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    offset = close + 1
    if let end = rangeEnd(false), end.1 != nil { return end }
    offset = start
    return nil
  }

  /// "- 4 hours" after "2" or "2 hours"; "and 4 hours" after "between 2".
  private mutating func rangeEnd(_ isBetween: Bool) -> (Double, Int?)? {
    let start = offset
    offset = text.skipSpaces(offset)
    guard offset < text.bytes.count, words.rangeStarts.contains(text.bytes[offset]) else {
      offset = start
      return nil
    }
    for separator in isBetween ? words.ranges + words.joints : words.ranges {
      let isSign = !separator[0].isASCIILetter
      guard text.bytes[offset] == separator[0],
        isSign ? text.bytes[offset...].starts(with: separator) : text.has(separator, at: offset)
      else { continue }
      offset = text.skipSpaces(offset + separator.count)
      if let number = number() {
        let end = offset
        if let unit = unit() { return (number, unit) }
        offset = end
        if separator != [UInt8(ascii: "-")] || isBare() { return (number, nil) }
      }
      break
    }
    offset = start
    return nil
  }

  // MARK: Numbers

  private mutating func number() -> Double? {
    guard let value = digits() ?? fractionSign() ?? numberWord() else { return nil }
    if next(0) == UInt8(ascii: "+") {
      isOpen = true
      offset += 1
    }
    skipRestated()
    return value
  }

  /// "4", "1.5", "1,5", "1/2", "4:30" before hours; also in wide digits.
  private mutating func digits() -> Double? {
    let start = offset
    guard let value = whole(limit: 9) else { return nil }
    let sign = next(0)
    if sign == UInt8(ascii: "."), isTooLong() {
      offset = start
      return nil
    }
    if sign == UInt8(ascii: ".") || sign == UInt8(ascii: ","), next(1)?.isDigit == true {
      return value + decimals()
    }
    if sign == UInt8(ascii: "/"), value == 1, next(1) == UInt8(ascii: "2"), hasUnit(at: offset + 2)
    {
      offset += 2
      return 0.5
    }
    if sign == Byte.colon, let tens = next(1), tens.isDigit, let ones = next(2), ones.isDigit,
      hasUnit(at: offset + 3, 3600)
    {
      offset += 3
      return value + Double(Int(tens - 48) * 10 + Int(ones - 48)) / 60
    }
    return value
  }

  private mutating func whole(limit: Int) -> Double? {
    var value = 0.0
    var count = 0
    while offset < text.bytes.count, count < limit {
      let (sign, length) = text.sign(at: offset)
      guard sign.isDigit else { break }
      value = value * 10 + Double(sign - 48)
      count += 1
      offset += length
    }
    return count > 0 ? value : nil
  }

  /// "10.0.0.1" and dates are no numbers of hours.
  private func isTooLong() -> Bool {
    var index = offset + 1
    while index < text.bytes.count, text.bytes[index].isDigit { index += 1 }
    return index > offset + 1 && index + 1 < text.bytes.count
      && text.bytes[index] == UInt8(ascii: ".") && text.bytes[index + 1].isDigit
  }

  private mutating func decimals() -> Double {
    offset += 1
    var value = 0.0
    var scale = 0.1
    while let digit = next(0), digit.isDigit {
      value += Double(digit - 48) * scale
      scale /= 10
      offset += 1
    }
    return value
  }

  /// "½", "¼" and "¾".
  private mutating func fractionSign() -> Double? {
    guard next(0) == 0xC2, let sign = next(1), sign >= 0xBC, sign <= 0xBE else { return nil }
    offset += 2
    return Double(sign == 0xBC ? 1 : sign == 0xBD ? 2 : 3) / 4
  }

  private mutating func numberWord() -> Double? {
    guard let (value, end) = words.facts.numbers.longest(in: text, at: offset) else { return nil }
    offset = end
    return value
  }

  /// Skips the number that is said again in brackets: "four (4) hours", "4 (four) hours".
  private mutating func skipRestated() {
    let start = text.skipSpaces(offset)
    guard start < text.bytes.count, text.bytes[start] == UInt8(ascii: "("),
      let close = text.bytes[start...].prefix(24).firstIndex(of: UInt8(ascii: ")")),
      hasUnit(at: close + 1)
    else { return }
    offset = close + 1
  }

  private func next(_ distance: Int) -> UInt8? {
    offset + distance < text.bytes.count ? text.bytes[offset + distance] : nil
  }

  // MARK: Units

  private func hasUnit(at offset: Int, _ seconds: Int? = nil) -> Bool {
    var reader = self
    reader.offset = offset
    guard let unit = reader.unit() else { return false }
    return seconds == nil || unit == seconds
  }

  private mutating func unit() -> Int? {
    var start = text.skipSpaces(offset)
    // "a 4-hour window"
    if start < text.bytes.count, text.bytes[start] == UInt8(ascii: "-") { start += 1 }
    guard start < text.bytes.count else { return nil }
    for (word, seconds) in words.units[Int(text.bytes[start])] {
      let end = start + word.count
      guard end <= text.bytes.count, text.bytes[start..<end].elementsEqual(word) else { continue }
      guard !word[0].isASCIILetter || text.isEdge(end) else { continue }
      offset = end
      return seconds
    }
    return nil
  }

  /// A number that stands alone: nothing follows but the end, a bracket or a separator.
  private func isBare() -> Bool {
    let end = text.skipSpaces(offset)
    guard end < text.bytes.count else { return true }
    return "()[],;|/*".utf8.contains(text.sign(at: end).byte)
      || text.bytes[end...].starts(with: [0xE3, 0x80])  // the comma and full stop of Japanese
      || text.bytes[end] == UInt8(ascii: ".")
        && (end + 1 == text.bytes.count || Byte.isSpace(text.bytes[end + 1]))
  }

  /// "0 data loss".
  private func isLoss() -> Bool {
    words.facts.marks.longest(in: text, at: text.skipSpaces(offset))?.value.has(.loss) == true
  }
}
