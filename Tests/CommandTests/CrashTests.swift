import Foundation
import Testing

/// Runs that are killed, that meet each other, and that find no room.
@Suite(.serialized) struct CrashTests {
  /// How many runs are killed; `DRILLBOOK_KILLS` sets another number.
  private static let kills =
    ProcessInfo.processInfo.environment["DRILLBOOK_KILLS"].flatMap(Int.init) ?? 40

  /// After each kill the copy in the site is whole, and the next run makes the folder whole.
  @Test func `a run that is killed at any instant leaves the old folder or the new one`() throws {
    let result = try SmallPlan.run(
      """
      start=$(date +%s%N); drillbook attest --sample-key >/dev/null
      whole=$(( ($(date +%s%N) - start) / 1000000 )); killed=0; cut=0
      for i in $(seq \(Self.kills)); do
        printf '\\nRPO: %d minutes\\n' "$i" >>content/plan.md
        command="attest --sample-key"; (( i % 4 )) || command=build
        # Every other kill falls into the last third, where files are put into place.
        at=$(( RANDOM % (whole * 11 / 10) )); (( i % 2 )) && at=$(( whole * 2 / 3 + at / 3 ))
        # A killed run says so by the code 137.
        timeout -s KILL "$((at / 1000)).$(printf %03d $((at % 1000)))" \\
          drillbook $command >/dev/null 2>&1
        [ $? -eq 137 ] && killed=$((killed + 1))
        [ -e site/index.html ] && [ -e site/evidence.sqlite ] || echo "$i at $at: half a site"
        drillbook verify --audit site/audit --no-inputs >/dev/null || echo "$i at $at: half a copy"
        drillbook verify --no-inputs >/dev/null 2>&1 || cut=$((cut + 1))
        drillbook attest --sample-key >/dev/null || echo "$i at $at: cannot go on"
        drillbook verify >/dev/null || echo "$i at $at: does not verify"
      done
      [ $killed -gt 0 ] || echo "nothing was killed"
      echo "$killed killed, $cut of them while files were put into place" >&2
      ls -A
      """,
      seconds: 60 + Self.kills * 6
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output == "audit\ncontent\nrun.sh\nsite\n", "\(result.errors)")
    if Self.kills > 40 { print(result.errors) }
  }

  @Test func `of two runs at once one stops, and the folder stays whole`() throws {
    let result = try SmallPlan.run(
      """
      for i in 1 2 3; do
        printf '\\nRPO: %d minutes\\n' "$i" >>content/plan.md
        drillbook attest --sample-key >/dev/null 2>one & first=$!
        drillbook attest --sample-key >/dev/null 2>two & second=$!
        wait $first; a=$?; wait $second; b=$?
        [ $((a * b)) -eq 0 ] && [ $((a + b)) -le 3 ] || echo "codes $a and $b"
        drillbook verify >/dev/null || echo "does not verify"
      done
      rm one two; ls -A
      """
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.output == "audit\ncontent\nrun.sh\nsite\n", "\(result.errors)")
  }

  private static func onSmallDisk(_ lines: String) throws -> Shell.Result {
    try SmallPlan.run(
      """
      cat >inner.sh <<'END'
      mount -t tmpfs -o size=6000k none . && cd "$PWD" || exit 99
      \(SmallPlan.content)
      \(lines)
      END
      unshare --user --map-root-user --mount bash ./inner.sh
      """
    )
  }

  private static let canMount = (try? onSmallDisk("exit 0").exitCode) == 0

  /// How much room is left, as a part of what a site takes.
  @Test(
    .enabled(if: canMount, "this machine lets no disk be mounted"),
    arguments: [5, 60, 98, 102]
  )
  func `a full disk leaves a folder to which the next run can add`(percent: Int) throws {
    let result = try Self.onSmallDisk(
      """
      drillbook attest --sample-key >/dev/null
      printf '\\nRPO: 5 minutes\\n' >>content/plan.md
      free=$(df --output=avail . | tail -n 1)
      site=$(du --summarize --block-size=1k site | cut -f 1)
      head -c $(((free - site * \(percent) / 100) * 1024)) /dev/zero >ballast
      drillbook attest --sample-key >/dev/null 2>errors
      echo "code $?" >&2; cat errors >&2
      drillbook verify --audit site/audit --no-inputs >/dev/null || echo "half a copy"
      rm ballast
      drillbook attest --sample-key >/dev/null && drillbook verify | tail -n 2 | head -n 1
      """
    )
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("intact, not anchored: "), "\(result.errors)\(result.output)")
  }
}
