import Bindings
import Foundation

@testable import Audit

/// A time-stamp authority of our own, made with `openssl`.
struct Authority: Sendable {
  private let folder: String
  /// Its certificate in PEM, and that of one of the same name with another key.
  let trusted: TimeStampAuthorities
  let other: TimeStampAuthorities

  /// Made once: keys and certificates take `openssl` a moment.
  static let shared = Result { try Authority() }

  private static var script: String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Foreign/tsa.sh").path
  }

  private init() throws {
    folder = NSTemporaryDirectory() + "/drillbook-authority-" + UUID().uuidString
    for name in ["own", "other"] {
      let made = try Program("bash", [Self.script, "\(folder)/\(name)"], in: "/")
      guard made.code == 0 else { throw FormatError(made.errors) }
    }
    trusted = try Self.certificate("\(folder)/own/ca.pem")
    other = try Self.certificate("\(folder)/other/ca.pem")
  }

  private static func certificate(_ path: String) throws -> TimeStampAuthorities {
    try TimeStampAuthorities(pem: Array(try Data(contentsOf: URL(filePath: path))))
  }

  /// The path of the certificate that is trusted.
  var certificate: String { "\(folder)/own/ca.pem" }

  /// The answer to a question.
  func reply(to query: [UInt8]) throws -> [UInt8] {
    let place = try TemporaryFolder()
    try place.write(query, to: "query")
    try place.write([], to: "reply")
    let run = try Program(
      "bash",
      [Self.script, "\(folder)/own", "query", "reply"],
      in: place.path
    )
    guard run.code == 0 else { throw FormatError(run.errors) }
    return try place.read("reply")
  }
}

extension AuditContents {
  /// The folder with the answer of the authority about its checkpoint.
  func stamped(by authority: Authority) throws -> AuditContents {
    var contents = self
    let note = try SignedNote(bytes: files[AuditFile.checkpoint] ?? [])
    let reply = try authority.reply(to: note.timeStampQuery)
    let file = try TimeStamp.place(of: reply, in: self).file
    contents.files[file.name] = file.bytes
    return contents
  }
}
