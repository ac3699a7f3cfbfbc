internal import Bindings

/// The text of an inventory file as JSON, whatever way it was saved.
struct InventoryText {
  /// What the file holds.
  enum Form { case json, xml, lines }

  let form: Form
  /// All of it as one JSON value: several values, or the lines of a text, stand in an array.
  let whole: ArraySlice<UInt8>
  /// The first lines of a text in the same way.
  let head: String
  /// The values of a file that holds several after each other; else none.
  let parts: [ArraySlice<UInt8>]
  let shape: JSONShape
  /// Where the elements of `whole` begin, if it is one list of JSON.
  let elements: [Int]
  /// Whether it is `[]`, `{}` or `null`, which every tool prints alike.
  let isEmpty: Bool
  /// Where the listing was broken off by an error, as a line of a text.
  private(set) var brokenOff: (line: Int, text: String)?
  private let bytes: [UInt8]
  private let start: Int
  private let again: String

  /// A listing larger than this is refused, in bytes.
  static let largest = 1 << 30

  /// `tool` is the command to name where the output is not what it should be.
  init(_ raw: [UInt8], tool: String?) throws(InventoryRefusal) {
    again = tool.map { "run \"\($0)\" again" } ?? "run the command again"
    (bytes, start) = try InventoryText.text(raw, again)
    if bytes[start] == UInt8(ascii: "<") {
      let json = Array(try InventoryText.checked(bytes, again, XMLText.json).text.utf8)
      shape = try InventoryText.checked(json, again, JSONScanner.reading).shape
      (form, whole, head, parts, isEmpty) = (.xml, json[...], "", [], false)
      elements = []
    } else if "[{".utf8.contains(bytes[start]) || bytes[start...].starts(with: "null".utf8) {
      let reading = try InventoryText.checked(bytes, again, JSONScanner.reading)
      let (text, values) = (InventoryText.mended(bytes, reading.zeros), reading.values)
      let parts = values.count > 1 ? values.map { text[$0] } : []
      whole = parts.isEmpty ? text[values[0]] : InventoryText.list(parts)
      isEmpty = values.count == 1 && InventoryText.isEmpty(text[values[0]])
      (form, head, self.parts, shape) = (.json, "", parts, reading.shape)
      elements = reading.elements
    } else {
      form = .lines
      let lines = InventoryText.lines(bytes)
      whole = JSON.array(lines.map(\.json)).bytes[...]
      head = JSON.array(lines.prefix(200).map(\.json)).text
      brokenOff = lines.first { InventoryText.isError($0.text) }.map { ($0.line, $0.text) }
      (parts, shape, isEmpty, elements) = ([], JSONShape([]), false, [])
    }
  }

  /// SQLite would end a text at a zero byte: two names that differ behind it would be one.
  private static func mended(_ bytes: [UInt8], _ zeros: [Int]) -> [UInt8] {
    var text = bytes
    for start in zeros { text.replaceSubrange(start..<start + 6, with: "\\ufffd".utf8) }
    return text
  }

  private static func list(_ values: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    var list: [UInt8] = []
    list.reserveCapacity(values.reduce(2) { $0 + $1.count + 1 })
    for value in values {
      list.append(UInt8(ascii: list.isEmpty ? "[" : ","))
      list += value
    }
    list.append(UInt8(ascii: "]"))
    return list[...]
  }

  /// The file in UTF-8, and where its first character stands.
  private static func text(
    _ raw: [UInt8],
    _ again: String
  ) throws(InventoryRefusal) -> ([UInt8], Int) {
    guard raw.count <= Self.largest else {
      throw InventoryRefusal(
        message: "the file is larger than \(Self.largest >> 20) MiB",
        fix: "list a shorter time, or split the file"
      )
    }
    guard let bytes = decoded(raw) else {
      throw InventoryRefusal(
        message: "the file is neither UTF-8 nor UTF-16",
        fix: "\(again) and save its output as it is"
      )
    }
    guard let start = bytes.firstIndex(where: { !Byte.isSpace($0) }) else {
      throw InventoryRefusal(
        message: "the file is empty: the command failed, which is not the same as no backups",
        fix: "\(again) and see that it exits with 0"
      )
    }
    return (bytes, start)
  }

