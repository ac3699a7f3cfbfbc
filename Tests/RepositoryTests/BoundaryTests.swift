import Foundation
import Testing

/// The two walls: unsafe | safe, and evidence | product.
@Suite struct BoundaryTests {
  /// What each target may import besides the standard library.
  static let imports: [String: Set<String>] = [
    "Bindings": ["CSQLite", "CCMark", "CYAML", "CCrypto", "CSystem", "CAssets", "Glibc"],
    "Audit": ["Bindings"],
    "Portal": ["Audit", "Bindings"],
    "drillbook": ["Portal", "Audit", "Bindings"],
  ]
  static let standard: Set<String> = ["Swift", "Synchronization", "_Concurrency"]

  /// What `Portal` and `Audit` get as arguments instead of reaching for it.
  static let surroundings = [
    "System.now", "System.elapsed", "System.environment", "System.exit", "System.write",
    "System.isTerminal", "CommandLine.",
  ]

  @Test func `finds the targets`() {
    #expect(Set(Repository.sources.map(\.target)) == Set(Self.imports.keys))
  }

  @Test(arguments: Repository.sources)
  func `imports only to its right`(file: Repository.SwiftFile) {
    let allowed = Self.standard.union(Self.imports[file.target] ?? [])
    for line in file.code.split(separator: "\n") {
      let words = Repository.words(line)
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { continue }
      // `import struct Module.Name` names the kind before the module.
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
      let rest = words[(place + 1)...].drop { kinds.contains($0) }
      #expect(rest.first.map { allowed.contains(String($0)) } == true, "\(line)")
    }
  }

  @Test(arguments: Repository.sources)
  func `says nothing unsafe outside of Bindings`(file: Repository.SwiftFile) {
    let words = Set(Repository.words(file.code))
    if file.target != "Bindings" {
      #expect(words.isDisjoint(with: ["unsafe", "_lifetime"]))
      #expect(!words.contains { $0.hasPrefix("Unsafe") || $0.hasPrefix("withUnsafe") })
    }
    #expect(!words.contains("public"), "public is never needed in a package of one program")
    #expect(!file.code.contains("@unchecked Sendable"))
  }

  @Test(arguments: Repository.sources.filter { ["Portal", "Audit"].contains($0.target) })
  func `takes time, environment and streams as arguments`(file: Repository.SwiftFile) {
    for word in Self.surroundings { #expect(!file.code.contains(word), "\(word)") }
    let prints = file.code.components(separatedBy: "print(").dropLast()
    for before in prints {
      let isOther = before.last.map { $0.isLetter || $0 == "." || $0 == "_" } ?? false
      #expect(isOther || before.hasSuffix("func "), "print(")
    }
  }
}
