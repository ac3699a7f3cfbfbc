-- id: BKP-02
-- severity: critical
-- title: Restores read what backups write
-- why: A restore from a bucket that no backup writes to ends with "no such key", in the middle of the outage.
-- fix: Write one name in both places, and try the restore once with it.
-- controls: NIST SP 800-53r5 CP-10(4); NIST SP 800-53r5 CP-9(1)[01]; SOC 2 A1.3; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(A); PCI DSS 12.10.1; DORA 12(1)(b); FFIEC BCM V
WITH place AS (
  SELECT
    fact.*,
    -- "s3://bucket/key" is "s3://bucket".
    lower(substr(value, 1, instr(value, '://') + 2
      + coalesce(nullif(instr(substr(value, instr(value, '://') + 3), '/'), 0) - 1, 1000))) AS bucket
  FROM fact
  WHERE kind IN ('restore.source', 'backup.target') AND instr(value, '://') > 0 AND instr(value, '$') = 0
)
SELECT
  source.file || '/line-' || source.line AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the restore reads ' || source.bucket || '; the backups of the plan are written to '
  || (
    SELECT group_concat(bucket, ', ') FROM (
      SELECT DISTINCT bucket FROM place AS target WHERE target.file = source.file AND target.kind = 'backup.target'
    )
  ) AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', source.file, 'line', source.line, 'quote', source.quote) AS value
      UNION ALL
      SELECT json_object('file', target.file, 'line', target.line, 'quote', target.quote)
      FROM place AS target
      WHERE target.file = source.file AND target.kind = 'backup.target'
    )
  ) AS evidence,
  NULL AS fix
FROM place AS source
WHERE source.kind = 'restore.source'
  AND EXISTS (SELECT 1 FROM place AS target WHERE target.file = source.file AND target.kind = 'backup.target')
  AND NOT EXISTS (
    SELECT 1 FROM place AS target
    WHERE target.kind = 'backup.target' AND target.bucket = source.bucket
  )
ORDER BY source.file, source.line
