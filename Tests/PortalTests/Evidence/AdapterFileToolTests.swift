import Testing

/// Backups of files and machines, by the tools that make them.
@Suite struct AdapterFileToolTests: AdapterReading {
  private let restic =
    #"{"time": "2026-05-31T02:00:00Z", "tree": "t", "paths": ["/b", "/a"], "hostname": "h", "#
    + #""id": "1", "short_id": "1"}"#

  @Test func `reads restic as groups, and its events as a note`() throws {
    #expect(
      try told(#"[{"group_key": {"hostname": "h"}, "snapshots": [\#(restic)]}]"#)
        == ["restic.snapshots", "h:/a,/b success 05-31 02:00:00"]
    )
    let summary = #"{"message_type": "summary", "snapshot_id": "1"}"#
    #expect(
      try told(#"{"message_type": "status", "percent_done": 0}"# + "\n" + summary)
        == ["restic.backup-events", "INV-05 $[1]"]
    )
  }

  @Test func `reads Borg with a zone alone and tells a checkpoint`() throws {
    func archive(_ name: String, _ more: String) -> String {
      #"{"archive": "\#(name)", "name": "\#(name)", "id": "\#(name)", "#
        + #""start": "2026-05-31T02:00:00.000000"\#(more)}"#
    }
    let rest = #""repository": {"location": "/repo"}, "encryption": {"mode": "none"}}"#
    let list = #"{"archives": [\#(archive("a", "")), \#(archive("b.checkpoint", ""))], "# + rest
    #expect(
      try told(list, zone: "Asia/Dhaka") == [
        "borg.list", "/repo success 05-30 20:00:00", "/repo in_progress 05-30 20:00:00",
      ]
    )
    #expect(try told(list) == ["refused: its times name no zone: nobody can tell when they were"])
    let details =
      #", "end": "2026-05-31T02:09:00.5", "duration": 540.5, "command_line": [], "stats": {}"#
    let info =
      #"{"archives": [{"name": "a", "id": "a", "start": "2026-05-31T02:00:00"\#(details)}], "#
      + rest
    #expect(
      try told(info, zone: "UTC")
        == ["borg.info", "/repo success 05-31 02:00:00 to 05-31 02:09:00"]
    )
  }

  @Test func `reads Kopia and does not count what was stopped`() throws {
    func snapshot(_ id: String, _ more: String) -> String {
      #"{"id": "\#(id)", "source": {"host": "h", "userName": "u", "path": "/p"}, "#
        + #""startTime": "2026-05-31T02:00:00.123456789Z", "#
        + #""endTime": "2026-05-31T02:03:00Z"\#(more)}"#
    }
    let listing = [
      snapshot("a", ""), snapshot("b", #", "incomplete": "canceled""#),
      snapshot("c", #", "rootEntry": {"summ": {"numFailed": 2}}"#),
      snapshot("d", #", "incomplete": "checkpoint""#),
    ]
    #expect(
      try told("[\(listing.joined(separator: ","))]") == [
        "kopia.snapshots", "u@h:/p success 05-31 02:00:00 to 05-31 02:03:00",
        "u@h:/p failed 05-31 02:00:00 to 05-31 02:03:00",
        "u@h:/p partial 05-31 02:00:00 to 05-31 02:03:00",
        "u@h:/p in_progress 05-31 02:00:00 to 05-31 02:03:00",
      ]
    )
  }

  @Test func `reads the Proxmox Backup Server with its verifications`() throws {
    func snapshot(_ time: Int, _ more: String) -> String {
      #"{"backup-id": "7", "backup-type": "vm", "backup-time": \#(time)\#(more)}"#
    }
    let listing = [
      snapshot(1_780_106_400, #", "size": 9, "verification": {"state": "ok"}"#),
      snapshot(1_780_192_800, #", "size": 9, "verification": {"state": "failed"}"#),
      snapshot(1_780_200_000, ""),
    ]
    #expect(
      try told("[\(listing.joined(separator: ","))]") == [
        "pbs.snapshots", "vm/7 success 05-30 02:00:00", "vm/7 failed 05-31 02:00:00",
        "vm/7 unknown 05-31 04:00:00",
      ]
    )
  }

  @Test func `reads sessions of Veeam, and a SureBackup as a drill`() throws {
    func session(_ type: String, _ state: String, _ result: String) -> String {
      #"{"id": "\#(type)\#(result)", "name": "Job", "sessionType": "\#(type)", "#
        + #""state": "\#(state)", "creationTime": "2026-05-31T02:00:00.1234567Z", "#
        + #""endTime": "2026-05-31T02:20:00Z", "result": {"result": "\#(result)"}}"#
    }
    let sessions = [
      session("BackupJob", "Stopped", "Success"), session("BackupJob", "Stopped", "Warning"),
      session("BackupJob", "Working", "None"), session("SureBackup", "Stopped", "Success"),
      session("Infrastructure", "Stopped", "Success"),
    ]
    let page = #"{"data": [\#(sessions.joined(separator: ","))], "pagination": "#
    #expect(
      try told(page + #"{"total": 9, "count": 5}}"#) == [
        "veeam.sessions", "Job success 05-31 02:00:00 to 05-31 02:20:00",
        "Job partial 05-31 02:00:00 to 05-31 02:20:00",
        "Job in_progress 05-31 02:00:00 to 05-31 02:20:00", "restore of Job pass 1199 s",
        #"INV-03 the listing is not complete: its "pagination" counts more than it holds"#,
      ]
    )
  }

  @Test func `reads jobs of Bareos, restores as drills`() throws {
    func job(_ id: Int, _ type: String, _ status: String) -> String {
      #"{"jobid": "\#(id)", "name": "full", "client": "web", "type": "\#(type)", "#
        + #""jobstatus": "\#(status)", "starttime": "2026-05-31 02:00:00", "#
        + #""realendtime": "2026-05-31 02:10:00", "jobbytes": "99"}"#
    }
    let jobs = [job(1, "B", "T"), job(2, "B", "f"), job(3, "R", "T"), job(4, "D", "T")]
    let text = #"{"jsonrpc": "2.0", "result": {"jobs": [\#(jobs.joined(separator: ","))]}}"#
    #expect(
      try told(text, zone: "UTC") == [
        "bareos.jobs", "full web success 05-31 02:00:00 to 05-31 02:10:00",
        "full web failed 05-31 02:00:00 to 05-31 02:10:00", "restore of full web pass 600 s",
      ]
    )
  }

  @Test func `reads ZFS by its creation and refuses it without`() throws {
    #expect(
      try told("tank/a@one\t1780192800\t1\t2\t0\ntank/b@one\t1780192801\t1\t2\t1\n") == [
        "zfs.snapshots", "tank/a success 05-31 02:00:00", "tank/b success 05-31 02:00:01",
      ]
    )
    #expect(
      try told("tank/a@one\t12451840\t-\t5368709120\t-\n") == [
        #"refused: the listing has no column "creation", so nothing says when a snapshot was made"#
      ]
    )
  }

  @Test func `reads duplicity and rdiff-backup`() throws {
    let log = """
      INFO 3 backend file:///x
      chain-complete
       full 20260530T020000Z 1 enc
       inc 20260531T020000Z 1 enc
      . Found primary backup chain
      """
    #expect(
      try told(log) == [
        "duplicity.status", "duplicity success 05-30 02:00:00", "duplicity success 05-31 02:00:00",
      ]
    )
    let text = """
      Chain start time: Sat May 30 02:00:00 2026
       Type of backup set:                            Time:      Num volumes:
                      Full         Sat May 30 02:00:00 2026                 1
               Incremental         Sun May 31 02:00:00 2026                 1
      """
    #expect(
      try told(text, zone: "UTC") == [
        "duplicity.status", "duplicity success 05-30 02:00:00", "duplicity success 05-31 02:00:00",
      ]
    )
    #expect(
      try told("1780106400 directory\n1780192800 directory\n") == [
        "rdiff-backup.increments", "rdiff-backup success 05-30 02:00:00",
        "rdiff-backup success 05-31 02:00:00",
      ]
    )
  }
}
