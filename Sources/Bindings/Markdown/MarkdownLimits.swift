/// What is refused before parsing, because the library would need far longer than its size says.
///
/// cmark-gfm 0.29.0.gfm.6 takes quadratic time over some texts and cannot be interrupted. One
/// linear pass adds up what each construct will cost, by figures that were measured; a text whose
/// sum is beyond half a second and a second per megabyte is refused. Real documents stay far below.
package enum MarkdownLimits {
  /// The largest text that is read, in bytes.
  package static let largestSize = 16 << 20

  /// The first line where a text becomes too costly, from 1, and why; nil for a text to be parsed.
  package static func refusal(of source: Span<UInt8>) -> (line: Int, reason: String)? {
    guard source.count <= largestSize else {
      return (1, "it is larger than 16 MB")
    }
    let isCheap =
      source.count <= CostEstimate.largestBounded
      && CostEstimate.bound(of: source) <= CostEstimate.budget(of: source.count)
    return isCheap ? nil : estimate(of: source).refusal
  }

  /// The estimate of a text, up to where it is beyond its budget.
  static func estimate(of source: Span<UInt8>) -> CostEstimate {
    var estimate = CostEstimate(size: source.count)
    let hasReturns = source.firstIndex(of: 13, from: 0) != nil
    var start = 0
    while start < source.count, !estimate.isExceeded {
      var end = source.firstIndex(of: 10, from: start) ?? source.count
      if hasReturns {
        end = (start..<end).first { source[$0] == 13 } ?? end
      }
      estimate.add(source, start..<end)
      let isPair = end + 1 < source.count && source[end] == 13 && source[end + 1] == 10
      start = end + (isPair ? 2 : 1)
    }
    estimate.endRun()
    return estimate
  }
}
