-- id: DRL-07
-- severity: medium
-- title: What a drill or incident taught is done by its date
-- why: The same failure comes back as long as the action that would prevent it stays open.
-- fix: Do what is open, or give it an owner and a date that will be kept.
-- controls: NIST SP 800-53r5 CP-04c.; NIST SP 800-53r5 CA-05; SOC 2 CC4.2; ISO 22301 10.1; HIPAA 164.308(a)(7)(ii)(D); PCI DSS 12.10.6; DORA RTS 25(5); FFIEC BCM VIII
WITH item AS (
  SELECT
    fact.*,
    -- The first date that begins with "20".
    substr(fact.value, instr(fact.value, '20'), 10) AS due
  FROM fact
  WHERE fact.kind = 'action.item' AND instr(fact.value, '[ ]') > 0
),
open AS (
  SELECT item.*, item.due < strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch') AS is_late
  FROM item, build
  WHERE item.due GLOB '20[0-9][0-9]-[0-1][0-9]-[0-3][0-9]'
)
SELECT
  file AS subject,
  CASE max(is_late) WHEN 0 THEN 'info' END AS severity,
  CASE max(is_late) WHEN 0 THEN 'pass' ELSE 'warn' END AS verdict,
  'open actions with a date: ' || count(*) || '; '
  || CASE max(is_late)
    WHEN 0 THEN 'none is past it, the next is due on ' || min(due)
    ELSE sum(is_late) || ' are past it, the oldest since ' || min(due)
      || '; where the list is an example, take its dates out'
  END AS message,
  json_group_array(json_object('file', file, 'line', line, 'quote', quote)) AS evidence,
  NULL AS fix
FROM (SELECT * FROM open ORDER BY file, line)
GROUP BY file
UNION ALL
SELECT
  coalesce(drill.system || '/', '') || drill.native_id,
  NULL,
  'fail',
  'the action "' || drill_action.text || '" of ' || drill.native_id || ' was due on ' || drill_action.due || ', '
  || CAST(julianday(build.as_of / 1000, 'unixepoch') - julianday(drill_action.due) AS INTEGER) || ' d ago'
  || coalesce(' (' || drill_action.owner || ')', ''),
  json_array(
    json_object('file', drill.file, 'line', drill.line, 'pointer', drill.pointer, 'quote', drill_action.text)
  ),
  NULL
FROM build
JOIN drill_action
JOIN drill ON drill.id = drill_action.drill
WHERE drill_action.done_at IS NULL
  AND drill_action.due < strftime('%Y-%m-%d', build.as_of / 1000, 'unixepoch')
ORDER BY subject
