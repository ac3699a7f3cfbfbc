-- id: DRL-02
-- severity: high
-- title: Drills are held as often as they are promised
-- why: What was proved a year ago was proved of another system, by other people.
-- fix: Hold the drill that is due, and record it.
-- controls: NIST SP 800-53r5 CP-04a.[01]; SOC 2 A1.3; ISO 22301 8.5; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.2; DORA 11(6); FFIEC BCM VII
WITH newest AS (
  SELECT drill_component.system, drill_component.component, drill.*,
    row_number() OVER (
      PARTITION BY drill_component.system, drill_component.component
      ORDER BY drill.happened_at DESC, drill.id
    ) AS place
  FROM drill
  JOIN drill_component ON drill_component.drill = drill.id
  WHERE drill.dry_run = 0 AND drill.kind <> 'incident'
),
promised AS (
  SELECT coverage.system, coverage.component, drill_schedule.*,
    row_number() OVER (
      PARTITION BY coverage.system, coverage.component
      ORDER BY drill_schedule.every_s, drill_schedule.id
    ) AS place
  FROM coverage
  JOIN drill_schedule ON drill_schedule.id = coverage.id
  WHERE coverage.fact = 'drill_schedule'
)
SELECT
  newest.system || '/' || newest.component AS subject,
  NULL AS severity,
  CASE WHEN promised.id IS NULL THEN 'warn' ELSE 'fail' END AS verdict,
  'the newest drill of ' || component.title || ' was on '
  || strftime('%Y-%m-%d', newest.happened_at / 1000, 'unixepoch') || ', '
  || ((build.as_of - newest.happened_at) / 86400000) || ' d ago'
  || CASE
    WHEN promised.id IS NULL THEN ''
    ELSE '; the plan promises one every ' || (promised.every_s / 86400) || ' d ("' || promised.every || '")'
  END AS message,
  CASE
    WHEN promised.id IS NULL
    THEN json_array(json_object('file', newest.file, 'line', newest.line, 'pointer', newest.pointer, 'quote', newest.quote))
    ELSE json_array(
      json_object('file', promised.file, 'line', promised.line, 'quote', promised.quote),
      json_object('file', newest.file, 'line', newest.line, 'pointer', newest.pointer, 'quote', newest.quote)
    )
  END AS evidence,
  NULL AS fix
FROM build
JOIN policy
JOIN newest
JOIN component ON component.system = newest.system AND component.id = newest.component
LEFT JOIN promised
  ON promised.system = newest.system AND promised.component = newest.component AND promised.place = 1
WHERE newest.place = 1
  AND newest.happened_at < build.as_of
    - min(policy.drill_lifetime_s, coalesce(promised.every_s + promised.every_s / 2, policy.drill_lifetime_s)) * 1000
UNION ALL
SELECT
  document_field.document,
  NULL,
  'fail',
  'the next drill was due on ' || document_field.date || ', '
  || CAST(julianday(build.as_of / 1000, 'unixepoch') - julianday(document_field.date) AS INTEGER) || ' d ago',
  json_array(json_object('file', document_field.file, 'line', document_field.line, 'quote', document_field.quote)),
  NULL
FROM build
JOIN document_field
WHERE document_field.field = 'next_drill'
  AND document_field.date < strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
  AND NOT EXISTS (
    SELECT 1
    FROM drill
    JOIN document ON document.path = document_field.document
    WHERE drill.system = document.system
      AND strftime('%Y-%m-%d', drill.happened_at / 1000, 'unixepoch') >= document_field.date
  )
ORDER BY subject
