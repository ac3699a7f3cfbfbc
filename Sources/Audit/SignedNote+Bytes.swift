extension SignedNote {
  private static let dash: [UInt8] = Array("— ".utf8)
  private static let lineFeed = UInt8(ascii: "\n")

  /// The note as a file: the text, an empty line, and `— name base64(id || signature)` lines.
  package var bytes: [UInt8] {
    var output = text
    output.append(SignedNote.lineFeed)
    for signature in signatures {
      let blob = Base64.encode(signature.id + signature.bytes)
      output += SignedNote.dash + Array("\(signature.name) \(blob)\n".utf8)
    }
    return output
  }

  /// Reads a file, and refuses every spelling but the one that `bytes` gives.
  package init(bytes: [UInt8]) throws(FormatError) {
    guard bytes.count <= 1_000_000 else { throw FormatError("is longer than 1 MB") }
    if let remark = CanonicalJSON.remark(on: bytes) { throw FormatError(remark) }
    guard String(validating: bytes, as: UTF8.self) != nil,
      bytes.allSatisfy({ $0 >= 0x20 || $0 == SignedNote.lineFeed })
    else { throw FormatError("holds control characters or no valid UTF-8") }
    // The last empty line ends the text.
    guard bytes.last == SignedNote.lineFeed,
      let end = bytes.indices.dropFirst().last(where: {
        bytes[$0] == SignedNote.lineFeed && bytes[$0 - 1] == SignedNote.lineFeed
      })
    else { throw FormatError("has no empty line between text and signatures") }
    self.init(Array(bytes[..<end]))
    let lines = bytes[(end + 1)...].split(separator: SignedNote.lineFeed)
    guard 1...100 ~= lines.count else { throw FormatError("has no signature, or more than 100") }
    for line in lines { signatures.append(try Signature(line: line)) }
    guard self.bytes == bytes else { throw FormatError("is not in its one canonical spelling") }
  }
}

extension SignedNote.Signature {
  fileprivate init(line: ArraySlice<UInt8>) throws(FormatError) {
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 3, words[0].elementsEqual("—".utf8),
      let blob = Base64.decode(words[2]), blob.count > 4
    else { throw FormatError("has a line that is no signature") }
    name = String(decoding: words[1], as: UTF8.self)
    id = Array(blob.prefix(4))
    bytes = Array(blob.dropFirst(4))
    guard SignedNote.isName(name) else { throw FormatError("has a signature without a name") }
  }
}
