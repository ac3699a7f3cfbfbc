internal import CCMark
internal import Glibc

/// What the Markdown library takes its memory from: for each thread its own, given back as a whole.
///
/// A parse takes some thousand small pieces, and the library's own arena is one for all threads.
enum ParseMemory {
  /// The functions by which the library takes and gives.
  nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    unsafe functions.initialize(
      to: cmark_mem(
        calloc: { count, size in unsafe ParseMemory.zeros(count * size) },
        realloc: { piece, size in unsafe ParseMemory.retake(piece, size) },
        free: { _ in }
      )
    )
    return unsafe functions
  }()

  /// Chunks as a chain, the current one first.
  @unsafe private struct Chunk {
    let before: UnsafeMutablePointer<Chunk>?
    let size: Int
    var used = 0

    /// Behind the chunk itself, in steps of 16 bytes.
    static let head = 32
    static let smallest = 1 << 20
  }

  /// Where each thread keeps its current chunk.
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    // A thread that ends has given back all but its first chunk.
    guard unsafe pthread_key_create(&key, { unsafe free($0) }) == 0 else {
      fatalError("no key for the memory of threads")
    }
    return key
  }()

  private static var current: UnsafeMutablePointer<Chunk>? {
    get { unsafe pthread_getspecific(key)?.assumingMemoryBound(to: Chunk.self) }
    set { unsafe _ = pthread_setspecific(key, newValue) }
  }

  private static func zeros(_ wanted: Int) -> UnsafeMutableRawPointer {
    let piece = unsafe take(wanted)
    unsafe memset(piece, 0, wanted)
    return unsafe piece
  }

  /// A piece; its size stands in the 16 bytes before it.
  private static func take(_ wanted: Int) -> UnsafeMutableRawPointer {
    let whole = 16 + (wanted + 15) & ~15
    let chunk = unsafe chunk(with: whole)
    let piece = unsafe UnsafeMutableRawPointer(chunk) + Chunk.head + chunk.pointee.used
    unsafe chunk.pointee.used += whole
    unsafe piece.storeBytes(of: wanted, as: Int.self)
    return unsafe piece + 16
  }

  private static func retake(
    _ piece: UnsafeMutableRawPointer?,
    _ size: Int
  ) -> UnsafeMutableRawPointer {
    guard let piece = unsafe piece else { return unsafe take(size) }
    let old = unsafe (piece - 16).load(as: Int.self)
    guard size > old else { return unsafe piece }
    let larger = unsafe take(size)
    unsafe larger.copyMemory(from: piece, byteCount: old)
    return unsafe larger
  }

  /// The current chunk, or a new one where it lacks the room.
  private static func chunk(with room: Int) -> UnsafeMutablePointer<Chunk> {
    let last = unsafe current
    if let last = unsafe last, unsafe last.pointee.size - last.pointee.used >= room {
      return unsafe last
    }
    let size = unsafe max(room, Chunk.smallest)
    guard let memory = unsafe malloc(Chunk.head + size) else {
      fatalError("no memory for a document")
    }
    let chunk = unsafe memory.bindMemory(to: Chunk.self, capacity: 1)
    unsafe chunk.initialize(to: Chunk(before: last, size: size))
    unsafe current = chunk
    return unsafe chunk
  }

  /// Takes back all pieces of this thread; its first chunk stays for the next parse.
  static func reset() {
    guard var chunk = unsafe current else { return }
    while let before = unsafe chunk.pointee.before {
      unsafe free(chunk)
      unsafe chunk = before
    }
    unsafe chunk.pointee.used = 0
    unsafe current = chunk
  }
}
