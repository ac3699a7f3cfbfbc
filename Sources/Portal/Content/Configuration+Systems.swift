internal import Bindings

extension Configuration.System {
  init(_ pair: YAMLNode.Pair, _ reader: inout ConfigurationReader) {
    id = reader.id(pair, "a system")
    line = pair.line
    let fields = reader.fields(
      pair.value,
      pair.key,
      ["title", "documents", "tier", "owner", "region", "components", "levels"]
    )
    title = reader.text(fields["title"], "title")
    documents = reader.globs(fields["documents"], "documents")
    tier = reader.value(fields["tier"], "tier", wanted: "a number from 0 to 9") {
      Int($0).flatMap { (0...9).contains($0) ? $0 : nil }
    }
    owner = reader.text(fields["owner"], "owner")
    region = reader.text(fields["region"], "region")
    for component in reader.entries(fields["components"], "components") {
      components.append(Configuration.Component(component, &reader))
    }
    levels = reader.levels(fields["levels"])
  }
}

extension Configuration.Component {
  fileprivate init(_ pair: YAMLNode.Pair, _ reader: inout ConfigurationReader) {
    id = reader.id(pair, "a component")
    line = pair.line
    let fields = reader.fields(pair.value, pair.key, ["names", "depends_on", "objectives"])
    names = reader.texts(fields["names"], "names").map(\.text)
    for (text, node) in reader.texts(fields["depends_on"], "depends_on") {
      if let reference = reader.reference(text, node) { dependsOn.append(reference) }
    }
    let objectives = reader.fields(fields["objectives"], "objectives", ["rto", "rpo"])
    recoveryTime = reader.target(objectives["rto"], "rto")
    recoveryPoint = reader.target(objectives["rpo"], "rpo")
  }
}

extension InventorySource {
  init?(_ node: YAMLNode, _ reader: inout ConfigurationReader) {
    let fields = reader.fields(
      node,
      "an inventory",
      ["files", "format", "collected_at", "zone", "location", "min_size", "assets"]
    )
    let patterns = reader.globs(fields["files"], "files")
    guard let files = patterns.first, patterns.count == 1 else {
      if fields["files"] == nil || patterns.count > 1 {
        reader.report(node, "an inventory needs one pattern in \"files\"")
      }
      return nil
    }
    self.files = files
    format = reader.text(fields["format"], "format")
    collectedAt = reader.instant(fields["collected_at"], "collected_at")
    zone = reader.value(fields["zone"], "zone", wanted: "a time zone such as Europe/Berlin") {
      Zone($0)
    }
    location = reader.text(fields["location"], "location")
    minimumSize = reader.value(fields["min_size"], "min_size", wanted: "a size such as 1MB") {
      Quantity.bytes($0)
    }
    for asset in reader.entries(fields["assets"], "assets") {
      guard let text = reader.text(asset.value, asset.key) else { continue }
      assets[asset.key] = reader.reference(text, asset.value)
    }
  }
}

extension ConfigurationReader {
  fileprivate mutating func id(_ pair: YAMLNode.Pair, _ what: String) -> String {
    if !ComponentReference.isID(pair.key) {
      report(
        line: pair.line,
        column: pair.column,
        "\"\(pair.key)\" cannot name \(what)",
        hint: "write small letters, digits and \"-\", and give the words as a title or names"
      )
    }
    return pair.key
  }

  fileprivate mutating func reference(_ text: String, _ node: YAMLNode) -> ComponentReference? {
    guard let reference = ComponentReference(text) else {
      report(node, "\"\(text)\" names no component", hint: "write system/component")
      return nil
    }
    return reference
  }

  fileprivate mutating func target(_ node: YAMLNode?, _ name: String) -> Configuration.Target? {
    guard let node, let seconds = duration(node, name) else { return nil }
    return Configuration.Target(seconds: seconds, line: node.line)
  }
}
