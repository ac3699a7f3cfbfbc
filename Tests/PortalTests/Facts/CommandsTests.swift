import Testing

@testable import Portal

struct CommandsTests {
  /// The resources of a line of code, in words.
  private func effects(_ line: String) -> [String] {
    ShellFixture(line).commands.map { ShellResource.phrase($0.resources) }
  }

  @Test(arguments: [
    ("aws s3 cp s3://till/a.sql /tmp/", "reads s3://till/a.sql, writes /tmp/"),
    ("aws s3 sync /srv s3://till/ --delete", "reads /srv, writes bucket till"),
    ("aws s3 rb s3://till --force", "destroys bucket till"),
    ("aws s3api put-object --bucket till --key a --body a.sql", "writes bucket till, reads a.sql"),
    (
      "aws rds create-db-snapshot --db-instance-identifier till --db-snapshot-identifier till-$DAY",
      "reads database till, creates snapshot till-$DAY"
    ),
    (
      "aws rds restore-db-instance-from-db-snapshot --db-snapshot-identifier s "
        + "--db-instance-identifier d",
      "reads snapshot s, creates database d"
    ),
    (
      "aws rds delete-db-instance --skip-final-snapshot --db-instance-identifier till",
      "destroys database till"
    ),
    (
      "aws rds describe-db-instances --region eu-west-1 --db-instance-identifier till",
      "reads database till, in region eu-west-1"
    ),
    ("aws rds promote-read-replica --db-instance-identifier till-dr", "writes database till-dr"),
    ("aws ec2 delete-snapshot --snapshot-id snap-1", "destroys snapshot snap-1"),
    (
      "aws eks update-kubeconfig --name shop --region eu-west-1",
      "selects cluster shop, selects region eu-west-1"
    ),
    (
      "aws route53 change-resource-record-sets --hosted-zone-id Z1 --change-batch file://dns.json",
      "writes dns Z1, reads dns.json"
    ),
    ("aws secretsmanager get-secret-value --secret-id till/db", "reads secret till/db"),
    ("aws dynamodb delete-table --table-name carts", "destroys database carts"),
    ("aws cloudformation delete-stack --stack-name shop", "destroys release shop"),
    (
      "gcloud sql backups restore 17 --restore-instance=till",
      "reads snapshot 17, writes database till"
    ),
    ("gcloud sql instances delete till", "destroys database till"),
    (
      "gcloud container clusters get-credentials shop --zone a",
      "selects cluster shop, selects region a"
    ),
    ("gsutil -m cp -r gs://till/2026 /srv", "reads gs://till/2026, writes /srv"),
    (
      "az sql db restore -n till --dest-name till-2 -g shop -s sql1",
      "reads database till, creates database till-2, in host sql1, in context shop"
    ),
    (
      "az storage blob download --container-name dumps --name a --file a.sql",
      "creates a.sql, reads bucket dumps"
    ),
    ("az webapp restart --name shop", "writes service shop"),
  ])
  func `knows what commands of clouds do`(line: String, effect: String) {
    #expect(effects(line) == [effect])
  }

