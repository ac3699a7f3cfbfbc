/// Text as OSCAL takes it: one line of a small Markdown, in which content must mark up nothing.
enum OSCALText {
  /// A text on one line, without white space around it, and with every mark escaped.
  static func line(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\\", "*", "_", "`", "[", "]", "{", "}", "^", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default:
        let isSpace =
          scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
        if !isSpace {
          result.unicodeScalars.append(scalar)
        } else if !result.isEmpty, !result.hasSuffix(" ") {
          result += " "
        }
      }
    }
    if result.hasSuffix(" ") { result.removeLast() }
    return result.isEmpty ? "(no words)" : result
  }
}
