import Testing

@testable import Portal

@Suite struct TopicWordsTests {
  @Test(arguments: [
    ("Scenario 3: Region outage", ["region"]),
    ("Regional reports", ["region"]),
    ("Ausfall des Rechenzentrums", ["region"]),
    ("Rechenzentrum brennt", ["region"]),
    ("Corrupted orders database", ["corruption", "database"]),
    ("Failback to the primary site", ["failback"]),
    ("Copies in Glacier", ["archive"]),
    ("A podium is no pod", ["pod"]),
    ("データベースの復旧", ["database", "recovery"]),
    ("Restauración de la base de datos", ["database", "recovery"]),
    ("Nothing of the kind", []),
    ("", []),
  ])
  func `a text speaks of the topics whose words stand in it`(text: String, topics: [String]) {
    #expect(Vocabulary.standard.topics.topics(of: text) == topics)
  }

  @Test func `words of a rank stand in the list and are no topic`() {
    let words = Vocabulary.standard.topics
    #expect(words.list.contains { $0.topic == "rank-1" && $0.word == "critical" })
    #expect(words.topics(of: "moderate") == [])
  }
}
