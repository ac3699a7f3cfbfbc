extension CommandRules {
  /// A kind of resource, or what decides it.
  enum Noun: Sendable {
    case kind(ShellResource.Kind)
    /// An object by its address, else a file.
    case place
    /// A volume by its name, else a file.
    case mount
    /// A file behind an "@".
    case payload
    /// The namespace behind a ":".
    case mapping
    /// A file of settings, or one setting.
    case setting

    init?(_ word: String) {
      switch word {
      case "place": self = .place
      case "mount": self = .mount
      case "payload": self = .payload
      case "mapping": self = .mapping
      case "setting": self = .setting
      default:
        guard let kind = ShellResource.Kind(rawValue: word) else { return nil }
        self = .kind(kind)
      }
    }
  }

  /// Which words of a command a rule is for.
  enum Words: Sendable {
    case operand(Int)
    case last
    /// All but the last.
    case others
    case all
    case from(Int)
    case flag([Int])
    /// The value of a key, in the value of a flag or in an operand.
    case pair(flag: Int, key: String)
    case object
    case scope
    case found
    case statements([Int])
    /// The name of the database that statements are for.
    case database(flags: [Int], operand: Int)

    init(_ text: String, _ names: inout NameTable) {
      switch text {
      case "last": self = .last
      case "others": self = .others
      case "all": self = .all
      case "object": self = .object
      case "scope": self = .scope
      case "found": self = .found
      default:
        if let number = Int(text) {
          self = .operand(number)
        } else if text.hasSuffix(".."), let number = Int(text.dropLast(2)) {
          self = .from(number)
        } else if text.hasSuffix("=") {
          let parts = text.dropLast().split(separator: "/").map(String.init)
          let flag = parts.count > 1 ? names.add(parts[0]) : 0
          self = .pair(flag: flag, key: parts.last ?? "")
        } else {
          self = .flag(Self.alternatives(text, &names))
        }
      }
    }

    /// The numbers of "-f|--file".
    static func alternatives(_ text: String, _ names: inout NameTable) -> [Int] {
      text.utf8.split(separator: UInt8(ascii: "|")).map { names.add(String(Substring($0))) }
    }
  }

  /// What a command does with some of its words.
  final class Rule: Sendable {
    let words: Words
    let actions: [Action]

    init(words: Words, actions: [Action]) {
      self.words = words
      self.actions = actions
    }
  }
}
