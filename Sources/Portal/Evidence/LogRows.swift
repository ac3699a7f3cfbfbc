internal import Bindings

/// A drill log as rows of named fields, before anything is understood.
struct LogRows {
  /// A record as it is written.
  struct Row {
    let fields: [Field]
    /// From 1.
    let line: Int
    /// Such as `$[2]`.
    let pointer: String
  }

  /// A name, and its value as YAML; the cells of CSV are plain texts.
  struct Field {
    let name: String
    let line: Int
    let value: Value
  }

  /// A value, or several.
  enum Value {
    case text(String)
    case node(YAMLNode)
  }

  var rows: [Row] = []
  var problems: [Problem] = []

  /// The records of YAML documents or of JSON: each a mapping, or a list of mappings.
  static func yaml(_ file: SourceFile, isJSON: Bool) throws(LogRefusal) -> LogRows {
    let documents: [YAMLNode]
    do throws(YAMLError) {
      let bytes = isJSON ? try LogRows.asYAML(file.bytes) : file.bytes
      documents = try YAMLNode.documents(bytes.span)
    } catch {
      throw LogRefusal(
        message: error.line == 0 ? error.problem : "\(error.problem), at column \(error.column)",
        fix: "mend the file: nothing of a damaged log is used",
        line: error.line == 0 ? nil : error.line
      )
    }
    var log = LogRows()
    for document in documents where !document.isNull {
      if let (name, nodes) = list(in: document) {
        for node in nodes { log.add(node, file, in: "$." + name) }
      } else {
        for node in document.elements ?? [document] { log.add(node, file, in: "$") }
      }
    }
    guard !log.rows.isEmpty || !log.problems.isEmpty else {
      throw LogRefusal(message: "it holds no record", fix: "write a list of \"- id: …\"")
    }
    return log
  }

  /// The records that a mapping holds under a name such as "drills".
  private static func list(in document: YAMLNode) -> (String, [YAMLNode])? {
    guard let pairs = document.pairs else { return nil }
    let lists = pairs.filter { pair in
      let records = pair.value.elements ?? []
      return DrillWords.standard.lists.contains(DrillWords.normalized(pair.key))
        && !records.isEmpty && records.allSatisfy { $0.pairs != nil }
    }
    guard lists.count == 1, let elements = lists[0].value.elements else { return nil }
    return (lists[0].key, elements)
  }

  private mutating func add(_ node: YAMLNode, _ file: SourceFile, in place: String) {
    guard let pairs = node.pairs else {
      problems.append(.inLog(file.path, node.line, "a record is no mapping of names and values"))
      return
    }
    let fields = pairs.map { Field(name: $0.key, line: $0.line, value: .node($0.value)) }
    rows.append(Row(fields: fields, line: node.line, pointer: "\(place)[\(rows.count)]"))
  }

  /// JSON that libyaml reads: checked as JSON, one document for each value.
  private static func asYAML(_ bytes: [UInt8]) throws(YAMLError) -> [UInt8] {
    let values: [Range<Int>]
    do throws(JSONScanner.Refusal) {
      values = try JSONScanner.values(in: bytes)
    } catch {
      let line = bytes[..<error.offset].count { $0 == 10 } + 1
      let start = bytes[..<error.offset].lastIndex(of: 10).map { $0 + 1 } ?? 0
      throw YAMLError(line: line, column: error.offset - start + 1, problem: error.reason)
    }
    var output: [UInt8] = []
    var end = bytes.startIndex
    for value in values {
      // What parts the values stays, so that each keeps its line.
      output += bytes[end..<value.lowerBound]
      if !output.isEmpty, output.last != 10 { output.append(10) }
      output += "--- ".utf8
      output += pairsJoined(bytes[value])
      end = value.upperBound
    }
    return output
  }

  /// Writes surrogate pairs as the characters that they mean: YAML knows no pairs.
  private static func pairsJoined(_ json: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var index = json.startIndex
    while index < json.endIndex {
      if let (scalar, length) = JSONString.scalar(json, at: index), length == 12 {
        output += UTF8.encode(scalar).map(Array.init) ?? []
        index += length
      } else {
        let isEscape = json[index] == UInt8(ascii: "\\") && index + 1 < json.endIndex
        output += json[index..<(index + (isEscape ? 2 : 1))]
        index += isEscape ? 2 : 1
      }
    }
    return output
  }
}
