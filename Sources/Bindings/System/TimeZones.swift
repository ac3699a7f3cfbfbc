/// The time zones that the system knows, by their IANA names.
package enum TimeZones {
  /// The rules of a zone such as Europe/Berlin; nil when the system has none of that name.
  package static func named(_ name: String) -> ZoneRules? {
    guard isName(name), let bytes = try? Files.read("/usr/share/zoneinfo/" + name) else {
      return nil
    }
    return ZoneRules(bytes)
  }

  /// Whether a text can name a zone; nothing else may become part of a path.
  private static func isName(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 3
      && parts.allSatisfy { part in
        !part.isEmpty && part.count <= 32
          && part.utf8.allSatisfy { byte in
            (byte | 32) >= 97 && (byte | 32) <= 122 || byte >= 48 && byte <= 57
              || "_+-".utf8.contains(byte)
          }
      }
  }
}
