internal import Audit

/// A ZIP archive of some files, uncompressed and without times, so that the same files give the
/// same bytes (APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
enum ZipArchive {
  /// The archive of files of less than 4 GB together.
  static func bytes(of files: [AuditFile]) -> [UInt8] {
    var output: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let name = Array(file.name.utf8)
      let common =
        // Version 2.0, UTF-8 names, stored; 1 January 1980.
        number(20, 2) + number(0x0800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
        + number(checksum(file.bytes), 4) + number(file.bytes.count, 4)
        + number(file.bytes.count, 4) + number(name.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(0x0314, 2) + common
      // No comment, first disk, a file of mode 0644.
      directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0o100644 << 16, 4)
      directory += number(output.count, 4) + name
      output += number(0x0403_4B50, 4) + common + name + file.bytes
    }
    let start = output.count
    output += directory
    output += number(0x0605_4B50, 4) + number(0, 4) + number(files.count, 2)
    return output + number(files.count, 2) + number(directory.count, 4) + number(start, 4)
      + number(0, 2)
  }

  /// A number in so many bytes, the lowest first.
  private static func number(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    let table = table
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes { value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
    return Int(value ^ 0xFFFF_FFFF)
  }
}
