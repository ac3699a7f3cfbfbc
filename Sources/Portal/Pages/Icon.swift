/// The drawings of the portal: 16 by 16, in the colour of the text around them.
enum Icon {
  static let search = drawing("M7 2a5 5 0 1 0 0 10A5 5 0 0 0 7 2ZM10.7 10.7 14 14")
  static let waived = drawing("M4 14V2.5M4 3h8.5L10.5 6l2 3H4")

  /// Each status has a shape of its own, so that no one needs its colour.
  static func status(_ status: Snapshot.Status) -> HTML {
    switch status {
    case .breached: breached
    case .contradicted: contradicted
    case .unknown: unknown
    case .stale: stale
    case .claimed: claimed
    case .met: met
    }
  }

  /// The worse, the more corners.
  static func severity(_ severity: Snapshot.Severity) -> HTML {
    switch severity {
    case .critical: critical
    case .high: high
    case .medium: medium
    case .low: low
    case .info: info
    }
  }

  static let pass = drawing("M3 8.5l3.2 3.2L13 4.8")
  static let fail = drawing("M4 4l8 8M12 4l-8 8")
  static let other = drawing("M3.5 8h9")

  private static let circle = "M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z"
  private static let met = drawing(circle + "M5 8.2l2.1 2.1L11 6.1")
  private static let stale = drawing(circle + "M8 4.5V8l2.4 1.5")
  private static let unknown = drawing(
    "M5.3 5.8a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 2M8 13.1v.1"
  )
  private static let claimed = drawing("M2 3h12v8H8l-3.5 3v-3H2Z")
  private static let contradicted = drawing("M3 6h10M3 10h10M11 3 5 13")
  private static let breached = drawing(
    "M5.3 1.75h5.4l3.55 3.55v5.4l-3.55 3.55H5.3"
      + "L1.75 10.7V5.3ZM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"
  )
  private static let critical = drawing(
    "M5.3 1.75h5.4l3.55 3.55v5.4l-3.55 3.55H5.3"
      + "L1.75 10.7V5.3ZM8 4.8v4M8 11.1v.1"
  )
  private static let high = drawing("M8 2 14.5 13.5h-13ZM8 6.5v3M8 11.5v.1")
  private static let medium = drawing("M8 1.8 14.2 8 8 14.2 1.8 8Z")
  private static let low = drawing("M4 8h8")
  private static let info = drawing(circle + "M8 7.3v3.7M8 4.9v.1")

  private static func drawing(_ path: String) -> HTML {
    "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"\(path)\"/></svg>"
  }
}
