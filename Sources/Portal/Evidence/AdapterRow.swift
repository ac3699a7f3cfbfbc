internal import Bindings

/// One row of an adapter, as it came out of SQL.
struct AdapterRow {
  /// A time as it was understood and as it is written.
  struct Time {
    let at: Int?
    let raw: String?

    /// Whether something is written that is no time.
    var isUnreadable: Bool { at == nil && raw != nil }
  }

  let asset: String?
  let nativeID: String?
  let outcome: String
  let rawOutcome: String?
  let recoveryPoint: Time
  let started: Time
  let finished: Time
  let expires: Time
  let sizeBytes: Int?
  let location: String?
  let isEncrypted: Bool?
  let pointer: String
  /// The path, within the record, of a field that is missing or of a wrong type.
  let fault: String?

  /// `columns` holds the place of each of `Adapter.columns`; -1 for one that is not there.
  init(_ row: borrowing Statement, _ columns: [Int32]) {
    asset = row.optionalText(columns[0])
    nativeID = row.optionalText(columns[1])
    outcome = row.text(columns[2])
    rawOutcome = row.optionalText(columns[3])
    recoveryPoint = AdapterRow.time(row, columns[4], columns[5])
    started = AdapterRow.time(row, columns[6], columns[7])
    finished = AdapterRow.time(row, columns[8], columns[9])
    expires = AdapterRow.time(row, columns[10], columns[11])
    if case .integer(let size) = row.value(columns[12]), size >= 0 {
      sizeBytes = Int(size)
    } else {
      sizeBytes = nil
    }
    location = row.optionalText(columns[13])
    isEncrypted = row.optionalInt(columns[14]).map { $0 != 0 }
    pointer = row.text(columns[15])
    fault = columns[16] < 0 ? nil : row.optionalText(columns[16])
  }

  private static func time(_ row: borrowing Statement, _ at: Int32, _ raw: Int32) -> Time {
    Time(at: row.optionalInt(at), raw: row.optionalText(raw))
  }
}
