/// The systems that the content speaks of, with their components and the objectives of each.
///
/// What the configuration names comes first; a document that states an objective and that no system
/// claims is a system of its own, named by its title.
struct Portfolio: Sendable {
  /// Something that is recovered as one.
  struct System: Sendable {
    let id: String
    let title: String
    var tier: Int?
    var owner: String?
    var region: String?
    let isConfigured: Bool
    var components: [Component] = []
  }

  /// A part of a system with objectives of its own.
  struct Component: Sendable {
    let id: String
    let title: String
    /// As plans write it.
    var names: [String]
    var needs: [ComponentReference] = []
    /// Whether it stands for a whole plan or environment.
    var isWhole = false
  }

  /// A target of a component, where it stands, and whether it is the one that counts.
  struct Stated: Sendable {
    let document: String?
    let system: String
    let component: String
    let label: String
    let dimension: Objective.Dimension
    let target: Target
    let priority: String?
    let source: String
    var isInForce: Bool
    let location: SourceLocation
  }

  private(set) var systems: [System] = []
  private(set) var stated: [Stated] = []
  /// The system of each document that has one.
  private(set) var systemOfDocument: [String: String] = [:]
  private var indices: [String: Int] = [:]
  /// By the place of the system.
  private var names: [ComponentNames] = []
  private var ids: Set<String> = []

  init(_ configuration: Configuration, _ readings: [Reading], configurationLines: LineIndex?) {
    for system in configuration.systems { add(system) }
    for reading in readings where reading.kind != .review { place(reading, configuration) }
    for reading in readings where reading.kind != .review { state(reading) }
    for system in configuration.systems { override(system, configurationLines) }
    decideForce()
  }

  /// Knows the components of a system by what plans call them.
  func matcher(ofSystem id: String) -> ComponentMatcher? {
    guard let index = indices[id] else { return nil }
    return ComponentMatcher(
      systems[index].components.map { component in
        ComponentMatcher.Component(
          id: component.id,
          names: component.names,
          isWhole: component.isWhole,
          needs: component.needs.filter { $0.system == id }.map(\.component)
        )
      }
    )
  }

  // MARK: Systems

  private mutating func add(_ system: Configuration.System) {
    var added = System(
      id: system.id,
      title: system.title ?? system.id,
      tier: system.tier,
      owner: system.owner,
      region: system.region,
      isConfigured: true
    )
    added.components = system.components.map { component in
      Component(
        id: component.id,
        title: component.names.first { $0 != Self.plan } ?? component.id,
        names: component.names + [component.id],
        needs: component.dependsOn,
        isWhole: component.names.contains(Self.plan)
      )
    }
    insert(added)
  }

  private mutating func place(_ reading: Reading, _ configuration: Configuration) {
    if let system = configuration.system(ofDocument: reading.path) {
      systemOfDocument[reading.path] = system.id
    } else if reading.facts.objectives.contains(where: \.isRecovery) {
      let id = Slug.unique(reading.title, fallback: "system", among: ids)
      insert(System(id: id, title: reading.title, isConfigured: false))
      systemOfDocument[reading.path] = id
    }
  }

  private mutating func insert(_ system: System) {
    indices[system.id] = systems.count
    names.append(ComponentNames(system.components))
    ids.insert(system.id)
    systems.append(system)
  }

  // MARK: Objectives

  /// How configurations and ids call the whole of a plan.
  private static let plan = "plan"

  private mutating func state(_ reading: Reading) {
    guard let id = systemOfDocument[reading.path], let index = indices[id] else { return }
    for objective in reading.facts.objectives {
      let component = component(objective, ofSystem: index)
      for target in objective.targets + objective.overruled {
        stated.append(
          Stated(
            document: reading.path,
            system: id,
            component: component,
            label: objective.component,
            dimension: objective.dimension,
            target: target,
            priority: objective.priority,
            source: target.source.rawValue,
            isInForce: false,
            location: reading.location(target.line)
          )
        )
      }
    }
  }

  /// The component that an objective names, made when it is new.
  private mutating func component(_ objective: Objective, ofSystem index: Int) -> String {
    let written = EncodingRepair.repaired(objective.component) ?? objective.component
    let label = written.isEmpty ? Self.plan : written
    let isWhole = objective.dimension == .plan || objective.dimension == .environment
    if let known = names[index].index(of: label) {
      if isWhole { systems[index].components[known].isWhole = true }
      return systems[index].components[known].id
    }
    let component = Component(
      id: Slug.unique(label, fallback: "component", among: names[index].ids),
      title: written.isEmpty ? "Whole plan" : written,
      names: [label],
      isWhole: isWhole
    )
    systems[index].components.append(component)
    names[index].add(component)
    return component.id
  }

  /// An objective in the configuration wins over the text of the plan; both are kept.
  private mutating func override(_ system: Configuration.System, _ lines: LineIndex?) {
    for component in system.components {
      let targets: [(ObjectiveKind, Configuration.Target?)] = [
        (.rto, component.recoveryTime), (.rpo, component.recoveryPoint),
      ]
      for case (let kind, let target?) in targets {
        stated.append(
          Stated(
            document: nil,
            system: system.id,
            component: component.id,
            label: component.names.first ?? component.id,
            dimension: .component,
            target: Target(
              kind: kind,
              state: .number,
              value: target.seconds,
              isStrict: false,
              mechanism: nil,
              line: target.line
            ),
            priority: nil,
            source: "configuration",
            isInForce: false,
            location: SourceLocation(
              file: Configuration.path,
              line: target.line,
              quote: lines?.quote(target.line) ?? ""
            )
          )
        )
      }
    }
  }

  /// Of several statements for one component the configuration counts, then the front matter, then
  /// the first number.
  private mutating func decideForce() {
    var best: [String: Int] = [:]
    for (index, statement) in stated.enumerated() {
      let key = [statement.system, statement.component, statement.target.kind.rawValue]
        .joined(separator: "/")
      if let other = best[key], rank(stated[other]) >= rank(statement) { continue }
      best[key] = index
    }
    for index in best.values { stated[index].isInForce = true }
  }

  private func rank(_ statement: Stated) -> Int {
    if statement.source == "configuration" { return 3 }
    let isNumber = statement.target.state == .number
    let isFront = statement.target.source == .frontMatter
    if isFront, isNumber || statement.target.state == .na { return 2 }
    return isNumber ? 1 : 0
  }
}
