extension ShellCommand {
  /// The command in the list of all facts: "aws s3 cp", and what it reads and changes.
  var fact: Fact {
    Fact(
      kind: "command",
      line: line,
      subject: subcommand.isEmpty ? program : "\(program) \(subcommand)",
      value: Self.line(effect)
    )
  }

  /// A text on one line of at most 400 bytes.
  private static func line(_ text: String) -> String {
    guard text.utf8.count > 400 || text.hasByte(where: { $0 < 32 }) else { return text }
    let bytes = text.utf8.prefix(400).map { $0 < 32 ? Byte.space : $0 }
    return String(decoding: bytes, as: UTF8.self) + (text.utf8.count > 400 ? "…" : "")
  }

  /// "reads s3://shop/db.dump, creates database shop"; else its flags, else its operands.
  private var effect: String {
    if !resources.isEmpty { return ShellResource.phrase(resources) }
    if !flags.isEmpty { return flags.map(\.phrase).joined(separator: " ") }
    return operands.joined(separator: " ")
  }
}

extension ShellCommand.Flag {
  fileprivate var phrase: String { value.map { "\(name)=\($0)" } ?? name }
}

extension ShellResource {
  /// "reads /tmp/db.dump, creates snapshot nightly, in namespace shop".
  static func phrase(_ resources: [ShellResource]) -> String {
    var text = ""
    for resource in resources {
      if !text.isEmpty { text += ", " }
      resource.append(to: &text)
    }
    return text
  }

  private func append(to text: inout String) {
    let verb =
      switch access {
      case .read: kind == .script ? "runs " : "reads "
      case .write: "writes "
      case .create: "creates "
      case .destroy: "destroys "
      case .inside: "in "
      case .select: "selects "
      }
    text += verb
    switch kind {
    case .file, .object, .script: break
    default:
      text += kind.rawValue
      text += " "
    }
    text += name
  }
}
