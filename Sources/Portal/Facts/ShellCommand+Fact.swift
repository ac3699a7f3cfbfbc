internal import Bindings

extension ShellCommand {
  /// A command in the list of all facts: "aws s3 cp", and what it reads and changes.
  ///
  /// It is looked at where it stands: a command is large, and takes long to copy.
  static func fact(_ index: Int, of commands: [ShellCommand]) -> Fact {
    let program = commands[index].program
    let subcommand = commands[index].subcommand
    return Fact(
      kind: "command",
      line: commands[index].line,
      subject: subcommand.isEmpty ? program : "\(program) \(subcommand)",
      value: line(effect(index, of: commands))
    )
  }

  /// A text on one line of at most 400 bytes.
  private static func line(_ text: String) -> String {
    let span = text.utf8.span
    var least = UInt8.max
    // To the end in any case, so that the processor looks at many at once.
    for index in span.indices { least = min(least, span[index]) }
    guard span.count > 400 || least < 32 else { return text }
    let bytes = text.utf8.prefix(400).map { $0 < 32 ? Byte.space : $0 }
    return String(decoding: bytes, as: UTF8.self) + (text.utf8.count > 400 ? "…" : "")
  }

  /// "reads s3://shop/db.dump, creates database shop"; else its flags, else its operands.
  private static func effect(_ index: Int, of commands: [ShellCommand]) -> String {
    let resources = commands[index].resources
    if !resources.isEmpty { return ShellResource.phrase(resources) }
    let flags = commands[index].flags
    if !flags.isEmpty { return flags.map(\.phrase).joined(separator: " ") }
    return commands[index].operands.joined(separator: " ")
  }
}

extension ShellCommand.Flag {
  fileprivate var phrase: String { value.map { "\(name)=\($0)" } ?? name }
}

extension ShellResource {
  /// "reads /tmp/db.dump, creates snapshot nightly, in namespace shop".
  static func phrase(_ resources: [ShellResource]) -> String {
    var text = ByteOutput(capacity: 120)
    for (index, resource) in resources.enumerated() {
      if index > 0 { text.append(", ") }
      resource.append(to: &text)
    }
    return text.text
  }

  private func append(to text: inout ByteOutput) {
    switch access {
    case .read: text.append(kind == .script ? "runs " : "reads ")
    case .write: text.append("writes ")
    case .create: text.append("creates ")
    case .destroy: text.append("destroys ")
    case .inside: text.append("in ")
    case .select: text.append("selects ")
    }
    switch kind {
    case .file, .object, .script: break
    default:
      text.append(kind.rawValue)
      text.append(Byte.space)
    }
    text.append(name)
  }
}
