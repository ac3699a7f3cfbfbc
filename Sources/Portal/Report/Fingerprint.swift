internal import Audit

extension Finding {
  /// What a finding says, without where it stands: the same when lines move, another one when the
  /// words that it rests on change.
  ///
  /// Records of data files are left out: a listing is a new file every night.
  var fingerprint: String {
    var words = [check, subject, verdict]
    for place in evidence where place.pointer == nil {
      words.append(place.file)
      words.append(place.quote.split { $0.isWhitespace }.joined(separator: " "))
    }
    return String(Digest(of: JSON.array(words.map(JSON.string)).bytes).hex.prefix(32))
  }
}

extension [Finding] {
  /// The fingerprint of each; where two say the same the second ends in "-2".
  var fingerprints: [String] {
    var copies: [String: Int] = [:]
    return map { finding in
      let fingerprint = finding.fingerprint
      copies[fingerprint, default: 0] += 1
      return copies[fingerprint] == 1 ? fingerprint : "\(fingerprint)-\(copies[fingerprint] ?? 1)"
    }
  }
}
