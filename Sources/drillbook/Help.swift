/// The help texts, made from what the commands declare.
enum Help {
  /// The list of all commands.
  static func overview() -> [Line] {
    var lines: [Line] = [
      "drillbook: turns disaster-recovery documents into a portal that tells the truth about them",
      "",
      "usage: drillbook COMMAND [OPTIONS]",
      "",
      "commands:",
    ]
    lines += table(Commands.all.map { ($0.name, $0.summary) })
    lines += ["", "exit codes:"]
    lines += table(ExitCode.allCases.map { (String($0.rawValue), $0.meaning) })
    return lines + ["", "\"drillbook help COMMAND\" says more"]
  }

  /// What one command takes and does.
  static func lines(for command: any Command.Type) -> [Line] {
    var lines: [Line] = ["drillbook \(command.name): \(command.summary)", ""]
    lines.append("usage: \(usage(of: command))")
    if !command.options.isEmpty {
      lines += ["", "options:"]
      lines += table(command.options.map { ($0.spelling, words(for: $0)) })
    }
    if !command.details.isEmpty { lines += [""] + command.details.map { "\($0)" } }
    return lines
  }

  /// The next step after a wrong command line.
  static func hint(for command: any Command.Type) -> String {
    "\"drillbook help \(command.name)\" lists what it takes"
  }

  private static func usage(of command: any Command.Type) -> String {
    var words = ["drillbook", command.name]
    if !command.options.isEmpty { words.append("[OPTIONS]") }
    if let operands = command.operands { words.append(operands) }
    return words.joined(separator: " ")
  }

  private static func words(for option: Option) -> String {
    var words = option.summary
    if !option.choices.isEmpty { words += ": " + option.choices.joined(separator: ", ") }
    if let fallback = option.fallback { words += " (\"\(fallback)\" if not given)" }
    return words
  }

  private static func table(_ rows: [(String, String)]) -> [Line] {
    let width = rows.map { $0.0.utf8.count }.max() ?? 0
    return rows.map { name, words in
      let gap = String(repeating: " ", count: width - name.utf8.count + 2)
      return "  \(name, .bold)\(gap)\(words)"
    }
  }
}
