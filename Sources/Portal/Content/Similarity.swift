/// Finds the word that was meant.
package enum Similarity {
  /// The most similar of some words, if it is similar enough to suggest.
  static func nearest(to word: String, among words: some Sequence<String>) -> String? {
    let bytes = Array(word.lowercased().utf8)
    guard bytes.count <= 60 else { return nil }
    let limit = bytes.count <= 3 ? 1 : bytes.count <= 7 ? 2 : 3
    var best: (word: String, distance: Int)?
    for candidate in words where abs(candidate.utf8.count - bytes.count) <= limit {
      let distance = distance(bytes, Array(candidate.lowercased().utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  ///
  /// Source: the optimal string alignment distance.
  package static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...other.count)
    for i in one.indices {
      var next = [i + 1]
      for j in other.indices {
        let change = row[j] + (one[i] == other[j] ? 0 : 1)
        var best = min(change, row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          best = min(best, before[j - 1] + 1)
        }
        next.append(best)
      }
      (before, row) = (row, next)
    }
    return row[other.count]
  }
}
