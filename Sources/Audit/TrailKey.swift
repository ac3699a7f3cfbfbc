/// A key that the trail names: its own, or that of a person who signs reports off.
package struct TrailKey: Hashable, Sendable {
  package let key: PublicKey
  /// The person, as `allowed_signers` names them; nil for a key of the trail itself.
  package let name: String?
  /// Why the key was ended, in the organisation's own words.
  package let reason: String?

  package init(_ key: PublicKey, name: String? = nil, reason: String? = nil) {
    self.key = key
    self.name = name
    self.reason = reason
  }

  /// Whether a text names a person in `allowed_signers` and in the name of a file.
  ///
  /// Letters, digits and `._@-`, with an "@", so that no name is that of another file.
  package static func isName(_ text: String) -> Bool {
    3...100 ~= text.utf8.count && text.utf8.first != UInt8(ascii: ".")
      && text.utf8.contains(UInt8(ascii: "@"))
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "@"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
        default: false
        }
      }
  }
}
