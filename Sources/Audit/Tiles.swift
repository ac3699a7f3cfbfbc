/// The trail as a static site serves it (C2SP tlog-tiles v0.1.0): hashes and entries, 256 a file.
package enum Tiles {
  private static let width = 256

  /// The files of the whole tree, from `tile/0/000.p/7` and `tile/entries/000.p/7` on.
  ///
  /// Level l holds the roots of complete subtrees of 256^l leaves; a last file that is not full has
  /// its width in its name.
  package static func files(of trail: Trail, _ lines: [UInt8]) -> [AuditFile] {
    var files: [AuditFile] = []
    let entries = lines.split(separator: UInt8(ascii: "\n")).prefix(trail.tree.size).map { line in
      [UInt8(line.count >> 8), UInt8(line.count & 255)] + line
    }
    add(entries, "entries", to: &files)
    var level = 0
    var hashes = trail.leaves
    while !hashes.isEmpty {
      add(hashes.map(\.bytes), String(level), to: &files)
      let whole = hashes.count / width
      hashes = (0..<whole).map { MerkleTree(hashes[$0 * width..<($0 + 1) * width]).root }
      level += 1
    }
    return files
  }

  /// The hashes of the entries, as the tiles of a folder hold them; fewer when tiles are missing.
  static func leaves(in contents: AuditContents, count: Int) -> [Digest] {
    var hashes: [Digest] = []
    for start in stride(from: 0, to: count, by: width) {
      let size = min(width, count - start)
      let end = size < width ? ".p/\(size)" : ""
      let tile = contents.files["tile/0/\(path(of: start / width))\(end)"] ?? []
      for place in stride(from: 0, to: tile.count - 31, by: 32) {
        hashes += Digest(bytes: Array(tile[place..<place + 32])).map { [$0] } ?? []
      }
    }
    return hashes
  }

  private static func add(_ row: [[UInt8]], _ level: String, to files: inout [AuditFile]) {
    for start in stride(from: 0, to: row.count, by: width) {
      let part = row[start..<min(start + width, row.count)]
      let end = part.count < width ? ".p/\(part.count)" : ""
      let name = "tile/\(level)/\(path(of: start / width))\(end)"
      files.append(AuditFile(name: name, bytes: Array(part.joined())))
    }
  }

  /// Groups of three digits, all but the last with an "x": `x001/x234/067`.
  static func path(of number: Int) -> String {
    let last = String(number % 1000)
    let name = String(repeating: "0", count: 3 - last.utf8.count) + last
    guard number >= 1000 else { return name }
    let above = path(of: number / 1000).split(separator: "/").map { part in
      part.hasPrefix("x") ? String(part) : "x\(part)"
    }
    return above.joined(separator: "/") + "/" + name
  }
}
