/// A run of terms with the pages that they stand in.
///
/// The file is `DR("t/<n>", terms, base64)`. `terms` has a character for each term that says how
/// many bytes it shares with the one before (the character of code 35 is none, 36 is one), then
/// the rest, then a space; shared bytes are ASCII. The numbers behind base64 are LEB128: for each
/// term the count of its pages, then for each page the step from the one before (from -1), times 2,
/// plus 1 when a weight follows; without one the weight is 1.
struct TermShard {
  /// The first term.
  private(set) var first: [UInt8] = []
  /// The file, once closed.
  private(set) var script: [UInt8] = []
  private let number: Int
  private var text: [UInt8] = []
  private var postings: [UInt8] = []
  private var previous: ArraySlice<UInt8> = []

  private static let fullSize = 24 * 1024
  // "#": no control, no quote, no backslash before 35 + 57.
  private static let none = 35

  init(number: Int) { self.number = number }

  var isEmpty: Bool { text.isEmpty }
  var isFull: Bool { text.count + postings.count * 4 / 3 >= Self.fullSize }

  /// Adds a term, which comes after those that are there; its pages are added next.
  mutating func add(_ term: ArraySlice<UInt8>) {
    if text.isEmpty { first = Array(term) }
    var shared = 0
    for (left, right) in zip(previous, term) {
      guard left == right, left < 0x80 else { break }
      shared += 1
    }
    // One less than the backslash is at 92.
    shared = min(shared, 56)
    text.append(UInt8(Self.none + shared))
    text += term.dropFirst(shared)
    text.append(Byte.space)
    previous = term
  }

  /// Adds the pages of the last term, in rising order.
  mutating func add(pages: ArraySlice<UInt32>, weights: ArraySlice<UInt8>) {
    append(UInt32(pages.count))
    var before: UInt32?
    for (page, weight) in zip(pages, weights) {
      let step = before.map { page - $0 } ?? page + 1
      append(step << 1 | (weight > 1 ? 1 : 0))
      if weight > 1 { append(UInt32(weight)) }
      before = page
    }
  }

  /// The shard with its file, and without what it was made of.
  consuming func closed() -> TermShard {
    var writer = SearchScript(
      key: "t/\(number)",
      capacity: text.count + postings.count * 4 / 3 + 64
    )
    writer.add(string: text)
    writer.add(base64: postings)
    script = writer.finished()
    text = []
    postings = []
    previous = []
    return self
  }

  private mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      postings.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    postings.append(UInt8(rest))
  }
}
