/// Scenarios that a list names by links: each stands where its link leads.
extension Scenarios {
  /// Some scenarios, each that is only a link to a place of the document moved there; a link that
  /// leads to no heading names none.
  func followed(_ found: [Scenario]) -> [Scenario] {
    guard found.contains(where: { Self.anchor(lines[$0.line]) != nil }) else { return found }
    let headings = outline.statements.indices.filter { outline.statements[$0].kind == .heading }
    let places = Dictionary(
      headings.map { (Objectives.normalized(outline.statements[$0].text), $0) }
    ) { first, _ in first }
    return found.compactMap { item in
      guard let anchor = Self.anchor(lines[item.line]) else { return item }
      let fragment = LinkAddress(anchor).fragment ?? ""
      return places[Objectives.normalized(fragment)].map {
        scenario(ScenarioTitle.unnumbered(outline.statements[$0].text), $0)
      }
    }.sorted { $0.line < $1.line }
  }

  /// The address in an item that is nothing but a link within the document: "[Flood](#flood)".
  private static func anchor(_ line: ArraySlice<UInt8>) -> String? {
    let signs = " \t\r*_-+.)".utf8
    let item = line.drop { $0.isDigit || signs.contains($0) }
    let end = item.lastIndex { !" \t\r*_".utf8.contains($0) } ?? item.startIndex
    guard item.first == UInt8(ascii: "["), end < item.endIndex, item[end] == UInt8(ascii: ")"),
      let open = item.firstIndex(of: UInt8(ascii: "]")), item[open...].starts(with: "](#".utf8)
    else { return nil }
    let address = item[(open + 2)..<end]
    return address.contains(UInt8(ascii: "(")) ? nil : String(address)
  }
}
