import Bindings
import Testing

@testable import Audit

@Suite struct KeyFileTests {
  private static let passphrase = Array("correct horse".utf8)

  @Test func `a new key is read back, and never overwritten`() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/key.pem"
    let made = try KeyFile.create(at: path)
    let read = try KeyFile.read(path)
    #expect(read.publicKey == made.bytes)
    #expect(try Files.entry(path).mode == 0o600)
    let error = #expect(throws: AuditError.self) { try KeyFile.create(at: path) }
    #expect(
      error?.description.hasSuffix("is there already, and a key is never overwritten") == true
    )
  }

  @Test func `a key opens with its passphrase only, and nobody is asked for it`() throws {
    let place = try TemporaryFolder()
    let path = place.path + "/key.pem"
    let made = try KeyFile.create(at: path, passphrase: Self.passphrase)
    let pem = try place.read("key.pem")
    #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
    let opened = try KeyFile.read(path, passphrase: Self.passphrase)
    #expect(opened.publicKey == made.bytes)
    #expect(throws: CryptoError.encrypted) { _ = try SigningKey(pem: pem) }
    #expect(throws: CryptoError.wrongPassphrase) { _ = try SigningKey(pem: pem, passphrase: [1]) }
  }

  @Test(arguments: ["640", "604", "666"])
  func `a key that others may read is refused`(mode: String) throws {
    let place = try TemporaryFolder()
    let path = place.path + "/key.pem"
    try KeyFile.create(at: path)
    let change = try Program("chmod", [mode, path], in: place.path)
    #expect(change.code == 0)
    let error = #expect(throws: AuditError.self) { _ = try KeyFile.read(path) }
    #expect(error?.description.contains("can be read or changed by others (mode 0\(mode))") == true)
  }

  @Test func `openssl reads the key, and its file names the derivation`() throws {
    let place = try TemporaryFolder()
    let made = try KeyFile.create(at: place.path + "/key.pem", passphrase: Self.passphrase)
    let run = try Program(
      "openssl",
      [
        "pkey", "-in", "key.pem", "-passin", "pass:correct horse", "-pubout", "-outform", "DER",
        "-out", "public.der",
      ],
      in: place.path
    )
    #expect(run.code == 0, "\(run.errors)")
    #expect(try place.read("public.der").suffix(32) == made.bytes[...])
    let shape = try Program("openssl", ["asn1parse", "-in", "key.pem"], in: place.path)
    #expect(shape.output.contains("PBKDF2"))
    #expect(shape.output.contains(":0927C0"))  // 600,000
    #expect(shape.output.contains("hmacWithSHA256"))
    #expect(shape.output.contains("aes-256-cbc"))
  }

  @Test(arguments: [
    ["-algorithm", "ed25519"],
    ["-algorithm", "ed25519", "-aes-256-cbc", "-pass", "pass:correct horse"],
  ])
  func `a key made by openssl is read`(arguments: [String]) throws {
    let place = try TemporaryFolder()
    let run = try Program("openssl", ["genpkey", "-out", "key.pem"] + arguments, in: place.path)
    #expect(run.code == 0, "\(run.errors)")
    let key = try SigningKey(pem: place.read("key.pem"), passphrase: Self.passphrase)
    #expect(key.publicKey.count == 32)
  }

  @Test func `a key of another kind, and what is no key, is refused`() throws {
    let place = try TemporaryFolder()
    let run = try Program(
      "openssl",
      ["genpkey", "-algorithm", "x25519", "-out", "key.pem"],
      in: place.path
    )
    #expect(run.code == 0)
    let pem = try place.read("key.pem")
    #expect(throws: CryptoError.otherKind) { _ = try SigningKey(pem: pem) }
    #expect(throws: CryptoError.noKey) { _ = try SigningKey(pem: Array("no key".utf8)) }
    #expect(throws: CryptoError.noKey) { _ = try SigningKey(pem: []) }
  }
}
