import Testing

@testable import Audit

@Suite struct EnvelopeTests {
  private static let hasLibrary =
    (try? Program("python3", ["-c", "import securesystemslib.dsse"], in: "/"))?.code == 0

  private static let script = """
    import json
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from securesystemslib.dsse import Envelope
    from securesystemslib.signer import SSlibKey
    key = SSlibKey.from_crypto(load_pem_public_key(open("key.pem", "rb").read()))
    envelope = Envelope.from_dict(json.load(open("report.dsse.json")))
    print(list(envelope.verify([key], 1)) == [key.keyid])
    print(json.loads(envelope.payload)["predicateType"])
    """

  private static func folder() throws -> TemporaryFolder {
    let place = try TemporaryFolder()
    let report = try Sample.contents().files[AuditFile.report] ?? []
    try place.write(Envelope.bytes(of: report, with: Sample.key()), to: "report.dsse.json")
    let header = try #require(Hex.decode("302a300506032b6570032100"))
    let body = Base64.encode(header + (try Sample.publicKey().bytes))
    let pem = "-----BEGIN PUBLIC KEY-----\n\(body)\n-----END PUBLIC KEY-----\n"
    try place.write(Array(pem.utf8), to: "key.pem")
    return place
  }

  @Test(.enabled(if: hasLibrary, "securesystemslib and cryptography of PyPI are not installed"))
  func `securesystemslib verifies the envelope`() throws {
    let place = try Self.folder()
    let run = try Program("python3", ["-c", Self.script], in: place.path)
    #expect(run.output == "True\nurn:drillbook:audit-report:v1\n", "\(run.errors)")
  }

  @Test func `jq and openssl verify the envelope`() throws {
    let place = try Self.folder()
    let run = try Program(
      "bash",
      [
        "-c",
        """
        E=report.dsse.json
        jq -r .payload $E | base64 -d > body; T=$(jq -r .payloadType $E)
        { printf 'DSSEv1 %d %s %d ' ${#T} "$T" $(stat -c%s body); cat body; } > pae
        jq -r '.signatures[0].sig' $E | base64 -d > sig
        openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in pae -sigfile sig
        """,
      ],
      in: place.path
    )
    #expect(run.code == 0, "\(run.errors)")
  }
}
