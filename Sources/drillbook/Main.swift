internal import Audit
internal import Bindings
internal import Portal

/// The program: finds the command, runs it, turns what it throws into words and an exit code.
@main
struct Main {
  @MainActor
  static func main() async {
    let code = await run(Array(CommandLine.arguments.dropFirst()), Terminal.standard)
    System.exit(code.rawValue)
  }

  /// Runs one command line, given without the program's name.
  // It stays on the caller's thread: a hop to the pool starts threads before anything is done.
  nonisolated(nonsending) static func run(
    _ words: [String],
    _ terminal: Terminal
  ) async -> ExitCode {
    do {
      guard let first = words.first else {
        throw Failure.usage("no command given", hint: "\"drillbook help\" lists the commands")
      }
      let command = try Commands.named(Commands.aliases[first] ?? first)
      let rest = Array(words.dropFirst())
      if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
        try terminal.print(Help.lines(for: command))
        return .success
      }
      return try await command.run(Arguments(rest, for: command), terminal)
    } catch let failure as Failure {
      terminal.report(failure)
      return failure.exitCode
    } catch let error as AuditError {
      terminal.report(.machine(error.description, hint: error.hint))
      return .machine
    } catch let error as MachineError {
      terminal.report(.machine(error.message, hint: error.hint))
      return .machine
    } catch {
      terminal.report(.machine(String(describing: error), hint: hint(error)))
      return .machine
    }
  }

  /// What to do when the medium has no room left; nothing that was there is lost.
  private static func hint(_ error: any Error) -> String? {
    let isFull = (error as? FileError)?.isFull ?? (error as? SQLiteError)?.isFull ?? false
    return isFull ? "make room and run it again; what was there before is unchanged" : nil
  }
}
