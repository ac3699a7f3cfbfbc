-- id: DRL-05
-- severity: medium
-- title: What was drilled is what the plan says today
-- why: A drill proves the procedure that was carried out. When its text changed afterwards, the new one has never been tried.
-- fix: Repeat the drill with the changed procedure, or record why the change does not matter.
-- controls: NIST SP 800-53r5 CP-02e.[01]; NIST SP 800-53r5 CP-02g.; SOC 2 A1.3; SOC 2 CC8.1; ISO 22301 8.6; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.6; DORA RTS 26; FFIEC BCM VIII
WITH newest AS (
  SELECT drill.*,
    row_number() OVER (PARTITION BY drill.system, drill.runbook ORDER BY drill.happened_at DESC, drill.id) AS place
  FROM drill
  WHERE drill.dry_run = 0 AND drill.kind <> 'incident' AND drill.system IS NOT NULL
)
SELECT
  newest.system || '/' || newest.runbook AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the runbook "' || newest.runbook || '" is not the one of the newest drill on '
  || strftime('%Y-%m-%d', newest.happened_at / 1000, 'unixepoch') || ': its digest was '
  || substr(newest.runbook_sha256, 1, 12) || ' and is ' || substr(source_file.sha256, 1, 12) AS message,
  json_array(
    json_object('file', newest.file, 'line', newest.line, 'pointer', newest.pointer, 'quote', newest.quote),
    json_object('file', document.path, 'line', 1, 'quote', document.title)
  ) AS evidence,
  NULL AS fix
FROM newest
JOIN document ON document.path = newest.runbook
JOIN source_file ON source_file.path = document.path
WHERE newest.place = 1 AND newest.runbook_sha256 IS NOT NULL AND newest.runbook_sha256 <> source_file.sha256
UNION ALL
SELECT
  document.path,
  NULL,
  'warn',
  'the plan was changed on ' || changed.date || ', '
  || CAST(julianday(changed.date) - julianday(last.happened_at / 1000, 'unixepoch') AS INTEGER)
  || ' d after the newest drill on ' || strftime('%Y-%m-%d', last.happened_at / 1000, 'unixepoch'),
  json_array(
    json_object('file', changed.file, 'line', changed.line, 'quote', changed.quote),
    json_object('file', last.file, 'line', last.line, 'pointer', last.pointer, 'quote', last.quote)
  ),
  NULL
FROM document
JOIN document_field AS changed ON changed.id = (
  SELECT id FROM document_field
  WHERE document_field.document = document.path AND field = 'last_updated' AND date IS NOT NULL
  ORDER BY date DESC, id
  LIMIT 1
)
JOIN drill AS last ON last.id = (
  SELECT id FROM drill
  WHERE drill.system = document.system AND drill.dry_run = 0 AND drill.happened_at IS NOT NULL
  ORDER BY happened_at DESC, id
  LIMIT 1
)
WHERE document.kind = 'plan' AND changed.date > strftime('%Y-%m-%d', last.happened_at / 1000, 'unixepoch')
ORDER BY subject
