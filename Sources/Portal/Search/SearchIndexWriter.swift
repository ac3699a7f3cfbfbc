/// Gathers the pages of a portal and writes the index that `search.js` reads.
///
/// The files, below `search/`, each one script (see `SearchScript`):
/// - `m.js`: `{"v":1,"n":pages,"total":sum of lengths,"first":[first term of each shard]}`, then a
///   byte for the length of each page (`rounded`);
/// - `t/<n>.js`: terms in the order of their bytes, and their pages (`TermShard`);
/// - `d/<n>.js`: 32 pages each, `[url, title, kind, system, text shard, place in it]`;
/// - `x/<n>.js`: the lines of some pages (`SearchText`), for the words around a hit.
///
/// A query loads the manifest, a shard of terms for each word, and two files for each hit shown.
/// A page is known by its rank in the order of adding; the same pages give the same bytes.
struct SearchIndexWriter {
  private var table = TermTable(capacity: 1 << 15)
  private var lengths: [UInt8] = []
  private var total = 0
  private var heads: [[UInt8]] = []
  private var texts = TextShards()
  // The postings in the order of pages: page `n` has those from `starts[n]` on.
  private var starts: [Int] = []
  private var terms: [UInt32] = []
  private var weights: [UInt8] = []

  private static let pagesInShard = 32

  init() {}

  /// Adds pages, in their order.
  mutating func add(_ pages: some Sequence<SearchPage>) {
    for page in pages { add(SearchEntry(page)) }
  }

  /// Adds one page.
  mutating func add(_ entry: SearchEntry) {
    starts.append(terms.count)
    for term in table.add(entry.terms) { terms.append(UInt32(term)) }
    weights += entry.weights
    lengths.append(Self.rounded(entry.length))
    total += entry.length
    let place = texts.add(entry.text)
    heads.append(entry.head + ",\(place.shard),\(place.index)]".utf8)
  }

  /// The files of the index with their paths in the site.
  consuming func files() -> [(path: String, bytes: [UInt8])] {
    let shards = termShards()
    var files = [("search/m.js", manifest(shards))]
    for (number, shard) in shards.enumerated() {
      files.append(("search/t/\(number).js", shard.script))
    }
    for number in 0..<((heads.count + Self.pagesInShard - 1) / Self.pagesInShard) {
      let start = number * Self.pagesInShard
      let end = min(start + Self.pagesInShard, heads.count)
      var script = SearchScript(key: "d/\(number)")
      script.add(json: Array("[".utf8) + heads[start..<end].joined(separator: ",".utf8) + "]".utf8)
      files.append(("search/d/\(number).js", script.finished()))
    }
    for (number, bytes) in texts.finished().enumerated() {
      files.append(("search/x/\(number).js", bytes))
    }
    return files
  }

  /// A length in one byte: three bits after the leading one, and its place; exact up to 15.
  static func rounded(_ length: Int) -> UInt8 {
    guard length >= 8 else { return UInt8(max(0, length)) }
    let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
    return UInt8((exponent - 2) * 8 + (length >> (exponent - 3) & 7))
  }

  private func manifest(_ shards: [TermShard]) -> [UInt8] {
    var script = SearchScript(key: "m")
    var first: [UInt8] = []
    for shard in shards {
      first.append(UInt8(ascii: first.isEmpty ? "[" : ","))
      SearchScript.append(string: String(decoding: shard.first, as: UTF8.self), to: &first)
    }
    if first.isEmpty { first.append(UInt8(ascii: "[")) }
    first.append(UInt8(ascii: "]"))
    let counts = "{\"v\":1,\"n\":\(lengths.count),\"total\":\(total),\"first\":"
    script.add(json: counts.utf8 + first + "}".utf8)
    script.add(base64: lengths)
    return script.finished()
  }

  private func termShards() -> [TermShard] {
    let (firsts, pages, weights) = byTerm()
    var shards: [TermShard] = []
    var open = TermShard(number: 0)
    for term in table.sorted {
      open.add(table.bytes[table.range(term)])
      open.add(
        pages: pages[firsts[term]..<firsts[term + 1]],
        weights: weights[firsts[term]..<firsts[term + 1]]
      )
      guard open.isFull else { continue }
      shards.append(open.closed())
      open = TermShard(number: shards.count)
    }
    if !open.isEmpty { shards.append(open.closed()) }
    return shards
  }

  /// The postings term by term: where those of a term begin, then page and weight of each.
  private func byTerm() -> (firsts: [Int], pages: [UInt32], weights: [UInt8]) {
    var firsts = Array(repeating: 0, count: table.count + 1)
    for term in terms { firsts[Int(term) + 1] += 1 }
    for term in 0..<table.count { firsts[term + 1] += firsts[term] }
    var next = firsts
    var pages = Array(repeating: UInt32(0), count: terms.count)
    var ordered = Array(repeating: UInt8(0), count: terms.count)
    for page in starts.indices {
      let end = page + 1 < starts.count ? starts[page + 1] : terms.count
      for index in starts[page]..<end {
        let term = Int(terms[index])
        pages[next[term]] = UInt32(page)
        ordered[next[term]] = weights[index]
        next[term] += 1
      }
    }
    return (firsts, pages, ordered)
  }
}
