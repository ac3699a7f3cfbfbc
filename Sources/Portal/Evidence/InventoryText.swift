/// The JSON of an inventory file, whatever way it was saved.
struct InventoryText {
  /// One JSON value; several values of a file stand in an array.
  let json: String
  /// Whether it is `[]`, `{}` or `null`, which every tool prints alike.
  let isEmpty: Bool

  /// A listing larger than this is refused, in bytes.
  static let largest = 256 << 20

  /// `tool` is the command to name where the output is not what it should be.
  init(_ raw: [UInt8], tool: String?, tables: [Adapter] = Adapter.all) throws(InventoryRefusal) {
    let again = tool.map { "run \"\($0)\" again" } ?? "run the command again"
    guard raw.count <= Self.largest else {
      throw InventoryRefusal(
        message: "the file is larger than \(Self.largest >> 20) MiB",
        fix: "list a shorter time, or split the file"
      )
    }
    let bytes = try InventoryText.decoded(raw, again)
    guard let start = bytes.firstIndex(where: { !Byte.isSpace($0) }) else {
      throw InventoryRefusal(
        message: "the file is empty: the command failed, which is not the same as no backups",
        fix: "\(again) and see that it exits with 0"
      )
    }
    let isJSON = "[{".utf8.contains(bytes[start]) || bytes[start...].starts(with: "null".utf8)
    guard isJSON else { throw InventoryText.textRefusal(bytes, from: start, again, tables) }
    let values = try InventoryText.values(bytes, again)
    if values.count == 1 {
      json = String(bytes[values[0]])
    } else {
      json = "[" + values.map { String(bytes[$0]) }.joined(separator: ",") + "]"
    }
    let isBare = values.count == 1 && values[0].count < 40
    let words = isBare ? bytes[values[0]].filter { !Byte.isSpace($0) } : []
    isEmpty = ["[]", "{}", "null"].contains { words.elementsEqual($0.utf8) }
  }

  /// UTF-8 without a mark, from UTF-8 or UTF-16 of either order.
  private static func decoded(_ raw: [UInt8], _ again: String) throws(InventoryRefusal) -> [UInt8] {
    let isLittle = raw.starts(with: [0xFF, 0xFE]) || raw.count > 3 && raw[1] == 0 && raw[0] != 0
    let isBig = raw.starts(with: [0xFE, 0xFF]) || raw.count > 3 && raw[0] == 0 && raw[1] != 0
    guard isLittle || isBig else {
      let bytes = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw InventoryRefusal(
          message: "the file is neither UTF-8 nor UTF-16",
          fix: "\(again) and save its output as it is"
        )
      }
      return bytes
    }
    let units = stride(from: 0, to: raw.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(raw[index]) | UInt16(raw[index + 1]) << 8
        : UInt16(raw[index]) << 8 | UInt16(raw[index + 1])
    }
    let text = units.first == 0xFEFF ? units.dropFirst() : units[...]
    return Array(String(decoding: text, as: UTF16.self).utf8)
  }

  private static func values(
    _ bytes: [UInt8],
    _ again: String
  ) throws(InventoryRefusal) -> [Range<Int>] {
    do throws(JSONScanner.Refusal) {
      return try JSONScanner.values(in: bytes)
    } catch {
      let line = bytes[..<error.offset].count { $0 == 10 } + 1
      let place = "at byte \(error.offset) (line \(line))"
      throw InventoryRefusal(
        message: error.isCut
          ? "the file is cut: the JSON ends too early, \(place)" : "\(error.reason), \(place)",
        fix: "\(again): nothing of a damaged listing is used",
        line: line
      )
    }
  }

  /// What a text says that is no JSON: an error, a table for people, or words before the JSON.
  private static func textRefusal(
    _ bytes: [UInt8],
    from start: Int,
    _ again: String,
    _ tables: [Adapter]
  ) -> InventoryRefusal {
    let line = bytes[..<start].count { $0 == 10 } + 1
    let lines = bytes[start...].split(separator: 10).map { $0.trimmed(of: Byte.isSpace) }
    let first = Mask.masked(String(lines[0].prefix(200)))
    let lowered = first.lowercased()
    let errors = [
      "fatal", "error", "an error", "traceback", "unable", "usage:", "panic", "warning",
    ]
    if lines.dropFirst().contains(where: { $0.first.map("[{".utf8.contains) ?? false }) {
      return InventoryRefusal(
        message: "text stands before the JSON: \"\(first)\"",
        fix: "\(again) with \"2>/dev/null\", so that only its output is saved",
        line: line
      )
    }
    if errors.contains(where: { lowered.hasPrefix($0) }) || lowered.contains("error:") {
      return InventoryRefusal(
        message: "the file holds an error message: \"\(first)\"",
        fix: "\(again) and see that it exits with 0",
        line: line
      )
    }
    let words = lines[0].split(whereSeparator: { Byte.isSpace($0) }).map { String($0) }
    let table = tables.first { !$0.table.isEmpty && words.starts(with: $0.table) }
    return InventoryRefusal(
      message: "the file is no JSON: it starts with \"\(first)\"",
      fix: table.map { "save the output of \"\($0.tool)\"" } ?? "\(again) and save its JSON",
      line: line
    )
  }
}
