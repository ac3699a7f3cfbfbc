-- id: PRC-12
-- severity: medium
-- title: There is a way back
-- why: A failover is half of the way. Without a way back the business runs on the standby until somebody invents one.
-- fix: Write how the system returns to its place, what is checked before, and who decides it.
-- controls: NIST SP 800-53r5 CP-10[02]; NIST SP 800-53r5 CP-02a.05; SOC 2 CC7.5; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(C); DORA 12(1)(b); FFIEC BCM V
WITH away AS (
  -- A plan that moves to another place.
  SELECT document.path AS document, min(topic.id) AS scenario
  FROM document
  JOIN topic
    ON topic.document = document.path AND topic.fact = 'scenario'
    AND topic.topic IN ('region', 'failover')
  WHERE document.kind = 'plan'
    -- There is another place to come back from: what is rebuilt where it was needs no way back.
    AND (
      EXISTS (
        SELECT 1 FROM topic AS place
        WHERE place.document = document.path AND place.topic IN ('failover', 'standby')
      )
      OR EXISTS (SELECT 1 FROM fact WHERE fact.file = document.path AND fact.kind IN ('region.dr', 'standby.mode'))
    )
  GROUP BY document.path
)
SELECT
  away.document AS subject,
  NULL AS severity,
  'warn' AS verdict,
  CASE
    WHEN tried.id IS NULL THEN 'no heading, scenario or step speaks of the way back after "' || scenario.title || '"'
    ELSE 'the way back after "' || scenario.title || '" occurs only in a drill'
  END AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', scenario.file, 'line', scenario.line, 'quote', scenario.quote) AS value
      UNION ALL
      SELECT json_object('file', tried.file, 'line', tried.line, 'quote', tried.quote) WHERE tried.id IS NOT NULL
      UNION ALL
      -- The last thing that the procedure does.
      SELECT * FROM (
        SELECT json_object('file', fact.file, 'line', fact.line, 'quote', fact.quote)
        FROM fact
        JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id AND topic.topic = 'verification'
        WHERE fact.file = away.document AND fact.kind = 'step'
          AND fact.line BETWEEN scenario.line AND scenario.last_line
        ORDER BY fact.line DESC
        LIMIT 1
      )
    )
  ) AS evidence,
  NULL AS fix
FROM away
JOIN scenario ON scenario.id = away.scenario
LEFT JOIN fact AS tried ON tried.id = (
  SELECT min(fact.id) FROM fact
  JOIN topic ON topic.fact = 'fact' AND topic.id = fact.id AND topic.topic = 'failback'
  WHERE fact.file = away.document AND fact.kind = 'drill.env'
)
WHERE NOT EXISTS (
    SELECT 1 FROM topic
    WHERE topic.document = away.document AND topic.topic = 'failback'
      AND (
        topic.fact <> 'fact'
        OR EXISTS (
          SELECT 1 FROM fact
          WHERE fact.id = topic.id AND fact.kind NOT IN ('drill.env', 'drill.schedule', 'checklist')
            -- A step of a drill, and one to tick ("prepare for a rollback"), is not the way back.
            AND NOT EXISTS (
              SELECT 1 FROM drill_section
              WHERE drill_section.document = fact.file
                AND fact.line BETWEEN drill_section.line AND drill_section.last_line
            )
            AND NOT EXISTS (
              SELECT 1 FROM step WHERE step.document = fact.file AND step.line = fact.line AND step.form = 'task'
            )
        )
      )
  )
  AND NOT EXISTS (
    SELECT 1 FROM command
    JOIN word ON word.topic = 'failback' AND instr(lower(command.text), word.word) > 0
    WHERE command.document = away.document AND command.id NOT IN (SELECT command FROM drill_command)
  )
ORDER BY subject
