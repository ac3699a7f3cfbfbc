/// Which names stand where in a JSON text: enough to tell which tool printed it.
///
/// Of a list the first elements are looked at, and of every element one name is as good as the
/// other: `$[0].id` and `$[1].id` are both `$[*].id`.
struct JSONShape {
  private static let deepest = 4
  private static let longest = 20
  /// More different paths than this say nothing of a format.
  private static let most = 4000

  private let bytes: [UInt8]
  private var path: [UInt8] = []
  /// How long the path was before each step to where the scanner is.
  private var lengths: [Int] = []
  /// How many steps deep something is that is not looked at.
  private var unseen = 0
  /// Each path with one of its values; those of objects and lists have none.
  private var values: [[UInt8]: Set<String>] = [:]
  /// Whether several values follow each other: they are read as one list of them.
  private(set) var isSequence = false
  /// The names at the top, or of the first element of a list, in their order.
  private(set) var topLevelNames: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: - Looked up

  /// Whether something stands at a path such as `$.items[*].kind` or `$.*[*].id`.
  func holds(_ path: String, value: String? = nil) -> Bool {
    var wanted = Array(path.utf8.dropFirst())
    if isSequence {
      guard wanted.starts(with: "[*]".utf8) else { return false }
      wanted.removeFirst(3)
    }
    guard wanted.starts(with: ".*".utf8) else {
      guard let found = values[wanted] else { return false }
      return value.map(found.contains) ?? true
    }
    // ".*" at the top stands for any name.
    let rest = wanted.dropFirst(2)
    return values.contains { entry in
      guard entry.key.first == UInt8(ascii: "."), entry.key.count > rest.count,
        entry.key.suffix(rest.count).elementsEqual(rest)
      else { return false }
      let name = entry.key.dropFirst().dropLast(rest.count)
      // A list's name may hold a full stop: nothing else can come before "[".
      let isOne = rest.first == UInt8(ascii: "[") || !name.contains(UInt8(ascii: "."))
      return isOne && !name.contains(UInt8(ascii: "["))
        && (value.map(entry.value.contains) ?? true)
    }
  }

  /// The values at a path that are short enough to be kept.
  func texts(_ path: String) -> Set<String> { values[Array(path.utf8.dropFirst())] ?? [] }

  // MARK: - Filled by the scanner

  /// A value begins that stands beside others.
  mutating func enterValue(_ index: Int) {
    isSequence = index > 0
    if index == Self.longest { unseen += 1 }
  }

  mutating func enter(_ name: Range<Int>) {
    guard unseen == 0, lengths.count < Self.deepest, values.count < Self.most else {
      unseen += 1
      return
    }
    if topLevelNames.count < 8, path.isEmpty || path.elementsEqual("[*]".utf8) {
      let text = String(bytes[name])
      if !topLevelNames.contains(text) { topLevelNames.append(text) }
    }
    lengths.append(path.count)
    path.append(UInt8(ascii: "."))
    path += bytes[name]
    note()
  }

  mutating func enterElement(_ index: Int) {
    guard unseen == 0, lengths.count < Self.deepest, index < Self.longest else {
      unseen += 1
      return
    }
    lengths.append(path.count)
    path += "[*]".utf8
    note()
  }

  mutating func leave() {
    if unseen > 0 {
      unseen -= 1
    } else if let length = lengths.popLast() {
      path.removeLast(path.count - length)
    }
  }

  /// A text, a number or a word, as it is written.
  mutating func note(_ value: Range<Int>) {
    guard unseen == 0, value.count <= 80 else { return }
    values[path, default: []].insert(String(bytes[value]))
  }

  mutating func noteEmptyList() {
    if unseen == 0 { values[path, default: []].insert("[]") }
  }

  private mutating func note() {
    if values[path] == nil { values[path] = [] }
  }
}
