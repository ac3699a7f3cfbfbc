-- id: OBJ-05
-- severity: high
-- title: Nothing promises less loss than the store that holds its data
-- why: What a service knows lies in its database. When that goes back an hour, so does the service, whatever it promises.
-- fix: Give the store the tightest recovery point objective of all that keep their data in it, or say where else the data are.
-- controls: NIST SP 800-53r5 CP-02a.02[02]; NIST SP 800-53r5 CP-02(08); SOC 2 A1.2; SOC 2 CC9.1; ISO 22301 8.2.2; HIPAA 164.308(a)(7)(ii)(E); DORA 11(5); FFIEC BCM III.A
SELECT
  mine.system || '/' || mine.component AS subject,
  NULL AS severity,
  CASE need.basis WHEN 'class' THEN 'warn' ELSE 'fail' END AS verdict,
  mine.label || ' may lose ' || less.words || ' and keeps its data in ' || store.label || ', which may lose '
  || more.words || CASE need.basis WHEN 'class' THEN ' (inferred)' ELSE '' END AS message,
  json_array(
    json_object('file', mine.file, 'line', mine.line, 'quote', mine.quote),
    json_object('file', store.file, 'line', store.line, 'quote', store.quote)
  ) AS evidence,
  'state ' || less.words || ' for ' || store.label || ', or ' || more.words || ' for ' || mine.label AS fix
-- From few needs to their objectives: the other way round each objective meets all others.
FROM need
CROSS JOIN objective AS mine ON mine.system = need.system AND mine.component = need.component AND mine.kind = 'rpo'
CROSS JOIN objective AS store
  ON store.system = need.needs_system AND store.component = need.needs_component AND store.kind = 'rpo'
JOIN span AS less ON less.seconds = mine.target_s
JOIN span AS more ON more.seconds = store.target_s
WHERE mine.in_force = 1 AND mine.state = 'number' AND store.in_force = 1 AND store.state = 'number'
  AND mine.target_s < store.target_s
  -- What is stateless keeps nothing anywhere.
  AND mine.mechanism IS NULL
  AND EXISTS (
    SELECT 1 FROM component_topic
    WHERE component_topic.system = store.system AND component_topic.component = store.component
      AND topic IN ('database', 'files', 'queue')
  )
  -- An application that may lose nothing is most often one that keeps nothing.
  AND (
    need.basis = 'stated'
    OR (
      mine.dimension IN ('component', 'service')
      AND (
        mine.target_s > 0
        OR EXISTS (
          SELECT 1 FROM component_topic
          WHERE component_topic.system = mine.system AND component_topic.component = mine.component
            AND topic = 'authentication'
        )
      )
    )
  )
ORDER BY subject, store.line
