import Testing

@testable import Portal

struct ShellLineTests {
  @Test(arguments: [
    ("./a.sh", [":1.1 ./a.sh"]),
    ("./a.sh && ./b.sh || ./c.sh", [":1.1 ./a.sh", "&&:2.1 ./b.sh", "||:3.1 ./c.sh"]),
    ("./a.sh; ./b.sh & ./c.sh", [":1.1 ./a.sh", ";:2.1 ./b.sh", "&:3.1 ./c.sh"]),
    ("./a.sh | ./b.sh | ./c.sh", [":1.1 ./a.sh", "|:1.2 ./b.sh", "|:1.3 ./c.sh"]),
    ("./a.sh |\n  ./b.sh", [":1.1 ./a.sh", "|:1.2 ./b.sh"]),
    ("./a.sh &&\n./b.sh", [":1.1 ./a.sh", "&&:2.1 ./b.sh"]),
    ("(./a.sh; ./b.sh)\n{ ./c.sh; }", [":1.1 ./a.sh", ";:2.1 ./b.sh", ":3.1 ./c.sh"]),
    ("! ./a.sh |& ./b.sh", [":1.1 ./a.sh", "|:1.2 ./b.sh"]),
  ])
  func `parts lists and pipelines`(code: String, commands: [String]) {
    let found = ShellFixture(code).commands.map {
      "\($0.joint.rawValue):\($0.pipeline).\($0.position) \($0.program)"
    }
    #expect(found == commands)
  }

  @Test(arguments: [
    ("pg_dump \\\n  -d till \\\n  -f till.sql", 1, 3, "pg_dump -d till -f till.sql"),
    ("# Dump\n\npg_dump till # all of it", 3, 3, "pg_dump till"),
    ("psql till -c '\n  SELECT 1;\n'\n", 1, 1, "psql till -c '\n  SELECT 1;\n'"),
    ("PGHOST=db1 pg_dump till > t.sql", 1, 1, "PGHOST=db1 pg_dump till > t.sql"),
  ])
  func `keeps the lines and the words of a command`(
    code: String,
    first: Int,
    last: Int,
    text: String
  ) throws {
    let command = try #require(ShellFixture(code).commands.first)
    #expect(command.line - 1 == first)
    #expect(command.lastLine - 1 == last)
    #expect(command.text == text)
  }

  @Test(arguments: [
    ("tar -xzf a.tgz -C /srv", "-x -z -f=a.tgz -C=/srv", ""),
    ("tar xzf a.tgz", "-x -z -f=a.tgz", ""),
    ("pg_restore -Fc -Utill -d till a.dump", "-F=c -U=till -d=till", "a.dump"),
    ("kubectl scale deploy/web --replicas=0 -n shop", "--replicas=0 -n=shop", "deploy/web"),
    ("terraform apply -auto-approve -var-file=dr.tfvars", "-auto-approve -var-file=dr.tfvars", ""),
    (
      "aws ec2 describe-instances --instance-ids i-1 i-2 --output text",
      "--instance-ids=i-1 --instance-ids=i-2 --output=text", ""
    ),
    ("aws s3 cp --recursive s3://a/ /b", "--recursive", "s3://a/ /b"),
    ("./restore.sh --env prod -y a.sql", "--env=prod -y", "a.sql"),
    ("git log -- plan.md", "", "plan.md"),
    ("psql -c \"-- none\" till", "-c=-- none", "till"),
    ("set -euo pipefail", "-e -u -o=pipefail", ""),
  ])
  func `reads flags, their values and operands`(
    line: String,
    flags: String,
    operands: String
  )
    throws
  {
    let command = try #require(ShellFixture(line).commands.first)
    let found = command.flags.map { $0.name + ($0.value.map { "=\($0)" } ?? "") }
    #expect(found.joined(separator: " ") == flags)
    #expect(command.operands.joined(separator: " ") == operands)
  }

