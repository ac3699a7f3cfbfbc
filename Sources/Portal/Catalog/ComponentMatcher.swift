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
    let classes: Classes
    let products: Classes
  }

  private let known: [Known]
  private let words: Vocabulary
  /// The classes that exactly one component has.
  private let unique: Classes

  init(_ components: [Component], _ words: Vocabulary = .standard) {
    self.words = words
    known = components.map { component in
      let texts = component.names.map { FoldedText($0) }
      return Known(
        component: component,
        names: texts.map(\.bytes).filter { $0.count > 2 },
        classes: texts.reduce(into: Classes()) { $0.formUnion(words.classes(of: $1)) },
        products: texts.reduce(into: Classes()) { $0.formUnion(words.products(of: $1)) }
      )
    }
    var once = Classes()
    var twice = Classes()
    for component in known {
      twice.formUnion(once.intersection(component.classes))
      once.formUnion(component.classes)
    }
    unique = once.subtracting(twice)
  }

  /// The components that a text, or else the nearest of the headings above it, speaks of.
  ///
  /// `isData` is true for backups: a backup of the settings says nothing of the plan's data.
  func matches(_ texts: [String], isData: Bool, withDependents: Bool) -> [(String, Basis)] {
    var found: [String: Basis] = [:]
    var classes = Classes()
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

  private func named(_ text: FoldedText, _ classes: Classes) -> [String: Basis] {
    var found: [String: Basis] = [:]
    for other in known where !other.component.isWhole {
      if other.names.contains(where: { text.contains([$0]) }) {
        found[other.component.id] = .name
      }
    }
    guard found.isEmpty else { return found }
    let products = words.products(of: text)
    for other in known where !other.component.isWhole {
      // A dump of MySQL is none of PostgreSQL.
      guard products.isEmpty || other.products.isEmpty || !products.isDisjoint(with: other.products)
      else { continue }
      let shared = other.classes.intersection(classes)
      guard !shared.isEmpty else { continue }
      // The only database of a system is the one that "the database" means.
      found[other.component.id] = shared.isDisjoint(with: unique) ? .class : .name
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
  private func isEverything(_ classes: Classes) -> Bool {
    classes.isSubset(of: words.platform)
  }

  private func isOfData(_ classes: Classes) -> Bool {
    classes.isEmpty || !classes.isDisjoint(with: words.dataClasses)
  }
}

/// The kinds of things that a text is about, such as databases; a bit for each of the vocabulary.
struct Classes: OptionSet, Sendable {
  let rawValue: UInt32
}

extension Vocabulary {
  /// The kinds of things that a text is about.
  func classes(of text: FoldedText) -> Classes { Self.found(classes, in: text) }

  /// The names of products that a text is about.
  func products(of text: FoldedText) -> Classes { Self.found(products, in: text) }

  private static func found(_ table: WordTable<Classes>, in text: FoldedText) -> Classes {
    var found = Classes()
    for offset in text.bytes.indices where text.isEdge(offset) {
      table.each(in: text, at: offset) { found.formUnion($0) }
    }
    return found
  }
}
