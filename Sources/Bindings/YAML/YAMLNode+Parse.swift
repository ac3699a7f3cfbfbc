internal import CYAML

extension YAMLNode {
  /// Reads every document of a YAML text.
  ///
  /// Aliases, tags and duplicate keys are refused: nobody needs them here, and each is a way to
  /// make one text mean two things. Depth is bounded at 100.
  package static func documents(_ source: Span<UInt8>) throws(YAMLError) -> [YAMLNode] {
    let parser = YAMLParser()
    let result: Result<[YAMLNode], YAMLError> = unsafe source.withUnsafeBufferPointer { buffer in
      unsafe parser.setInput(buffer)
      do throws(YAMLError) {
        return .success(try parser.documents())
      } catch {
        return .failure(unsafe error.placed(in: buffer))
      }
    }
    return try result.get()
  }

  /// The first document of an asset that is known to be there and to be right.
  package static func carried(_ path: String) -> YAMLNode {
    do throws(YAMLError) {
      return try documents(Asset.named(path).span)[0]
    } catch {
      preconditionFailure("\(path): \(error)")
    }
  }
}

/// Reads YAML events from bytes that outlive it.
@safe private struct YAMLParser: ~Copyable {
  // libyaml keeps a pointer to the parser inside the parser, so it must never move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init() {
    unsafe parser = .allocate(capacity: 1)
    let ok = unsafe yaml_parser_initialize(parser)
    precondition(ok == 1, "out of memory")
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  borrowing func setInput(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
  }

  borrowing func documents() throws(YAMLError) -> [YAMLNode] {
    var documents: [YAMLNode] = []
    while true {
      let event = try next()
      switch event.type {
      case YAML_STREAM_END_EVENT: return documents
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      default: documents.append(try node(event, depth: 0))
      }
    }
  }

  private borrowing func node(_ event: Event, depth: Int) throws(YAMLError) -> YAMLNode {
    guard depth < 100 else { throw event.error("more than 100 levels of nesting") }
    switch event.type {
    case YAML_SCALAR_EVENT:
      return event.node(.scalar(event.text, plain: event.plain))
    case YAML_SEQUENCE_START_EVENT:
      var elements: [YAMLNode] = []
      while true {
        let next = try next()
        if next.type == YAML_SEQUENCE_END_EVENT { return event.node(.sequence(elements)) }
        elements.append(try node(next, depth: depth + 1))
      }
    case YAML_MAPPING_START_EVENT:
      return event.node(.mapping(try pairs(depth: depth)))
    case YAML_ALIAS_EVENT: throw event.error("aliases are not read: write the value out")
    default: throw event.error("a value was expected")
    }
  }

  private borrowing func pairs(depth: Int) throws(YAMLError) -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    var keys: Set<String> = []
    while true {
      let key = try next()
      if key.type == YAML_MAPPING_END_EVENT { return pairs }
      guard key.type == YAML_SCALAR_EVENT else { throw key.error("a key must be one word or text") }
      guard keys.insert(key.text).inserted else {
        throw key.error("the key \"\(key.text)\" stands here twice")
      }
      let value = try node(try next(), depth: depth + 1)
      pairs.append(.init(key: key.text, line: key.line, column: key.column, value: value))
    }
  }

  private borrowing func next() throws(YAMLError) -> Event {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw unsafe error(parser.pointee) }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe Event(event)
  }

  private func error(_ state: yaml_parser_t) -> YAMLError {
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? "not YAML"
    guard unsafe state.error != YAML_READER_ERROR else {
      // libyaml gives no line for bytes that are no text: the offset stands in for it.
      return YAMLError(line: 0, column: Int(unsafe state.problem_offset), problem: problem)
    }
    return unsafe YAMLError(
      line: Int(state.problem_mark.line) + 1,
      column: Int(state.problem_mark.column) + 1,
      problem: problem
    )
  }
}

/// An event of the parser, copied out of C.
private struct Event {
  let type: yaml_event_type_t
  let line: Int
  let column: Int
  var text = ""
  var plain = false

  init(_ event: yaml_event_t) {
    type = unsafe event.type
    line = Int(unsafe event.start_mark.line) + 1
    column = Int(unsafe event.start_mark.column) + 1
    guard type == YAML_SCALAR_EVENT else { return }
    let scalar = unsafe event.data.scalar
    let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    text = unsafe String(decoding: bytes, as: UTF8.self)
    plain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
  }

  func node(_ content: YAMLNode.Content) -> YAMLNode {
    YAMLNode(content: content, line: line, column: column)
  }

  func error(_ problem: String) -> YAMLError {
    YAMLError(line: line, column: column, problem: problem)
  }
}

extension YAMLError {
  /// Turns the offset of a byte that is no text into its line and column.
  fileprivate func placed(in bytes: UnsafeBufferPointer<UInt8>) -> YAMLError {
    guard line == 0 else { return self }
    let before = unsafe bytes.prefix(column)
    let start = (unsafe before.lastIndex(of: 10)).map { $0 + 1 } ?? 0
    return YAMLError(
      line: unsafe before.count { $0 == 10 } + 1,
      column: column - start + 1,
      problem: problem
    )
  }
}
