extension PortalFixture {
  static let sources = """
    INSERT INTO build VALUES
      (unixepoch('2026-11-21 06:00') * 1000, 'Orchard Foods', 'drill.example/orchard',
       'drillbook 0.1.0');
    INSERT INTO policy DEFAULT VALUES;
    INSERT INTO source_file VALUES
      ('drillbook.yaml', 'configuration', '\(digest("0c"))', 900),
      ('plans/checkout.md', 'plan', '\(digest("a1"))', 8100),
      ('plans/warehouse.md', 'plan', '\(digest("a2"))', 6400),
      ('plans/payroll.md', 'plan', '\(digest("a3"))', 5200),
      ('plans/directory.md', 'plan', '\(digest("a4"))', 2100),
      ('runbooks/checkout/restore-ledger.md', 'runbook', '\(digest("b1"))', 3900),
      ('runbooks/generic host.md', 'runbook', '\(digest("b2"))', 900),
      ('inventories/restic.snapshots.cellar.20261121T0500Z.json', 'inventory',
       '\(digest("c1"))', 41000),
      ('drills/2026.yaml', 'drill log', '\(digest("d1"))', 3000),
      ('waivers.yaml', 'waivers', '\(digest("e1"))', 300);
    INSERT INTO system VALUES
      ('checkout', 'Checkout', 1, 'team-pay', 'eu-central-1', 1),
      ('warehouse', 'Warehouse and stock', 1, 'team-logistics', 'eu-north-1', 1),
      ('payroll', 'Payroll', 2, 'team-people', NULL, 1),
      ('directory', 'Staff directory', 3, NULL, NULL, 0),
      ('reports', 'Night reports', 3, 'team-data', NULL, 1);
    INSERT INTO component VALUES
      ('checkout', 'ledger', 'Ledger database'), ('checkout', 'web', 'Web front end'),
      ('warehouse', 'stock', 'Stock database'), ('warehouse', 'scanner', 'Scanner gateway'),
      ('payroll', 'plan', 'Payroll'), ('directory', 'plan', 'Staff directory');
    INSERT INTO document VALUES
      ('plans/checkout.md', 'plan', 'Checkout recovery', 'checkout'),
      ('plans/warehouse.md', 'plan', 'Warehouse continuity plan', 'warehouse'),
      ('plans/payroll.md', 'plan', 'Payroll recovery', 'payroll'),
      ('plans/directory.md', 'plan', 'Staff directory', 'directory'),
      ('runbooks/checkout/restore-ledger.md', 'runbook', 'Restore the ledger', 'checkout'),
      ('runbooks/generic host.md', 'runbook', 'Replace a host', NULL);

    """

