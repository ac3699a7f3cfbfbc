/// A pattern of paths: `*` and `?` within a name, `**` for any number of folders.
struct Glob: Hashable, Sendable {
  /// As it is written.
  let pattern: String
  private let names: [[Unicode.Scalar]]

  private static let anything: [Unicode.Scalar] = ["*", "*"]

  /// Nil for a pattern that is empty, starts with "/" or leaves the folder through "..".
  init?(_ pattern: String) {
    var text = Array(pattern.unicodeScalars)
    if text.starts(with: "./".unicodeScalars) { text.removeFirst(2) }
    // A folder stands for everything in it.
    if text.last == "/" { text += Self.anything }
    let names = text.split(separator: "/", omittingEmptySubsequences: false)
    guard names.allSatisfy({ !$0.isEmpty && $0 != [".", "."] }) else { return nil }
    self.pattern = pattern
    self.names = names.map { Array($0) }
  }

  /// Whether a path relative to the content folder fits.
  func matches(_ path: String) -> Bool {
    let parts = path.unicodeScalars.split(separator: "/").map { Array($0) }
    return Glob.matches(parts, names, { $0 == Self.anything }, Glob.matchesName)
  }

  private static func matchesName(_ name: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
    matches(name, pattern, { $0 == "*" }, { $0 == $1 || $1 == "?" })
  }

  /// Matches elements against a pattern with stars, in time proportional to their product.
  private static func matches<Element, Pattern>(
    _ elements: [Element],
    _ pattern: [Pattern],
    _ isStar: (Pattern) -> Bool,
    _ fits: (Element, Pattern) -> Bool
  ) -> Bool {
    var element = 0
    var index = 0
    var retry: (element: Int, index: Int)?
    while element < elements.count {
      if index < pattern.count, isStar(pattern[index]) {
        retry = (element, index + 1)
        index += 1
      } else if index < pattern.count, fits(elements[element], pattern[index]) {
        element += 1
        index += 1
      } else if let last = retry {
        // The last star takes one element more.
        retry = (last.element + 1, last.index)
        (element, index) = (last.element + 1, last.index)
      } else {
        return false
      }
    }
    return pattern[index...].allSatisfy(isStar)
  }
}
