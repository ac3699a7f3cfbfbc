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
    /// As the heads of checks name it: "NIST SP 800-53r5 CP-09a.".
    let words: String
  }

  let frameworks: [Framework]

  /// The map that the program carries.
  static let shared = ControlMap(YAMLNode.carried("controls.yaml"))

  private let places: [String: (framework: Int, control: Int)]

  init(_ root: YAMLNode?) {
    frameworks = (root?.elements ?? []).map { node in
      let standard = node["standard"]?.text ?? ""
      return Framework(
        standard: standard,
        id: node["id"]?.text ?? "",
        version: node["version"]?.text ?? "",
        title: node["title"]?.text ?? "",
        source: node["source"]?.text ?? "",
        controls: (node["controls"]?.pairs ?? []).map { pair in
          Control(id: pair.key, title: pair.value.text ?? "", words: "\(standard) \(pair.key)")
        }
      )
    }
    var places: [String: (framework: Int, control: Int)] = [:]
    for (framework, item) in frameworks.enumerated() {
      for (control, item) in item.controls.enumerated() {
        places[item.words] = (framework, control)
      }
    }
    self.places = places
  }

  /// The standard and the control of the words in the head of a check; nil for unknown words.
  func find(_ words: String) -> (framework: Framework, control: Control)? {
    guard let place = places[words] else { return nil }
    let framework = frameworks[place.framework]
    return (framework, framework.controls[place.control])
  }

  /// The ids of the checks of each control, by the words for the control.
  static func checks(of rules: [RuleHead]) -> [String: [String]] {
    var checks: [String: [String]] = [:]
    for rule in rules {
      for control in rule.controls { checks[control, default: []].append(rule.id) }
    }
    return checks
  }
}
