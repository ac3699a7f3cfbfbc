internal import Bindings

extension Judgement {
  /// Stores the rows that a check gave, in `temp.fired`, as findings.
  static func storeFired(_ rule: Rule, in catalog: borrowing Database) throws(SQLiteError) {
    try nameFired(rule, in: catalog)
    try catalog.run(
      """
      INSERT INTO finding (id, rule, severity, verdict, subject, message, fix)
      SELECT
        id, \(rule.id), coalesce(severity, \(rule.head.severity)), verdict, subject, message,
        coalesce(fix, \(rule.head.fix))
      FROM temp.named
      """
    )
    try catalog.run(
      """
      INSERT INTO finding_evidence
      SELECT
        named.id, item.key, item.value ->> '$.file', item.value ->> '$.line',
        item.value ->> '$.pointer', item.value ->> '$.quote'
      FROM temp.named, json_each(evidence) AS item
      """
    )
    try catalog.execute(script: "DROP TABLE temp.named; DROP TABLE temp.fired;")
  }

  /// Gives the rows their ids: where a subject names a line or fires again, the words of the first
  /// quote tell them apart, and a number only those that say the same.
  private static func nameFired(_ rule: Rule, in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      CREATE TEMP TABLE named AS
      SELECT
        \(rule.id) || '/' || name
        || CASE row_number() OVER same WHEN 1 THEN '' ELSE '-' || row_number() OVER same END AS id,
        subject, severity, verdict, message, evidence, fix
      FROM (
        SELECT
          base AS subject,
          CASE WHEN base <> subject OR copies > 1
            THEN base || '/' || finding_key(evidence ->> '$[0].quote') ELSE base END AS name,
          severity, verdict, message, evidence, fix, place
        FROM (
          SELECT
            *, base_subject(subject) AS base, count(*) OVER (PARTITION BY subject) AS copies,
            rowid AS place
          FROM temp.fired
        )
      )
      WINDOW same AS (PARTITION BY name ORDER BY evidence ->> '$[0].line', place)
      """
    )
  }

  /// What the readers could not read is a finding each; gives the last row of `problem`, so that
  /// those behind it can be stored later.
  static func storeUnread(
    after row: Int,
    in catalog: borrowing Database
  ) throws(SQLiteError) -> Int {
    try catalog.run(
      """
      CREATE TEMP TABLE unread AS
      SELECT
        *,
        code || '/' || name || CASE row_number() OVER same WHEN 1 THEN ''
          ELSE '-' || row_number() OVER same END AS finding
      FROM (
        SELECT
          *,
          CASE WHEN count(*) OVER (PARTITION BY code, file) > 1
            THEN file || '/' || finding_key(coalesce(quote, pointer)) ELSE file END AS name
        FROM problem
        WHERE id > \(row)
      )
      WINDOW same AS (PARTITION BY code, name ORDER BY line, id)
      """
    )
    try catalog.execute(
      script: """
        INSERT INTO finding (id, rule, severity, verdict, subject, message, fix)
        SELECT finding, code, severity, 'fail', file, message, fix FROM temp.unread;
        INSERT INTO finding_evidence
        SELECT finding, 0, file, line, pointer, coalesce(quote, '') FROM temp.unread;
        DROP TABLE temp.unread;
        """
    )
    return try catalog.rows("SELECT coalesce(max(id), 0) FROM problem") { $0.int(0) }.first ?? 0
  }

  /// A finding belongs to the system that its subject begins with, else to that of its document.
  static func nameSystems(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      UPDATE finding SET system = coalesce(
        (SELECT id FROM system WHERE id = substr(subject, 1, instr(subject || '/', '/') - 1)),
        (
          SELECT document.system
          FROM finding_evidence
          JOIN document ON document.path = finding_evidence.file
          WHERE finding_evidence.finding = finding.id AND finding_evidence.ordinal = 0
        )
      )
      """
    )
  }

  /// Marks what a waiver in force names; an expired waiver silences nothing.
  static func waive(in catalog: borrowing Database) throws(SQLiteError) {
    try catalog.run(
      """
      UPDATE finding SET waived = 1
      WHERE verdict <> 'pass' AND id IN (
        SELECT waiver.finding
        FROM waiver, build
        WHERE waiver.expires IS NULL
          OR waiver.expires >= strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
      )
      """
    )
  }
}
