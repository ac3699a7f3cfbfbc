import Testing

/// What the page of the audit says of drills, witnesses and time stamps.
@Suite struct AuditPageTests {
  private static let steps = """
    set -euo pipefail
    sed -i 's/2026-11-21/2020-11-21/' content/drillbook.yaml
    tsa() { bash "$PACKAGE/Tests/AuditTests/Foreign/tsa.sh" "$@"; }
    # drill DAY HOURS
    drill() {
      printf -- '- {id: depot-%s, kind: restore, system: bus-depot-plan, component: plan, ' "$1"
      printf 'outcome: pass, failed_at: %sT01:00:00Z, recovered_at: %sT%s:30:00Z}\\n' "$1" "$1" "$2"
    }
    mkdir content/drills
    drill 2020-10-01 02 >content/drills/depot.yaml
    drillbook attest --sample-key >/dev/null
    drillbook keygen --key w.pem >/dev/null 2>&1
    witness=$(drillbook cosign --key w.pem --name board.example --state state \\
      --trust audit/log.vkey --as-of 2020-11-22 | tail -n 1)
    printf 'log %s\\nwitness board %s\\n' "$(cat audit/log.vkey)" "$witness" >policy
    drill 2020-11-25 03 >>content/drills/depot.yaml
    drill 2021-11-25 01 >>content/drills/depot.yaml
    drillbook attest --sample-key --as-of 2020-12-05T01:00:00Z >/dev/null
    sed -i 's/1 hour/6 hours/' content/plan.md
    drillbook attest --sample-key --as-of 2020-12-06 >/dev/null
    tsa lighthouse && drillbook timestamp >question && tsa lighthouse question answer
    drillbook timestamp --reply answer --tsa lighthouse/ca.pem >/dev/null
    printf ' ' >>content/plan.md
    drillbook attest --sample-key --as-of 2020-12-07 >/dev/null
    lines() {
      tr '\\n' ' ' <site/audit.html | sed -E 's,<(tr|li|/ul|/table),\\n&,g' |
        sed 's/<[^>]*>/ /g;s/  */ /g;s/20[23][1-9]-[0-9-]* [0-9:]* UTC/T/g;s/ $//' | grep -E "$1"
    }
    lines '^ 20..-..-.. (restore|.*board)|^ (Entries [0-9]|T (not )?verified|11 .*loosened)'
    drillbook build --policy policy --tsa lighthouse/ca.pem >/dev/null
    echo ---; lines '^ (Entries [0-9]|20.*board|T (not )?verified)'
    """

  @Test func `shows how late drills were recorded, and what was asked of them then`() throws {
    let result = try SmallPlan.run(Self.steps)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      result.output == """
         T not verified a time-stamp authority was shown 13 entries
         2020-11-22 00:00 UTC not verified board.example saw 8 entries
         2021-11-25 restore depot-2021-11-25 · Whole plan pass 30 min of RTO 6 h, entry 11 \
        355 d before it happened entry 8, 2020-12-05 01:00 UTC \
        between 2020-11-22 00:00 UTC and T
         2020-11-25 restore depot-2020-11-25 · Whole plan pass 2 h 30 min of RTO 1 h, missed, \
        entry 6 now 6 h: loosened 9 d 21 h later entry 8, 2020-12-05 01:00 UTC \
        between 2020-11-22 00:00 UTC and T
         2020-10-01 restore depot-2020-10-01 · Whole plan pass 1 h 30 min of RTO 1 h, missed \
        now 6 h: loosened the trail began later, with these targets \
        51 d later entry 4, 2020-11-21 06:00 UTC before 2020-11-22 00:00 UTC
         Entries 13 to 14: after T , not anchored (not verified)
         Entries 8 to 12: between 2020-11-22 00:00 UTC and T (not verified)
         11 2020-12-06 00:00 UTC objective loosened changed: bus-depot-plan/plan RTO 6 h, was 1 h
         Entries 0 to 7: before 2020-11-22 00:00 UTC (not verified)
        ---
         T verified a time-stamp authority was shown 13 entries
         2020-11-22 00:00 UTC verified board.example saw 8 entries
         Entries 13 to 14: after T , not anchored
         Entries 8 to 12: between 2020-11-22 00:00 UTC and T
         Entries 0 to 7: before 2020-11-22 00:00 UTC

        """
    )
  }
}
