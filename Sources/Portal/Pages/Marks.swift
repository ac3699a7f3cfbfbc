extension HTML {
  /// A status: its shape, its word, and when the evidence behind it expires.
  static func status(_ status: Snapshot.Status?, expires: Int? = nil) -> HTML {
    guard let status else { return "<span class=\"status none\">not judged</span>" }
    return """
      <span class="status \(status.word)"\
      \(some: expires, { " data-expires=\"\(Phrase.stamp($0))\"" })>\
      \(Icon.status(status))\(status.word)</span>
      """
  }

  /// A severity: its shape and its word.
  static func severity(_ severity: Snapshot.Severity) -> HTML {
    "<span class=\"severity \(severity.word)\">\(Icon.severity(severity))\(severity.word)</span>"
  }

  /// The outcome of a drill; a pass is one piece of evidence, so it does not look like `met`.
  static func outcome(_ outcome: String) -> HTML {
    let icon =
      switch outcome {
      case "pass", "success": Icon.pass
      case "fail", "failed": Icon.fail
      default: Icon.other
      }
    let bad = ["fail", "failed", "aborted"].contains(outcome)
    return "<span class=\"outcome\(if: bad, " bad")\">\(icon)\(outcome)</span>"
  }

  /// A time for people and for machines.
  static func time(_ milliseconds: Int) -> HTML {
    "<time datetime=\"\(Phrase.stamp(milliseconds))\">\(Phrase.time(milliseconds))</time>"
  }

  /// A day for people and for machines.
  static func date(_ milliseconds: Int) -> HTML {
    let date = Phrase.date(milliseconds)
    return "<time datetime=\"\(date)\">\(date)</time>"
  }

  /// What stands where nothing is known.
  static let nothing: HTML = "<span class=\"nothing\">—</span>"

  /// A table that scrolls by itself where the screen is too narrow.
  static func table(_ caption: String, head: HTML, rows: HTML, style: String = "") -> HTML {
    """
    <div class="scroll" role="region" aria-label="\(caption)" tabindex="0">
    <table\(if: !style.isEmpty, " class=\"\(style)\"")>
    <thead><tr>\(head)</tr></thead>
    <tbody>
    \(rows)
    </tbody>
    </table>
    </div>
    """
  }

  /// The head of a column for each title.
  static func columns(_ titles: String...) -> HTML {
    "\(each: titles, { "<th scope=\"col\">\($0)</th>" })"
  }
}
