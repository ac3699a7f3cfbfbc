extension MarkedOutline {
  /// A name without signs and without the pictures and marks around it: "✅ Database".
  static func bare(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.contains(where: { $0 >= 0xE2 }) else { return tidied(name) }
    var scalars = Substring(tidied(name)).unicodeScalars
    while let first = scalars.first, isPicture(first) { scalars.removeFirst() }
    while let last = scalars.last, isPicture(last) { scalars.removeLast() }
    return scalars.isEmpty ? tidied(name) : tidied(String(scalars))
  }

  /// Arrows, boxes, ticks and emoji, with what joins and colours them.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x200D, 0x2190...0x23FF, 0x2500...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: true
    default: false
    }
  }
}
