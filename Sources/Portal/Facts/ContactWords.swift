internal import Bindings

/// The words of `vocabulary.yaml` for lists of people.
final class ContactWords: Sendable {
  let columns: WordTable<ContactColumn>
  /// When somebody can be reached.
  let duty: WordTable<Int>
  /// What calls whoever is on duty.
  let rotas: WordTable<Int>
  /// What people are by their work.
  let jobs: WordTable<Int>

  init(_ root: YAMLNode) {
    columns = WordTable(
      Vocabulary.keyed(root["columns"]).compactMap { words, key in
        ContactColumn(rawValue: key).map { (words, $0) }
      }
    )
    duty = WordTable(Vocabulary.list(root["duty"]).map { ($0, 0) })
    rotas = WordTable(Vocabulary.list(root["rotas"]).map { ($0, 0) })
    jobs = WordTable(Vocabulary.list(root["jobs"]).map { ($0, 0) })
  }
}
