internal import Audit
internal import Bindings

extension Configuration {
  /// Reads `drillbook.yaml`; everything that is wrong in it is told at once.
  static func read(_ file: SourceFile) throws(ConfigurationError) -> Configuration {
    let documents: [YAMLNode]
    do throws(YAMLError) {
      documents = try YAMLNode.documents(file.bytes.span)
    } catch {
      throw ConfigurationError(problems: [
        .init(file: file.path, line: error.line, column: error.column, message: error.problem)
      ])
    }
    var reader = ConfigurationReader(file: file.path)
    if documents.count > 1 { reader.report(documents[1], "a second document is not read") }
    let configuration = Configuration(documents.first, &reader)
    guard reader.problems.isEmpty else {
      let sorted = reader.problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
      throw ConfigurationError(problems: sorted)
    }
    return configuration
  }

  private init(_ root: YAMLNode?, _ reader: inout ConfigurationReader) {
    let fields = reader.fields(
      root,
      "the configuration",
      [
        "organisation", "origin", "signers", "as_of", "exclude", "policy", "systems", "inventories",
        "levels", "offline_copies", "site",
      ]
    )
    organisation = reader.text(fields["organisation"], "organisation")
    origin = reader.value(fields["origin"], "origin", wanted: "a name without spaces and \"+\"") {
      $0.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "+") } ? $0 : nil
    }
    originLine = fields["origin"]?.line ?? 0
    for node in reader.elements(fields["offline_copies"], "offline_copies", first: "place: …") {
      let fields = reader.fields(node, "a copy", ["place", "made"])
      guard let place = reader.text(fields["place"], "place"),
        let made = reader.instant(fields["made"], "made")
      else { continue }
      offlineCopies.append((place, made, node.line))
    }
    for pair in reader.entries(fields["signers"], "signers") {
      if let signer = Self.signer(pair, &reader) { signers.append(signer) }
    }
    asOf = reader.instant(fields["as_of"], "as_of")
    exclude = reader.globs(fields["exclude"], "exclude")
    policy = Policy(fields["policy"], &reader)
    for pair in reader.entries(fields["systems"], "systems") {
      systems.append(System(pair, &reader))
    }
    for node in reader.elements(fields["inventories"], "inventories", first: "files: …") {
      if let source = InventorySource(node, &reader) { inventories.append(source) }
    }
    levels = reader.levels(fields["levels"])
    leveled = reader.leveled
    site = Site(fields["site"], &reader)
    checkReferences(fields, &reader)
  }

  private static func signer(
    _ pair: YAMLNode.Pair,
    _ reader: inout ConfigurationReader
  ) -> (name: String, key: String)? {
    guard TrailKey.isName(pair.key) else {
      reader.report(
        line: pair.line,
        column: pair.column,
        "\"\(pair.key)\" cannot name a signer",
        hint: "write a name such as ada@example.com"
      )
      return nil
    }
    return reader.value(pair.value, pair.key, wanted: "a key such as \"ssh-ed25519 AAAA…\"") {
      // What follows the key is a comment.
      let key = $0.split(separator: " ").prefix(2).joined(separator: " ")
      return PublicKey(ssh: key) == nil ? nil : (pair.key, key)
    }
  }

  /// Components that are named must be there: a slip would silently join nothing.
  private func checkReferences(
    _ fields: [String: YAMLNode],
    _ reader: inout ConfigurationReader
  ) {
    let known = systems.flatMap { system in
      system.components.map { system.id + "/" + $0.id }
    }
    for system in fields["systems"]?.pairs ?? [] {
      for component in system.value["components"]?.pairs ?? [] {
        let node = component.value["depends_on"]
        for need in node?.elements ?? node.map({ [$0] }) ?? [] { reader.check(need, known) }
      }
    }
    for inventory in fields["inventories"]?.elements ?? [] {
      for asset in inventory["assets"]?.pairs ?? [] { reader.check(asset.value, known) }
    }
  }
}

extension ConfigurationReader {
  fileprivate mutating func check(_ node: YAMLNode, _ known: [String]) {
    guard let text = node.text, ComponentReference(text) != nil, !known.contains(text) else {
      return
    }
    let near = Similarity.nearest(to: text, among: known)
    report(
      node,
      "unknown component \"\(text)\"",
      hint: near.map { "did you mean \"\($0)\"?" } ?? "name it under \"components\" of its system"
    )
  }
}

extension Configuration.Policy {
  fileprivate init(_ node: YAMLNode?, _ reader: inout ConfigurationReader) {
    let fields = reader.fields(
      node,
      "policy",
      ["evidence_lifetime", "look_back", "rto_clock", "require_kind", "environments"]
    )
    let lifetime = reader.fields(
      fields["evidence_lifetime"],
      "evidence_lifetime",
      ["inventory", "drill"]
    )
    inventoryLifetime = reader.duration(lifetime["inventory"], "inventory")
    drillLifetime = reader.duration(lifetime["drill"], "drill") ?? drillLifetime
    lookBack = reader.duration(fields["look_back"], "look_back") ?? lookBack
    clock = reader.choice(fields["rto_clock"], "rto_clock", ["failure", "declaration"]) ?? clock
    requiredKind =
      reader.choice(fields["require_kind"], "require_kind", DrillRecord.kinds) ?? requiredKind
    if let node = fields["environments"] {
      environments = reader.texts(node, "environments").map(\.text)
    }
  }
}

extension Configuration.Site {
  fileprivate init(_ node: YAMLNode?, _ reader: inout ConfigurationReader) {
    let fields = reader.fields(
      node,
      "site",
      ["title", "logo", "accent", "edit_url", "language", "classification"]
    )
    title = reader.text(fields["title"], "title")
    logo = reader.value(fields["logo"], "logo", wanted: "a path below the content folder") {
      Glob($0) == nil ? nil : $0
    }
    accent = reader.value(fields["accent"], "accent", wanted: "a colour such as \"#0b5fff\"") {
      let digits = $0.utf8.dropFirst()
      let isColour = $0.utf8.first == UInt8(ascii: "#") && digits.count == 6
      return isColour && digits.allSatisfy { JSONString.digit($0) != nil } ? $0 : nil
    }
    editURL = reader.value(
      fields["edit_url"],
      "edit_url",
      wanted: "an address with {path} in it"
    ) { text in
      let isAddress = text.hasPrefix("https://") || text.hasPrefix("http://")
      return isAddress && text.contains("{path}") ? text : nil
    }
    language =
      reader.value(fields["language"], "language", wanted: "a language such as en") {
        $0.utf8.allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == 45 } ? $0 : nil
      } ?? language
    classification = reader.text(fields["classification"], "classification")
  }
}