  private static func isEmpty(_ value: ArraySlice<UInt8>) -> Bool {
    guard value.count < 40 else { return false }
    let words = value.filter { !Byte.isSpace($0) }
    return ["[]", "{}", "null"].contains { words.elementsEqual($0.utf8) }
  }

  /// Whether it begins with the words of an error.
  var isError: Bool { brokenOff.map { $0.line == line(of: start) } ?? false }

  /// Why a text that no adapter knows says nothing.
  func refusal(_ adapters: [Adapter]) -> InventoryRefusal {
    let lines = bytes[start...].split(separator: 10).map { $0.trimmed(of: Byte.isSpace) }
    let first = Mask.masked(String(lines[0].prefix(200)))
    let line = line(of: start)
    if lines.dropFirst().contains(where: { $0.first.map("[{".utf8.contains) ?? false }) {
      return InventoryRefusal(
        message: "text stands before the JSON: \"\(first)\"",
        fix: "\(again) with \"2>/dev/null\", so that only its output is saved",
        line: line
      )
    }
    if isError {
      return InventoryRefusal(
        message: "the file holds an error message: \"\(first)\"",
        fix: "\(again) and see that it exits with 0",
        line: line
      )
    }
    let tool = lines.prefix(5).lazy.compactMap { InventoryText.tool(of: $0, adapters) }.first
    return InventoryRefusal(
      message: "the file is no JSON: it starts with \"\(first)\"",
      fix: tool.map { "save the output of \"\($0)\"" } ?? "\(again) and save its JSON",
      line: line
    )
  }

  private func line(of offset: Int) -> Int { bytes[..<offset].count { $0 == 10 } + 1 }

  /// The command that prints for programs what this line prints for people.
  private static func tool(of line: ArraySlice<UInt8>, _ adapters: [Adapter]) -> String? {
    let words = line.split(whereSeparator: { Byte.isSpace($0) }).map { String($0) }
    return adapters.first { $0.tables.contains { words.starts(with: $0) } }?.tool
  }

  private static func isError(_ line: String) -> Bool {
    let lowered = line.prefix(200).lowercased()
    let errors = [
      "fatal", "error", "an error", "traceback", "unable", "usage:", "panic", "warning",
      "ls: cannot", "find: ", "stat: cannot", "permission denied",
    ]
    return errors.contains { lowered.hasPrefix($0) } || lowered.contains("error:")
  }

  /// UTF-8 without a mark, from UTF-8 or UTF-16 of either order; nil for anything else.
  static func decoded(_ raw: [UInt8]) -> [UInt8]? {
    let isLittle = raw.starts(with: [0xFF, 0xFE]) || raw.count > 3 && raw[1] == 0 && raw[0] != 0
    let isBig = raw.starts(with: [0xFE, 0xFF]) || raw.count > 3 && raw[0] == 0 && raw[1] != 0
    guard isLittle || isBig else {
      let bytes = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
      return bytes.span.isUTF8 ? bytes : nil
    }
    let units = stride(from: 0, to: raw.count - 1, by: 2).map { index in
      isLittle
        ? UInt16(raw[index]) | UInt16(raw[index + 1]) << 8
        : UInt16(raw[index]) << 8 | UInt16(raw[index + 1])
    }
    let text = units.first == 0xFEFF ? units.dropFirst() : units[...]
    return Array(String(decoding: text, as: UTF16.self).utf8)
  }

  private static func checked<Value>(
    _ bytes: [UInt8],
    _ again: String,
    _ read: ([UInt8]) throws(JSONScanner.Refusal) -> Value
  ) throws(InventoryRefusal) -> Value {
    do throws(JSONScanner.Refusal) {
      return try read(bytes)
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
}

extension InventoryText {
  private struct Line {
    let line: Int
    let text: String
    /// Parted by tabs, or where there are none by spaces.
    let cells: [String]

    var json: JSON {
      ["line": .int(line), "text": .string(text), "cells": .array(cells.map(JSON.string))]
    }
  }

  /// The lines that are not empty.
  private static func lines(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    for (index, raw) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let line = raw.last == 13 ? raw.dropLast() : raw
      guard line.contains(where: { !Byte.isSpace($0) }) else { continue }
      let cells =
        line.contains(9)
        ? line.split(separator: 9, omittingEmptySubsequences: false)
        : line.split(whereSeparator: Byte.isSpace)
      lines.append(Line(line: index + 1, text: String(line), cells: cells.map { String($0) }))
    }
    return lines
  }
}
