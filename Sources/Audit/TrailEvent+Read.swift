extension TrailEvent {
  /// Reads an entry's members; those that it does not know are left to the caller's comparison.
  init(_ json: CanonicalJSON) throws(FormatError) {
    let kind = try json.text("kind")
    switch kind {
    case "key":
      guard let action = KeyAction(rawValue: try json.text("action")),
        let key = PublicKey(ssh: try json.text("ssh"))
      else { throw FormatError("has no valid \"action\" or \"ssh\"") }
      let name = json["name"] == nil ? nil : try json.text("name")
      guard name.map(TrailKey.isName) ?? true else {
        throw FormatError("has a \"name\" that names no person")
      }
      let reason = json["reason"] == nil ? nil : try json.text("reason")
      self = .key(action, TrailKey(key, name: name, reason: reason))
    case "evidence":
      let path = try json.text("path")
      guard TrailInput.isPlain(path) else {
        throw FormatError("has a \"path\" that is absolute or leaves the repository")
      }
      self = .evidence(
        try json.change(),
        TrailInput(path: path, digest: try json.digest("sha256"))
      )
    case "objective": self = .objective(try json.change(), try TrailObjective(json))
    case "waiver":
      self = .waiver(
        try json.change(),
        TrailWaiver(finding: try json.text("finding"), digest: try json.digest("sha256"))
      )
    case "report": self = .report(try TrailReport(json))
    default: throw FormatError("is of the unknown kind \"\(kind)\"")
    }
  }
}

extension TrailObjective {
  fileprivate init(_ json: CanonicalJSON) throws(FormatError) {
    self.init(
      system: try json.text("system"),
      component: try json.text("component"),
      dimension: try json.text("dimension"),
      seconds: try json.number("seconds"),
      file: try json.text("file"),
      line: json["line"] == nil ? nil : try json.number("line")
    )
  }
}

extension TrailReport {
  fileprivate init(_ json: CanonicalJSON) throws(FormatError) {
    self.init(
      result: try json.text("result"),
      digest: try json.digest("sha256"),
      state: try json.digest("state"),
      size: try json.number("size"),
      root: try json.digest("root")
    )
  }
}

extension CanonicalJSON {
  /// The text of a member.
  func text(_ name: String) throws(FormatError) -> String {
    guard let text = self[name]?.string else { throw FormatError("has no text \"\(name)\"") }
    return text
  }

  /// The number of a member.
  func number(_ name: String) throws(FormatError) -> Int {
    guard let number = self[name]?.int else { throw FormatError("has no number \"\(name)\"") }
    return number
  }

  /// The SHA-256 digest of a member.
  func digest(_ name: String) throws(FormatError) -> Digest {
    guard let digest = Digest(hex: try text(name)) else {
      throw FormatError("has no SHA-256 digest \"\(name)\"")
    }
    return digest
  }

  fileprivate func change() throws(FormatError) -> TrailEvent.Change {
    guard let change = TrailEvent.Change(rawValue: try text("action")) else {
      throw FormatError("has no valid \"action\"")
    }
    return change
  }
}
