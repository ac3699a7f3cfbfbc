-- id: BKP-05
-- severity: high
-- title: Secrets are copied encrypted, and to no temporary place
-- why: base64 hides nothing. Whoever reads the copy, in a bucket, on a laptop or in /tmp, has every credential of the system.
-- fix: Encrypt the copy before it is written ("sops", "age", "gpg", "kubeseal"), or leave the secrets out and restore them from their vault.
-- controls: NIST SP 800-53r5 CP-09d.[01]; NIST SP 800-53r5 CP-09(08); SOC 2 CC6.1; ISO 22301 7.5.3; HIPAA 164.312(a)(2)(iv); PCI DSS 9.4.1; DORA 12(2); FFIEC BCM IV.A
WITH copied AS MATERIALIZED (
  -- A command that reads secrets and writes a file, or whose pipeline does.
  SELECT
    command.id, command.document, command.block, command.pipeline, secret.line, secret.quote, written.name AS target,
    target.id AS writer
  FROM command_resource AS secret
  JOIN command ON command.id = secret.command
  JOIN command AS target
    ON target.document = command.document AND target.pipeline = command.pipeline AND target.position >= command.position
  JOIN command_resource AS written
    ON written.command = target.id AND written.access IN ('write', 'create') AND written.kind IN ('file', 'object')
  WHERE secret.kind = 'secret' AND secret.access = 'read' AND written.name NOT GLOB '/dev/*'
    -- What a name selects is one of them; a list of types may have it among others.
    AND command.role NOT IN ('condition', 'substitution')
  GROUP BY command.id
),
-- What encrypts, in the pipeline or on the file later.
hidden AS MATERIALIZED (
  SELECT copied.id FROM copied
  JOIN command AS cipher
    ON cipher.document = copied.document AND cipher.block = copied.block
    AND cipher.program IN ('gpg', 'gpg2', 'age', 'rage', 'sops', 'openssl', 'kubeseal', 'ansible-vault', 'gocryptfs', 'vault', 'ccrypt')
    AND (cipher.pipeline = copied.pipeline OR instr(cipher.text, copied.target) > 0)
)
SELECT
  copied.document || '/line-' || copied.line AS subject,
  CASE WHEN upload.id IS NOT NULL THEN 'critical' END AS severity,
  'fail' AS verdict,
  'the secrets are written in clear to ' || copied.target
  || CASE WHEN upload.id IS NOT NULL THEN ', and from there to ' || place.name ELSE '' END
  || '; nothing deletes the file' AS message,
  (
    SELECT json_group_array(json(value)) FROM (
      SELECT json_object('file', copied.document, 'line', copied.line, 'quote', copied.quote) AS value
      UNION ALL
      SELECT json_object('file', upload.file, 'line', upload.line, 'quote', upload.quote) WHERE upload.id IS NOT NULL
    )
  ) AS evidence,
  NULL AS fix
FROM copied
LEFT JOIN command AS upload ON upload.id = (
  SELECT min(own.id) FROM command AS own
  JOIN command_resource AS read ON read.command = own.id AND read.access = 'read' AND read.name = copied.target
  JOIN command_resource AS put
    ON put.command = own.id AND put.access IN ('write', 'create') AND put.kind IN ('object', 'bucket', 'host')
  WHERE own.document = copied.document AND own.block = copied.block AND own.id > copied.id
)
LEFT JOIN command_resource AS place
  ON place.command = upload.id AND place.access IN ('write', 'create') AND place.kind IN ('object', 'bucket', 'host')
WHERE copied.id NOT IN (SELECT id FROM hidden)
  -- What is deleted again was only passed on.
  AND NOT EXISTS (
    SELECT 1 FROM command AS own
    JOIN command_resource AS gone ON gone.command = own.id AND gone.access = 'destroy' AND gone.name = copied.target
    WHERE own.document = copied.document AND own.id > copied.id
  )
GROUP BY copied.id
UNION ALL
-- A copy of secrets as plain YAML that a recovery reads.
SELECT
  command.document || '/line-' || command.line,
  NULL,
  'warn',
  'the recovery reads secrets from "' || command_resource.name || '", a plain file among the copies (inferred from its name)',
  json_array(json_object('file', command.file, 'line', command.line, 'quote', command.quote)),
  'keep them sealed or encrypted, or restore them from their vault'
FROM command_resource
JOIN command ON command.id = command_resource.command
WHERE command_resource.kind = 'file' AND command_resource.access = 'read'
  AND command_resource.name LIKE '%secret%.y%ml' AND command_resource.name NOT LIKE '%seal%'
  AND command_resource.name NOT LIKE '%enc%' AND command_resource.name NOT LIKE '%external%'
  AND EXISTS (SELECT 1 FROM word WHERE word.topic = 'copies' AND instr(lower(command_resource.name), word.word) > 0)
  AND command.role = 'plain' AND command.program <> 'kubeseal'
GROUP BY command.id
ORDER BY subject
