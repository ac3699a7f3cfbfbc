/// A table as comma-separated values that a spreadsheet opens and never calculates.
///
/// Source: RFC 4180. A cell that would be taken for a formula begins with "'" instead (OWASP, "CSV
/// Injection"), so a quote such as "- daily" does too.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  init(_ head: [String]) { add(head) }

  /// Appends a row.
  mutating func add(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(cell)
    }
    bytes += "\r\n".utf8
  }

  private mutating func write(_ cell: String) {
    let isFormula = cell.unicodeScalars.first.map(Self.startsFormula) ?? false
    let mustQuote = cell.utf8.contains { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }
    if mustQuote { bytes.append(34) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 where byte >= 0x20 && byte != 0x7F || byte == 10 || byte == 13 {
      if byte == 34 { bytes.append(34) }
      bytes.append(byte)
    }
    if mustQuote { bytes.append(34) }
  }

  /// "=", "+", "-", "@", their wide forms, and the controls that a spreadsheet passes over.
  private static func startsFormula(_ first: Unicode.Scalar) -> Bool {
    switch first.value {
    case 0..<0x20, 0x2B, 0x2D, 0x3D, 0x40, 0xFF0B, 0xFF0D, 0xFF1D, 0xFF20: true
    default: false
    }
  }
}
