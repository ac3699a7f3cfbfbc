internal import Bindings

/// Where each line of a text starts, so that a fact can quote its line.
struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// Whether all of it is known to be UTF-8.
  private let isUTF8: Bool

  /// Lines end as in CommonMark: with a line feed, a carriage return, or both; `isUTF8` where it is
  /// known that all of them are characters.
  init(_ bytes: [UInt8], isUTF8: Bool = false) {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 24 + 8)
    let source = bytes.span
    if source.firstIndex(of: 13, from: 0) == nil {
      for offset in stride(from: 0, to: source.count, by: 8) {
        var ends = ByteWord(source, at: offset).places(of: 10)
        while ends != 0 {
          starts.append(offset + ends.trailingZeroBitCount / 8 + 1)
          ends &= ends - 1
        }
      }
    } else {
      for offset in 0..<source.count {
        let byte = source[offset]
        guard byte == 10 || byte == 13 else { continue }
        let isPair = byte == 13 && offset + 1 < source.count && source[offset + 1] == 10
        if !isPair { starts.append(offset + 1) }
      }
    }
    if starts.last == bytes.count, starts.count > 1 { starts.removeLast() }
    self.bytes = bytes
    self.starts = starts
    self.isUTF8 = isUTF8
  }

  /// The number of lines.
  var count: Int { starts.count }

  /// The bytes of a line, from 1, without its end.
  func range(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return 0..<0 }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    if end > start, bytes[end - 1] == 10 { end -= 1 }
    if end > start, bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The bytes of a line as they are written, without its end.
  subscript(line: Int) -> ArraySlice<UInt8> { bytes[range(line)] }

  /// The bytes of some lines, with the ends between them.
  subscript(lines: ClosedRange<Int>) -> ArraySlice<UInt8> {
    let end = range(lines.upperBound).upperBound
    return bytes[min(range(lines.lowerBound).lowerBound, end)..<end]
  }

  /// A line as it is written.
  func text(_ line: Int) -> String { String(decoding: bytes[range(line)], as: UTF8.self) }

  /// A line as it is written, without the white space around it; at most 400 bytes.
  func quote(_ line: Int) -> String {
    let all = trimmed(line)
    guard all.count > Self.quoted else { return String(decoding: bytes[all], as: UTF8.self) }
    var end = all.lowerBound + Self.quoted - 3
    while end > all.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: bytes[all.lowerBound..<end], as: UTF8.self) + "…"
  }

  /// The bytes of a quote; nil where they are not those of the line, for it is cut, or holds bytes
  /// that are no characters.
  func wholeQuote(_ line: Int) -> ArraySlice<UInt8>? {
    let all = bytes[trimmed(line)]
    guard all.count <= Self.quoted, isUTF8 || all.span.isUTF8 else { return nil }
    return all
  }

  /// How many bytes of a line are quoted.
  private static let quoted = 400

  private func trimmed(_ line: Int) -> Range<Int> {
    bytes.span.trimmed(range(line)) { $0 == 32 || $0 == 9 }
  }
}
