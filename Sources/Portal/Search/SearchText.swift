/// The lines of a page as they are shown under a hit.
///
/// `[sections, steps, text]`: a section is `[anchor, level, heading, index of its first line]`; a
/// step is the distance to the number of the line before, times 2, plus 1 for a line of code (so
/// -2 is one line up); `text` holds the lines with a line feed between them.
struct SearchText {
  private(set) var json: [UInt8] = []

  // All of a page is found; of a very long one the beginning is shown.
  private static let longest = 128 * 1024

  init(_ sections: [SearchPage.Section]) {
    var steps: [UInt8] = []
    var text: [UInt8] = []
    var count = 0
    var previous = 0
    json += "[[".utf8
    for section in sections where !section.lines.isEmpty || !section.heading.isEmpty {
      if json.last == UInt8(ascii: "]") { json.append(UInt8(ascii: ",")) }
      append(section, first: count)
      for line in section.lines where text.count < Self.longest {
        if count > 0 {
          steps.append(UInt8(ascii: ","))
          text += "\\n".utf8
        }
        steps += String((line.line - previous) * 2 + (line.isCode ? 1 : 0)).utf8
        SearchScript.append(escaped: line.text, lineFeed: " ", to: &text)
        previous = line.line
        count += 1
      }
    }
    json += "],[".utf8
    json += steps
    json += "],\"".utf8
    json += text
    json += "\"]".utf8
  }

  private mutating func append(_ section: SearchPage.Section, first: Int) {
    json.append(UInt8(ascii: "["))
    SearchScript.append(string: section.anchor, to: &json)
    json += ",\(section.level),".utf8
    SearchScript.append(string: section.heading, to: &json)
    json += ",\(first)]".utf8
  }
}
