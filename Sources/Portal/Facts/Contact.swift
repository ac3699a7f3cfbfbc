/// Somebody whom a plan names to be called.
struct Contact: Equatable, Sendable {
  /// How much of what is needed to reach them is there.
  enum State: String, Sendable {
    case stated
    /// A name or duty hours without a number or an address.
    case partial
    case placeholder
    case masked
  }

  let role: String
  let name: String?
  let phone: String?
  let email: String?
  let availability: String?
  let state: State
  let line: Int

  /// Nil when none of the values says anything.
  init?(
    _ role: String,
    _ values: [ContactColumn: String],
    line: Int,
    _ words: Vocabulary
  ) {
    let read = values.mapValues { ContactValue($0, words) }
    guard read.values.contains(where: { $0.state != .blank }) else { return nil }
    let reach = read.filter { $0.key != .availability }
    email = reach.values.lazy.compactMap(\.email).first
    phone = reach.values.lazy.compactMap(\.phone).first
    if reach.values.contains(where: { $0.state == .masked }) {
      state = .masked
    } else if email != nil || phone != nil {
      state = .stated
    } else if reach.values.contains(where: { $0.state == .placeholder }) {
      state = .placeholder
    } else {
      state = .partial
    }
    name =
      [.name, .person].lazy.compactMap { (column: ContactColumn) in
        guard let value = read[column], value.state == .stated, value.email == nil,
          value.phone == nil
        else { return nil }
        return values[column]
      }.first
    availability = values[.availability] ?? reach.values.lazy.compactMap(\.hours).first
    self.role = MarkedOutline.tidied(role)
    self.line = line
  }
}
