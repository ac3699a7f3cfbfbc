import Testing

@testable import Portal

@Suite struct MarksTests {
  @Test func `each kind of words has its own bit`() {
    let bits = Marks.named.values.map(\.rawValue.nonzeroBitCount)
    #expect(bits.allSatisfy { $0 == 1 })
    let all = Marks.named.values.reduce(into: Marks()) { $0.formUnion($1) }
    #expect(all.rawValue.nonzeroBitCount == bits.count)
    #expect(!all.has([.cadence, .number, .target, .open, .field]))
  }
}
