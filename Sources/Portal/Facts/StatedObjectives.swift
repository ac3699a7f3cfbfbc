internal import Bindings

/// Reads the objectives that front matter states, which win over those of the text.
///
/// `rto: 4h`, `objectives: {rto: 4h}`, `objectives: {database: {rto: 1h}}`, `rto: {database: 1h}`
/// and `objectives: [{component: database, rto: 1h}]`.
struct StatedObjectives {
  private let words: Vocabulary
  private let terms: ObjectiveTerms
  private var found: [Objectives.Found] = []

  /// What a key states, and the unit that it names: "rto_hours".
  private struct Key {
    let kind: ObjectiveKind
    let unit: Int?
  }

  private init(_ words: Vocabulary) {
    self.words = words
    terms = ObjectiveTerms(words)
  }

  /// The objectives of a text with those of the front matter over them.
  static func merge(
    _ front: YAMLNode?,
    over objectives: [Objective],
    _ words: Vocabulary
  ) -> [Objective] {
    guard let pairs = front?.pairs else { return objectives }
    var reader = StatedObjectives(words)
    for pair in pairs { reader.read(pair) }
    guard !reader.found.isEmpty else { return objectives }
    var merged = Objectives.join(reader.found)
    var rest = objectives
    for index in merged.indices { merged[index].overrule(&rest) }
    return merged + rest.filter { !$0.targets.isEmpty }
  }

  // MARK: Keys

  /// An entry of the outermost level: of a table of settings only what names an objective counts.
  private mutating func read(_ pair: YAMLNode.Pair) {
    let name = Self.name(pair.key)
    if let key = key(name) {
      if key.kind != .availability || pair.value.pairs != nil { read(key, pair, "", .plan) }
    } else if isGeneral(name) {
      read(objectives: pair.value, "", .plan, depth: 0)
    } else if let pairs = pair.value.pairs {
      for inner in pairs {
        if let key = key(Self.name(inner.key)), key.kind != .availability {
          read(key, inner, "", .plan)
        }
      }
    }
  }

  /// What stands under "objectives": targets, or components with their targets.
  private mutating func read(
    objectives node: YAMLNode,
    _ component: String,
    _ dimension: Objective.Dimension,
    depth: Int
  ) {
    guard depth < 4 else { return }
    for element in node.elements ?? [] {
      let named = named(element)
      read(
        objectives: element,
        named?.name ?? component,
        named?.dimension ?? dimension,
        depth: depth + 1
      )
    }
    for pair in node.pairs ?? [] {
      let name = Self.name(pair.key)
      if let key = key(name) {
        read(key, pair, component, dimension)
      } else if pair.value.pairs != nil || pair.value.elements != nil {
        let isGeneral = isGeneral(name)
        read(
          objectives: pair.value,
          isGeneral ? component : Self.last(pair.key),
          isGeneral ? dimension : .component,
          depth: depth + 1
        )
      }
    }
  }

  /// The component that an element of a list names.
  private func named(_ element: YAMLNode) -> (name: String, dimension: Objective.Dimension)? {
    for pair in element.pairs ?? [] {
      let key = FoldedText(folding: Self.name(pair.key))
      let isName = ["component", "name"].contains(pair.key.lowercased())
      let dimension = ComponentName.dimension(key, words)
      if isName || dimension != .component, let name = pair.value.text { return (name, dimension) }
    }
    return nil
  }

  /// The targets of a key: one value, or a value for each component.
  private mutating func read(
    _ key: Key,
    _ pair: YAMLNode.Pair,
    _ component: String,
    _ dimension: Objective.Dimension
  ) {
    for inner in pair.value.pairs ?? [] where inner.value.text != nil {
      add(key, inner.value, inner.line, inner.key, .component)
    }
    add(key, pair.value, pair.line, component, dimension)
  }

  private mutating func add(
    _ key: Key,
    _ node: YAMLNode,
    _ line: Int,
    _ component: String,
    _ dimension: Objective.Dimension
  ) {
    guard let text = node.text.map({ FoldedText(folding: $0) }),
      var target = target(key, text, line)
    else { return }
    target.source = .frontMatter
    found.append(Objectives.Found(component: component, dimension: dimension, target: target))
  }

