/// What a copy of data is called where a command makes or reads it.
struct CopyName: Equatable, Sendable {
  /// Without the variable that stands for it.
  let name: String
  /// The last part of its path.
  let base: String
  /// What is the same on every day: of "shop-$DAY.sql.gz" it is "shop-".
  let stem: String

  /// Snapshots by name, and files whose name says that they are copies; nil for all else.
  init?(_ resource: ShellResource, value: String?, _ rules: CommandRules) {
    guard resource.kind == .snapshot || resource.kind == .file else { return nil }
    name = value ?? resource.name
    let folded = FoldedText(folding: name).bytes
    let isCopy = rules.copies.contains { folded.first(of: $0) != nil }
    guard resource.kind == .snapshot || isCopy else { return nil }
    var last = Array(name.utf8)[...]
    if resource.kind == .file {
      last = last.trimmedEnd { $0 == UInt8(ascii: "/") }
      last = last[((last.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
    }
    base = String(decoding: last, as: UTF8.self)
    stem = String(decoding: last.prefix(Self.stable(last)), as: UTF8.self)
  }

  /// How many bytes stand before a variable, a gap or a date.
  private static func stable(_ bytes: ArraySlice<UInt8>) -> Int {
    let end = bytes.indices.first { index in
      switch bytes[index] {
      case UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "*"): true
      case UInt8(ascii: "2"): bytes[index...].starts(with: "20".utf8)
      case UInt8(ascii: "Y"): bytes[index...].starts(with: "YYYY".utf8)
      default: false
      }
    }
    return (end ?? bytes.endIndex) - bytes.startIndex
  }
}
