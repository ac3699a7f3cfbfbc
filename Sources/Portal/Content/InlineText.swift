internal import Bindings

/// The words of a block without mark-up, line by line as they were written.
enum InlineText {
  /// A line of a block.
  struct Line {
    /// From 1, in the parsed text.
    let line: Int
    let text: String
    /// How many bytes of `text`, from its start, are set in bold.
    let strong: Int
    /// Whether it goes on with the sentence of the line before it: only the width parts them.
    var isWrapped = false

    /// The label and the value of "**Label**: value", "**Label:** value" and "Label: value".
    var labelled: (label: String?, value: String) {
      guard strong > 0 || mayHaveLabel else { return (nil, text) }
      let bytes = Array(text.utf8)
      // "**Off-site copy**, if there is one" is a sentence.
      let goesOn = strong < bytes.count && ",;".utf8.contains(bytes[strong])
      if strong > 0, !goesOn, strong < bytes.count || bytes[strong - 1] == Byte.colon {
        let value = bytes[strong...].trimmed(of: Byte.isJoint)
        return (String(bytes[..<strong].trimmed(of: Byte.isJoint)), String(value))
      }
      guard let colon = InlineText.colon(in: bytes) else { return (nil, text) }
      let value = bytes[colon.upperBound...].trimmed(of: Byte.isSpace)
      return (String(bytes[..<colon.lowerBound].trimmed(of: Byte.isSpace)), String(value))
    }

    /// Whether a colon stands where it could end a label.
    private var mayHaveLabel: Bool {
      let bytes = text.utf8.span
      for index in 0..<min(80, bytes.count) where bytes[index] == Byte.colon { return true }
      return false
    }

    /// The line without some bytes at its start.
    func dropping(_ count: Int) -> Line {
      Line(
        line: line,
        text: String(Array(text.utf8).dropFirst(count)),
        strong: max(0, strong - count)
      )
    }
  }

  /// The lines of a paragraph, heading or cell; `<br>` ends a line.
  static func lines(of block: Int, in tree: MarkdownTree) -> [Line] {
    var collector = Collector(line: Int(tree.nodes[block].line))
    collector.spans(of: block, in: tree, strong: false)
    collector.finish()
    return collector.lines
  }

  /// The lines of a block as one.
  static func text(of block: Int, in tree: MarkdownTree) -> String {
    let lines = lines(of: block, in: tree)
    guard lines.count > 1 else { return lines[0].text }
    return lines.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The colon that ends a label: in the first 80 bytes, before a space or the end.
  private static func colon(in bytes: [UInt8]) -> Range<Int>? {
    for index in bytes.indices.prefix(80) where bytes[index] == Byte.colon {
      let next = index + 1
      // A colon in brackets belongs to what they say.
      let opened = bytes[..<index].lastIndex { $0 == UInt8(ascii: "(") }
      guard index > 0, opened.map({ bytes[$0..<index].contains(UInt8(ascii: ")")) }) ?? true
      else { return nil }
      guard next == bytes.count || bytes[next] == Byte.space else { continue }
      return endsSentence(bytes[..<index]) ? nil : index..<next
    }
    return nil
  }

  /// Whether a sentence of some length ends within a text, other than behind a short word.
  private static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.dropFirst(12).contains { index in
      bytes[index] == Byte.space && bytes[index - 1] == UInt8(ascii: ".")
        && bytes[(index - 4)..<(index - 1)].allSatisfy(\.isLetter)
    }
  }

  private struct Collector {
    var lines: [Line] = []
    private var line: Int
    private var bytes: [UInt8] = []
    private var strong = 0
    private var isStrongStart = true
    /// How many `<b>` and `<strong>` are open.
    private var open = 0
    private var isWrapped = false

    init(line: Int) {
      self.line = line
      bytes.reserveCapacity(96)
    }

    mutating func spans(of parent: Int, in tree: MarkdownTree, strong isStrong: Bool) {
      var index = parent + 1
      while index < Int(tree.nodes[parent].end) {
        let node = tree.nodes[index]
        switch node.kind {
        case .text, .code: append(tree.bytes[node.text], strong: isStrong || open > 0)
        case .softBreak, .lineBreak:
          finish()
          line += 1
          isWrapped = node.kind == .softBreak
        case .html:
          html(tree.bytes[node.text])
          line += tree.bytes[node.text].count { $0 == 10 }
        case .strong: spans(of: index, in: tree, strong: true)
        default: spans(of: index, in: tree, strong: isStrong)
        }
        index = Int(node.end)
      }
    }

    mutating func finish() {
      while bytes.last == Byte.space { bytes.removeLast() }
      let text = String(decoding: bytes, as: UTF8.self)
      let bold = min(strong, bytes.count)
      lines.append(Line(line: line, text: text, strong: bold, isWrapped: isWrapped))
      bytes.removeAll(keepingCapacity: true)
      strong = 0
      isStrongStart = true
    }

    private mutating func append(_ more: ArraySlice<UInt8>, strong isStrong: Bool) {
      var index = more.startIndex
      while index < more.endIndex {
        let byte = more[index]
        if byte > Byte.space, byte < 0xC2 {
          let end = plainEnd(of: more, from: index)
          bytes += more[index..<end]
          index = end
        } else if byte >= 0xC2, let form = PlainCharacter.form(in: more, at: index) {
          index += form.count
          guard let plain = form.plain else { continue }
          // A wide colon needs no space after it, except in a time.
          let isTime = plain == Byte.colon && bytes.last?.isDigit == true
          append(plain)
          if plain == Byte.colon, !isTime { append(Byte.space) }
        } else {
          index += 1
          append(byte)
        }
      }
      guard isStrongStart else { return }
      if isStrong {
        strong = bytes.count
      } else if bytes.contains(where: \.isLetterOrDigit) {
        isStrongStart = false
      }
    }

    /// Where the characters end that go over as they are; most texts are such a run.
    private func plainEnd(of bytes: ArraySlice<UInt8>, from start: Int) -> Int {
      var end = start + 1
      while end < bytes.endIndex {
        let byte = bytes[end]
        let isPlain =
          byte > Byte.space ? byte < 0xC2 : byte == Byte.space && bytes[end - 1] != Byte.space
        guard isPlain else { break }
        end += 1
      }
      return end
    }

    private mutating func append(_ byte: UInt8) {
      if byte != Byte.space, byte != 9, byte != 10 {
        bytes.append(byte)
      } else if !bytes.isEmpty, bytes.last != Byte.space {
        bytes.append(Byte.space)
      }
    }

    private mutating func html(_ bytes: ArraySlice<UInt8>) {
      guard let tag = RawHTML.tags(in: bytes).first else { return }
      switch tag.name {
      case "br":
        finish()
        isWrapped = false
      case "b", "strong": open = max(0, open + (tag.isClosing ? -1 : 1))
      default: break
      }
    }
  }
}
