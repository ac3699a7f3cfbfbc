/// The standards, and for how many controls of each there is evidence for, against, or none.
struct ControlsPage: PortalPage {
  let layout: Layout

  var title: String { "Controls" }
  var section: Layout.Section? { .controls }

  var main: HTML {
    """
    <h1>Controls</h1>
    <p class="lead">What the checks are evidence for and against, by standard. One finding is \
    enough against a control, also when it is waived; where no check found anything there is \
    none.</p>
    \(.table(
      "Standards",
      head: .columns("Standard", "Controls", "Evidence against", "Evidence for", "No evidence"),
      rows: "\(each: ControlMap.shared.frameworks, row)"
    ))
    \(Self.limits)
    """
  }

  private func row(_ framework: ControlMap.Framework) -> HTML {
    let words = framework.controls.map { control in
      let rules = snapshot.rulesOfControls[control.words] ?? []
      return ControlEvidence.of(rules, snapshot.evidenceOfRules).word
    }
    func count(_ word: ControlEvidence.Word) -> String {
      Phrase.grouped(words.count { $0 == word })
    }
    return """
      <tr>
      <th scope="row"><a href="\(layout.url(PagePath.framework(framework.id)))">\
      \(framework.standard)</a><span class="under">\(framework.title)</span></th>
      <td>\(Phrase.grouped(words.count))</td>
      <td>\(count(.against))</td>
      <td>\(count(.for))</td>
      <td>\(count(.none))</td>
      </tr>

      """
  }

  /// What a row of these pages does not say.
  static let limits: HTML = """
    <p class="of">A check sees what the files say. That there is evidence for a control does not \
    show that the control is kept: it says what an auditor can look at first.</p>
    """
}
