import Foundation

/// A test of commands as it would stand in a terminal, with the files that it starts from.
///
///     # Comments say what this shows.
///     $ drillbook chekc
///     ! drillbook: error: unknown command "chekc"
///     ! hint: did you mean "check"?
///     = 2
///
///     -- content/plan.md --
///     # A file in the folder where the commands run
///
/// `$` is a line for the shell, `>` its output, `!` its errors, `=` its exit code if it is not 0.
/// In what is expected, `[..]` stands for any text within a line and a line of `...` for any lines.
struct Transcript {
  private(set) var steps: [Step] = []
  private(set) var files: [(path: String, text: String)] = []

  /// A line for the shell with everything around it.
  struct Step {
    /// Comments and blank lines before the command.
    var before: [String] = []
    var command = ""
    var expected: [String] = []
  }

  init(_ text: String) {
    var step = Step()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if let file = files.indices.last {
        files[file].text += line + "\n"
      } else if line.hasPrefix("$ ") {
        step.command = String(line.dropFirst(2))
        steps.append(step)
        step = Step()
      } else if let last = steps.indices.last, ["> ", "! ", "= "].contains(line.prefix(2)) {
        steps[last].expected.append(line)
      } else {
        step.before.append(line)
      }
    }
    // The text ends in a newline, which is not a line of the last file.
    if let last = files.indices.last { files[last].text.removeLast() }
  }

  /// What a command did, in the writing of a transcript.
  static func lines(of result: Shell.Result) -> [String] {
    func marked(_ text: String, _ mark: String) -> [String] {
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines.map { $0.isEmpty ? "\(mark) " : "\(mark) \($0)" }
    }
    return marked(result.output, ">") + marked(result.errors, "!")
      + (result.exitCode == 0 ? [] : ["= \(result.exitCode)"])
  }

  /// Whether lines are as expected, wildcards included.
  static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first.dropFirst(2) == "..." {
      let mark = first.prefix(2)
      if matches(lines, expected.dropFirst()) { return true }
      guard let line = lines.first, line.hasPrefix(mark) else { return false }
      return matches(lines.dropFirst(), expected)
    }
    guard let line = lines.first, matches(line: line, first) else { return false }
    return matches(lines.dropFirst(), expected.dropFirst())
  }

  private static func matches(line: String, _ expected: String) -> Bool {
    let parts = expected.components(separatedBy: "[..]")
    guard parts.count > 1 else { return line == expected }
    guard line.hasPrefix(parts[0]) else { return false }
    var rest = line.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.range(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