  @Test(arguments: [
    (
      "kubectl scale deployment web --replicas=0 -n shop",
      "writes service deployment/web, in namespace shop"
    ),
    (
      "kubectl -n shop get deploy/web sts/db",
      "reads service deployment/web, reads service statefulset/db, in namespace shop"
    ),
    ("kubectl delete namespace $TEST", "destroys namespace $TEST"),
    ("kubectl delete pvc data-db-0", "destroys volume data-db-0"),
    ("kubectl get secrets,cm -A", "reads secret *, reads service configmap/*"),
    ("kubectl delete pod -l app=web", "destroys service pod/app=web"),
    ("kubectl apply -k overlays/dr --context dr", "reads overlays/dr, in context dr"),
    ("kubectl config use-context dr", "selects context dr"),
    ("kubectl drain node-1 --ignore-daemonsets", "writes host node-1"),
    ("kubectl logs -f deploy/web", "reads service deployment/web"),
    (
      "helm upgrade --install shop ./chart -f dr.yaml -n shop",
      "writes release shop, reads ./chart, in namespace shop, reads dr.yaml"
    ),
    ("helm rollback shop 3", "writes release shop"),
    (
      "velero restore create --from-backup nightly --include-namespaces shop,till",
      "reads snapshot nightly, in namespace shop, in namespace till"
    ),
    ("velero backup create nightly-$DAY --wait", "creates snapshot nightly-$DAY"),
    (
      "terraform init -backend-config=\"bucket=state\" -backend-config=region=eu-west-1",
      "reads bucket state, in region eu-west-1"
    ),
    ("terraform apply -var-file=dr.tfvars", "writes workspace *, reads dr.tfvars"),
    ("TF_WORKSPACE=dr terraform destroy", "destroys workspace dr, in workspace dr"),
    (
      "eksctl delete cluster --name shop --region eu-west-1",
      "destroys cluster shop, in region eu-west-1"
    ),
    ("docker compose -f dr.yml up -d db", "writes service db, reads dr.yml"),
    ("docker-compose down -v", "writes service *, destroys volume *"),
    ("docker volume rm till_data", "destroys volume till_data"),
    (
      "docker run -v till_data:/data -v /srv:/b postgres:16",
      "reads image postgres:16, writes volume till_data, writes /srv"
    ),
    ("systemctl stop postgresql nginx", "writes service postgresql, writes service nginx"),
    ("vault operator raft snapshot restore -force a.snap", "reads a.snap"),
    ("consul snapshot save a.snap", "creates a.snap"),
    ("etcdctl --endpoints=$E snapshot save /b/etcd.db", "creates /b/etcd.db, in host $E"),
  ])
  func `knows what commands of platforms do`(line: String, effect: String) {
    #expect(effects(line) == [effect])
  }

  @Test(arguments: [
    ("pg_dump -h db1 -d till -f a.sql", ["reads database till, creates a.sql, in host db1"]),
    ("pg_dump till > a.sql", ["reads database till, writes a.sql"]),
    ("pg_restore --clean -d till a.dump", ["reads a.dump, writes database till"]),
    ("pg_restore -l a.dump", ["reads a.dump"]),
    ("pg_basebackup -h db1 -D /b/base", ["creates /b/base, in host db1"]),
    ("dropdb --if-exists till", ["destroys database till"]),
    ("createdb till_new", ["creates database till_new"]),
    ("psql till -c 'SELECT 1'", ["reads database till"]),
    ("psql -d postgres -c 'DROP DATABASE IF EXISTS till;'", ["destroys database till"]),
    ("psql -c 'CREATE DATABASE \"till\"'", ["creates database till"]),
    ("psql -h db1 till", ["in database till, in host db1"]),
    ("psql till -f a.sql", ["writes database till, reads a.sql"]),
    ("psql till < a.sql", ["writes database till, reads a.sql"]),
    ("psql till -c '\\dt'", ["reads database till"]),
    ("gunzip -c a.gz | psql till", ["reads a.gz", "writes database till"]),
    (
      "kubectl exec -i db-0 -- psql till < a.sql",
      ["in service db-0, reads a.sql", "writes database till"]
    ),
    ("mysql -u root -p till < a.sql", ["writes database till, reads a.sql"]),
    ("mysqldump --single-transaction till | gzip > a.gz", ["reads database till", "writes a.gz"]),
    ("mongorestore --drop --archive=a.gz --gzip -d till", ["writes database till, reads a.gz"]),
    ("redis-cli -h r1 BGSAVE", ["creates snapshot *, in host r1"]),
    ("sqlite3 till.db", ["reads database till.db"]),
  ])
  func `knows what commands of databases do`(line: String, effects: [String]) {
    #expect(self.effects(line) == effects)
  }

