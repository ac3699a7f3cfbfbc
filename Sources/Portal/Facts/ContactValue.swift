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
    email = Self.token(bytes) { $0.contains(UInt8(ascii: "@")) && $0.contains(UInt8(ascii: ".")) }
    phone = Self.phone(bytes)
    let folded = FoldedText(folding: text)
    hours = folded.contains(Self.always) ? "24/7" : nil
    if !bytes.contains(where: \.isLetterOrDigit) || folded.contains(words.na) && bytes.count < 5 {
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

  private static let always = ["24/7", "24x7", "24×7", "7x24", "rund um die uhr"].map {
    Array($0.utf8)
  }

  /// "+1-XXX-XXX-XXXX", "1-800-xxx-xxxx".
  static func isMasked(_ text: FoldedText) -> Bool {
    let mask = Array("xxx".utf8)
    guard text.bytes.count >= 7 else { return false }
    for offset in 0..<(text.bytes.count - 2) where text.bytes[offset...].starts(with: mask) {
      let before = text.bytes[..<offset].suffix(2)
      let after = text.bytes[(offset + 3)...].prefix(2)
      if (before + after).contains(where: { "-. )+".utf8.contains($0) }),
        (before + after).contains(where: { $0.isDigit || $0 == UInt8(ascii: "x") })
      {
        return true
      }
    }
    return false
  }

  private static func isPlaceholder(
    _ text: String,
    _ folded: FoldedText,
    _ words: Vocabulary
  )
    -> Bool
  {
    if text.utf8.contains(UInt8(ascii: "[")) || text.contains("{{") || text.contains("${") {
      return true
    }
    let inner = String(folded.bytes[...].trimmed { "()<> _".utf8.contains($0) })
    let isWrapped = inner.utf8.count < folded.bytes.count
    return words.placeholders.contains(Array(inner.utf8)) || inner.isEmpty
      || isWrapped && words.facts.document.dummies.contains(inner)
  }

  private static func token(
    _ bytes: [UInt8],
    _ isOne: (ArraySlice<UInt8>) -> Bool
  ) -> String? {
    bytes.split { Byte.isSpace($0) || ",;()<>|".utf8.contains($0) }.first(where: isOne).map {
      String($0)
    }
  }

  /// Seven digits and more with the signs of a number between them.
  private static func phone(_ bytes: [UInt8]) -> String? {
    var start = 0
    while start < bytes.count {
      let run = bytes[start...].prefix { $0.isDigit || "+-() ./".utf8.contains($0) }
      let digits = run.count(where: \.isDigit)
      if digits >= 7, digits <= 15, !run.contains(UInt8(ascii: "/")) {
        return String(run.trimmed(of: Byte.isSpace))
      }
      start = run.endIndex + 1
    }
    return nil
  }
}
