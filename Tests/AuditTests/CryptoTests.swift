import Bindings
import Testing

@testable import Audit

@Suite struct CryptoTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `SHA-256 gives the digests of FIPS 180-4`(text: String, hex: String) {
    #expect(Digest(of: Array(text.utf8)).hex == hex)
  }

  @Test func `SHA-512 gives the digest of FIPS 180-4`() {
    let hash = sha512(Array("abc".utf8).span)
    #expect(
      Hex.encode(hash)
        == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    )
  }

  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555f"
        + "b8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da08"
        + "5ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
  ])
  func `Ed25519 signs as in RFC 8032`(
    seed: String,
    publicKey: String,
    message: String,
    signature: String
  ) throws {
    let key = try SigningKey(seed: #require(Hex.decode(seed)))
    let message = try #require(Hex.decode(message))
    let made = try key.signature(for: message)
    let own = key.publicKey
    #expect(Hex.encode(own) == publicKey)
    #expect(Hex.encode(made) == signature)
    #expect(isSignature(made, of: message, by: own))
    #expect(!isSignature(made, of: message + [0], by: own))
    #expect(!isSignature(Array(made.dropLast()), of: message, by: own))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 writes and reads the texts of RFC 4648`(plain: String, coded: String) {
    #expect(Base64.encode(Array(plain.utf8)) == coded)
    #expect(Base64.decode(coded.utf8) == Array(plain.utf8))
  }

  @Test(arguments: [
    "Zh==", "Zm9=", "Zg=", "Zg", "Zg==\n", "Z===", "====", "Zm=v", "Zm9v====", "-_==",
  ])
  func `base64 has one spelling only`(text: String) {
    #expect(Base64.decode(text.utf8) == nil)
  }

  @Test(arguments: ["AB", "a", "g0", " 0"])
  func `hexadecimal has one spelling only`(text: String) {
    #expect(Hex.decode(text) == nil)
  }
}
