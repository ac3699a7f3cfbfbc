/// Reads the objectives of a document: from tables, lines, list items and headings.
struct Objectives {
  /// A target with the component that it was found for.
  struct Found {
    let component: String
    let dimension: Objective.Dimension
    let target: Target
    var priority: String?
  }

  /// The objectives of a document, in the order in which they stand.
  static func read(_ outline: Outline, _ words: Vocabulary = .standard) -> [Objective] {
    let terms = ObjectiveTerms(words)
    var tables = ObjectiveTables(outline: outline, terms: terms)
    var lines = ObjectiveLines(outline: outline, terms: terms)
    var found: [Found] = []
    for index in outline.statements.indices {
      switch outline.statements[index].kind {
      case .row: found += tables.read(index)
      case .heading, .line, .item: found += lines.read(index)
      case .code: break
      }
    }
    return join(found)
  }

  /// Puts the recovery time and the recovery point of one component together.
  private static func join(_ found: [Found]) -> [Objective] {
    var objectives: [Objective] = []
    var open: [String: [Int]] = [:]
    for item in found {
      let key = normalized(item.component)
      let same = open[key, default: []].last { objectives[$0].target(item.target.kind) == nil }
      if let same {
        objectives[same].targets.append(item.target)
        if objectives[same].priority == nil { objectives[same].priority = item.priority }
        continue
      }
      open[key, default: []].append(objectives.count)
      objectives.append(
        Objective(
          component: item.component,
          dimension: item.dimension,
          targets: [item.target],
          priority: item.priority
        )
      )
    }
    return objectives
  }

  /// A name without case, spaces and punctuation: what makes two names one component.
  static func normalized(_ name: String) -> String {
    String(name.lowercased().unicodeScalars.filter(\.properties.isAlphabetic))
      + name.filter(\.isNumber)
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }
}
