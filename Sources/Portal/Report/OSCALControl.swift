/// A control of NIST SP 800-53 by the ids of its OSCAL catalog.
///
/// Source: NIST, SP 800-53 Rev 5 catalog in OSCAL: "CP-2a.2[01]" is the objective "cp-2_obj.a.2-1"
/// of the control "cp-2", "CP-9(1)[02]" is "cp-9.1_obj-2" of "cp-9.1".
struct OSCALControl: Equatable {
  let control: String
  let objective: String

  /// Nil for what is no such control.
  init?(_ id: String) {
    var rest = Array(id.lowercased().utf8)[...]
    var control = rest.prefix { $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    // A letter behind the number is a part: "cp-9a".
    guard let dash = control.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let digits = control[(dash + 1)...].prefix { $0.isDigit }
    guard !digits.isEmpty else { return nil }
    control = control[..<digits.endIndex]
    rest = rest[digits.endIndex...]
    var name = String(decoding: control, as: UTF8.self)
    if rest.first == UInt8(ascii: "(") {
      let number = rest.dropFirst().prefix { $0.isDigit }
      guard !number.isEmpty, rest.dropFirst(number.count + 1).first == UInt8(ascii: ")") else {
        return nil
      }
      name += "." + String(decoding: number, as: UTF8.self)
      rest = rest.dropFirst(number.count + 2)
    }
    let parts = rest.split(separator: UInt8(ascii: "["), maxSplits: 1)
    let hasIndex = rest.last == UInt8(ascii: "]")
    let letters = hasIndex && parts.count == 1 ? [] : Array(parts.first ?? [])
    let path = letters.last == UInt8(ascii: ".") ? letters.dropLast() : letters[...]
    var objective = name + "_obj"
    if !path.isEmpty { objective += "." + String(decoding: path, as: UTF8.self) }
    if hasIndex, let index = Int(String(decoding: (parts.last ?? []).dropLast(), as: UTF8.self)) {
      objective += "-\(index)"
    }
    self.control = name
    self.objective = objective
  }
}
