import Testing

@testable import Portal

struct CopyNameTests {
  /// The copies of a block of code: name, base and stem.
  private func copies(_ code: String) -> [String] {
    let read = ShellFixture(code)
    let variables = BlockVariables(read.variables)
    return read.commands.flatMap { command in
      command.resources.compactMap { resource in
        CopyName(
          resource,
          value: variables.value(of: resource.name, block: command.block, line: command.line),
          .standard
        ).map { "\($0.name) | \($0.base) | \($0.stem)" }
      }
    }
  }

  @Test(arguments: [
    (
      "pg_restore -d shop /srv/dumps/shop-$DAY.sql",
      "/srv/dumps/shop-$DAY.sql | shop-$DAY.sql | shop-"
    ),
    (
      "zcat /srv/BACKUP/till_20260101.gz",
      "/srv/BACKUP/till_20260101.gz | till_20260101.gz | till_"
    ),
    (
      "zcat shop-backup-YYYYMMDD.gz",
      "shop-backup-YYYYMMDD.gz | shop-backup-YYYYMMDD.gz | shop-backup-"
    ),
    ("cp -r /srv/a /srv/backups/", "/srv/backups/ | backups | backups"),
    (
      "aws rds delete-db-snapshot --db-snapshot-identifier till-1",
      "till-1 | till-1 | till-1"
    ),
    ("cat /srv/notes.txt", ""),
  ])
  func `names a copy without its day`(code: String, expected: String) {
    #expect(copies(code).joined(separator: ", ") == expected)
  }

  @Test
  func `a variable of the block stands for its value`() {
    let found = copies(
      "F=\"/srv/dump-$(date +%F).sql\"\npsql -d shop -f $F\npsql -d shop -f ${F}.old"
    )
    #expect(
      found == [
        "/srv/dump-$(date +%F).sql | dump-$(date +%F).sql | dump-",
        "/srv/dump-$(date +%F).sql | dump-$(date +%F).sql | dump-",
      ]
    )
  }

  @Test(arguments: [
    "psql -d shop -f $F", "F=$1\npsql -d shop -f $F", "psql -d shop -f $F\nF=/srv/a.dump",
  ])
  func `a variable that is set nowhere before, or by the caller, is no copy`(code: String) {
    #expect(copies(code).isEmpty)
  }

  @Test(arguments: [
    ("dig <db-host>", true), ("mysql -h $H < dump.sql", false), ("cat <<EOF > a.txt", false),
    ("restore.sh shop-YYYYMMDD.gz", true), ("aws s3 ls s3://your-bucket/", true),
    ("echo yourself", false), ("curl -H YOUR_KEY localhost", true),
    ("ssh db.xxx.example.org", true),
    ("cat xxxl.txt", false), ("aws iam x --account 123456789012", true),
    ("sleep 0123456789", false),
  ])
  func `knows what is left open in a command`(code: String, isOpen: Bool) {
    #expect(CommandRules.standard.open.stands(in: code) == isOpen)
  }
}
