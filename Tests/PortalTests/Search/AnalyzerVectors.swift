import Foundation
import Testing

/// Texts and their terms, for the analyzer of the writer and for the one of `search.js`.
struct AnalyzerVector: Decodable, CustomTestStringConvertible {
  let text: String
  let terms: [String]

  var testDescription: String { text }

  static let all: [AnalyzerVector] =
    (try? JSONDecoder().decode([AnalyzerVector].self, from: Data(json.utf8))) ?? []

  /// JSON, so that the browser reads it as it is.
  static let json = #"""
    [
      {"text": "", "terms": []},
      {"text": " ... -- !", "terms": []},
      {"text": "Restore the Database.", "terms": ["restore", "the", "database"]},
      {"text": "pg_restore", "terms": ["pg", "restore", "pg_restore"]},
      {"text": "`pg_restore --jobs=4`",
       "terms": ["pg", "restore", "pg_restore", "jobs", "4", "--jobs=4"]},
      {"text": "--force -f -", "terms": ["force", "--force", "f"]},
      {"text": "RB-000417,RB-2", "terms": ["rb", "000417", "rb-000417", "rb", "2", "rb-2"]},
      {"text": "global/pg_filenode.map",
       "terms": ["global", "pg", "filenode", "map", "global/pg_filenode.map"]},
      {"text": "/etc/hosts:", "terms": ["etc", "hosts", "etc/hosts"]},
      {"text": "CrashLoopBackOff",
       "terms": ["crashloopbackoff", "crash", "loop", "back", "off"]},
      {"text": "HTTPServer S3Bucket sha256 MD5SUM",
       "terms": ["httpserver", "http", "server", "s3bucket", "s3", "bucket", "sha256", "md5sum"]},
      {"text": "kube/CrashLoop",
       "terms": ["kube", "crashloop", "crash", "loop", "kube/crashloop"]},
      {"text": "x.y.internal=$HOME", "terms": ["x", "y", "internal", "home", "x.y.internal=$home"]},
      {"text": "it’s \"quoted\" (4h); a|b<c>",
       "terms": ["it", "s", "quoted", "4h", "a", "b", "c"]},
      {"text": "Größe Ærø Łódź straße", "terms": ["grosse", "aero", "lodz", "strasse"]},
      {"text": "cafe\u0301 co\u00adoperate", "terms": ["cafe", "cooperate"]},
      {"text": "2×3 ÷ ３ＡＢ", "terms": ["2", "3", "3ab"]},
      {"text": "ΑΘΗΝΑ Москва Ёж", "terms": ["αθηνα", "москва", "ёж"]},
      {"text": "東京 本 データ復旧",
       "terms": ["東京", "本", "デー", "ータ", "タ復", "復旧"]},
      {"text": "復旧plan:東京", "terms": ["復旧", "plan", "東京"]},
      {"text": "데이터 กู้", "terms": ["데이", "이터", "กู", "ู้"]},
      {"text": "✅ done → next 🚀x", "terms": ["done", "next", "x"]},
      {"text": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.b",
       "terms": ["b"]}
    ]
    """#
}
