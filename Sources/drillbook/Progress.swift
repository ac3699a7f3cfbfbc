internal import Bindings
internal import Synchronization

/// A line on a watched terminal that says how far long work is; nothing for work under a second.
final class Progress: Sendable {
  /// Milliseconds before the first drawing, and between two drawings.
  private static let patience: (first: Int64, next: Int64) = (1000, 100)

  private let terminal: Terminal
  private let clock: @Sendable () -> Int64
  private let next: Mutex<Int64>

  init(on terminal: Terminal, clock: @escaping @Sendable () -> Int64 = { System.elapsed }) {
    self.terminal = terminal
    self.clock = clock
    next = Mutex(clock() + Self.patience.first)
  }

  /// Takes note of the work; may be called from any task, as often as there is something to say.
  func update(_ step: String, _ done: Int, of total: Int) {
    guard terminal.isWatched else { return }
    let now = clock()
    let isDue = next.withLock { next in
      guard now >= next else { return false }
      next = now + Self.patience.next
      return true
    }
    if isDue { terminal.redraw("\(step) \(done)/\(total)") }
  }

  /// Wipes the line.
  func finish() { terminal.redraw(nil) }
}