  private func target(_ key: Key, _ text: FoldedText, _ line: Int) -> Target? {
    guard key.kind != .availability else {
      return TargetValue.availability(text).map { share in
        Target(
          kind: .availability,
          state: .number,
          value: share,
          isStrict: false,
          mechanism: nil,
          line: line
        )
      }
    }
    let value = TargetValue(text, at: 0, isCell: true, unit: key.unit, words)
    // "4" says nothing without a unit.
    guard let value, value.state != .qualitative || text.bytes.contains(where: \.isLetter) else {
      return nil
    }
    return Target(kind: key.kind, value, line: line)
  }

  // MARK: Words

  /// A key as words: "rto_hours" is "rto hours".
  private static func name(_ key: String) -> String { key.spacing("_-.") }

  /// The last part of a dotted key.
  private static func last(_ key: String) -> String {
    key.split(separator: ".").last.map(String.init) ?? key
  }

  /// The objective that a key names with nothing but a unit or "target" beside it.
  private func key(_ name: String) -> Key? {
    let text = FoldedText(folding: name)
    let names = terms.occurrences(in: text)
    guard names.count == 1, let term = names.first else { return nil }
    let rest =
      text.bytes[..<term.range.lowerBound] + [Byte.space] + text.bytes[term.range.upperBound...]
    var unit: Int?
    for word in rest.split(separator: Byte.space) {
      if let seconds = self.unit(word) {
        unit = seconds
      } else if !words.targets.contains(where: { $0.elementsEqual(word) }) {
        return nil
      }
    }
    return Key(kind: term.kind, unit: unit)
  }

  private func unit(_ word: ArraySlice<UInt8>) -> Int? {
    word.first.flatMap { words.units[Int($0)].first { $0.words.elementsEqual(word) }?.seconds }
  }

  /// Whether a key speaks of objectives or of the recovery as a whole.
  private func isGeneral(_ name: String) -> Bool {
    let text = FoldedText(folding: name)
    return text.bytes.split(separator: Byte.space).allSatisfy { word in
      let part = FoldedText(bytes: Array(word))
      return words.facts.marks(in: part).has([.restore, .target, .control])
        || words.general.contains(part.bytes) || words.targets.contains(part.bytes)
        || words.facts.plain.contains(String(word))
    }
  }
}

// MARK: Statements of the text

extension Objective {
  /// Takes the targets of the same component out of the objectives of the text, and keeps them.
  fileprivate mutating func overrule(_ others: inout [Objective]) {
    let own = others.indices.filter { isSame(others[$0].component, among: others) }
    if let first = own.first {
      let written = others[first]
      let targets = targets
      self = Objective(
        component: written.component,
        dimension: written.dimension,
        targets: targets,
        priority: written.priority
      )
    }
    for index in own {
      others[index].targets.removeAll { overrule($0) }
    }
  }

  /// Whether the text names the component so, or alone has words around the name.
  private func isSame(_ other: String, among others: [Objective]) -> Bool {
    let name = Objectives.normalized(component)
    if others.contains(where: { Objectives.normalized($0.component) == name }) {
      return Objectives.normalized(other) == name
    }
    let words = [FoldedText(folding: component).bytes]
    guard name.utf8.count > 3, FoldedText(folding: other).contains(words) else { return false }
    return others.allSatisfy {
      $0.component == other || !FoldedText(folding: $0.component).contains(words)
    }
  }

  /// Takes a target of the text in; false for one that stays an objective of its own.
  ///
  /// A value that is none ("to be defined") wins over no number.
  private mutating func overrule(_ target: Target) -> Bool {
    guard let own = targets.firstIndex(where: { $0.kind == target.kind }) else {
      targets.append(target)
      return true
    }
    guard targets[own].source == .frontMatter else {
      return overruled.contains { $0.kind == target.kind }
    }
    let wins = targets[own].state == .number || targets[own].state == .na
    if wins || target.state != .number {
      overruled.append(target)
    } else {
      overruled.append(targets[own])
      targets[own] = target
    }
    return true
  }
}
