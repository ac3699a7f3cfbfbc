/// XML whose literals are trusted and whose interpolations are escaped.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends markup.
  mutating func write(_ markup: Markup) { bytes += markup.bytes }

  /// A piece of XML.
  struct Markup: ExpressibleByStringInterpolation {
    fileprivate let bytes: [UInt8]

    init(stringLiteral text: StaticString) { bytes = Array(text.description.utf8) }
    init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    struct StringInterpolation: StringInterpolationProtocol {
      fileprivate var bytes: [UInt8] = []

      init(literalCapacity: Int, interpolationCount: Int) {
        bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
      }

      mutating func appendLiteral(_ text: StaticString) { bytes += text.description.utf8 }
      mutating func appendInterpolation(_ number: Int) { bytes += String(number).utf8 }

      mutating func appendInterpolation(_ text: String) {
        // XML 1.0 section 2.2 has no such characters, not even as a reference.
        let isWhole = text.unicodeScalars.allSatisfy { $0.value != 0xFFFE && $0.value != 0xFFFF }
        bytes.appendEscaped(
          isWhole
            ? text
            : String(
              String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF }
              )
            )
        )
      }
    }
  }
}
