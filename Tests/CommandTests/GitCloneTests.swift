import Testing

/// The trail in clones of a repository, as CI and auditors have them.
@Suite struct GitCloneTests {
  /// A bare repository `origin.git` with a plan that was attested.
  private static let repository = """
    set -euo pipefail
    export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=Ada \\
      GIT_AUTHOR_EMAIL=ada@depot.example GIT_COMMITTER_NAME=Ada \\
      GIT_COMMITTER_EMAIL=ada@depot.example
    git init --quiet --bare --initial-branch=main origin.git
    mkdir work && mv content work && cd work
    git init --quiet --initial-branch=main
    attest() { drillbook attest --sample-key | tail -n 1; }
    commit() { git add . && git commit --quiet --message "$1"; }
    attributes() { printf '%s/** -text\\n' audit content site >.gitattributes; }
    start() { attest && commit Start && git push --quiet ../origin.git main && cd ..; }
    both() { drillbook verify | grep -o '^intact' && python3 audit/verify.py | grep -o '^intact'; }

    """

  @Test(arguments: ["--depth 1", "--depth 1 --config core.autocrlf=true", "--config core.eol=crlf"])
  func `a clone verifies, and is added to`(options: String) throws {
    let result = try SmallPlan.run(
      Self.repository + """
        attributes && start
        git clone --quiet \(options) "file://$PWD/origin.git" clone && cd clone
        both && drillbook verify --audit site/audit | grep -o '^intact' && attest
        git status --porcelain
        printf '\\nRPO: 5 minutes\\n' >>content/plan.md
        attest && both && commit Change && git push --quiet origin main
        cd ../work && git pull --quiet ../origin.git main && both && git status --porcelain
        """
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(
      result.output == """
        audit: 7 entries appended, 7 in all
        intact
        intact
        intact
        audit: nothing changed, nothing appended
        audit: 3 entries appended, 10 in all
        intact
        intact
        intact
        intact

        """
    )
  }

  @Test func `without the attributes converted line ends are named`() throws {
    let result = try SmallPlan.run(
      Self.repository + """
        start
        git clone --quiet --config core.autocrlf=true "file://$PWD/origin.git" clone && cd clone
        drillbook verify 2>&1 >/dev/null || echo "code $?"
        drillbook attest --sample-key 2>&1 || echo "code $?"
        git status --porcelain
        """
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    let words = "holds carriage returns: line ends were converted (set \"audit/** -text\""
    #expect(lines.count == 6 && lines[1].contains(words), "\(result.output)")
    #expect(lines[3].hasSuffix("; nothing is added to a broken trail"))
    #expect(lines[2] == "code 4" && lines[5] == "code 3")
  }

  /// The steps of docs/attest.md: no branch is checked out, and nothing but one commit is there.
  @Test func `of two jobs the one that comes too late stops`() throws {
    let result = try SmallPlan.run(
      Self.repository + """
        attributes && start
        job() {
          mkdir "$1" && cd "$1" && git init --quiet && git remote add origin ../origin.git
          git fetch --quiet --depth 1 origin "$2" && git checkout --quiet --detach FETCH_HEAD
          SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) attest && both
          git add site audit && git commit --quiet --message Attest && cd ..
        }
        push() { git -C "$1" push --quiet origin HEAD:main 2>/dev/null || echo "$1 is too late"; }
        cd work && printf '\\nRPO: 5 minutes\\n' >>content/plan.md
        commit Change && git push --quiet ../origin.git main && cd ..
        head=$(git -C origin.git rev-parse main)
        job first "$head" && job second "$head" && push first && push second
        git clone --quiet origin.git after && cd after && both
        """
    )
    #expect(result.exitCode == 0, "\(result.errors)")
    let added = "audit: 3 entries appended, 10 in all\nintact\nintact\n"
    #expect(
      result.output == "audit: 7 entries appended, 7 in all\n\(added)\(added)"
        + "second is too late\nintact\nintact\n"
    )
  }
}
