/// Turns names into ids: small letters and digits, with single dashes between them.
enum Slug {
  /// The id of a name; `fallback` when nothing of it can stand in an id.
  static func slug(_ name: String, fallback: String) -> String {
    let slug = joined(name)
    guard !slug.isEmpty else { return fallback }
    // A name of a file, also in a system that counts bytes.
    return slug.utf8.count <= 80 ? slug : String(slug.prefix(24))
  }

  /// The words of a text, joined by dashes; empty when it has none.
  static func joined(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        scalars.append(scalar)
      } else if let last = scalars.last, last != "-" {
        scalars.append("-")
      }
    }
    while scalars.last == "-" { scalars.removeLast() }
    return String(scalars)
  }

  /// The id of a name that is none of those taken.
  static func unique(_ name: String, fallback: String, among taken: Set<String>) -> String {
    let slug = slug(name, fallback: fallback)
    guard taken.contains(slug) else { return slug }
    var number = 2
    while taken.contains("\(slug)-\(number)") { number += 1 }
    return "\(slug)-\(number)"
  }
}
