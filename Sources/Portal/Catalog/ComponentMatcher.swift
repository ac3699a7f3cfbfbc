/// Says which components of a system a text of its plan speaks of.
struct ComponentMatcher: Sendable {
  /// A component as the matcher sees it.
  struct Component: Sendable {
    let id: String
    /// Every name that plans use for it, its title and id among them.
    let names: [String]
    /// Whether it stands for the whole plan or a whole environment.
    let isWhole: Bool
    /// The ids of the components of this system that it needs.
    var needs: [String] = []
  }

  /// Why a text is taken to speak of a component.
  enum Basis: String, Sendable {
    case name
    case `class`
    case whole
    case dependency
  }

  private struct Known {
    let component: Component
    let names: [[UInt8]]
    let classes: Set<String>
  }

  private let known: [Known]
  private let words: Vocabulary
  private let carriers: [String: Int]

  init(_ components: [Component], _ words: Vocabulary = .standard) {
    self.words = words
    known = components.map { component in
      let texts = component.names.map { FoldedText($0) }
      return Known(
        component: component,
        names: texts.map(\.bytes).filter { $0.count > 2 },
        classes: Set(texts.flatMap { words.classes(of: $0) })
      )
    }
    var carriers: [String: Int] = [:]
    for component in known { for name in component.classes { carriers[name, default: 0] += 1 } }
    self.carriers = carriers
  }

  /// The components that a text, or else the nearest of the headings above it, speaks of.
  ///
  /// `isData` is true for backups: a backup of the settings says nothing of the plan's data.
  func matches(_ texts: [String], isData: Bool, withDependents: Bool) -> [(String, Basis)] {
    var found: [String: Basis] = [:]
    var classes: Set<String> = []
    for text in texts where found.isEmpty {
      let folded = FoldedText(text)
      classes = words.classes(of: folded)
      found = named(folded, classes)
      // A "full backup" is full of one thing.
      if !isData, isEverything(classes), folded.contains(words.whole) {
        for other in known where found[other.component.id] == nil {
          found[other.component.id] = .whole
        }
      }
      if !classes.isEmpty { break }
    }
    if !isData || isOfData(classes) {
      for other in known where other.component.isWhole && found[other.component.id] == nil {
        found[other.component.id] = .whole
      }
    }
    if withDependents { addDependents(&found) }
    return known.compactMap { other in found[other.component.id].map { (other.component.id, $0) } }
  }

  private func named(_ text: FoldedText, _ classes: Set<String>) -> [String: Basis] {
    var found: [String: Basis] = [:]
    for other in known where !other.component.isWhole {
      if other.names.contains(where: { text.contains([$0]) }) {
        found[other.component.id] = .name
      }
    }
    guard found.isEmpty else { return found }
    for other in known where !other.component.isWhole {
      let shared = other.classes.intersection(classes)
      guard !shared.isEmpty else { continue }
      // The only database of a system is the one that "the database" means.
      found[other.component.id] = shared.contains { carriers[$0] == 1 } ? .name : .class
    }
    return found
  }

  private func addDependents(_ found: inout [String: Basis]) {
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for other in known where found[other.component.id] == nil {
        let needed = other.component.needs.contains { found[$0] != nil && found[$0] != .class }
        if needed {
          found[other.component.id] = .dependency
          isGrowing = true
        }
      }
    }
  }

  /// Whether nothing smaller than the platform as a whole is named.
  private func isEverything(_ classes: Set<String>) -> Bool {
    classes.isSubset(of: ["cluster", "infrastructure", "application", "network"])
  }

  private func isOfData(_ classes: Set<String>) -> Bool {
    classes.isEmpty
      || !classes.isDisjoint(with: ["database", "files", "cache", "search", "queue"])
  }
}

extension Vocabulary {
  /// The kinds of things that a text is about, such as "database".
  func classes(of text: FoldedText) -> Set<String> {
    var found: Set<String> = []
    for (word, name) in classes where !found.contains(name) && text.contains([word]) {
      found.insert(name)
    }
    return found
  }
}
