extension CommandRules {
  /// Sub-commands by the numbers of their words, one word after the other.
  struct UsageTree: Sendable {
    /// A place in the tree with the number of a word, in their order, and where that leads.
    private var edges: [(key: Int, place: Int)] = []
    /// By their places; nil where only longer names have one.
    private var usages: [Usage?] = [nil]

    /// The place before the first word, and the one of words that no sub-command has.
    static let root = 0
    static let none = -1

    init(_ usages: [String: Usage], _ names: inout NameTable) {
      var places: [Int: Int] = [:]
      for (name, usage) in usages {
        var place = Self.root
        for word in name.utf8.split(separator: Byte.space) {
          let key = Self.key(place, names.add(String(Substring(word))))
          if places[key] == nil {
            places[key] = self.usages.count
            self.usages.append(nil)
          }
          place = places[key] ?? Self.none
        }
        self.usages[place] = usage
      }
      edges = places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    var isEmpty: Bool { usages.count == 1 }

    private static func key(_ place: Int, _ number: Int) -> Int { place << 32 | number }

    /// Where a word leads from a place.
    func next(_ place: Int, _ number: Int) -> Int {
      guard place != Self.none, number > 0 else { return Self.none }
      let key = Self.key(place, number)
      var (low, high) = (0, edges.count)
      while low < high {
        let middle = (low + high) / 2
        if edges[middle].key < key { low = middle + 1 } else { high = middle }
      }
      return low < edges.count && edges[low].key == key ? edges[low].place : Self.none
    }

    /// The sub-command that ends at a place.
    func usage(at place: Int) -> Usage? { place == Self.none ? nil : usages[place] }
  }
}
