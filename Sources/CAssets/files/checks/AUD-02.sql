-- id: AUD-02
-- severity: low
-- title: A fresh copy of the portal lies where the outage does not reach
-- why: Plans are read when the network is down. A portal that lies on what has failed is not there when it is needed.
-- fix: Copy the folder of the site to a disk that is kept elsewhere, and record it under "offline_copies" in drillbook.yaml.
-- controls: NIST SP 800-53r5 CP-09c.; NIST SP 800-53r5 CP-02b.; SOC 2 A1.2; ISO 22301 7.5.3; HIPAA 164.308(a)(7)(ii)(B); DORA RTS 39(2)(b); FFIEC BCM V
WITH newest AS (
  SELECT offline_copy.*, (build.as_of - made_at) / 86400000 AS days
  FROM offline_copy
  JOIN build
  WHERE made_at <= build.as_of
  ORDER BY made_at DESC, id
  LIMIT 1
)
SELECT
  'offline-copy' AS subject,
  NULL AS severity,
  -- A quarter: as often as the plans that most teams review.
  CASE WHEN newest.id IS NULL THEN 'unknown' WHEN newest.days > 92 THEN 'warn' ELSE 'pass' END AS verdict,
  CASE
    WHEN newest.id IS NULL THEN 'no copy of the portal that lies elsewhere is on record'
    ELSE 'the newest copy of the portal that lies elsewhere ("' || newest.place || '") is '
      || CASE newest.days WHEN 1 THEN '1 day' ELSE newest.days || ' days' END || ' old'
  END AS message,
  json_array(
    json_object(
      'file', coalesce(newest.file, audit_trail.file), 'line', coalesce(newest.line, audit_trail.line),
      'quote', coalesce(newest.quote, audit_trail.quote)
    )
  ) AS evidence,
  NULL AS fix
-- Who keeps a trail, keeps the portal for others.
FROM audit_trail
LEFT JOIN newest
