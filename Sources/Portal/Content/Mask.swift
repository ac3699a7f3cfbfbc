internal import Bindings

/// Hides credentials before a text of the content is kept, printed, stored or shown.
///
/// Hidden are the password of `user:password@host`, the value after words such as `password=` and
/// `Authorization: Bearer`, and keys that are known by their form (`AKIA…`, `ghp_…`). Variables and
/// placeholders stay: they are no secrets.
enum Mask {
  private static let dots = Array("••••••".utf8)

  /// The text with credentials replaced by dots; lines stay where they are.
  static func masked(_ text: String) -> String {
    String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  /// The bytes with credentials replaced by dots; the same bytes when there are none.
  static func masked(_ bytes: [UInt8]) -> [UInt8] {
    masked(bytes, secrets(in: bytes))
  }

  /// The bytes with the ranges that `secrets(in:)` found replaced by dots.
  static func masked(_ bytes: [UInt8], _ found: [Range<Int>]) -> [UInt8] {
    guard !found.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    for secret in found {
      result += bytes[start..<secret.lowerBound] + dots
      start = secret.upperBound
    }
    return result + bytes[start...]
  }

  /// The ranges of credentials in a text, in order; none spans a line.
  static func secrets(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let starts = starts
    let (table, text) = (starts.span, bytes.span)
    var end = 0
    // Whether a letter or digit stands before the block.
    var before: UInt64 = 0
    for first in stride(from: 0, to: text.count, by: 64) {
      let block = ByteBlock(text, at: first)
      let signs = block.letters | block.digits | block.wide
      // Most bytes start nothing: a look at eight lets them pass, and another one most words.
      var places = block.letters & ~(signs << 1 | before) | block.colons
      before = signs >> 63
      while places != 0 {
        let index = first &+ places.trailingZeroBitCount
        places &= places &- 1
        guard index >= end, index + 1 < text.count,
          table[Int(text[index]) << 8 | Int(text[index + 1])],
          let secret = secret(in: bytes, at: index), !secret.isEmpty
        else { continue }
        found.append(secret)
        end = secret.upperBound
      }
    }
    return found
  }

  /// Whether two bytes start a word, a key or an address, in either case.
  private static let starts: [Bool] = {
    var table = Array(repeating: false, count: 1 << 16)
    for word in prefixes + words + ["://"] {
      for text in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
        let bytes = Array(text.utf8)
        table[Int(bytes[0]) << 8 | Int(bytes[1])] = true
      }
    }
    return table
  }()

  private static let prefixes = [
    "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_",
    "sk-", "eyJ", "npm_", "AIza", "dckr_pat_",
  ]

  private static let words = [
    "password", "passwd", "pgpassword", "mysql_pwd", "secret", "secret_key", "secret_access_key",
    "aws_secret_access_key", "api_key", "apikey", "api-key", "access_token", "auth_token", "token",
    "bearer", "oauth", "passphrase", "client_secret", "private_key",
  ]

  private static let prefixesByFirst = byFirst(prefixes)
  private static let wordsByFirst = byFirst(words)

  /// For each byte the words that it begins.
  private static func byFirst(_ words: [String]) -> [[[UInt8]]] {
    var table: [[[UInt8]]] = Array(repeating: [], count: 256)
    for word in words.map({ Array($0.utf8) }) { table[Int(word[0])].append(word) }
    return table
  }

  /// The credential of a key or word at an offset that no letter or digit goes before.
  private static func secret(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    if bytes[index] == Byte.colon {
      return bytes[index...].starts(with: "://".utf8) ? userPassword(bytes, after: index + 3) : nil
    }
    let first = bytes[index]
    for prefix in prefixesByFirst[Int(first)] where bytes[index...].starts(with: prefix) {
      let end = wordEnd(bytes, from: index + prefix.count)
      return end - index >= prefix.count + 12 ? index..<end : nil
    }
    for word in wordsByFirst[Int(first | 32)] where matches(bytes, word, at: index) {
      return value(bytes, after: index + word.count)
    }
    return nil
  }

  /// The password of "user:password@" in an address.
  private static func userPassword(_ bytes: [UInt8], after start: Int) -> Range<Int>? {
    var colon: Int?
    for index in start..<min(bytes.count, start + 200) {
      switch bytes[index] {
      case UInt8(ascii: "@"):
        return colon.map { ($0 + 1)..<index }.flatMap { isOpen(bytes[$0]) ? nil : $0 }
      case Byte.colon: if colon == nil { colon = index }
      case UInt8(ascii: "/"), 0...32, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        return nil
      default: break
      }
    }
    return nil
  }

  private static func matches(_ bytes: [UInt8], _ word: [UInt8], at index: Int) -> Bool {
    let end = index + word.count
    guard end < bytes.count, !bytes[end].isLetterOrDigit, bytes[end] != UInt8(ascii: "_") else {
      return false
    }
    for (offset, byte) in word.enumerated() where bytes[index + offset] | 32 != byte | 32 {
      return false
    }
    return true
  }

  /// The value after a word: "=value", ": value", "Bearer value".
  private static func value(_ bytes: [UInt8], after word: Int) -> Range<Int>? {
    var start = word
    var joint: UInt8 = 0
    // Markup may stand between them: "**Password**: …", "`token`: …".
    while start < bytes.count, start - word < 6, " =:\"'*`".utf8.contains(bytes[start]) {
      if bytes[start] == UInt8(ascii: "=") || bytes[start] == Byte.colon { joint = bytes[start] }
      start += 1
    }
    let end = wordEnd(bytes, from: start)
    guard start < end, !isOpen(bytes[start..<end]) else { return nil }
    let value = bytes[start..<end]
    // After a colon or a space prose goes on: only what looks like a key is one.
    let isKey =
      value.count >= 8 && value.contains(where: \.isDigit) && value.contains(where: \.isLetter)
    let isSecret =
      joint == UInt8(ascii: "=")
      ? value.count >= 4 : joint != 0 ? isKey : isKey && value.count >= 16
    return isSecret ? start..<end : nil
  }

  /// Whether a value is a variable, a placeholder or hidden already.
  private static func isOpen(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    return "$<[{*%".utf8.contains(first) || value.starts(with: dots)
  }

  private static func wordEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 32, !"\"'`,;)]}<>|&".utf8.contains(bytes[end]) {
      end += 1
    }
    return end
  }
}