  static let plans = """
    INSERT INTO document_field (document, field, value, date, state, file, line, quote) VALUES
      ('plans/checkout.md', 'version', '3.2', NULL, 'stated', 'plans/checkout.md', 4,
       '**Version**: 3.2'),
      ('plans/checkout.md', 'owner', 'Head of payments', NULL, 'stated', 'plans/checkout.md', 5,
       '**Owner**: Head of payments'),
      ('plans/checkout.md', 'next_review', '2026-09-30', '2026-09-30', 'stated',
       'plans/checkout.md', 6, '**Next review**: 2026-09-30'),
      ('plans/checkout.md', 'approval', '[Pending]', NULL, 'placeholder', 'plans/checkout.md', 7,
       '**Approval**: [Pending]'),
      ('plans/warehouse.md', 'next_review', '2027-01-15', '2027-01-15', 'stated',
       'plans/warehouse.md', 5, 'Next review: 2027-01-15');
    INSERT INTO rejection (document, reason, file, line, quote) VALUES
      ('plans/checkout.md',
       '"achieved" tells of what was or might be, not of what is asked for',
       'plans/checkout.md', 33, 'RTO achieved: 50 minutes');
    INSERT INTO objective (id, document, system, component, label, dimension, kind, target_s,
        state, strict, mechanism, priority, stated_in, in_force, file, line, quote) VALUES
      (1, 'plans/checkout.md', 'checkout', 'ledger', 'Ledger database', 'component', 'rto', 3600,
       'number', 0, NULL, 'P0', 'text', 1, 'plans/checkout.md', 14,
       '| Ledger database | 1 hour | 15 minutes | P0 |'),
      (2, 'plans/checkout.md', 'checkout', 'ledger', 'Ledger database', 'component', 'rpo', 900,
       'number', 0, NULL, 'P0', 'text', 1, 'plans/checkout.md', 14,
       '| Ledger database | 1 hour | 15 minutes | P0 |'),
      (3, 'plans/checkout.md', 'checkout', 'web', 'Web front end', 'component', 'rto', 1800,
       'number', 1, NULL, 'P1', 'text', 1, 'plans/checkout.md', 15,
       '| Web front end | < 30 minutes | 0 (stateless) | P1 |'),
      (4, 'plans/warehouse.md', 'warehouse', 'stock', 'Stock', 'data', 'rpo', 3600, 'number', 0,
       NULL, NULL, 'text', 1, 'plans/warehouse.md', 22, '- Stock: 1 hour (backup frequency)'),
      (5, 'plans/warehouse.md', 'warehouse', 'stock', 'Stock', 'activity', 'rto', 14400, 'number',
       0, NULL, NULL, 'text', 1, 'plans/warehouse.md', 18, '- Bring stock back: 4 hours'),
      (6, 'plans/warehouse.md', 'warehouse', 'scanner', 'Scanners', 'activity', 'rto', 7200,
       'number', 0, NULL, NULL, 'text', 1, 'plans/warehouse.md', 19, '- Scanners: 2 hours'),
      (7, 'plans/payroll.md', 'payroll', 'plan', 'Payroll', 'plan', 'rto', 86400, 'number', 0,
       NULL, NULL, 'text', 1, 'plans/payroll.md', 9, '**RTO**: 24 hours'),
      (8, 'plans/payroll.md', 'payroll', 'plan', 'Payroll', 'plan', 'rpo', 86400, 'number', 0,
       NULL, NULL, 'text', 1, 'plans/payroll.md', 10, '**RPO**: 24 hours'),
      (9, 'plans/payroll.md', 'payroll', 'plan', 'Payroll', 'plan', 'mtd', 259200, 'number', 0,
       NULL, NULL, 'text', 1, 'plans/payroll.md', 11, '**MTD**: 3 days'),
      (10, 'plans/directory.md', 'directory', 'plan', 'Staff directory', 'plan', 'rto', NULL,
       'placeholder', 0, NULL, NULL, 'text', 1, 'plans/directory.md', 3, 'RTO: [to be set]'),
      (11, 'plans/checkout.md', 'checkout', 'ledger', 'PostgreSQL', 'component', 'rto', 7200,
       'number', 0, NULL, NULL, 'text', 0, 'plans/checkout.md', 60, 'RTO of PostgreSQL: 2 hours'),
      (12, 'plans/checkout.md', 'checkout', 'web', 'Web front end', 'service', 'availability',
       999500, 'number', 0, NULL, NULL, 'text', 1, 'plans/checkout.md', 16, '99.95 %');
    INSERT INTO scenario (id, document, system, title, anchor, last_line, file, line, quote) VALUES
      (1, 'plans/checkout.md', 'checkout', 'Ledger database lost', 'ledger-database-lost', 80,
       'plans/checkout.md', 50, '### Scenario 1: Ledger database lost'),
      (2, 'plans/checkout.md', 'checkout', 'Region lost', 'region-lost', 120,
       'plans/checkout.md', 81, '### Scenario 2: Region lost');
    INSERT INTO stated_time (document, system, scenario, subject, phase, seconds_min,
        seconds_max, strict, source, file, line, quote) VALUES
      ('plans/checkout.md', 'checkout', 1, 'Ledger database lost', 'recovery', 2700, 5400, 0,
       'estimate',
       'plans/checkout.md', 70, '**Estimated recovery**: 45-90 minutes'),
      ('plans/checkout.md', 'checkout', 1, 'Ledger database lost', 'detection', 300, 300, 1, 'sla',
       'plans/checkout.md', 52, 'Detection: < 5 minutes');
    INSERT INTO backup_policy (document, system, subject, mechanism, every_s, every,
        retention_s, retention, environment, file, line, quote) VALUES
      ('plans/checkout.md', 'checkout', 'Ledger dump', 'schedule', 900,
       'every 15 minutes', 2592000, '30 days', NULL, 'plans/checkout.md', 30,
       '- Ledger dump: every 15 minutes, kept 30 days'),
      ('plans/warehouse.md', 'warehouse', 'Stock snapshots', 'schedule', 86400, 'daily',
       NULL, NULL, NULL, 'plans/warehouse.md', 40, '- Stock snapshots: daily');
    INSERT INTO drill_schedule (document, system, subject, every_s, every, file, line, quote) VALUES
      ('plans/checkout.md', 'checkout', 'Restore test of the ledger', 2592000, 'monthly',
       'plans/checkout.md', 90, '- **Monthly**: restore test of the ledger'),
      ('plans/payroll.md', 'payroll', 'Full exercise', 31536000, 'annually', 'plans/payroll.md',
       70, '- **Annually**: full exercise');
    INSERT INTO coverage VALUES
      ('backup_policy', 1, 'checkout', 'ledger', 'name'),
      ('backup_policy', 2, 'warehouse', 'stock', 'name'),
      ('stated_time', 1, 'checkout', 'ledger', 'name'),
      ('stated_time', 1, 'checkout', 'web', 'whole');
    INSERT INTO contact (document, role, name, phone, email, availability, state, file, line,
        quote) VALUES
      ('plans/checkout.md', 'Incident commander', 'On-call payments', '+49 000 000', NULL, '24/7',
       'stated', 'plans/checkout.md', 100, '| Incident commander | On-call payments |'),
      ('plans/checkout.md', 'Database lead', '[NAME]', NULL, NULL, NULL, 'placeholder',
       'plans/checkout.md', 101, '| Database lead | [NAME] | |');
    INSERT INTO placeholder (document, text, file, line, quote) VALUES
      ('plans/checkout.md', '[NAME]', 'plans/checkout.md', 101, '| Database lead | [NAME] | |');
    INSERT INTO fact (file, line, kind, subject, value, quote) VALUES
      ('plans/checkout.md', 14, 'objective.rto', 'Ledger database', '3600', '| Ledger database |'),
      ('plans/checkout.md', 14, 'objective.rpo', 'Ledger database', '900', '| Ledger |'),
      ('plans/checkout.md', 50, 'scenario', 'Ledger database lost', '', '### Scenario 1'),
      ('plans/checkout.md', 70, 'estimate', 'Ledger database lost', '2700-5400', '');

    """

  /// 64 hexadecimal digits.
  static func digest(_ pair: String) -> String { String(repeating: pair, count: 32) }
}
