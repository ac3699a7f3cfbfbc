/// Puts the texts of pages into files of some 16 kB, so that the words around a hit cost little.
struct TextShards {
  private var files: [[UInt8]] = []
  private var open: [UInt8] = []
  private var count = 0

  private static let fullSize = 12 * 1024

  /// Adds the text of a page; the result says where it stands.
  mutating func add(_ json: [UInt8]) -> (shard: Int, index: Int) {
    let place = (files.count, count)
    open.append(UInt8(ascii: count == 0 ? "[" : ","))
    open += json
    count += 1
    if open.count >= Self.fullSize { close() }
    return place
  }

  /// The files.
  consuming func finished() -> [[UInt8]] {
    if count > 0 { close() }
    return files
  }

  private mutating func close() {
    open.append(UInt8(ascii: "]"))
    var script = SearchScript(key: "x/\(files.count)", capacity: open.count + 24)
    script.add(json: open)
    files.append(script.finished())
    open.removeAll(keepingCapacity: true)
    count = 0
  }
}
