/// Finds the word that somebody meant to type.
enum Suggestion {
  /// The nearest of some words, when it is near enough to be meant.
  ///
  /// Near enough is one change for every three letters, two at least for words of four or more.
  static func nearest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.utf8)
    let ranked = words.map { (word: $0, distance: distance(letters, Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    let limit = max(letters.count / 3, letters.count > 3 ? 2 : 1)
    return best.distance <= limit ? best.word : nil
  }

  /// Counts the changes between two words: insert, remove, replace, swap two neighbours.
  ///
  /// Source: the optimal string alignment distance.
  static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var next = [i + 1]
      for (j, rival) in other.enumerated() {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (letter == rival ? 0 : 1))
        if i > 0, j > 0, letter == other[j - 1], one[i - 1] == rival {
          cost = min(cost, before[j - 1] + 1)
        }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[other.count]
  }
}
