/// What stands where a name, a number or an address is expected.
struct ContactValue {
  /// How much of it is there.
  enum State: Sendable {
    case stated
    case placeholder
    case masked
    case blank
  }

  let state: State
  let email: String?
  let phone: String?
  /// "24/7", "Business hours".
  let hours: String?

  init(_ text: String, _ words: Vocabulary) {
    let bytes = Array(text.utf8)
    let at = UInt8(ascii: "@")
    email =
      bytes.contains(at)
      ? Self.token(bytes) { $0.contains(at) && $0.contains(UInt8(ascii: ".")) } : nil
    phone = Self.phone(bytes)
    let folded = FoldedText(folding: text)
    let duty = words.facts.contacts.duty.first(in: folded, 0..<bytes.count)
    hours = duty.map { String(bytes[$0.range]) }
    if folded.bytes.starts(with: "___".utf8) {
      state = .placeholder
    } else if !bytes.contains(where: \.isLetterOrDigit)
      || bytes.count < 5 && folded.contains(words.na)
    {
      state = .blank
    } else if Self.isMasked(folded) {
      state = .masked
    } else if Self.isPlaceholder(text, folded, words) {
      state = .placeholder
    } else {
      state = .stated
    }
  }

  /// Whether the text holds something by which a person is reached, or the place for it.
  var isReach: Bool {
    email != nil || phone != nil || hours != nil || state == .masked || state == .placeholder
  }

  /// "+1-XXX-XXX-XXXX", "1-800-xxx-xxxx", "+33 X XX XX XX XX".
  static func isMasked(_ text: FoldedText) -> Bool {
    let mask = Array("xxx".utf8)
    guard text.bytes.count >= 7, text.bytes.contains(mask[0]) else { return false }
    for offset in 0..<(text.bytes.count - 2) where text.bytes[offset...].starts(with: mask) {
      let before = text.bytes[..<offset].suffix(2)
      let after = text.bytes[(offset + 3)...].prefix(2)
      if (before + after).contains(where: { "-. )+".utf8.contains($0) }),
        (before + after).contains(where: { $0.isDigit || $0 == UInt8(ascii: "x") })
      {
        return true
      }
    }
    return isMaskedByPairs(text)
  }

  private static func isMaskedByPairs(_ text: FoldedText) -> Bool {
    guard text.bytes.contains(where: { $0.isDigit || $0 == UInt8(ascii: "+") }) else {
      return false
    }
    let pair = Array("xx".utf8)
    return text.bytes.indices.dropLast(4).contains { start in
      text.bytes[start...].starts(with: pair) && " .-".utf8.contains(text.bytes[start + 2])
        && text.bytes[(start + 3)...].starts(with: pair) && text.isEdge(start)
        && text.isEdge(start + 5)
    }
  }

  private static func isPlaceholder(
    _ text: String,
    _ folded: FoldedText,
    _ words: Vocabulary
  )
    -> Bool
  {
    if hasGap(folded.bytes) { return true }
    let inner = String(folded.bytes[...].trimmed { "()<> _".utf8.contains($0) })
    let isWrapped = inner.utf8.count < folded.bytes.count
    return words.placeholders.contains(Array(inner.utf8)) || inner.isEmpty
      || isWrapped && words.facts.document.dummies.contains(inner)
  }

  /// "[Name]", "<phone>", "{{ lead }}", "${LEAD}".
  private static func hasGap(_ bytes: [UInt8]) -> Bool {
    bytes.indices.dropLast().contains { offset in
      let next = bytes[offset + 1]
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "<"):
        let isIndex = offset > 0 && bytes[offset - 1].isLetterOrDigit
        return !isIndex && (next.isLetter || next == UInt8(ascii: "["))
      case UInt8(ascii: "{"): return next == UInt8(ascii: "{")
      case UInt8(ascii: "$"): return next == UInt8(ascii: "{")
      default: return false
      }
    }
  }

  /// What stands between two tokens.
  private static let ends = ByteSet(" \t\r\n,;()<>|".utf8)

  private static func token(
    _ bytes: [UInt8],
    _ isOne: (ArraySlice<UInt8>) -> Bool
  ) -> String? {
    bytes.split(whereSeparator: ends.contains).first(where: isOne).map {
      String($0)
    }
  }

  /// Seven digits and more with the signs of a number between them, or "+1-800-CALL-NOW".
  private static func phone(_ bytes: [UInt8]) -> String? {
    var start = 0
    while start < bytes.count {
      guard isPhoneSign(bytes[start]) else {
        start += 1
        continue
      }
      let run = bytes[start...].prefix(while: isPhoneSign)
      let isFree = start == 0 || run.first == Byte.space || !isName(bytes[start - 1])
      if isFree, isPhone(run) { return String(unwrapped(run)) }
      if isFree, run.first == UInt8(ascii: "+") || run.starts(with: "1-8".utf8) {
        let token = bytes[start...].prefix { !Byte.isSpace($0) && !",;()|".utf8.contains($0) }
        if isLetteredPhone(token) { return String(token) }
      }
      start = run.endIndex + 1
    }
    return nil
  }

  /// A number without spaces, and without brackets around the whole of it.
  private static func unwrapped(_ run: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let number = run.trimmed(of: Byte.isSpace)
    let isWrapped = number.first == UInt8(ascii: "(") && number.last == UInt8(ascii: ")")
    return isWrapped ? number.dropFirst().dropLast() : number
  }

  /// A digit, or a sign that stands between digits: one of "+-() ./".
  private static func isPhoneSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2B, 0x2D...0x39: true
    default: false
    }
  }

  /// What a number is part of: an address, an identifier.
  private static func isName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || "/=_#?&%".utf8.contains(byte)
  }

  private static func isPhone(_ run: ArraySlice<UInt8>) -> Bool {
    let run = run.trimmed { Byte.isSpace($0) || "./-".utf8.contains($0) }
    let digits = run.count(where: \.isDigit)
    guard digits >= 7, digits <= 15, !run.contains(UInt8(ascii: "/")) else { return false }
    // Neither an address of the network nor a day nor the number of an account.
    let parts = run.split { !$0.isDigit }
    let isDotted = run.contains(UInt8(ascii: ".")) && parts.count == 4
    let isDay = parts.count == 3 && parts[0].count == 4 && parts[2].count == 2
    return !isDotted && !isDay && !(parts.count == 1 && digits > 11 && run.count == digits)
  }

  private static func isLetteredPhone(_ token: ArraySlice<UInt8>) -> Bool {
    token.count(where: \.isDigit) >= 4 && token.contains { $0 >= 65 && $0 <= 90 }
      && token.allSatisfy { $0.isDigit || $0 >= 65 && $0 <= 90 || "+-".utf8.contains($0) }
  }
}
