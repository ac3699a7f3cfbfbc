-- id: OBJ-07
-- severity: low
-- title: Priorities and objectives are in the same order
-- why: In an outage people work by priority. Where a lower priority is due first, either the order or the objective is wrong.
-- fix: Raise the priority of what is due first, or give it more time.
-- controls: NIST SP 800-53r5 CP-02a.02[02]; SOC 2 A1.2; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(E); FFIEC BCM III.A
WITH ranked AS (
  SELECT
    objective.*,
    -- "P1 - High", "Tier 2": the number; else the word.
    CASE ltrim(lower(priority), 'abcdefghijklmnopqrstuvwxyz -_:#*()./') <> ''
      AND ltrim(lower(priority), 'abcdefghijklmnopqrstuvwxyz -_:#*()./') GLOB '[0-9]*'
      WHEN 1 THEN 'number' ELSE 'word'
    END AS scheme,
    CASE
      WHEN ltrim(lower(priority), 'abcdefghijklmnopqrstuvwxyz -_:#*()./') GLOB '[0-9]*'
      THEN CAST(ltrim(lower(priority), 'abcdefghijklmnopqrstuvwxyz -_:#*()./') AS INTEGER)
      ELSE (
        SELECT min(CAST(substr(topic, 6) AS INTEGER)) FROM word
        WHERE topic GLOB 'rank-*' AND instr(lower(priority), word) > 0
      )
    END AS rank
  FROM objective
  WHERE priority <> '' AND kind = 'rto' AND in_force = 1 AND state = 'number'
    -- Ways to fail are not recovered one before the other.
    AND dimension <> 'scenario'
)
SELECT
  low.system || '/' || low.component AS subject,
  NULL AS severity,
  'warn' AS verdict,
  low.label || ' has the priority "' || low.priority || '" and is due after ' || short.words || '; '
  || high.label || ' has the priority "' || high.priority || '" and is due after ' || long.words AS message,
  json_array(
    json_object('file', low.file, 'line', low.line, 'quote', low.quote),
    json_object('file', high.file, 'line', high.line, 'quote', high.quote)
  ) AS evidence,
  NULL AS fix
FROM ranked AS low
JOIN ranked AS high ON high.id = (
  SELECT id FROM ranked AS candidate
  WHERE candidate.system = low.system AND candidate.scheme = low.scheme
    AND candidate.rank < low.rank AND candidate.target_s > low.target_s
  ORDER BY candidate.target_s DESC, candidate.id
  LIMIT 1
)
JOIN span AS short ON short.seconds = low.target_s
JOIN span AS long ON long.seconds = high.target_s
ORDER BY subject
