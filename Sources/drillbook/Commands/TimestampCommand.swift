internal import Audit
internal import Bindings
internal import Portal

/// The command `drillbook timestamp`.
enum TimestampCommand: Command {
  static let name = "timestamp"
  static let summary = "asks a time-stamp authority about the head of a trail, keeps the answer"
  static let options: [Option] = [
    .audit,
    Option("reply", "FILE", "the answer of the authority, to be kept beside the checkpoint"),
    .tsa,
  ]
  static let details = [
    "Without --reply it prints the question (RFC 3161), and the network is yours:",
    "  drillbook timestamp > question",
    "  curl -H 'Content-Type: application/timestamp-query' --data-binary @question URL > answer",
    "  drillbook timestamp --reply answer --tsa authority.pem",
    "An answer that is of no checkpoint in the folder or not by one of these authorities is not",
    "kept: the exit code is 4. \"verify --tsa\" then says \"anchored\".",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    guard let reply = arguments.given("reply") else {
      let record = try VerifiedFolder.read(arguments)
      let note = try SignedNote(bytes: record.contents.files[AuditFile.checkpoint] ?? [])
      try terminal.write(note.timeStampQuery)
      return .success
    }
    let lock = try AuditLock.take(arguments.value("audit"))
    try keep(reply, arguments, terminal)
    _ = consume lock
    return .success
  }

  private static func keep(
    _ reply: String,
    _ arguments: Arguments,
    _ terminal: Terminal
  ) throws {
    let record = try VerifiedFolder.read(arguments)
    let folder = AuditFolder(arguments.value("audit"))
    let authorities = try arguments.given("tsa").map(TimeStampAuthorities.init(file:))
    let (file, stamp) = try found(reply, record.contents)
    if let remark = stamp.remark(trusting: authorities) { throw refused(reply, remark) }
    let name = "\(folder.path)/\(file.name)"
    guard record.contents.files[file.name] == nil else {
      throw Failure.machine("\"\(name)\" is there already, and the first answer proves most")
    }
    try folder.add(file)
    let time = AsOf.stamp(stamp.time * 1000)
    try terminal.print("\(name): \(stamp.size) entries at \(time)")
    if authorities == nil {
      terminal.note("nobody vouches for the authority: \"--tsa FILE\" takes the certificates")
    }
  }

  private static func found(
    _ reply: String,
    _ contents: AuditContents
  ) throws -> (AuditFile, TimeStamp) {
    let bytes = try Files.read(reply)
    do throws(FormatError) {
      return try TimeStamp.place(of: bytes, in: contents)
    } catch {
      throw refused(reply, error.description, hint: "ask again: the trail may have grown since")
    }
  }

  private static func refused(_ reply: String, _ words: String, hint: String? = nil) -> Failure {
    Failure("\"\(reply)\" \(words)", hint: hint, exitCode: .unverified)
  }
}
