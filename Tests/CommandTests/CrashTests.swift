import Foundation
import Testing

/// Runs that are killed, that meet each other, and that find no room.
@Suite(.serialized) struct CrashTests {
  /// How many runs are killed; `DRILLBOOK_KILLS` sets another number.
  private static let kills =
    ProcessInfo.processInfo.environment["DRILLBOOK_KILLS"].flatMap(Int.init) ?? 200

  /// `work FOLDER N` kills so many runs in a folder of its own, and says what was broken after one.
  ///
  /// Where a run was killed while files were put into place, and after every tenth, the next run
  /// has to make the folder whole; else the next killed run follows upon the last.
  private static let work = """
    milliseconds() { echo $(($(date +%s%N) / 1000000)); }
    whole() { # a run to its end; how long it takes says when to kill the next ones
      local start; start=$(milliseconds)
      drillbook attest --sample-key >/dev/null 2>../errors.$BASHPID ||
        { echo "$1: cannot go on"; cat ../errors.$BASHPID >&2; }
      took=$(($(milliseconds) - start))
      drillbook verify >/dev/null || echo "$1: does not verify"
    }
    # kill_at MILLISECONDS COMMAND; kill_placing COMMAND: when the first file of the trail is new
    kill_at() {
      timeout -s KILL "$(($1 / 1000)).$(printf %03d $(($1 % 1000)))" drillbook $2
      exit $?
    }
    kill_placing() {
      touch ../mark.$BASHPID
      drillbook $1 &
      while [ ! audit/trail.jsonl -nt ../mark.$BASHPID ] && kill -0 $!; do :; done
      sleep 0.00$((RANDOM % 10)); rm ../mark.$BASHPID; kill -KILL $!
      wait $!; exit $?
    }
    work() {
      local killed=0 cut=0 i=0
      mkdir "$1" && cp -r content "$1" && cd "$1" && whole start
      # A run that ends before it is killed does not count.
      while ((killed < $2 && i++ < $2 * 4)); do
        printf '\\nRPO: %d minutes\\n' "$i" >>content/plan.md
        command="attest --sample-key"; ((i % 4)) || command=build
        # Anywhere, in the last third, and where files are put into place.
        at=$((took * (RANDOM % 900) / 1000)); ((i % 3)) && at=$((took * 6 / 10 + at / 3))
        # A killed run says so by the code 137.
        how="kill_at $at"; ((i % 3 == 2 && i % 4)) && how=kill_placing
        ($how "$command") >/dev/null 2>&1
        [ $? -eq 137 ] && killed=$((killed + 1))
        [ -e site/index.html ] && [ -e site/evidence.sqlite ] || echo "$i at $at: half a site"
        drillbook verify --audit site/audit --no-inputs >/dev/null || echo "$i at $at: half a copy"
        if ! drillbook verify --no-inputs >/dev/null 2>&1; then
          cut=$((cut + 1)); whole "$i at $at"
        elif ((i % 10 == 0)); then whole "$i at $at"; fi
      done
      whole end
      [ $killed -eq $2 ] || echo "only $killed were killed"
      echo "$killed killed, $cut of them while files were put into place" >&2
      ls -A
    }

    """

  @Test func `a run that is killed at any instant leaves the old folder or the new one`() throws {
    let result = try SmallPlan.run(
      Self.work + """
        work one \(Self.kills / 2) & work two \(Self.kills - Self.kills / 2) & wait
        """,
      seconds: 60 + Self.kills * 6
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      result.output == String(repeating: "audit\ncontent\nsite\n", count: 2),
      "\(result.errors)"
    )
    print(result.errors)
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
    arguments: [5, 60, 98, 99, 100, 101, 102]
  )
  func `a full disk leaves site and trail as they were, or both new`(percent: Int) throws {
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
      diff -r --exclude tile audit site/audit || echo "site and trail differ"
      rm ballast
      drillbook attest --sample-key >/dev/null && drillbook verify | tail -n 2 | head -n 1
      """
    )
    #expect(result.exitCode == 0)
    #expect(result.output.hasPrefix("intact, not anchored: "), "\(result.errors)\(result.output)")
  }
}
