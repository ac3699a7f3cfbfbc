/// Why nothing of a file was taken as evidence.
struct InventoryRefusal: Error, Equatable {
  let message: String
  /// What to do.
  let fix: String
  /// From 1.
  var line: Int?
}
