import Bindings
import Foundation
import Testing

@testable import Portal

@Suite struct AnalyzerTests {
  static func terms(_ text: String) -> [String] {
    var analyzer = Analyzer()
    analyzer.read(text.utf8.span)
    return analyzer.tokens.map { String(decoding: analyzer.folded[$0], as: UTF8.self) }
  }

  @Test func `reads every vector`() { #expect(AnalyzerVector.all.count == 23) }

  @Test(arguments: AnalyzerVector.all)
  func `cuts text into terms`(vector: AnalyzerVector) {
    #expect(Self.terms(vector.text) == vector.terms)
  }

  @Test func `forgets a text before the next`() {
    var analyzer = Analyzer()
    analyzer.read("a longer text than the next".utf8.span)
    analyzer.read("ab".utf8.span)
    #expect(analyzer.tokens == [0..<2])
  }

  @Test func `cuts text in the browser as in the writer`() throws {
    let site = try TemporarySite()
    defer { site.remove() }
    try site.write("assets/search.js", Asset.named("search.js"))
    try site.write("vectors.html", Array(TemporarySite.page(scripts: ["vectors.js"]).utf8))
    let script = """
      const cut = (text) => DR.analyze(text).flatMap((chunk) =>
        [...chunk.parts, ...(chunk.name ? [chunk.name] : [])].map((one) => one.term));
      const vectors = \(AnalyzerVector.json);
      const wrong = vectors.filter((one) => cut(one.text).join(" ") !== one.terms.join(" "));
      const sums = [];
      for (let block = 0; block < 0x33; block++) {
        let sum = 2166136261;
        for (let code = Math.max(32, block * 4096); code < (block + 1) * 4096; code++) {
          if (code >= 0xD800 && code < 0xE000) continue;
          for (const term of cut("x" + String.fromCodePoint(code) + "Yz")) {
            for (const character of term + " ") {
              sum = Math.imul(sum ^ character.codePointAt(0), 16777619) >>> 0;
            }
          }
        }
        sums.push(sum);
      }
      document.getElementById("results").textContent =
        "wrong:" + JSON.stringify(wrong) + ";sums:" + sums.join(",") + ";";
      """
    try site.write("vectors.js", Array(script.utf8))
    let document = try site.document("vectors.html")
    #expect(document.contains("wrong:[];"))
    let sums = (0..<0x33).map { String(Self.sum(ofBlock: $0)) }
    #expect(document.contains("sums:\(sums.joined(separator: ","));"))
  }

  /// FNV-1a over the terms of each character of a block, between two letters.
  private static func sum(ofBlock block: UInt32) -> UInt32 {
    var sum: UInt32 = 2_166_136_261
    for code in max(32, block * 4096)..<((block + 1) * 4096) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      for term in terms("x\(scalar)Yz") {
        for character in (term + " ").unicodeScalars {
          sum = (sum ^ character.value) &* 16_777_619
        }
      }
    }
    return sum
  }
}
