/// What is refused before parsing.
package enum MarkdownLimits {
  package static func refusal(of source: Span<UInt8>) -> (line: Int, reason: String)? { nil }
}
