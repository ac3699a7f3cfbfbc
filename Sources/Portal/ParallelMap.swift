/// The results of a function over some items, in their order, on several threads.
///
/// The one place of the program where work is done at the same time: reading and rendering are
/// maps.
nonisolated(nonsending) package func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item],
  threads: Int,
  _ transform: @escaping @Sendable (Item) throws -> Result
) async throws -> [Result] {
  guard threads > 1, items.count > 1 else { return try items.map(transform) }
  // Many chunks a thread even out what differs between items, and leave little to wait for at last.
  let size = max(1, items.count / (threads * 64))
  let chunks = stride(from: 0, to: items.count, by: size).map { $0..<min($0 + size, items.count) }
  var results: [[Result]] = Array(repeating: [], count: chunks.count)
  try await withThrowingTaskGroup(of: (Int, [Result]).self) { group in
    for (index, chunk) in chunks.enumerated() {
      // No more chunks than threads are under way.
      if index >= threads, let (done, mapped) = try await group.next() { results[done] = mapped }
      group.addTask { (index, try items[chunk].map(transform)) }
    }
    for try await (done, mapped) in group { results[done] = mapped }
  }
  return results.flatMap { $0 }
}
