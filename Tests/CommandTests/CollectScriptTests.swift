import Foundation
import Testing

/// `Scripts/collect.sh` with stubs in the place of the tools.
@Suite struct CollectScriptTests {
  /// Runs lines in a folder of their own, in which `bin/` comes first in the path.
  private func run(
    _ lines: String...,
    stubs: [String: String] = [:]
  ) throws -> (last: Shell.Result, files: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString)"
    )
    let programs = folder.appending(path: "bin")
    try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, body) in stubs {
      let file = programs.appending(path: name)
      try Data("#!/bin/sh\n\(body)\n".utf8).write(to: file)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: file.path
      )
    }
    let scripts = Shell.package.appending(path: "Scripts").path
    let path = "\(programs.path):\(scripts):\(Shell.programs.path):/usr/bin:/bin"
    let shell = Shell(
      folder: folder,
      environment: ["PATH": path, "TZ": "Asia/Dhaka", "LC_ALL": "C.UTF-8"]
    )
    var result = Shell.Result(output: "", errors: "", exitCode: 0)
    for line in lines { result = try shell.run(line) }
    let inventories = folder.appending(path: "inventories").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: inventories)) ?? []
    return (result, files.sorted())
  }

  private static let restic = """
    test "$TZ $LC_ALL" = "UTC C" || exit 9
    test "$*" = "snapshots --json -r /srv/repo" || exit 8
    echo '[{"time": "2026-11-20T02:00:00Z", "tree": "t", "paths": ["/a"], "hostname": "db01",'
    echo ' "id": "a1", "short_id": "a1"}]'
    """

  @Test func `names the file so that nothing else need be configured`() throws {
    let (result, files) = try run(
      "collect.sh restic.snapshots vault-1 -r /srv/repo",
      "drillbook explain --format json inventories/*.json",
      stubs: ["restic": Self.restic]
    )
    #expect(files.count == 1)
    let name = try #require(files.first)
    #expect(name.hasPrefix("restic.snapshots.vault-1.20"))
    #expect(name.hasSuffix("Z.json"))
    #expect(result.exitCode == 0)
    #expect(result.output.contains(#""format": "restic.snapshots", "collected_at": "20"#))
    #expect(result.output.contains(#""location": "vault-1""#))
    #expect(result.output.contains(#""findings": []"#))
  }

  @Test func `says UTC beside a listing whose times have no zone`() throws {
    let borg = """
      test "$*" = 'info --json --glob-archives * /srv/repo' || exit 8
      cat <<'END'
      {"archives": [{"name": "db-1", "id": "a1", "hostname": "db01",
        "start": "2026-11-20T02:00:00.000000", "end": "2026-11-20T02:10:00.000000",
        "stats": {"original_size": 5}, "duration": 1.5}],
       "encryption": {"mode": "none"}, "repository": {"id": "r", "location": "/srv/repo"}}
      END
      """
    let (result, files) = try run(
      "collect.sh borg.info vault /srv/repo",
      "drillbook explain --format json inventories/*.json",
      stubs: ["borg": borg]
    )
    #expect(files.count == 2)
    #expect(files.last?.hasSuffix("Z.json.meta.yaml") == true)
    #expect(result.output.contains(#""last_recovery_point": "2026-11-20T02:00:00Z""#))
  }

  @Test(arguments: [
    ("exit 1", "\"restic\" ended with 1: nothing was saved"),
    ("echo '['; exit 3", "\"restic\" ended with 3: nothing was saved"),
    ("true", "\"restic\" printed nothing: nothing was saved"),
    ("echo 'ID Time Host'", "\"restic\" printed no JSON: nothing was saved"),
  ])
  func `saves nothing when the tool fails`(body: String, reason: String) throws {
    let (result, files) = try run("collect.sh restic.snapshots vault", stubs: ["restic": body])
    #expect(result.exitCode == 3)
    #expect(result.errors == "collect.sh: \(reason)\n")
    #expect(files == [])
  }

  @Test(arguments: [
    ("aws.rds.snapshots eu-west-1 --query 'DBSnapshots[0]'", "would change or cut the listing"),
    ("aws.rds.snapshots eu-west-1 --max-items=5", "would change or cut the listing"),
    ("restic.snapshots vault --latest 1", "would change or cut the listing"),
    ("restic.snapshot vault", "unknown format \"restic.snapshot\""),
    ("restic.snapshots ../vault", "the location may hold"), ("restic.snapshots", "usage:"),
    ("-x restic.snapshots vault", "unknown option \"-x\""),
  ])
  func `refuses what would cut a listing or cannot be`(line: String, reason: String) throws {
    let stubs = ["aws": "echo '[]'", "restic": "echo '[]'"]
    let (result, files) = try run("collect.sh \(line)", stubs: stubs)
    #expect(result.exitCode == 2)
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(files == [])
  }

  @Test func `says which tool is not there`() throws {
    let (result, _) = try run("collect.sh kopia.snapshots vault")
    #expect(result.exitCode == 3)
    #expect(result.errors == "collect.sh: there is no \"kopia\" here\n")
  }

  @Test func `lists formats that the program knows, with their command`() throws {
    let (result, _) = try run("collect.sh --formats")
    let formats = result.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(formats.count > 30)
    let folder = Shell.package.appending(path: "Sources/CAssets/files/adapters").path
    let known = try FileManager.default.contentsOfDirectory(atPath: folder)
    for format in formats { #expect(known.contains("\(format).sql"), "\(format)") }
  }

  @Test func `lists the files of a folder`() throws {
    let (result, files) = try run(
      "mkdir dumps && echo dump >dumps/shop-20261120-020000.sql",
      "collect.sh files.find vault dumps",
      "drillbook explain --format json inventories/*.tsv"
    )
    #expect(files.count == 1)
    #expect(result.output.contains(#""format": "files.find""#))
    #expect(result.output.contains("shop-*.sql"))
  }
}
