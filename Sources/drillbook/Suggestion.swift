internal import Portal

/// Finds the word that somebody meant to type.
enum Suggestion {
  /// The nearest of some words, when it is near enough to be meant.
  ///
  /// Near enough is one change for every three letters, two at least for words of four or more.
  static func nearest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.utf8)
    let ranked = words.map { (word: $0, distance: Similarity.distance(letters, Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    let limit = max(letters.count / 3, letters.count > 3 ? 2 : 1)
    return best.distance <= limit ? best.word : nil
  }
}
