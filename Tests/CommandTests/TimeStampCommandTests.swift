import Testing

/// The steps of docs/attest.md with an authority of our own.
@Suite struct TimeStampCommandTests {
  private static let steps = """
    set -euo pipefail
    tsa() { bash "$PACKAGE/Tests/AuditTests/Foreign/tsa.sh" "$@"; }
    tsa lighthouse && tsa other
    sed -i 's/2026-11-21/2020-11-21/' content/drillbook.yaml
    drillbook attest --sample-key >/dev/null
    for round in 1 2; do
      drillbook timestamp >question && tsa lighthouse question answer
      drillbook timestamp --reply answer --tsa other/ca.pem 2>refused || echo "code $?"
      drillbook timestamp --reply answer --tsa lighthouse/ca.pem | sed 's/at .*/at T/'
      openssl ts -verify -in audit/checkpoint.tsr -data audit/checkpoint \\
        -CAfile lighthouse/ca.pem 2>/dev/null
      drillbook timestamp --reply answer 2>twice || echo "code $?"
      printf '\\nRPO: %d minutes\\n' "$round" >>content/plan.md
      drillbook attest --sample-key >/dev/null
      # The times of both answers differ.
      sleep 1.1
    done
    drillbook verify --tsa lighthouse/ca.pem >verified
    grep -A 9 ^intact verified | sed 's/, root.*//;s/2[0-9-]*T[0-9:]*Z/T/g;/^signed/d'
    drillbook verify --tsa other/ca.pem >/dev/null 2>&1 || echo "code $?"
    drillbook verify --audit site/audit >/dev/null
    python3 audit/verify.py | grep -c tsr
    cat refused twice >&2
    """

  @Test func `an authority says between which times entries came`() throws {
    let result = try SmallPlan.run(Self.steps)
    #expect(result.exitCode == 0)
    #expect(
      result.output == """
        code 4
        audit/checkpoint.tsr: 7 entries at T
        Verification: OK
        code 3
        code 4
        audit/checkpoint.tsr: 10 entries at T
        Verification: OK
        code 3
        intact and anchored: 12 entries
        entries 0 to 6: before T
        entries 7 to 9: between T and T
        entries 10 to 11: after T, not anchored
        code 4
        2

        """
    )
    #expect(result.errors.contains("\"answer\" is not signed by an authority that you trust: "))
    #expect(result.errors.contains("\"audit/checkpoint.tsr\" is there already"))
  }
}
