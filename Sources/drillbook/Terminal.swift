internal import Bindings

/// The two streams of the program: results go to the output, words about the work to the errors.
struct Terminal: Sendable {
  private let styledOutput: Bool
  private let styledErrors: Bool
  /// Whether somebody watches the errors, so that a line of progress makes sense.
  let isWatched: Bool
  /// The columns of the output; nil when it is no terminal.
  let width: Int?

  init(
    outputIsTerminal: Bool,
    errorsAreTerminal: Bool,
    width: Int? = nil,
    environment: (String) -> String?
  ) {
    let plain = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let dumb = environment("TERM") == "dumb"
    styledOutput = outputIsTerminal && !plain && !dumb
    styledErrors = errorsAreTerminal && !plain && !dumb
    isWatched = errorsAreTerminal && !dumb
    self.width = outputIsTerminal ? width : nil
  }

  /// The streams of this process.
  static var standard: Terminal {
    Terminal(
      outputIsTerminal: System.isTerminal(1),
      errorsAreTerminal: System.isTerminal(2),
      width: System.columns(of: 1),
      environment: System.environment
    )
  }

  /// Writes lines of a result.
  func print(_ lines: [Line]) throws(Failure) {
    try write(lines.flatMap { $0.bytes(styled: styledOutput) })
  }

  /// Writes one line of a result.
  func print(_ line: Line) throws(Failure) { try print([line]) }

  /// Writes bytes of a result as they are.
  func write(_ bytes: [UInt8]) throws(Failure) {
    guard System.write(bytes, to: 1) else { throw .machine("cannot write to the output") }
  }

  /// Says why a command stops, and the next step.
  func report(_ failure: Failure) {
    say("drillbook: \("error:", .red) \(failure.message)")
    if let hint = failure.hint { say("\("hint:", .bold) \(hint)") }
  }

  /// Says something about the work that is not its result.
  func note(_ words: String) { say("drillbook: \(words)") }

  /// Draws over the last line of the errors; nil wipes it.
  func redraw(_ words: String?) {
    guard isWatched else { return }
    System.write(Array("\r\u{1B}[2K\(words.map(Line.visible) ?? "")".utf8), to: 2)
  }

  private func say(_ line: Line) { System.write(line.bytes(styled: styledErrors), to: 2) }
}
