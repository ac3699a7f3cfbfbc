internal import Bindings

/// The systems and components of the database, to which drills are joined by id or title.
struct KnownComponents {
  private struct Named {
    let system: String
    let id: String
    let title: String
  }

  private let systems: [(id: String, title: String)]
  private let components: [Named]

  init(_ database: borrowing Database) throws(SQLiteError) {
    systems = try database.rows("SELECT id, title FROM system ORDER BY id") {
      ($0.text(0), $0.text(1).lowercased())
    }
    components = try database.rows(
      "SELECT system, id, title FROM component ORDER BY system, id"
    ) {
      Named(system: $0.text(0), id: $0.text(1), title: $0.text(2).lowercased())
    }
  }

  /// The id of a system that is written by its id or title.
  func system(_ text: String) -> String? {
    let lowered = text.lowercased()
    return (systems.first { $0.id == text } ?? systems.first { $0.title == lowered })?.id
  }

  /// The component that is written as "shop/database", or by its id or title within a system.
  func component(_ text: String, of system: String?) -> ComponentReference? {
    if let reference = ComponentReference(text) {
      let isKnown = components.contains {
        $0.system == reference.system && $0.id == reference.component
      }
      return isKnown ? reference : nil
    }
    guard let system else { return nil }
    let own = components.filter { $0.system == system }
    let lowered = text.lowercased()
    let found = own.first { $0.id == text } ?? own.first { $0.title == lowered }
    return found.map { ComponentReference(system: $0.system, component: $0.id) }
  }

  /// A system whose id is nearly this.
  func nearestSystem(_ text: String) -> String? {
    Similarity.nearest(to: text, among: systems.map(\.id))
  }

  /// A component of a system whose id is nearly this.
  func nearestComponent(_ text: String, of system: String?) -> String? {
    Similarity.nearest(
      to: text,
      among: components.filter { $0.system == system }.map(\.id)
    )
  }
}
