-- id: BKP-07
-- severity: low
-- title: Every backup has a use
-- why: A backup that no procedure restores costs money and calms people. When it is needed, nobody knows how to use it.
-- fix: Write the procedure that restores it, or stop making it.
-- controls: NIST SP 800-53r5 CP-9a; NIST SP 800-53r5 CP-10[01]; SOC 2 A1.2; ISO 22301 8.4.5; HIPAA 164.308(a)(7)(ii)(B); DORA 12(1)(b); FFIEC BCM V
SELECT
  backup_policy.document || '/line-' || backup_policy.line AS subject,
  NULL AS severity,
  'warn' AS verdict,
  'backups of etcd (' || backup_policy.subject || ') are stated, and the control plane is a managed one ("' || managed.value
  || '"), whose etcd nobody but the provider can restore (inferred)' AS message,
  json_array(
    json_object('file', backup_policy.file, 'line', backup_policy.line, 'quote', backup_policy.quote),
    json_object('file', managed.file, 'line', managed.line, 'quote', managed.quote)
  ) AS evidence,
  'name the mechanism that copies the objects of the cluster, and the procedure that restores them' AS fix
FROM topic
JOIN backup_policy ON backup_policy.id = topic.id
JOIN fact AS managed ON managed.id = (
  SELECT min(also.id) FROM topic AS also
  WHERE also.document = backup_policy.document AND also.fact = 'fact' AND also.topic = 'managed'
)
WHERE topic.fact = 'backup_policy' AND topic.topic = 'etcd'
ORDER BY subject
