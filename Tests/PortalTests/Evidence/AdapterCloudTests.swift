import Testing

/// Backups of clouds and clusters.
@Suite struct AdapterCloudTests: AdapterReading {
  @Test func `reads windows of RDS and not those that are off`() throws {
    let instances = """
      {"DBInstances": [
        {"DBInstanceIdentifier": "a", "DBInstanceClass": "x", "BackupRetentionPeriod": 7,
         "LatestRestorableTime": "2026-05-31T23:55:00Z", "AvailabilityZone": "eu-west-1a"},
        {"DBInstanceIdentifier": "b", "DBInstanceClass": "x", "BackupRetentionPeriod": 0,
         "LatestRestorableTime": "2026-05-31T23:55:00Z"}]}
      """
    #expect(
      try told(instances)
        == [
          "aws.rds.instances", "a @eu-west-1 from - to 05-31 23:55:00", "INV-05 $.DBInstances[1]",
        ]
    )
    let clusters = """
      {"DBClusters": [{"DBClusterIdentifier": "c", "EarliestRestorableTime": "2026-05-01T00:00:00Z",
        "LatestRestorableTime": "2026-05-31T23:55:00.123Z",
        "DBClusterArn": "arn:aws:rds:eu-west-1:1:cluster:c"}]}
      """
    #expect(
      try told(clusters)
        == ["aws.rds.clusters", "c @eu-west-1 from 05-01 00:00:00 to 05-31 23:55:00"]
    )
    let automated = """
      {"DBInstanceAutomatedBackups": [
        {"DBInstanceIdentifier": "a", "Region": "eu-west-1", "Status": "active", "RestoreWindow":
         {"EarliestTime": "2026-05-01T00:00:00Z", "LatestTime": "2026-05-31T23:55:00Z"}},
        {"DBInstanceIdentifier": "a", "Region": "eu-north-1", "Status": "replicating",
         "RestoreWindow": {"LatestTime": "2026-05-31T23:20:00Z"}},
        {"DBInstanceIdentifier": "n", "Region": "eu-west-1", "Status": "creating"}]}
      """
    #expect(
      try told(automated) == [
        "aws.rds.automated-backups", "a @eu-west-1 from 05-01 00:00:00 to 05-31 23:55:00",
        "a @eu-north-1 from - to 05-31 23:20:00",
      ]
    )
  }

  @Test func `believes no copy whose source has no time`() throws {
    let clusters = """
      {"DBClusterSnapshots": [
        {"DBClusterIdentifier": "c", "DBClusterSnapshotIdentifier": "s1", "Status": "available",
         "SnapshotCreateTime": "2026-05-31T02:00:00Z"},
        {"DBClusterIdentifier": "c", "DBClusterSnapshotIdentifier": "s2", "Status": "available",
         "SnapshotCreateTime": "2026-05-31T09:00:00Z", "SourceDBClusterSnapshotArn": "arn:x"}]}
      """
    #expect(
      try told(clusters) == [
        "aws.rds.cluster-snapshots", "c success 05-31 02:00:00 to 05-31 02:00:00",
        "c unknown - to 05-31 09:00:00", "INV-05 $.DBClusterSnapshots[1]",
      ]
    )
    let volumes = """
      {"Snapshots": [
        {"SnapshotId": "s1", "VolumeId": "vol-1", "State": "completed",
         "StartTime": "2026-05-31T02:00:00.000Z"},
        {"SnapshotId": "s2", "VolumeId": "vol-1", "State": "error",
         "StartTime": "2026-05-31T03:00:00Z"},
        {"SnapshotId": "s3", "VolumeId": "vol-ffffffff", "State": "completed",
         "Description": "copied", "StartTime": "2026-05-31T04:00:00Z"}]}
      """
    #expect(
      try told(volumes) == [
        "aws.ec2.snapshots", "vol-1 success 05-31 02:00:00", "vol-1 failed 05-31 03:00:00",
        "copied unknown -", "INV-05 $.Snapshots[2]",
      ]
    )
  }

  @Test func `takes the earliest shard of ElastiCache`() throws {
    let text = """
      {"Snapshots": [{"SnapshotName": "n", "SnapshotStatus": "available",
        "ReplicationGroupId": "cache", "CacheClusterId": "cache-1", "NodeSnapshots": [
          {"SnapshotCreateTime": "2026-05-31T02:04:00Z"},
          {"SnapshotCreateTime": "2026-05-31T02:00:00Z"}],
        "ARN": "arn:aws:elasticache:eu-west-1:1:snapshot:n"}]}
      """
    #expect(
      try told(text) == [
        "aws.elasticache.snapshots",
        "cache @eu-west-1 success 05-31 02:00:00 to 05-31 02:04:00",
      ]
    )
  }

  @Test func `reads AWS Backup with numbers and with offsets`() throws {
    let jobs = """
      {"BackupJobs": [
        {"BackupJobId": "1", "State": "COMPLETED", "ResourceArn": "arn:aws:rds:r:1:db:shop",
         "CreationDate": 1780192800.5, "CompletionDate": 1780194000.0, "BackupVaultName": "v"},
        {"BackupJobId": "2", "State": "EXPIRED", "ResourceArn": "arn:aws:ec2:r:1:volume/vol-1",
         "ResourceName": "disk", "CreationDate": 1780192800.0, "BackupVaultName": "v"}]}
      """
    #expect(
      try told(jobs) == [
        "aws.backup.jobs", "shop @v success 05-31 02:00:00 to 05-31 02:20:00",
        "disk @v failed 05-31 02:00:00",
      ]
    )
    let points = """
      {"RecoveryPoints": [
        {"RecoveryPointArn": "p1", "BackupVaultName": "v", "ResourceArn": "arn:aws:rds:r:1:db:shop",
         "Status": "COMPLETED", "CreationDate": "2026-05-31T08:00:00+06:00",
         "CompletionDate": "2026-05-31T08:20:00+06:00"},
        {"RecoveryPointArn": "p2", "BackupVaultName": "v", "ResourceArn": "arn:aws:rds:r:1:db:shop",
         "Status": "EXPIRED", "CreationDate": "2026-05-01T08:00:00+06:00"},
        {"RecoveryPointArn": "p3", "BackupVaultName": "v", "ResourceArn": "arn:aws:rds:r:1:db:shop",
         "Status": "DELETING", "CreationDate": "2026-05-01T08:00:00+06:00"}], "NextToken": "x"}
      """
    #expect(
      try told(points) == [
        "aws.backup.recovery-points", "shop @v success 05-31 02:00:00 to 05-31 02:20:00",
        "shop @v failed 05-01 02:00:00",
        #"INV-03 the listing is not complete: "NextToken" stands in it"#,
      ]
    )
  }

  @Test func `parts the kinds of a list of Kubernetes`() throws {
    let text = """
      {"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "dump-1", "namespace": "n",
          "ownerReferences": [{"kind": "CronJob", "name": "dump"}]},
         "status": {"startTime": "2026-05-31T02:00:00Z", "completionTime": "2026-05-31T02:04:00Z",
          "failed": 2, "succeeded": 1, "conditions": [
            {"type": "SuccessCriteriaMet", "status": "True"},
            {"type": "Complete", "status": "True"}]}},
        {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "dump-2", "namespace": "n",
          "ownerReferences": [{"kind": "CronJob", "name": "dump"}]},
         "status": {"startTime": "2026-05-31T03:00:00Z", "conditions": [
            {"type": "FailureTarget", "status": "True"}, {"type": "Failed", "status": "True"}]}},
        {"apiVersion": "postgresql.cnpg.io/v1", "kind": "Backup", "metadata": {"name": "b1"},
         "spec": {"cluster": {"name": "pg"}}, "status": {"phase": "completed",
          "startedAt": "2026-05-31T02:00:00Z", "stoppedAt": "2026-05-31T02:01:00Z"}},
        {"apiVersion": "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshot",
         "metadata": {"name": "v1", "namespace": "n"},
         "spec": {"source": {"persistentVolumeClaimName": "data"}},
         "status": {"readyToUse": true, "creationTime": "2026-05-31T02:00:00Z"}},
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "x"}}]}
      """
    #expect(
      try told(text) == [
        "cnpg.backups, k8s.jobs, k8s.volumesnapshots",
        "pg success 05-31 02:01:00 to 05-31 02:01:00",
        "n/dump success 05-31 02:00:00 to 05-31 02:04:00", "n/dump failed 05-31 03:00:00",
        "n/data success 05-31 02:00:00 to 05-31 02:00:00",
      ]
    )
  }

  @Test func `reads backups of Google Cloud SQL and of Azure`() throws {
    let google = """
      [{"kind": "sql#backupRun", "id": "1", "instance": "shop", "status": "SUCCESSFUL",
        "startTime": "2026-05-31T02:00:00.1Z", "endTime": "2026-05-31T02:02:00Z"},
       {"kind": "sql#backupRun", "id": "1", "instance": "api", "status": "SKIPPED",
        "startTime": "2026-05-31T02:00:00Z"}]
      """
    #expect(
      try told(google) == [
        "gcloud.sql.backups", "shop success 05-31 02:00:00 to 05-31 02:02:00",
        "api failed 05-31 02:00:00",
      ]
    )
    func job(_ name: String, _ operation: String, _ status: String) -> String {
      #"{"id": "/v/\#(name)", "name": "\#(name)", "properties": {"operation": "\#(operation)", "#
        + #""status": "\#(status)", "entityFriendlyName": "vm", "duration": "0:20:00.5", "#
        + #""startTime": "2026-05-31T02:00:00.1234567+00:00", "#
        + #""endTime": "2026-05-31T02:20:00.1234567+00:00"}}"#
    }
    let jobs = [
      job("a", "Backup", "CompletedWithWarnings"), job("b", "ConfigureBackup", "Completed"),
      job("c", "Restore", "Completed"),
    ]
    #expect(
      try told("[\(jobs.joined(separator: ","))]") == [
        "az.backup.jobs", "vm success 05-31 02:00:00 to 05-31 02:20:00",
        "restore of vm pass 1200 s",
      ]
    )
    let points = """
      [{"id": "/s/protectedItems/vm;iaas;rg;web/recoveryPoints/7", "name": "7",
        "properties": {"recoveryPointTime": "2026-05-31T02:00:00.1234567Z"}}]
      """
    #expect(
      try told(points) == ["az.backup.recovery-points", "vm;iaas;rg;web success 05-31 02:00:00"]
    )
  }

  @Test func `reads pages that follow each other in one file`() throws {
    func page(_ id: String) -> String {
      #"{"DBSnapshots": [{"DBInstanceIdentifier": "a", "DBSnapshotIdentifier": "\#(id)", "#
        + #""Status": "available", "SnapshotCreateTime": "2026-05-31T02:00:00Z"}]}"#
    }
    #expect(
      try told(page("1") + "\n" + page("2")) == [
        "aws.rds.snapshots", "a success 05-31 02:00:00 to 05-31 02:00:00",
        "a success 05-31 02:00:00 to 05-31 02:00:00",
      ]
    )
  }
}
