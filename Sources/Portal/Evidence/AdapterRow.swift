internal import Bindings

/// One row of an adapter, as it came out of SQL.
struct AdapterRow {
  /// A time as it was understood, or as it is written where it was not.
  struct Time {
    var at: Int?
    var raw: String?

    init(_ value: SQLValue, _ zone: Zone?) {
      switch value {
      case .null: break
      case .integer(let number):
        at = Instant.epoch(Int(number))
        if at == nil { raw = String(number) }
      case .real(let number):
        at = Instant.epoch(number)
        if at == nil { raw = String(number) }
      case .text(let text):
        at = Instant.milliseconds(text, zone: zone)
        if at == nil { raw = text }
      }
    }

    /// Why nothing was understood; nil for a time, and where nothing is written.
    var fault: Instant.Fault? { raw.map(Instant.fault) }
  }

  /// What a row is about.
  enum Kind: String {
    case backup, pitr, drill, incident, verification, note
  }

  let kind: Kind
  let asset: String?
  let nativeID: String?
  let outcome: String
  let rawOutcome: String?
  let recoveryPoint: Time
  let started: Time
  let finished: Time
  let expires: Time
  /// The ends of a window of restorable times.
  let earliest: Time
  let latest: Time
  let sizeBytes: Int?
  /// In seconds, where the tool states it.
  let duration: Double?
  let location: String?
  let isEncrypted: Bool?
  let isValidated: Bool?
  let isDryRun: Bool?
  /// Of a drill: restore, chaos, failover.
  let drillKind: String?
  let scenario: String?
  let environment: String?
  let severity: String?
  /// What somebody should know of the record.
  let note: String?
  let pointer: String
  /// The path, within the record, of a field that is missing or of a wrong type.
  let fault: String?

  /// The places of the columns in a statement.
  struct Columns {
    private let places: [String: Int32]

    init(_ names: [String]) {
      var places: [String: Int32] = [:]
      for (index, name) in names.enumerated() { places[name] = Int32(index) }
      self.places = places
      self.ordered = Self.names.map { places[$0] ?? -1 }
    }

    /// Whether what no row can do without is there.
    var isComplete: Bool { Adapter.columns.allSatisfy { places[$0] != nil } }

    fileprivate let ordered: [Int32]
    fileprivate static let names = [
      "record", "asset", "native_id", "outcome", "raw_outcome", "recovery_point", "started",
      "finished", "expires", "earliest", "latest", "size_bytes", "duration_s", "location",
      "encrypted", "validated", "dry_run", "kind", "scenario", "environment", "severity", "note",
      "pointer", "fault",
    ]
  }

  /// `place` says which of several documents of a file it is from.
  init(_ row: borrowing Statement, _ columns: Columns, _ zone: Zone?, at place: Int?) {
    let at = columns.ordered
    kind = AdapterRow.text(row, at[0]).flatMap(Kind.init) ?? .backup
    asset = AdapterRow.text(row, at[1])
    nativeID = AdapterRow.text(row, at[2])
    outcome = AdapterRow.text(row, at[3]) ?? ""
    rawOutcome = AdapterRow.text(row, at[4])
    recoveryPoint = AdapterRow.time(row, at[5], zone)
    started = AdapterRow.time(row, at[6], zone)
    finished = AdapterRow.time(row, at[7], zone)
    expires = AdapterRow.time(row, at[8], zone)
    earliest = AdapterRow.time(row, at[9], zone)
    latest = AdapterRow.time(row, at[10], zone)
    sizeBytes = AdapterRow.size(row, at[11])
    duration = at[12] < 0 ? nil : row.optionalDouble(at[12])
    location = AdapterRow.text(row, at[13])
    isEncrypted = AdapterRow.flag(row, at[14])
    isValidated = AdapterRow.flag(row, at[15])
    isDryRun = AdapterRow.flag(row, at[16])
    drillKind = AdapterRow.text(row, at[17])
    scenario = AdapterRow.text(row, at[18])
    environment = AdapterRow.text(row, at[19])
    severity = AdapterRow.text(row, at[20])
    note = AdapterRow.text(row, at[21])
    pointer = AdapterRow.pointer(AdapterRow.text(row, at[22]) ?? "$", place)
    fault = AdapterRow.text(row, at[23])
  }

  /// A pointer into a document as one into its file.
  private static func pointer(_ pointer: String, _ place: Int?) -> String {
    guard let place, pointer.utf8.first == UInt8(ascii: "$") else { return pointer }
    return pointer == "$" ? "$[\(place)]" : "$[\(place)]\(pointer.dropFirst())"
  }

  private static func text(_ row: borrowing Statement, _ column: Int32) -> String? {
    column < 0 ? nil : row.optionalText(column)
  }

  private static func flag(_ row: borrowing Statement, _ column: Int32) -> Bool? {
    column < 0 ? nil : row.optionalInt(column).map { $0 != 0 }
  }

  private static func time(_ row: borrowing Statement, _ column: Int32, _ zone: Zone?) -> Time {
    Time(column < 0 ? .null : row.value(column), zone)
  }

  /// A number, also one written as text.
  private static func size(_ row: borrowing Statement, _ column: Int32) -> Int? {
    guard column >= 0 else { return nil }
    switch row.value(column) {
    case .integer(let size): return size >= 0 ? Int(size) : nil
    case .text(let text): return Int(text).flatMap { $0 >= 0 ? $0 : nil }
    default: return nil
    }
  }
}
