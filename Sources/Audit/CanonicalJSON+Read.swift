extension CanonicalJSON {
  /// Reads a value and refuses every spelling but the canonical one.
  ///
  /// What is read is written again and compared, so that nothing depends on this reader's mercy:
  /// two texts that any reader takes for the same value cannot both pass.
  package init(canonical bytes: [UInt8]) throws(FormatError) {
    if let remark = CanonicalJSON.remark(on: bytes) { throw FormatError(remark) }
    var reader = JSONReader(bytes)
    self = try reader.document()
    let again = self.bytes
    guard again == bytes else {
      let place = zip(again, bytes).prefix { $0 == $1 }.count
      throw FormatError("not canonical JSON (RFC 8785) at byte \(place + 1)")
    }
  }

  /// What a text editor or a version control system may have done to a file, in words.
  static func remark(on bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return "starts with a byte order mark, which an editor has put there"
    }
    if bytes.contains(0x0D) {
      return "holds carriage returns: line ends were converted (set \"audit/** -text\" in"
        + " .gitattributes)"
    }
    return nil
  }
}