  @Test(arguments: [
    (#"cp "$A/b c" 'd $e' f\ g"#, ["$A/b c", "d $e", "f g"]),
    (#"cp "say \"no\"" x"#, [#"say "no""#, "x"]),
    ("cp <old file> <new-file>.bak", ["<old file>", "<new-file>.bak"]),
    ("cp {{ source }} ${TARGET:-/srv}/x", ["{{ source }}", "${TARGET:-/srv}/x"]),
    ("cp a-$(date +%F).sql `hostname`/", ["a-$(date +%F).sql", "`hostname`/"]),
    ("cp a$((1 + 2)) b", ["a$((1 + 2))", "b"]),
    ("cp it's here", ["it's", "here"]),
  ])
  func `keeps quotes, variables and placeholders in words`(line: String, words: [String]) throws {
    #expect(try #require(ShellFixture(line).commands.first).operands == words)
  }

  @Test(arguments: [
    ("./a.sh > out.log 2>&1", ["1> out.log", "2>& 1"]),
    ("./a.sh < in.sql >> out.log", ["0< in.sql", "1>> out.log"]),
    ("./a.sh &> all.log", ["1> all.log"]),
    ("./a.sh 2> /dev/null", ["2> /dev/null"]),
    ("for f in *; do ./a.sh; done > all.txt", ["1> all.txt"]),
  ])
  func `reads redirections`(line: String, redirections: [String]) throws {
    let command = try #require(ShellFixture(line).commands.last)
    #expect(command.redirections.map { "\($0.descriptor)\($0.sign) \($0.target)" } == redirections)
  }

  @Test(arguments: [
    ("sudo -u postgres pg_dump till", ["sudo", "0 wrapped pg_dump"]),
    (
      "sudo -E PGHOST=a env B=c nohup pg_dump till",
      ["sudo", "0 wrapped env", "1 wrapped nohup", "2 wrapped pg_dump"]
    ),
    ("ssh db1 'systemctl stop a && ls /srv'", ["ssh", "0 wrapped systemctl", "0 wrapped ls"]),
    ("ssh -p 22 me@db1 uptime", ["ssh", "0 wrapped uptime"]),
    ("kubectl exec -it db-0 -n shop -- psql -d till", ["kubectl", "0 wrapped psql"]),
    ("docker exec -i db pg_dump till | gzip", ["docker", "0 wrapped pg_dump", "gzip"]),
    ("docker compose exec -T db pg_dump till", ["docker", "0 wrapped pg_dump"]),
    ("docker run --rm -v a:/b alpine tar -czf /b/c.tgz /d", ["docker", "0 wrapped tar"]),
    ("bash -c \"gunzip -c a.gz | psql till\"", ["bash", "0 wrapped gunzip", "0 wrapped psql"]),
    ("find /srv -name '*.gz' -exec rm {} \\;", ["find", "0 wrapped rm"]),
    ("ls *.gz | xargs -n 1 gunzip", ["ls", "xargs", "1 wrapped gunzip"]),
    ("timeout 60 curl -f https://shop", ["timeout", "0 wrapped curl"]),
    ("su - postgres -c 'pg_ctl stop'", ["su", "0 wrapped pg_ctl"]),
    ("runuser -u postgres -- pg_ctl stop", ["runuser", "0 wrapped pg_ctl"]),
    ("\\rm -rf /srv/till", ["rm"]),
    ("A=$(kubectl get pod -o name | head -1)", ["substitution kubectl", "substitution head"]),
    ("echo \"$(date): `hostname`\"", ["echo", "0 substitution date", "0 substitution hostname"]),
    ("diff <(./a.sh) <(./b.sh)", ["diff", "0 substitution ./a.sh", "0 substitution ./b.sh"]),
    ("if pg_isready; then ./a.sh; fi", ["condition pg_isready", "./a.sh"]),
    ("while ! nc -z db 5432; do sleep 1; done", ["condition nc", "sleep"]),
  ])
  func `finds commands within commands`(line: String, commands: [String]) {
    let found = ShellFixture(line).commands.map { command in
      let parent = command.parent.map { "\($0) " } ?? ""
      let role = command.role == .plain ? "" : command.role.rawValue + " "
      return parent + role + command.program
    }
    #expect(found == commands)
  }

  @Test func `reads loops, cases and functions`() {
    let code = """
      restore() {
        for table in users orders; do
          pg_restore -t "$table" a.dump
        done
      }
      case "$1" in
        full|all) restore ;;
        *) echo "no" ;;
      esac
      if [[ -f a.dump && $SIZE > 0 ]]; then
        restore
      fi
      """
    let found = ShellFixture(code)
    #expect(
      found.places == ["3 pg_restore", "7 restore", "8 echo", "10 [[", "11 restore"]
    )
    #expect(found.commands.map(\.function) == ["restore", nil, nil, nil, nil])
  }

  @Test func `gives a text to the command above it`() {
    let code = """
      kubectl apply -f - <<EOF
      kind: Job
      name: $NAME
      EOF
      ssh db1 <<'END'
      systemctl stop till
      END
      kubectl exec -i db-0 -- psql till <<SQL
      DROP DATABASE old;
      SQL
      """
    let found = ShellFixture(code)
    #expect(found.places == ["1 kubectl", "5 ssh", "6 systemctl", "8 kubectl", "8 psql"])
    #expect(found.commands[0].input == "kind: Job\nname: $NAME")
    #expect(found.commands[4].input == "DROP DATABASE old;")
    #expect(found.variables.map(\.name) == ["NAME"])
  }

  @Test(arguments: [
    ("sh", "$ ls /srv\na b\n$ df -h", ["1 ls", "3 df"]),
    (
      "console", "root@db1:~# pg_dump till \\\n>  -f a.sql\nok\n[me@db1 ~]$ ls",
      ["1 pg_dump", "4 ls"]
    ),
    ("console", "# systemctl stop till\nStopped.", ["1 systemctl"]),
    ("sh", "# systemctl stop till\nls", ["2 ls"]),
    ("powershell", "PS C:\\> kubectl get pods `\n  -n shop", ["1 kubectl"]),
    ("sh", "psql till\ntill=# SELECT 1;\ntill=# \\q\nls", ["1 psql", "4 ls"]),
    ("text", "velero backup get\nNAME STATUS\na Completed", ["1 velero"]),
    ("", "1. Stop: call the shop\n2. kubectl get pods -n shop", ["2 kubectl"]),
    ("", "for f in *.gz; do gunzip $f; done", ["1 gunzip"]),
    ("cron", "0 2 * * * root /opt/backup.sh", ["1 /opt/backup.sh"]),
    ("bash:restore.sh", "ls", ["1 ls"]), ("{.bash}", "ls", ["1 ls"]),
    ("sh", "*/15 * * * * pg_dump till | gzip > a.gz", ["1 pg_dump", "1 gzip"]),
  ])
  func `drops prompts, output and schedules`(language: String, code: String, places: [String]) {
    #expect(ShellFixture(code, language).places == places)
  }

  @Test(arguments: [
    ("sh", "SELECT count(*) FROM users;\n\\dt"), ("sh", "Navigate to the console"),
    ("sh", "wal_level = replica"), ("sh", "status: running"), ("sh", "└── plans"),
    ("sh", "restore the newest backup of all"), ("", "find the newest backup"),
    ("", "make sure that nobody writes"), ("", "Incident -> Lead -> Team"),
    ("", "service is back"), ("yaml", "config: |\n  key=value\n  other: x"),
    ("python", "print('x')"), ("sql", "DROP DATABASE till;"), ("json", "{\"a\": 1}"),
    ("markdown", "$ ls"), ("sh", "✅ done"), ("sh", "# pg_dump till"),
  ])
  func `takes no other text for a command`(language: String, code: String) {
    #expect(ShellFixture(code, language).texts == [])
  }

  @Test func `finds the scripts in a manifest`() {
    let code = """
      schedule: "0 2 * * *"
      command: ["/bin/sh", "-c", "pg_dump till > /b/a.sql"]
      args:
        - -c
        - gzip /b/a.sql
      run: |
        # first
        FILE=a.sql
        aws s3 cp $FILE s3://till/
      data: |
        key: value
      """
    let found = ShellFixture(code, "yaml")
    #expect(found.places == ["2 pg_dump", "5 gzip", "9 aws"])
    #expect(found.variables.map(\.name) == ["FILE", "FILE"])
  }

  @Test func `finds the commands in settings`() {
    let found = ShellFixture(
      "archive_command = 'cp %p /wal/%f'\ncat > a.conf <<EOF\n"
        + "restore_command = 'cp /wal/%f %p'\nEOF"
    )
    #expect(found.places == ["1 cp", "2 cat", "3 cp"])
    #expect(found.commands.map(\.role) == [.setting, .plain, .setting])
  }

  @Test func `notes where variables are set and used`() {
    let code = """
      A=1
      export B="$A/x" C
      read -r -p "Which? " D
      for E in $B ${F:-none}; do echo '$G' "${H}"; done
      I=2 psql -c "$J" > $K
      L=$((M - 3))
      """
    let found = ShellFixture(code).variables.map {
      "\($0.line - 1)\($0.access == .set ? "=" : "$")\($0.name)"
    }
    #expect(
      Set(found) == [
        "1=A", "2$A", "2=B", "3=D", "4$B", "4$F", "4=E", "4$H", "5=I", "5$J", "5$K", "6$M", "6=L",
      ]
    )
    #expect(ShellFixture(code).variables.filter(\.isExported).map(\.name) == ["B", "I"])
  }

  @Test(arguments: [
    "echo \"open\npg_dump till", "echo 'open\npg_dump till", "echo $(open\npg_dump till",
    "echo ${open\npg_dump till", "echo `open\npg_dump till", "cat <<EOF\npg_dump till",
    "fi; done; } ) esac\npg_dump till", "if for case while\npg_dump till", "a(\npg_dump till",
  ])
  func `reads on behind what is never closed`(code: String) {
    #expect(ShellFixture(code).commands.contains { $0.program == "pg_dump" })
  }

  @Test(arguments: ["$(", "`", "\"", "'", "(", "{", "${", "<(", "<<A\n", "$((", "a|", "if ", "<a "])
  func `reads any number of open signs`(sign: String) {
    let code = "ls " + String(repeating: sign + "x ", count: 5000) + "\nls"
    #expect(ShellFixture(code).commands.count < 6000)
  }
}
