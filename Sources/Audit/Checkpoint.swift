/// The state of a trail that is signed: origin, size and root (C2SP tlog-checkpoint v1.0.0).
package struct Checkpoint: Hashable, Sendable {
  package let origin: Origin
  /// The number of entries.
  package let size: Int
  /// The hash over all entries.
  package let root: Digest

  package init(origin: Origin, size: Int, root: Digest) {
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// The state of a trail as it is.
  init(origin: Origin, _ trail: Trail) {
    self.init(origin: origin, size: trail.tree.size, root: trail.tree.root)
  }

  /// The three lines, as the text of a signed note.
  package var text: [UInt8] { Array("\(origin)\n\(size)\n\(root.base64)\n".utf8) }

  /// Reads the three lines; extension lines and other spellings are refused.
  package init(text: [UInt8]) throws(FormatError) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count == 4,
      let origin = Origin(String(decoding: lines[0], as: UTF8.self)),
      let size = Int(String(decoding: lines[1], as: UTF8.self)),
      let root = Base64.decode(lines[2]).flatMap(Digest.init(bytes:))
    else { throw FormatError("is no checkpoint of three lines: origin, size, root") }
    self.init(origin: origin, size: size, root: root)
    guard size >= 0, self.text == text else {
      throw FormatError("is not in its one canonical spelling")
    }
  }
}
