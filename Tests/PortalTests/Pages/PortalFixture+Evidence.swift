extension PortalFixture {
  static let evidence = """
    INSERT INTO inventory VALUES
      ('inventories/restic.snapshots.cellar.20261121T0500Z.json', 'restic.snapshots',
       'restic snapshots --json', 'cellar', unixepoch('2026-11-21 05:00') * 1000, 'file name', 1,
       NULL, 140, 139, 1);
    INSERT INTO asset VALUES
      (1, 'restic.snapshots', 'ledger01:/var/lib/postgresql', 'cellar', 'checkout', 'ledger'),
      (2, 'restic.snapshots', 'payroll01:/srv/payroll', 'cellar', 'payroll', 'plan'),
      (3, 'restic.snapshots', 'files02:/home', 'cellar', NULL, NULL);
    -- Every 15 minutes since midnight of the day before, but for a hole of more than six hours.
    WITH RECURSIVE tick(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM tick WHERE n < 115)
    INSERT INTO backup (asset, inventory, pointer, native_id, outcome, recovery_point_at,
        started_at, finished_at, size_bytes)
      SELECT 1, 'inventories/restic.snapshots.cellar.20261121T0500Z.json', format('$[%d]', n),
        format('%08x', n * 2654435761 % 4294967296), 'success',
        (unixepoch('2026-11-20 00:00') + n * 900) * 1000,
        (unixepoch('2026-11-20 00:00') + n * 900) * 1000,
        (unixepoch('2026-11-20 00:00') + n * 900 + 70) * 1000, 48200000000 + n * 1000000
      FROM tick WHERE n NOT BETWEEN 40 AND 63;
    INSERT INTO backup (asset, inventory, pointer, native_id, outcome, recovery_point_at,
        finished_at, size_bytes)
      VALUES
        (2, 'inventories/restic.snapshots.cellar.20261121T0500Z.json', '$[120]', '9f01ab',
         'success', unixepoch('2026-11-20 22:00') * 1000, unixepoch('2026-11-20 22:09') * 1000,
         910000000),
        (3, 'inventories/restic.snapshots.cellar.20261121T0500Z.json', '$[121]', '9f01ac',
         'failed', NULL, unixepoch('2026-11-20 23:09') * 1000, 47);
    INSERT INTO drill (id, native_id, kind, system, scenario, environment, runbook, failed_at,
        declared_at, recovered_at, happened_at, failure_s, declaration_s, data_loss_s, outcome,
        dry_run, file, line, pointer, quote) VALUES
      (1, '2026-10-02-ledger', 'restore', 'checkout', 'Ledger database lost', 'production',
       'runbooks/checkout/restore-ledger.md', NULL, NULL, NULL,
       unixepoch('2026-10-02 09:51') * 1000, 3060, 2460, 480, 'pass', 0, 'drills/2026.yaml', 3,
       '$[0]', '- id: 2026-10-02-ledger'),
      (2, '2026-06-11-ledger', 'failover', 'checkout', NULL, 'production', NULL, NULL, NULL, NULL,
       unixepoch('2026-06-11 14:30') * 1000, 5400, 4800, 300, 'fail', 0, 'drills/2026.yaml', 20,
       '$[1]', '- id: 2026-06-11-ledger'),
      (3, '2026-03-04-stock', 'incident', 'warehouse', NULL, 'production', NULL, NULL, NULL, NULL,
       unixepoch('2026-03-04 03:10') * 1000, 19800, 18000, NULL, 'partial', 0, 'drills/2026.yaml',
       41, '$[2]', '- id: 2026-03-04-stock'),
      (4, '2025-08-20-payroll', 'tabletop', 'payroll', NULL, 'staging', NULL, NULL, NULL, NULL,
       unixepoch('2025-08-20 10:00') * 1000, NULL, NULL, NULL, 'unmeasured', 1,
       'drills/2026.yaml', 60, '$[3]', '- id: 2025-08-20-payroll');
    INSERT INTO drill_component VALUES
      (1, 'checkout', 'ledger'), (2, 'checkout', 'ledger'), (3, 'warehouse', 'stock'),
      (4, 'payroll', 'plan');
    INSERT INTO drill_action VALUES
      (2, 0, 'Automate the change of DNS', 'platform', '2026-09-01', NULL),
      (2, 1, 'Raise the size of the standby', 'platform', '2026-07-01', '2026-06-28');
    INSERT INTO waiver VALUES
      ('RPO-01/warehouse/stock', 'A replica is ordered and arrives in December',
       'team-logistics', 'head of operations', '2026-12-31', 'waivers.yaml', 1);

    """

  static let answers = """
    INSERT INTO verdict VALUES
      (1, 'checkout', 'ledger', 'rto', 3600, 'met', 3060,
       'The restore of 2026-10-02 took 51 min from the failure, within the target of 1 h.',
       '[{"file": "plans/checkout.md", "line": 14,
          "quote": "| Ledger database | 1 hour | 15 minutes | P0 |"},
         {"file": "drills/2026.yaml", "pointer": "$[0]", "quote": "- id: 2026-10-02-ledger"}]'),
      (2, 'checkout', 'ledger', 'rpo', 900, 'breached', 22570,
       'Between 09:45 and 16:01 on 2026-11-20 no backup was made: 6 h 16 min were at risk.',
       '[{"file": "plans/checkout.md", "line": 14,
          "quote": "| Ledger database | 1 hour | 15 minutes | P0 |"},
         {"file": "inventories/restic.snapshots.cellar.20261121T0500Z.json",
          "pointer": "$[39]", "quote": "2026-11-20T09:45:00Z ledger01:/var/lib/postgresql"}]'),
      (3, 'checkout', 'web', 'rto', 1800, 'claimed', 1500,
       'Only the plan says so: it estimates 25 min.', '[]'),
      (4, 'warehouse', 'stock', 'rpo', 3600, 'contradicted', 86400,
       'Snapshots are made daily, the target is 1 h.',
       '[{"file": "plans/warehouse.md", "line": 40, "quote": "- Stock snapshots: daily"}]'),
      (5, 'warehouse', 'stock', 'rto', 14400, 'breached', 19800,
       'The incident of 2026-03-04 took 5 h 30 min from the failure.', '[]'),
      (6, 'warehouse', 'scanner', 'rto', 7200, 'unknown', NULL,
       'Nothing is stated and no drill is on record.', '[]'),
      (7, 'payroll', 'plan', 'rto', 86400, 'stale', NULL,
       'The newest drill is older than its lifetime.', '[]'),
      (8, 'payroll', 'plan', 'rpo', 86400, 'met', 25740,
       'The newest copy was 7 h old when the listing was taken.', '[]'),
      (10, 'directory', 'plan', 'rto', NULL, 'unknown', NULL, 'The target is a placeholder.', '[]');
    INSERT INTO rule VALUES
      ('RPO-01', 'critical', 'A backup is made at least as often as the RPO asks',
       'What is written after the last backup is lost when the original is lost.',
       'Back up more often, or state what covers the time between.',
       '["NIST 800-53 CP-09", "SOC 2 A1.2", "DORA 12(1)(a)"]'),
      ('RTO-03', 'medium', 'A scenario states how long its recovery takes',
       'Without an estimate nobody knows when to give up and fail over.', 'State it.', '[]'),
      ('CON-01', 'high', 'Contacts are there', 'Nobody can call a placeholder.', 'Fill it in.',
       '["NIST 800-53 CP-02a.03[03]"]'),
      ('DRL-01', 'high', 'An objective has a drill', 'A plan is a claim.', 'Drill it.', '[]');
    INSERT INTO finding VALUES
      ('RPO-01/warehouse/stock', 'RPO-01', 'critical', 'fail', 'warehouse', 'Stock database',
       'Stock is backed up every 24 h, but its RPO is 1 h: 24 times too rarely',
       'Take snapshots of the stock every hour, or turn on point-in-time recovery.', 1),
      ('CON-01/plans/checkout.md', 'CON-01', 'high', 'fail', 'checkout', 'Checkout recovery',
       'The database lead is a placeholder', 'Name the person and a number.', 0),
      ('DRL-01/warehouse/scanner', 'DRL-01', 'high', 'warn', 'warehouse', 'Scanner gateway',
       'No drill of the scanner gateway is on record', 'Restore it once and log it.', 0),
      ('RTO-03/plans/checkout.md/region-lost', 'RTO-03', 'medium', 'unknown', 'checkout',
       'Region lost', 'The scenario "Region lost" states no time', 'Add an estimate.', 0),
      ('RPO-01/payroll/plan', 'RPO-01', 'info', 'pass', 'payroll', 'Payroll', 'fine', '', 0);
    INSERT INTO finding_evidence VALUES
      ('RPO-01/warehouse/stock', 0, 'plans/warehouse.md', 22, NULL,
       '- Stock: 1 hour (backup frequency)'),
      ('RPO-01/warehouse/stock', 1, 'plans/warehouse.md', 40, NULL, '- Stock snapshots: daily'),
      ('CON-01/plans/checkout.md', 0, 'plans/checkout.md', 101, NULL,
       '| Database lead | [NAME] | |'),
      ('RTO-03/plans/checkout.md/region-lost', 0, 'plans/checkout.md', 81, NULL,
       '### Scenario 2: Region lost');

    """
}
