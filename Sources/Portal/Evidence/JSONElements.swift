/// The documents of a match as they are handed to SQLite: each as it is, or the elements of a long
/// list one by one, so that no memory is needed for the whole and nothing is parsed twice.
struct JSONElements: Sequence {
  private let documents: [ArraySlice<UInt8>]
  /// Where the elements begin; empty where nothing is parted.
  private let starts: [Int]

  init(_ match: AdapterMatch, _ records: AdapterRecords) {
    documents = match.documents
    starts = records.canBeAlone ? match.elements : []
  }

  /// Whether each is one element.
  var areAlone: Bool { !starts.isEmpty }

  /// Whether the document of an index is one of several in the file.
  var areMany: Bool { !starts.isEmpty || documents.count > 1 }

  func makeIterator() -> AnyIterator<ArraySlice<UInt8>> {
    guard !starts.isEmpty else { return AnyIterator(documents.makeIterator()) }
    var next = 0
    return AnyIterator {
      guard next < starts.count else { return nil }
      defer { next += 1 }
      return element(next)
    }
  }

  /// An object up to the comma before the next element, or the end of the list; null for others.
  private func element(_ index: Int) -> ArraySlice<UInt8> {
    let whole = documents[0]
    guard whole[starts[index]] == UInt8(ascii: "{") else { return Self.null[...] }
    let isLast = index + 1 == starts.count
    var end = isLast ? whole.endIndex : starts[index + 1]
    repeat { end -= 1 } while whole[end] != UInt8(ascii: isLast ? "]" : ",")
    return whole[starts[index]..<end]
  }

  private static let null = Array("null".utf8)
}
