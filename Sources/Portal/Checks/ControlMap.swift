internal import Bindings

/// The standards of `controls.yaml` with their controls; which check speaks of which stands in the
/// heads of the checks.
struct ControlMap: Sendable {
  /// A standard.
  struct Framework: Sendable {
    /// As the heads of checks begin: "NIST SP 800-53r5".
    let standard: String
    /// As a name of a file.
    let id: String
    let version: String
    let title: String
    let source: String
    let controls: [Control]
  }

  /// A part of a standard, as small as it can be named.
  struct Control: Sendable {
    let id: String
    let title: String
    /// The checks that are evidence for or against it, by their ids.
    let checks: [String]
  }

  let frameworks: [Framework]

  /// The map that the program carries.
  static let shared: ControlMap = {
    do throws(YAMLError) {
      let documents = try YAMLNode.documents(Asset.named("controls.yaml").span)
      return ControlMap(documents.first, rules: Rule.all)
    } catch {
      preconditionFailure("controls.yaml: \(error)")
    }
  }()

  init(_ root: YAMLNode?, rules: [Rule]) {
    var checks: [String: [String]] = [:]
    for rule in rules {
      for control in rule.controls { checks[control, default: []].append(rule.id) }
    }
    frameworks = (root?.elements ?? []).map { node in
      let standard = node["standard"]?.text ?? ""
      return Framework(
        standard: standard,
        id: node["id"]?.text ?? "",
        version: node["version"]?.text ?? "",
        title: node["title"]?.text ?? "",
        source: node["source"]?.text ?? "",
        controls: (node["controls"]?.pairs ?? []).map { pair in
          Control(
            id: pair.key,
            title: pair.value.text ?? "",
            checks: checks["\(standard) \(pair.key)"] ?? []
          )
        }
      )
    }
  }

  /// The standard and the control of the words in the head of a check; nil for unknown words.
  func find(_ words: String) -> (framework: Framework, control: Control)? {
    for framework in frameworks where words.hasPrefix(framework.standard + " ") {
      let id = words.dropFirst(framework.standard.count + 1)
      if let control = framework.controls.first(where: { $0.id == id }) {
        return (framework, control)
      }
    }
    return nil
  }
}
