import Foundation
import Testing

/// Backup tools that really run: what they list is collected and read by our adapters.
///
/// A tool that is not there is skipped; `Scripts/packages.sh tools` installs them all.
@Suite(.serialized) struct RealToolTests {
  /// Whether all of some programs are there, PostgreSQL's own among them.
  private static func has(_ programs: String...) -> Bool {
    programs.allSatisfy { program in
      let folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin"] + postgresql
      return folders.contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
      }
    }
  }

  /// The folders of PostgreSQL's programs, which Debian keeps out of the path.
  private static var postgresql: [String] {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.sorted().map { "\(root)/\($0)/bin" }
  }

  private static func absent(_ package: String) -> Comment {
    "\(package) is not installed: Scripts/packages.sh tools"
  }

  /// Runs a script that calls collect.sh in a folder of its own, as another user where the tool
  /// asks for one; gives what `explain` says of each file that came out, by format.
  private func explained(
    _ script: String,
    as user: String? = nil
  ) throws -> [String: [String: Any]] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "drillbook-\(UUID().uuidString.prefix(8))"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: Shell.package.appending(path: "Scripts/collect.sh"),
      to: folder.appending(path: "collect.sh")
    )
    try Data("set -e\n\(script)\n".utf8).write(to: folder.appending(path: "run.sh"))
    let path = ["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"] + Self.postgresql
    let shell = Shell(
      folder: folder,
      environment: [
        "PATH": path.joined(separator: ":"), "WORK": folder.path, "HOME": folder.path,
        "TZ": "Asia/Dhaka", "BORG_BASE_DIR": folder.path, "RESTIC_PASSWORD": "x",
        "RESTIC_CACHE_DIR": "\(folder.path)/cache",
      ]
    )
    let isOther = user != nil && getuid() == 0
    let become = isOther ? "chown -R \(user ?? "") . && runuser -u \(user ?? "") -- " : ""
    let run = try shell.run("\(become)bash run.sh", seconds: 180)
    try #require(run.exitCode == 0, "\(run.output)\(run.errors)")
    let explain = try shell.run(
      "'\(Shell.programs.path)/drillbook' explain --format json "
        + "$(ls inventories/* | grep -v meta.yaml)"
    )
    var found: [String: [String: Any]] = [:]
    for line in explain.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      if let object, let format = object["format"] as? String { found[format] = object }
    }
    return found
  }

  /// The counts of the only asset of a listing, after it was found to be of this minute.
  private func counts(_ listing: [String: Any]?) throws -> [String: Int] {
    let listing = try #require(listing)
    #expect(listing["refused"] is NSNull, "\(listing)")
    let assets = try #require(listing["assets"] as? [[String: Any]])
    let asset = try #require(assets.first)
    let last = try #require(asset["last_recovery_point"] as? String, "\(listing)")
    let time = try #require(ISO8601DateFormatter().date(from: last))
    #expect(abs(time.timeIntervalSinceNow) < 300, "\(last)")
    var counts: [String: Int] = [:]
    for outcome in ["success", "failed", "partial", "in_progress", "unknown"] {
      if let count = asset[outcome] as? Int, count > 0 { counts[outcome] = count }
    }
    return counts
  }

  @Test(.enabled(if: has("restic"), absent("restic")))
  func `restic`() throws {
    let found = try explained(
      """
      mkdir data; echo one >data/a; restic init -q -r repo >/dev/null
      restic backup -q -r repo data; echo two >data/a; restic backup -q -r repo data
      ./collect.sh restic.snapshots vault -r repo
      ! RESTIC_PASSWORD=wrong ./collect.sh restic.snapshots other -r repo 2>errors
      grep -q 'ended with' errors
      """
    )
    #expect(try counts(found["restic.snapshots"]) == ["success": 2])
    #expect(found.count == 1)
  }

  @Test(.enabled(if: has("borg"), absent("borgbackup")))
  func `borg, in a zone that its listing does not name`() throws {
    let found = try explained(
      """
      mkdir data; echo one >data/a; borg init -e none repo; borg create repo::db-1 data
      borg create repo::db-2.checkpoint data
      ./collect.sh borg.list vault repo; ./collect.sh borg.info vault repo
      """
    )
    #expect(try counts(found["borg.info"])["success"] == 1)
    #expect(try counts(found["borg.list"])["success"] == 1)
  }

  @Test(.enabled(if: has("redis-server", "redis-cli"), absent("redis-server")))
  func `redis`() throws {
    let found = try explained(
      """
      redis-server --port 0 --unixsocket $WORK/s --daemonize yes --dir $WORK >/dev/null
      trap 'redis-cli -s s shutdown nosave' EXIT
      for i in $(seq 50); do redis-cli -s s ping >/dev/null 2>&1 && break; sleep 0.1; done
      redis-cli -s s set a 1 >/dev/null; redis-cli -s s save >/dev/null
      ./collect.sh redis.persistence cache -s s
      """
    )
    let listing = try #require(found["redis.persistence"])
    #expect(listing["refused"] is NSNull)
    #expect((listing["findings"] as? [Any])?.isEmpty == true)
  }

  @Test(.enabled(if: has("etcd", "etcdctl"), absent("etcd-server, etcd-client")))
  func `etcd, whose own word is refused and whose files are read`() throws {
    let found = try explained(
      """
      etcd --data-dir $WORK/data --listen-client-urls unix://client:0 \
        --advertise-client-urls unix://client:0 --listen-peer-urls unix://peer:0 \
        --initial-advertise-peer-urls unix://peer:0 \
        --initial-cluster default=unix://peer:0 >log 2>&1 &
      trap 'kill $!' EXIT
      export ETCDCTL_API=3 ETCDCTL_ENDPOINTS=unix://client:0
      for i in $(seq 100); do etcdctl put a 1 >/dev/null 2>&1 && break; sleep 0.1; done
      mkdir dumps; file=dumps/etcd-$(date -u +%Y%m%d-%H%M%S).db
      etcdctl snapshot save $file >/dev/null 2>&1
      ./collect.sh files.find vault dumps
      etcdctl snapshot status -w json $file >inventories/etcd.status.$(date -u +%Y%m%dT%H%MZ).json
      """
    )
    #expect(try counts(found["files.find"]) == ["success": 1])
    #expect(found["etcd.status"]?["refused"] is String)
  }

  @Test(
    .enabled(if: has("pgbackrest", "initdb", "runuser"), absent("pgbackrest, postgresql"))
  )
  func `pgBackRest and the archiver of PostgreSQL`() throws {
    let found = try explained(
      """
      export PGBACKREST_CONFIG=$WORK/pgbackrest.conf PGHOST=$WORK PGDATABASE=postgres
      initdb -D data -A trust -U postgres >/dev/null
      cat >pgbackrest.conf <<END
      [global]
      repo1-path=$WORK/backups
      repo1-retention-full=2
      log-path=$WORK
      lock-path=$WORK
      spool-path=$WORK
      [shop]
      pg1-path=$WORK/data
      pg1-socket-path=$WORK
      END
      cat >>data/postgresql.conf <<END
      listen_addresses=''
      unix_socket_directories='$WORK'
      archive_mode=on
      archive_command='pgbackrest --config=$WORK/pgbackrest.conf --stanza=shop archive-push %p'
      fsync=off
      END
      pg_ctl -D data -w -l log start >/dev/null
      trap 'pg_ctl -D data -m immediate stop >/dev/null' EXIT
      pgbackrest --stanza=shop stanza-create
      pgbackrest --stanza=shop --type=full --start-fast backup
      ./collect.sh pgbackrest.info vault
      ./collect.sh pg.stat_archiver vault -U postgres
      """,
      as: "postgres"
    )
    #expect(try counts(found["pgbackrest.info"]) == ["success": 1])
    let window = (found["pg.stat_archiver"]?["assets"] as? [[String: Any]])?.first
    #expect(window?["asset"] as? String == "postgresql")
  }

  @Test(
    .enabled(if: has("mariabackup", "mariadbd", "mariadb-install-db"), absent("mariadb-backup"))
  )
  func `mariabackup`() throws {
    let found = try explained(
      """
      mariadb-install-db --no-defaults --datadir=$WORK/data --skip-test-db \
        --auth-root-authentication-method=normal >/dev/null 2>&1
      mariadbd --no-defaults --datadir=$WORK/data --socket=$WORK/s --skip-networking \
        --pid-file=$WORK/pid >log 2>&1 &
      trap 'kill $!; wait' EXIT
      for i in $(seq 100); do
        mariadb-admin --no-defaults --socket=$WORK/s -u root ping >/dev/null 2>&1 && break
        sleep 0.1
      done
      mariabackup --no-defaults --backup --target-dir=$WORK/dump --socket=$WORK/s \
        --datadir=$WORK/data --user=root 2>report
      ./collect.sh xtrabackup.info vault dump/xtrabackup_info
      """,
      as: "mysql"
    )
    #expect(try counts(found["xtrabackup.info"]) == ["success": 1])
  }

  @Test(.enabled(if: has("barman", "initdb", "runuser"), absent("barman, postgresql")))
  func `Barman`() throws {
    let found = try explained(
      """
      initdb -D data -A trust -U postgres >/dev/null
      printf "listen_addresses=''\\nunix_socket_directories='%s'\\nfsync=off\\n" $WORK \
        >>data/postgresql.conf
      pg_ctl -D data -w -l log start >/dev/null
      trap 'pg_ctl -D data -m immediate stop >/dev/null' EXIT
      mkdir home none
      cat >barman.conf <<END
      [barman]
      barman_home=$WORK/home
      barman_user=$(id -un)
      log_file=$WORK/barman.log
      configuration_files_directory=$WORK/none
      [shop]
      description=shop
      conninfo=host=$WORK user=postgres dbname=postgres
      streaming_conninfo=host=$WORK user=postgres dbname=postgres
      backup_method=postgres
      streaming_archiver=on
      slot_name=barman
      END
      barman="barman -q -c barman.conf"
      $barman receive-wal --create-slot shop
      ($barman receive-wal shop >receive 2>&1 &)
      for i in $(seq 50); do
        ls home/shop/streaming/*.partial >/dev/null 2>&1 && break
        sleep 0.1
      done
      $barman switch-wal --force --archive --archive-timeout 20 shop
      $barman backup --wait shop
      ./collect.sh barman.list vault -c barman.conf
      $barman receive-wal --stop shop || true
      """,
      as: "postgres"
    )
    #expect(try counts(found["barman.list"]) == ["success": 1])
  }
}
