/// What was found in an audit folder: the bytes of its files, and what is no file.
package struct AuditContents: Sendable {
  /// By name.
  package var files: [String: [UInt8]]
  /// Names of folders, links and devices, none of which belongs there.
  package var others: [String]

  package init(files: [String: [UInt8]], others: [String] = []) {
    self.files = files
    self.others = others
  }

  /// Whether nothing at all is there.
  package var isEmpty: Bool { files.isEmpty && others.isEmpty }
}
