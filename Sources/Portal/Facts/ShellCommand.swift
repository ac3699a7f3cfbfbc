internal import Bindings

/// A command of a block of code as it is written: it is read and never run.
struct ShellCommand: Equatable, Sendable {
  /// What stands between a command and the one before it.
  enum Joint: String, Sendable {
    /// The first of its line.
    case first = ""
    case pipe = "|"
    case and = "&&"
    case or = "||"
    case sequence = ";"
    case background = "&"
  }

  /// How a command stands in what is around it.
  enum Role: String, Sendable {
    case plain
    /// Of "if", "while" or "until".
    case condition
    /// Within "$(…)", "<(…)" or backticks: what it prints is used by its parent.
    case substitution
    /// Run by its parent: sudo, ssh, kubectl exec, bash -c.
    case wrapped
    /// The value of a setting, such as archive_command.
    case setting
  }

  /// A flag, and its value where it has one.
  struct Flag: Equatable, Sendable {
    let name: String
    var value: String?
  }

  /// ">" and the like, with the file behind it.
  struct Redirection: Equatable, Sendable {
    let sign: String
    let descriptor: Int
    let target: String
  }

  let line: Int
  /// Of the command with its flags on further lines; a text that it is given may go on.
  let lastLine: Int
  /// Its block of code, among those of the document.
  let block: Int
  /// Its pipeline among those of the document, and its place in that, from 1.
  let pipeline: Int
  let position: Int
  let joint: Joint
  let role: Role
  /// The place of the command around it in the list of all.
  let parent: Int?
  /// The function that it is defined in.
  let function: String?
  /// "pg_dump", or a path as it is written where the program is not known.
  let program: String
  /// "s3 cp"; empty for programs without.
  let subcommand: String
  /// The bytes of the block that it is written as, at most 2,000.
  let written: ArraySlice<UInt8>
  let flags: [Flag]
  let operands: [String]
  var redirections: [Redirection] = []
  /// What is set for this command alone.
  var assignments: [ShellVariable] = []
  /// The text that it is given by "<<".
  var input: String?
  var resources: [ShellResource] = []
  /// The heading above.
  let section: String
  /// Its place among the scenarios of the document; nil outside them.
  let scenario: Int?
  /// Its place among the steps of the document; nil outside them.
  let step: Int?
}

/// Something that a command reads, changes or works in.
struct ShellResource: Equatable, Sendable {
  enum Kind: String, Sendable {
    case bucket
    case object
    case snapshot
    case database
    case instance
    case namespace
    case context
    case workspace
    case cluster
    case region
    case secret
    case dns
    case file
    case script
    case volume
    case image
    case release
    case host
    case repository
    case service
  }

  enum Access: String, Sendable {
    case read
    case write
    case create
    case destroy
    /// The command works in it.
    case inside = "in"
    /// The commands after it work in it.
    case select
  }

  let access: Access
  let kind: Kind
  /// As it is written, with its variables; "*" for all of them.
  let name: String
  /// Where the name stands; 0 until that was looked for.
  var line = 0
}

extension ShellCommand {
  /// As it is written, joined lines on one.
  var text: String {
    guard written.span.firstIndex(of: 10, from: 0) != nil else { return String(written) }
    var joined: [UInt8] = []
    joined.reserveCapacity(written.count)
    var isJoint = false
    for byte in written {
      if isJoint, byte == Byte.space || byte == 9 || byte == 10 || byte == 13 { continue }
      isJoint = false
      if byte == 10, joined.last == UInt8(ascii: "\\") {
        joined.removeLast()
        while joined.last == Byte.space { joined.removeLast() }
        joined.append(Byte.space)
        isJoint = true
      } else {
        joined.append(byte)
      }
    }
    return String(decoding: joined, as: UTF8.self)
  }

  /// Gives each name its line; the first of the command where none of its lines has the name.
  mutating func place(in lines: LineIndex) {
    for index in resources.indices {
      let name = resources[index].name
      let found =
        line < lastLine ? (line...lastLine).first { lines[$0].first(of: name) != nil } : nil
      resources[index].line = found ?? line
    }
  }
}
