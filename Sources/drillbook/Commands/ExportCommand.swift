/// The command `drillbook export FORM`.
enum ExportCommand: Command {
  /// In the order of the help.
  static let forms: [any ExportForm.Type] = [
    ControlsExport.self, OSCALExport.self, DSSEExport.self,
  ]

  static let name = "export"
  static let summary = "prints what is known in the form of another program"
  static let operands: String? = "FORM"

  /// Those of all forms, each once.
  static var options: [Option] {
    var seen: Set<String> = []
    return forms.flatMap { $0.options }.filter { seen.insert($0.name).inserted }
  }

  static var details: [String] {
    forms.map { form in
      let options = form.options.map { "--\($0.name)" }.joined(separator: ", ")
      return "\(form.name): \(form.summary) (\(options))"
    }
  }

  static func run(_ arguments: Arguments, _ terminal: Terminal) async throws -> ExitCode {
    let names = forms.map { $0.name }
    guard arguments.operands.count == 1, let name = arguments.operands.first else {
      throw Failure.usage(
        arguments.operands.isEmpty ? "no form given" : "give one form at a time",
        hint: "the forms are \(names.joined(separator: ", "))"
      )
    }
    guard let form = forms.first(where: { $0.name == name }) else {
      let near = Suggestion.nearest(to: name, among: names)
      throw Failure.usage(
        "unknown form \"\(name)\"",
        hint: near.map { "did you mean \"\($0)\"?" }
          ?? "the forms are \(names.joined(separator: ", "))"
      )
    }
    for option in options where arguments.given(option.name) != nil {
      guard form.options.contains(where: { $0.name == option.name }) else {
        throw Failure.usage("\"export \(name)\" takes no option \"--\(option.name)\"")
      }
    }
    return try await form.run(arguments, terminal)
  }
}
