/// The variables of a document by the block of code and their names.
struct BlockVariables: Sendable {
  private var values: [String: [(line: Int, value: String)]] = [:]

  init(_ variables: [ShellVariable]) {
    for variable in variables where variable.access == .set {
      guard let value = variable.value else { continue }
      values["\(variable.block) \(variable.name)", default: []].append((variable.line, value))
    }
  }

  /// What a name that is a variable, as "$FILE" or "${FILE}.gz", was set to last; nil otherwise.
  func value(of name: String, block: Int, line: Int) -> String? {
    let bytes = Array(name.utf8)
    guard !values.isEmpty, bytes.first == UInt8(ascii: "$") else { return nil }
    let isBraced = bytes.count > 1 && bytes[1] == UInt8(ascii: "{")
    let word = bytes[(isBraced ? 2 : 1)...].prefix {
      $0.isLetterOrDigit || $0 == UInt8(ascii: "_")
    }
    let next = word.endIndex < bytes.count ? bytes[word.endIndex] : nil
    guard isBraced ? next == UInt8(ascii: "}") : next == nil || next == UInt8(ascii: ".") else {
      return nil
    }
    let key = "\(block) \(String(decoding: word, as: UTF8.self))"
    let set = values[key]?.last { $0.line <= line && !Self.isArgument($0.value) }
    return set.map { set in
      let value = Array(set.value.utf8)[...].trimmed { "\"'".utf8.contains($0) }
      return String(decoding: value, as: UTF8.self)
    }
  }

  /// Whether a value is what the script is called with: "$1".
  private static func isArgument(_ value: String) -> Bool {
    zip(value.utf8, value.utf8.dropFirst()).contains { $0 == UInt8(ascii: "$") && $1.isDigit }
  }
}
