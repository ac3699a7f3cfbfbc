internal import Bindings

extension KnownBad {
  /// Inserts rules; one of the content takes the place of the one of its name that is carried.
  static func store(_ own: [KnownBad], into catalog: borrowing Database) throws(SQLiteError) {
    let names = Set(own.map(\.id))
    var rule = try FactStore.insertion(catalog, "known_bad", 14)
    var place = try FactStore.insertion(catalog, "known_bad_place", 5)
    var pattern = try FactStore.insertion(catalog, "known_bad_pattern", 4)
    for item in standard.filter({ !names.contains($0.id) }) + own {
      try rule.run([
        .text(item.id), .text(item.rule), .text(item.severity), .text(item.verdict),
        SQLValue(item.topic), SQLValue(item.flag), SQLValue(item.least), SQLValue(item.most),
        SQLValue(item.product), SQLValue(item.since), SQLValue(item.marker), .text(item.message),
        .text(item.fix), .text(item.source),
      ])
      for (ordinal, one) in item.places.enumerated() {
        var columns: [SQLValue] = [.text(item.id), SQLValue(ordinal + 1)]
        switch one {
        case .program(let name, let subcommand):
          columns += [.text(name), .text(subcommand), .null]
        case .block(let language): columns += [.null, .null, .text(language)]
        }
        try place.run(columns)
      }
      for (ordinal, one) in (item.wanted + item.unwanted).enumerated() {
        try pattern.run([
          .text(item.id), SQLValue(ordinal + 1), SQLValue(ordinal < item.wanted.count ? 1 : 0),
          .text(one),
        ])
      }
    }
  }
}
