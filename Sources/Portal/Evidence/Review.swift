enum Review {
  static func read(_ f: SourceFile, zone: Zone?) -> (record: DrillRecord?, problems: [Problem]) {
    (nil, [])
  }
}
