import Foundation
import Testing

/// The files of this repository as they lie in the working folder.
struct Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized

  /// A Swift file of the repository.
  struct SwiftFile: CustomTestStringConvertible, Sendable {
    let path: String
    let text: String

    var testDescription: String { path }
    /// The target that the file belongs to.
    var target: String { String(path.split(separator: "/")[1]) }
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The text without comments and the words of literals.
    var code: String { SwiftCode(text).code }
    var comments: String { SwiftCode(text).comments }
  }

  static let sources = swiftFiles(under: "Sources")
  static let tests = swiftFiles(under: "Tests")

  /// The paths of the files below a folder, sorted; what is generated or hidden is left out.
  static func paths(under folder: String) -> [String] {
    let manager = FileManager.default
    var paths: [String] = []
    for name in (try? manager.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    where ![".build", ".git", "out", "__pycache__"].contains(name) {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      let attributes = try? manager.attributesOfItem(atPath: root.appending(path: path).path)
      switch attributes?[.type] as? FileAttributeType {
      case .typeDirectory: paths += Self.paths(under: path)
      case .typeRegular: paths.append(path)
      default: break
      }
    }
    return paths.sorted()
  }

  /// The text of a file; empty if it is not there or not UTF-8.
  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// Whether a file or folder is there.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path)
  }

  /// The words of a text: runs of letters, digits and underscores.
  static func words(_ text: some StringProtocol) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map { Substring($0) }
  }

  private static func swiftFiles(under folder: String) -> [SwiftFile] {
    paths(under: folder).filter { $0.hasSuffix(".swift") }.map {
      SwiftFile(path: $0, text: text($0))
    }
  }
}
