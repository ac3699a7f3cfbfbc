/// A control of NIST SP 800-53 by the ids of its OSCAL catalog.
///
/// Source: NIST, SP 800-53 Rev 5 catalog in OSCAL: "CP-02a.02[01]" is the objective
/// "cp-2_obj.a.2-1" of the control "cp-2", "CP-09(01)[02]" is "cp-9.1_obj-2" of "cp-9.1".
struct OSCALControl: Equatable {
  let control: String
  let objective: String

  /// Nil for what is no such control.
  init?(_ id: String) {
    var rest = Array(id.lowercased().utf8)[...]
    let family = rest.prefix(while: \.isASCIILetter)
    rest = rest.dropFirst(family.count)
    guard !family.isEmpty, rest.popFirst() == UInt8(ascii: "-"), let number = Self.number(&rest)
    else { return nil }
    var control = "\(String(decoding: family, as: UTF8.self))-\(number)"
    if rest.first == UInt8(ascii: "(") {
      rest.removeFirst()
      guard let enhancement = Self.number(&rest), rest.popFirst() == UInt8(ascii: ")") else {
        return nil
      }
      control += ".\(enhancement)"
    }
    var objective = control + "_obj"
    // A part, "a.", and a part of that, "a.02".
    if let letter = rest.first, letter.isASCIILetter {
      objective += "." + String(UnicodeScalar(letter))
      rest = rest.dropFirst()
      guard rest.popFirst() == UInt8(ascii: ".") else { return nil }
      if let number = Self.number(&rest) { objective += ".\(number)" }
    }
    if rest.first == UInt8(ascii: "[") {
      rest.removeFirst()
      guard let index = Self.number(&rest), rest.popFirst() == UInt8(ascii: "]") else {
        return nil
      }
      objective += "-\(index)"
    }
    guard rest.isEmpty else { return nil }
    self.control = control
    self.objective = objective
  }

  /// Takes two digits away; nil where something else stands.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix(while: \.isDigit)
    guard digits.count == 2 else { return nil }
    rest = rest.dropFirst(2)
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
