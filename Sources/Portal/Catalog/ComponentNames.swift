/// The names of a system's components, to find the one that a label of a plan means.
struct ComponentNames: Sendable {
  private(set) var ids: Set<String> = []
  private var indices: [String: Int] = [:]
  /// The names of more than three bytes, folded, by the component.
  private var folded: [[[UInt8]]] = []

  init(_ components: [Portfolio.Component]) {
    for component in components { add(component) }
  }

  /// Adds a component behind the others.
  mutating func add(_ component: Portfolio.Component) {
    ids.insert(component.id)
    for name in component.names {
      let key = Objectives.normalized(name)
      if indices[key] == nil { indices[key] = folded.count }
    }
    folded.append(component.names.filter { $0.utf8.count > 3 }.map { FoldedText($0).bytes })
  }

  /// The component of that name, or the only one whose name stands in it.
  func index(of label: String) -> Int? {
    if let same = indices[Objectives.normalized(label)] { return same }
    let text = FoldedText(label)
    var found: Int?
    for (index, names) in folded.enumerated() where text.contains(names) {
      if found != nil { return nil }
      found = index
    }
    return found
  }
}
