import Bindings
import Foundation
import Testing

@testable import Audit

/// The static log beside the trail, read by Go's own packages where Go is there.
@Suite struct TilesTests {
  /// Debian keeps the packages of Go here; nothing is fetched.
  private static let packages = "/usr/share/gocode"
  private static let hasGo =
    (try? Program("go", ["version"], in: "/"))?.code == 0
    && FileManager.default.fileExists(atPath: packages + "/src/golang.org/x/mod/sumdb/tlog")

  @Test(arguments: [
    (0, "000"), (7, "007"), (999, "999"), (1000, "x001/000"), (1_234_067, "x001/x234/067"),
  ])
  func `the number of a tile stands in groups of three digits`(number: Int, path: String) {
    #expect(Tiles.path(of: number) == path)
  }

  /// A trail of so many entries, signed; each run but the last adds as many drills as it takes.
  private static func contents(_ count: Int) throws -> AuditContents {
    let files = (0..<count - 4).map { ("content/\($0).md", [UInt8]("\($0)".utf8)) }
    return try Sample.contents(Sample.assessment(files: Dictionary(uniqueKeysWithValues: files)))
  }

  @Test(arguments: [
    (5, ["0/000.p/5", "entries/000.p/5"]), (256, ["0/000", "1/000.p/1", "entries/000"]),
    (
      600,
      [
        "0/000", "0/001", "0/002.p/88", "1/000.p/2", "entries/000", "entries/001",
        "entries/002.p/88",
      ]
    ),
  ])
  func `there is a tile for each 256 hashes and entries`(count: Int, names: [String]) throws {
    let lines = try #require(Self.contents(count).files[AuditFile.trail])
    let tiles = Tiles.files(of: try Trail(bytes: lines), lines)
    #expect(tiles.map(\.name).sorted() == names.map { "tile/\($0)" })
  }

  @Test(.enabled(if: hasGo, "Go and golang-golang-x-mod-dev are not installed"))
  func `Go reads every entry from the tiles, and takes the receipts`() throws {
    let place = try TemporaryFolder()
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Foreign/tlog.go").path
    let environment = [
      "GO111MODULE=off", "GOPATH=\(Self.packages)", "GOCACHE=\(place.path)/cache", "GOFLAGS=",
    ]
    let build = try Program(
      "env",
      environment + ["go", "build", "-o", "tlog", source],
      in: place.path
    )
    try #require(build.code == 0, "\(build.errors)")
    for (count, seq) in [(5, 0), (256, 255), (600, 512)] {
      let contents = try Self.contents(count)
      let record = try #require(Verifier.verify(contents).record)
      let lines = try #require(contents.files[AuditFile.trail])
      for (name, bytes) in contents.files { try place.write(bytes, to: "\(count)/\(name)") }
      for tile in Tiles.files(of: record.trail, lines) {
        try place.write(tile.bytes, to: "\(count)/\(tile.name)")
      }
      try place.write(TlogProof.bytes(of: seq, in: record), to: "receipt")
      let run = try Program("./tlog", ["\(count)", "receipt"], in: place.path)
      #expect(run.output == "entries \(count)\nreceipt \(seq)\n", "\(run.errors)")
      let tile = "\(count)/tile/0/000\(count < 256 ? ".p/\(count)" : "")"
      var bytes = try place.read(tile)
      bytes[0] ^= 1
      try place.write(bytes, to: tile)
      let refused = try Program("./tlog", ["\(count)"], in: place.path)
      #expect(refused.code != 0)
    }
  }
}
