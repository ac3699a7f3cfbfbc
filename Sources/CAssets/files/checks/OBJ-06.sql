-- id: OBJ-06
-- severity: medium
-- title: The availability promised leaves room for one recovery
-- why: 99.99 % of a month is four minutes of downtime. When one recovery at its objective takes longer, keeping one promise breaks the other.
-- fix: Promise an availability that leaves room for a recovery, or a recovery that fits the availability.
-- controls: NIST SP 800-53r5 CP-02a.02[03]; SOC 2 A1.1; SOC 2 A1.2; ISO 22301 8.2.2; DORA 12(6); FFIEC BCM III.A
SELECT
  rto.system || '/' || rto.component AS subject,
  NULL AS severity,
  'fail' AS verdict,
  'the availability of ' || CASE rto.label WHEN '' THEN 'the plan' ELSE rto.label END || ', '
  || (share.target_s / 10000.0) || ' %, leaves '
  || round((1000000 - share.target_s) * 2592000 / 1000000 / 60.0, 1) || ' min of downtime in 30 days; one recovery at its objective of '
  || span.words || ' takes ' || (rto.target_s * 100 / ((1000000 - share.target_s) * 2592000 / 1000000)) || ' % of that'
  AS message,
  CASE
    WHEN share.file = rto.file AND share.line = rto.line
    THEN json_array(json_object('file', rto.file, 'line', rto.line, 'quote', rto.quote))
    ELSE json_array(
      json_object('file', share.file, 'line', share.line, 'quote', share.quote),
      json_object('file', rto.file, 'line', rto.line, 'quote', rto.quote)
    )
  END AS evidence,
  NULL AS fix
FROM objective AS share
JOIN objective AS rto ON rto.system = share.system AND rto.component = share.component AND rto.kind = 'rto'
JOIN span ON span.seconds = rto.target_s
WHERE share.kind = 'availability' AND share.in_force = 1 AND share.state = 'number'
  AND share.target_s BETWEEN 900000 AND 999999
  AND rto.in_force = 1 AND rto.state = 'number'
  AND rto.target_s > (1000000 - share.target_s) * 2592000 / 1000000
ORDER BY subject
