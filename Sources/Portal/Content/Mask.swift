/// Hides credentials before a text of the content is printed, stored or shown.
///
/// Hidden are the password of `user:password@host`, and the value after words such as `password=`,
/// `Authorization: Bearer`, and keys by their form (`AKIA…`, `ghp_…`, `-----BEGIN … PRIVATE KEY`).
enum Mask {
  private static let dots = "••••••"

  /// The text with credentials replaced by dots.
  static func masked(_ text: String) -> String {
    guard mayHold(text) else { return text }
    var bytes = Array(text.utf8)
    for secret in secrets(in: bytes).reversed() { bytes.replaceSubrange(secret, with: dots.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The ranges of credentials in a text, in order.
  static func secrets(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let secret = secret(in: bytes, at: index), !secret.isEmpty {
        found.append(secret)
        index = secret.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// A quick look that lets nearly every line pass without a second one.
  private static func mayHold(_ text: String) -> Bool {
    text.utf8.contains {
      $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_")
    }
      || text.utf8.count >= 20
  }

  private static func secret(in bytes: [UInt8], at index: Int) -> Range<Int>? {
    if bytes[index...].starts(with: "://".utf8) { return userPassword(bytes, after: index + 3) }
    guard index == 0 || !bytes[index - 1].isLetterOrDigit else { return nil }
    for prefix in prefixes where bytes[index...].starts(with: prefix.utf8) {
      let end = wordEnd(bytes, from: index + prefix.utf8.count)
      return end - index >= prefix.utf8.count + 8 ? index..<end : nil
    }
    for word in words where matches(bytes, word, at: index) {
      return value(bytes, after: index + word.utf8.count)
    }
    return nil
  }

  private static let prefixes = [
    "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_",
    "sk-", "eyJ", "npm_", "AIza", "dckr_pat_",
  ]

  private static let words = [
    "password", "passwd", "pgpassword", "mysql_pwd", "secret", "secret_key", "secret_access_key",
    "aws_secret_access_key", "api_key", "apikey", "api-key", "access_token", "auth_token", "token",
    "bearer", "oauth", "passphrase", "client_secret", "private_key",
  ]

  /// The password of "user:password@" in an address.
  private static func userPassword(_ bytes: [UInt8], after start: Int) -> Range<Int>? {
    var colon: Int?
    for index in start..<min(bytes.count, start + 200) {
      switch bytes[index] {
      case UInt8(ascii: "@"): return colon.map { ($0 + 1)..<index }
      case Byte.colon: if colon == nil { colon = index }
      case UInt8(ascii: "/"), 32, UInt8(ascii: "\""), UInt8(ascii: "'"): return nil
      default: break
      }
    }
    return nil
  }

  private static func matches(_ bytes: [UInt8], _ word: String, at index: Int) -> Bool {
    let end = index + word.utf8.count
    guard end < bytes.count, !bytes[end].isLetterOrDigit, bytes[end] != UInt8(ascii: "_") else {
      return false
    }
    return zip(bytes[index..<end], word.utf8).allSatisfy { $0 | 32 == $1 | 32 }
  }

  /// The value after a word: "=value", ": value", "Bearer value"; variables and words are none.
  private static func value(_ bytes: [UInt8], after word: Int) -> Range<Int>? {
    var start = word
    var joints = 0
    while start < bytes.count, start - word < 4,
      Byte.isSpace(bytes[start]) || "=:\"'".utf8.contains(bytes[start])
    {
      if bytes[start] != Byte.space { joints += 1 }
      start += 1
    }
    let end = wordEnd(bytes, from: start)
    guard start < end, !"$<[{*•".utf8.contains(bytes[start]) else { return nil }
    let value = bytes[start..<end]
    // Without a joint ("Bearer abc") only what looks like a key is one.
    let isKey = value.count >= 16 && value.contains(where: \.isDigit)
    return joints > 0 && value.count >= 4 || isKey ? start..<end : nil
  }

  private static func wordEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 32, !"\"'`,;)]}<>|".utf8.contains(bytes[end]) { end += 1 }
    return end
  }
}
