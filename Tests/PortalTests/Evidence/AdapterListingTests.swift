import Testing

@testable import Portal

/// Dated files and objects, whatever lists them.
@Suite struct AdapterListingTests: AdapterReading {
  @Test(arguments: [
    ("shop-20260531-020000.sql.gz", "2026-05-31T02:00:00", "shop-*.sql.gz", false),
    ("db/shop_2026-05-31_02-00.dump", "2026-05-31T02:00:00", "db/shop_*.dump", false),
    ("shop.2026.05.31.tar", "2026-05-31T00:00:00", "shop.*.tar", false),
    ("x20260531T020000Z.gz", "2026-05-31T02:00:00Z", "x*.gz", false),
    ("x-20260531020000.gz.part", "2026-05-31T02:00:00", "x-*.gz", true),
    ("x-1780192800.tgz", "2026-05-31T02:00:00Z", "x-*.tgz", false),
    ("2026/05/31/shop.dump", "2026-05-31T00:00:00", "*/shop.dump", false),
    ("x-2026-05-31_02h.sql", "2026-05-31T02:00:00", "x-*.sql", false),
  ])
  func `finds the time in a name`(
    name: String,
    time: String,
    series: String,
    isUnfinished: Bool
  ) throws {
    let dated = try #require(DatedName(name))
    #expect(dated.time == time && dated.series == series && dated.isUnfinished == isUnfinished)
  }

  @Test(arguments: [
    "README.txt", "latest.sql.gz", "000000010000000000000031", "shop-31-05-2026.sql",
    "shop-20261331.sql", "shop-20260531.sql.sha256", "v1.20.0.tar",
  ])
  func `finds no time where none is sure`(name: String) {
    #expect(DatedName(name) == nil)
  }

  private let expected = [
    "shop-*.sql.gz success 05-30 02:00:00 to 05-30 02:04:00",
    "shop-*.sql.gz failed 05-31 02:00:00 to 05-31 02:00:01",
  ]

  @Test func `reads objects of S3 in three forms`() throws {
    func object(_ day: Int, _ size: Int, _ end: String, _ more: String = "") -> String {
      #"{"Key": "shop-202605\#(day)-020000.sql.gz", "Size": \#(size), "#
        + #""LastModified": "2026-05-\#(day)T02:\#(end)+00:00"\#(more)}"#
    }
    let noise = #"{"Key": "wal/000000010000000000000031", "Size": 9, "LastModified": "x"}"#
    let objects = [object(30, 999, "04:00"), object(31, 0, "00:01"), noise]
    #expect(
      try told(#"{"Contents": [\#(objects.joined(separator: ","))]}"#)
        == ["aws.s3.objects"] + expected
    )
    let versions = [
      object(30, 999, "04:00", #", "VersionId": "b", "IsLatest": true"#),
      object(30, 111, "03:00", #", "VersionId": "a", "IsLatest": false"#),
      object(31, 0, "00:01", #", "VersionId": "c", "IsLatest": true"#),
    ]
    #expect(
      try told(#"{"Versions": [\#(versions.joined(separator: ","))], "DeleteMarkers": []}"#)
        == ["aws.s3.object-versions"] + expected
    )
    let listing = """
                                 PRE wal/
      2026-05-30 08:04:00        999 shop-20260530-020000.sql.gz
      2026-05-31 08:00:01          0 shop-20260531-020000.sql.gz
      2026-05-31 08:00:01         77 read me.txt

      Total Objects: 3
         Total Size: 1076
      """
    #expect(try told(listing, zone: "Asia/Dhaka") == ["aws.s3.ls"] + expected)
    #expect(try told(listing)[0].hasPrefix("refused: its times name no zone"))
  }

  @Test(arguments: [
    """
    total 9
    drwxr-xr-x 2 root root 4096 2026-05-31 02:00:01.000000000 +0000 .
    -rw-r--r-- 1 root root  999 2026-05-30 02:04:00.000000000 +0000 shop-20260530-020000.sql.gz
    -rw-r--r-- 1 root root    0 2026-05-31 02:00:01.000000000 +0000 shop-20260531-020000.sql.gz
    lrwxrwxrwx 1 root root   33 2026-05-31 02:00:01.000000000 +0000 l -> shop-20260530-020000.sql.gz
    """,
    """
    -rw-r--r-- 1 root root 999 2026-05-30 08:04:00.000000000 +0600 shop-20260530-020000.sql.gz
    -rw-r--r-- 1 root root   0 2026-05-31 08:00:01.000000000 +0600 shop-20260531-020000.sql.gz
    """,
    """
    shop-20260530-020000.sql.gz\t999\t2026-05-30T02:04:00.0000000000+0000
    shop-20260531-020000.sql.gz\t0\t2026-05-31T02:00:01.0000000000+0000
    """,
    """
    1780106640.0000000000 999 shop-20260530-020000.sql.gz
    1780192801.0000000000 0 shop-20260531-020000.sql.gz
    """,
    """
    2026-05-30 02:04:00.0000000000 +0000 999 shop-20260530-020000.sql.gz
    2026-05-31 02:00:01.0000000000 +0000 0 shop-20260531-020000.sql.gz
    """,
    """
    shop-20260530-020000.sql.gz 999 2026-05-30 02:04:00.000000000 +0000
    shop-20260531-020000.sql.gz 0 2026-05-31 02:00:01.000000000 +0000
    """,
    """
      File: shop-20260530-020000.sql.gz
      Size: 999       \tBlocks: 8          IO Block: 4096   regular file
    Modify: 2026-05-30 02:04:00.000000000 +0000
      File: shop-20260531-020000.sql.gz
      Size: 0         \tBlocks: 0          IO Block: 4096   regular empty file
    Modify: 2026-05-31 02:00:01.000000000 +0000
    """,
  ])
  func `reads what ls, find and stat print`(text: String) throws {
    #expect(try told(text).dropFirst().elementsEqual(expected))
  }

  @Test func `keeps the time of a name when the file was copied later`() throws {
    let line = "-rw-r--r-- 1 a a 999 2026-05-31 09:00:00.0 +0000 shop-20260530-020000.sql.gz"
    #expect(
      try told(line) == ["files.ls", "shop-*.sql.gz success 05-30 02:00:00", "INV-05 line 1"]
    )
  }

  @Test func `marks a listing that ends in an error`() throws {
    let text = """
      -rw-r--r-- 1 a a 999 2026-05-30 02:04:00.0 +0000 shop-20260530-020000.sql.gz
      ls: cannot open directory 'x': Permission denied
      """
    #expect(try told(text).last?.hasPrefix("INV-03 the listing is not complete: line 2") == true)
  }

  @Test func `refuses ls without years and says how to run it`() throws {
    #expect(
      try told("total 4\n-rw-r--r-- 1 a a 999 May 30 02:04 shop-20260530.sql.gz\n")
        == [#"refused: "ls -l" prints new files without a year and old ones without a time"#]
    )
  }
}