  @Test(arguments: [
    ("gzip a.sql", "reads a.sql, creates a.sql.gz"),
    ("gunzip a.sql.gz", "reads a.sql.gz, creates a.sql"),
    ("tar -czf a.tgz /srv /etc", "creates a.tgz, reads /srv, reads /etc"),
    ("tar xzf a.tgz -C /srv", "reads a.tgz, writes /srv"),
    ("cp -r a b /srv/", "reads a, reads b, writes /srv/"),
    ("mv a b", "reads a, destroys a, writes b"),
    ("rm -rf /srv/till", "destroys /srv/till"),
    ("rsync -avz -e ssh db1:/b/ /srv", "reads db1:/b/, writes /srv"),
    ("find /b -name '*.gz' -mtime +7 -delete", "destroys /b/*.gz"),
    ("dd if=/dev/sda of=/b/disk.img bs=4M", "reads /dev/sda, writes /b/disk.img"),
    ("cat a b > c", "reads a, reads b, writes c"),
    ("curl -fsS https://shop/health", "reads service https://shop/health"),
    ("curl -X DELETE https://shop/a", "destroys service https://shop/a"),
    (
      "curl https://shop/a -d @a.json -o b.json",
      "writes service https://shop/a, reads a.json, creates b.json"
    ),
    ("git clone https://git.example/till.git", "reads repository https://git.example/till.git"),
    ("git bundle create a.bundle --all", "creates a.bundle"),
    (
      "restic -r /b restore latest --target /srv",
      "reads snapshot latest, writes /srv, in repository /b"
    ),
    ("borg create /b::till-{now} /srv", "creates snapshot /b::till-{now}, reads /srv"),
    ("./restore.sh --env prod b/a.sql.gz", "runs ./restore.sh, reads b/a.sql.gz"),
    ("bash scripts/restore.sh", "runs scripts/restore.sh"),
    ("export AWS_REGION=eu-west-1 A=b", "selects region eu-west-1"),
    ("echo done > /dev/null 2>&1", ""),
  ])
  func `knows what commands do with files`(line: String, effect: String) {
    #expect(effects(line) == [effect])
  }

  @Test func `knows an address behind a variable, and the workspace that was selected`() {
    let code = """
      BUCKET=s3://till-backups
      aws s3 cp a.sql $BUCKET/daily/
      aws s3 ls ${BUCKET}
      terraform workspace select dr
      terraform destroy -auto-approve
      """
    #expect(
      effects(code) == [
        "reads a.sql, writes $BUCKET/daily/", "reads bucket ${BUCKET}", "selects workspace dr",
        "destroys workspace dr",
      ]
    )
    #expect(ShellFixture(code).commands[0].resources.last?.kind == .object)
    #expect(effects("terraform destroy") == ["destroys workspace *"])
  }

  @Test func `lists commands with what they do`() {
    let text = """
      # Restore

      ```sh
      aws s3 cp s3://till/a.sql /tmp/
      kubectl get nodes --watch
      sleep 5
      ```
      """
    let document = sample(text)
    var list: [Fact] = []
    Facts(document).each { if $0.kind == "command" { list.append($0) } }
    #expect(list.map(\.subject) == ["aws s3 cp", "kubectl get", "sleep"])
    #expect(list.map(\.value) == ["reads s3://till/a.sql, writes /tmp/", "reads host *", "5"])
    #expect(list.map(\.line) == [4, 5, 6])
  }

  @Test func `says where a command stands`() {
    let text = """
      # Plan

      ## Scenario 1: Till lost

      ### Recovery

      1. Stop the till

         ```sh
         systemctl stop till
         ```

      2. Restore it

         ```sh
         pg_restore -d till a.dump
         ```

      ## Notes

      ```sh
      ls
      ```
      """
    let commands = Facts(sample(text)).commands
    #expect(commands.map(\.section) == ["Recovery", "Recovery", "Notes"])
    #expect(commands.map(\.scenario) == [0, 0, nil])
    #expect(commands.map(\.step) == [0, 1, nil])
    #expect(commands.map(\.block) == [0, 1, 2])
    #expect(commands.map(\.pipeline) == [1, 2, 3])
  }

  @Test func `has a rule for every program that it names`() {
    let rules = CommandRules.standard
    #expect((0..<rules.names.count).count { rules.program($0) != nil } > 300)
    for name in ["aws", "kubectl", "psql", "docker-compose", "mariadb"] {
      let program = rules.program(name)?.program
      #expect(program.map { !$0.usages.isEmpty || !$0.otherwise.rules.isEmpty } == true)
    }
    #expect(rules.scope(of: "AWS_REGION")?.access == .select)
    #expect(rules.kind(ofType: rules.names.number(of: "pvc")) == .volume)
  }

  @Test func `takes a sub-command in quotes for one word`() {
    let command = ShellFixture("aws \"s3 cp\" a b").commands[0]
    #expect(command.subcommand.isEmpty)
    #expect(command.operands == ["s3 cp", "a", "b"])
  }
}
