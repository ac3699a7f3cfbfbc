internal import CSQLite

/// What a statement of somebody else may do: read, and that for so many steps at most.
///
/// No write, no other file, no setting, no extension, no chance and no clock.
package struct Fence: Sendable {
  /// Of SQLite's virtual machine: not time, so that a statement ends alike on every machine.
  package let steps: Int

  package init(steps: Int) { self.steps = steps }

  /// Functions that load code, or give another result each time.
  static let refusedFunctions: Set<String> = [
    "load_extension", "random", "randomblob", "current_timestamp", "current_date", "current_time",
    "sqlite_compileoption_get", "sqlite_compileoption_used", "sqlite_log", "fts3_tokenizer",
    "readfile", "writefile", "edit",
  ]
}

extension Database {
  /// Runs statements of somebody else: what they ask for beyond reading is refused when they are
  /// compiled, and they are stopped after the steps of the fence.
  package borrowing func fenced<Value>(
    by fence: Fence,
    _ body: () throws(SQLiteError) -> Value
  ) throws(SQLiteError) -> Value {
    // At its first use SQLite declares a table-valued function, which looks like a change.
    _ = try prepare("SELECT 1 FROM json_each('[]') JOIN json_tree('[]')")
    let guardian = FenceGuard(steps: fence.steps)
    let context = unsafe Unmanaged.passRetained(guardian).toOpaque()
    unsafe sqlite3_set_authorizer(handle, FenceGuard.authorize, context)
    unsafe sqlite3_progress_handler(handle, FenceGuard.interval, FenceGuard.progress, context)
    let attached = unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    let length = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
    defer {
      unsafe sqlite3_set_authorizer(handle, nil, nil)
      unsafe sqlite3_progress_handler(handle, 0, nil, nil)
      unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, attached)
      unsafe sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, length)
      unsafe Unmanaged<FenceGuard>.fromOpaque(context).release()
    }
    do throws(SQLiteError) {
      return try body()
    } catch {
      guard let reason = guardian.reason else { throw error }
      throw SQLiteError(code: error.code, message: reason, sql: error.sql)
    }
  }
}

/// What stands behind the callbacks of one fence; only the thread of its connection enters it.
private final class FenceGuard {
  /// How many steps lie between two looks.
  static let interval: Int32 = 1000

  private let limit: Int
  private var steps = 0
  /// Why something was refused, in words.
  private(set) var reason: String?

  init(steps: Int) { limit = steps }

  static let authorize:
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
      UnsafePointer<CChar>?, UnsafePointer<CChar>?
    ) -> Int32 = { context, action, first, second, _, _ in
      guard let context = unsafe context else { return SQLITE_DENY }
      let guardian = unsafe Unmanaged<FenceGuard>.fromOpaque(context).takeUnretainedValue()
      switch action {
      case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
      case SQLITE_FUNCTION:
        let name = unsafe second.map { unsafe String(cString: $0).lowercased() } ?? ""
        guard Fence.refusedFunctions.contains(name) else { return SQLITE_OK }
        guardian.refuse("it calls \(name)()")
      case SQLITE_ATTACH: guardian.refuse("it opens another file")
      case SQLITE_PRAGMA:
        let name = unsafe first.map { unsafe String(cString: $0) } ?? ""
        guardian.refuse("it asks for PRAGMA \(name)")
      case SQLITE_UPDATE where unsafe first.map { unsafe String(cString: $0) } == "sqlite_master":
        guardian.refuse("it asks what SQLite keeps of itself")
      case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: guardian.refuse("it begins a transaction")
      default: guardian.refuse("it changes something")
      }
      return SQLITE_DENY
    }

  static let progress: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
    guard let context = unsafe context else { return 1 }
    return unsafe Unmanaged<FenceGuard>.fromOpaque(context).takeUnretainedValue().look()
  }

  private func refuse(_ what: String) {
    reason = reason ?? "it may only read, and \(what)"
  }

  private func look() -> Int32 {
    steps += Int(Self.interval)
    guard steps > limit else { return 0 }
    reason = reason ?? "it was stopped after \(limit / 1_000_000) million steps: it may never end"
    return 1
  }
}
