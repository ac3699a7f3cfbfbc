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
      let bytes = text.utf8.span
      // "**Off-site copy**, if there is one" is a sentence.
      let goesOn = strong < bytes.count && ",;".utf8.contains(bytes[strong])
      if strong > 0, !goesOn, strong < bytes.count || bytes[strong - 1] == Byte.colon {
        return (words(0..<strong, of: Byte.isJoint), words(strong..<bytes.count, of: Byte.isJoint))
      }
      guard let colon = InlineText.colon(in: bytes) else { return (nil, text) }
      return (
        words(0..<colon.lowerBound, of: Byte.isSpace),
        words(colon.upperBound..<bytes.count, of: Byte.isSpace)
      )
    }

    /// A range of the text without some bytes at its ends.
    private func words(_ range: Range<Int>, of isTrimmed: (UInt8) -> Bool) -> String {
      let bytes = text.utf8.span
      return String(bytes.extracting(bytes.trimmed(range, of: isTrimmed)))
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
    if let text = plain(block, in: tree) {
      return [Line(line: Int(tree.nodes[block].line), text: text, strong: 0)]
    }
    var collector = Collector(line: Int(tree.nodes[block].line))
    collector.spans(of: block, in: tree, strong: false)
    collector.finish()
    return collector.lines
  }

  /// The lines of a block as one.
  static func text(of block: Int, in tree: MarkdownTree) -> String {
    if let text = plain(block, in: tree) { return text }
    let lines = lines(of: block, in: tree)
    guard lines.count > 1 else { return lines[0].text }
    return lines.lazy.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The text of a block that is one text of ASCII and goes over as it is, as most cells are.
  private static func plain(_ block: Int, in tree: MarkdownTree) -> String? {
    let end = Int(tree.nodes[block].end)
    guard end == block + 2, tree.nodes[block + 1].kind == .text else { return nil }
    let bytes = tree.bytes.span.extracting(tree.nodes[block + 1].text)
    guard let last = bytes.indices.last, bytes[0] != Byte.space, bytes[last] != Byte.space else {
      return nil
    }
    // The highest bit of the byte before eight of them, if that is a space.
    var before: UInt64 = 0
    for place in stride(from: 0, to: bytes.count, by: 8) {
      let word = ByteWord(bytes, at: place)
      let spaces = word.places(of: Byte.space)
      let controls = word.controls << UInt64(8 * max(0, place + 8 - bytes.count))
      guard word.wide | controls | spaces & (spaces << 8 | before) == 0 else { return nil }
      before = spaces >> 56
    }
    return String(bytes)
  }

  /// The colon that ends a label: in the first 80 bytes, before a space or the end.
  private static func colon(in bytes: Swift.Span<UInt8>) -> Range<Int>? {
    for index in 0..<min(80, bytes.count) where bytes[index] == Byte.colon {
      let next = index + 1
      // A colon in brackets belongs to what they say.
      let bracket = (0..<index).last { bytes[$0] == 0x28 || bytes[$0] == 0x29 }
      guard index > 0, bracket.map({ bytes[$0] == UInt8(ascii: ")") }) ?? true else { return nil }
      guard next == bytes.count || bytes[next] == Byte.space else { continue }
      return endsSentence(bytes.extracting(0..<index)) ? nil : index..<next
    }
    return nil
  }

  /// Whether a sentence of some length ends within a text, other than behind a short word.
  private static func endsSentence(_ bytes: Swift.Span<UInt8>) -> Bool {
    for index in bytes.indices.dropFirst(12)
    where bytes[index] == Byte.space && bytes[index - 1] == UInt8(ascii: ".")
      && bytes[index - 4].isLetter && bytes[index - 3].isLetter && bytes[index - 2].isLetter
    {
      return true
    }
    return false
  }

  private struct Collector: ~Copyable {
    var lines: [Line] = []
    private var line: Int
    private var bytes = ByteOutput(capacity: 120)
    private var strong = 0
    private var isStrongStart = true
    /// How many `<b>` and `<strong>` are open.
    private var open = 0
    private var isWrapped = false

    init(line: Int) { self.line = line }

    mutating func spans(of parent: Int, in tree: MarkdownTree, strong isStrong: Bool) {
      var index = parent + 1
      while index < Int(tree.nodes[parent].end) {
        let node = tree.nodes[index]
        switch node.kind {
        case .text, .code:
          append(tree.bytes.span.extracting(node.text), strong: isStrong || open > 0)
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
      let bold = min(strong, bytes.count)
      lines.append(Line(line: line, text: bytes.text, strong: bold, isWrapped: isWrapped))
      bytes.removeAll()
      strong = 0
      isStrongStart = true
    }

    private mutating func append(_ more: Swift.Span<UInt8>, strong isStrong: Bool) {
      var index = 0
      while index < more.count {
        let byte = more[index]
        if byte > Byte.space, byte < 0xC2 {
          let end = plainEnd(of: more, from: index)
          bytes.append(more.extracting(index..<end))
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
    private func plainEnd(of bytes: Swift.Span<UInt8>, from start: Int) -> Int {
      var end = start + 1
      while end < bytes.count {
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
      } else if bytes.count > 0, bytes.last != Byte.space {
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
