/// Gives each term a number, from 0 in the order of their first coming.
struct TermTable: Sendable {
  /// The terms, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// Where each term ends in `bytes`.
  private(set) var ends: [Int] = []
  private var hashes: [UInt32] = []
  // Open addressing: a term's number and 1, or 0 for a free slot.
  private var slots: [UInt32]

  /// A table with room for some terms before it grows.
  init(capacity: Int = 1024) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  var count: Int { ends.count }

  /// Where a term stands in `bytes`.
  func range(_ term: Int) -> Range<Int> { (term == 0 ? 0 : ends[term - 1])..<ends[term] }

  /// The number of the term in a range of a text; a new one when it is met for the first time.
  mutating func number(of text: [UInt8], _ range: Range<Int>) -> Int {
    // FNV-1a
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(text[index])) &* 16_777_619 }
    return number(of: text, range, hash: hash)
  }

  /// Adds the terms of another table; the result gives the number here for each number there.
  mutating func add(_ other: TermTable) -> [Int] {
    (0..<other.count).map { term in
      number(of: other.bytes, other.range(term), hash: other.hashes[term])
    }
  }

  /// The numbers of the terms in the order of their bytes.
  var sorted: [Int] {
    // The first eight bytes as one number decide nearly every comparison.
    let keys: [UInt64] = (0..<count).map { term in
      let range = range(term)
      var key: UInt64 = 0
      for offset in 0..<8 {
        let index = range.lowerBound + offset
        key = key << 8 | UInt64(index < range.upperBound ? bytes[index] : 0)
      }
      return key
    }
    return (0..<count).sorted { left, right in
      if keys[left] != keys[right] { return keys[left] < keys[right] }
      return bytes[range(left)].lexicographicallyPrecedes(bytes[range(right)])
    }
  }

  private mutating func number(of text: [UInt8], _ range: Range<Int>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Self.slot(hash) & mask
    while slots[slot] != 0 {
      let term = Int(slots[slot]) - 1
      if hashes[term] == hash, isEqual(term, text, range) { return term }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: text[range])
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return ends.count - 1
  }

  private func isEqual(_ term: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    let own = self.range(term)
    guard own.count == range.count else { return false }
    for offset in 0..<range.count
    where bytes[own.lowerBound + offset] != text[range.lowerBound + offset] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (term, hash) in hashes.enumerated() {
      var slot = Self.slot(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(term + 1)
    }
  }

  // The high bits of FNV are the better ones.
  private static func slot(_ hash: UInt32) -> Int { Int(hash ^ (hash >> 15)) }
}
