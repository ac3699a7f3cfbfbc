import Testing

@testable import Audit

@Suite struct SignedNoteTests {
  /// The example of the signed-note specification.
  private static let key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  private static let note = """
    This is an example message.

    — example.com/foo \
    Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

    """

  @Test func `verifies the note of the specification`() throws {
    let note = try SignedNote(bytes: Array(Self.note.utf8))
    let key = try VerifierKey(Self.key)
    try note.verify(with: [key])
    #expect(Sample.text(note.text) == "This is an example message.\n")
    #expect(key.description == Self.key)
    #expect(Hex.encode(key.id) == "530d903a")
  }

  @Test func `a changed text does not verify`() throws {
    let text = Self.note.replacing("an example", with: "no example")
    let note = try SignedNote(bytes: Array(text.utf8))
    let key = try VerifierKey(Self.key)
    #expect(throws: FormatError.self) { try note.verify(with: [key]) }
  }

  @Test func `a note by somebody else does not verify`() throws {
    let note = try SignedNote(bytes: Array(Self.note.utf8))
    let key = VerifierKey(name: "example.com/foo", key: try Sample.publicKey())
    #expect(throws: FormatError.self) { try note.verify(with: [key]) }
  }

  @Test func `refuses other spellings of a note`() {
    for (old, new) in [
      ("message.\n\n", "message.\n"), ("— ", "- "), ("IneyaQM=", "IneyaQN="), ("aQM=\n", "aQM="),
      ("aQM=\n", "aQM=\n\n"), ("— ", "—  "), ("This", "\u{feff}This"), (".\n", ".\r\n"),
      (" an ", "\tan "),
    ] {
      let text = Self.note.replacing(old, with: new)
      #expect(throws: FormatError.self, "\(old)") { try SignedNote(bytes: Array(text.utf8)) }
    }
  }

  @Test(arguments: [
    "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "example.com/foo+530d903a", "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "",
  ])
  func `refuses a key whose id is not its own`(text: String) {
    #expect(throws: FormatError.self) { try VerifierKey(text) }
  }

  @Test func `a checkpoint is three lines`() throws {
    let text = "drillbook.example/sample\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    let checkpoint = try Checkpoint(text: Array(text.utf8))
    #expect(checkpoint.origin.identity == "audit@drillbook.example")
    #expect(checkpoint.root == MerkleTree().root)
    for other in [
      text + "more\n", text.replacing("\n0\n", with: "\n00\n"),
      text.replacing("\n0\n", with: "\n-1\n"),
      text.replacing("\n0\n", with: "\n+0\n"), String(text.dropLast()),
    ] {
      #expect(throws: FormatError.self) { try Checkpoint(text: Array(other.utf8)) }
    }
  }

  @Test(arguments: [
    "", "SSHSIG", "a b.example/x", "a.example//x", "a.example/x+y", "/a.example", "ä.example",
  ])
  func `an origin is a plain host and path`(text: String) {
    #expect(Origin(text) == nil)
  }
}
