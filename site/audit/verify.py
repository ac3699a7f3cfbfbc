#!/usr/bin/env python3
"""Verifies an audit folder of Drillbook. Needs Python 3.8 and nothing else; writes nothing.

It shares no code with the program that made the folder: docs/audit-format.md describes the bytes.
Run a copy that you were given in another way: whoever can replace a folder can replace this file.
"""
import argparse, base64, contextlib, hashlib, json, math, os, re, struct, sys, time
OWN = ["log.vkey", "checkpoint", "trail.jsonl", "allowed_signers", "report.json", "report.json.sig"]
NAMESPACE, KINDS = "dr-audit-report", ["key", "evidence", "objective", "waiver", "report"]
class Wrong(Exception): pass  # a file, and what is wrong with it
def need(holds, file, words):
    if not holds: raise Wrong(file, words)
@contextlib.contextmanager
def reading(file, words):
    try: yield
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise Wrong(file, words)
def said(file, words): print("ok     %s: %s" % (file, words))
def sha256(raw): return hashlib.sha256(raw).digest()
def text64(raw): return base64.b64encode(raw).decode()
def stamp(seconds): return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
def string(raw): return struct.pack(">I", len(raw)) + raw
def ssh_text(key): return "ssh-ed25519 " + text64(string(b"ssh-ed25519") + string(key))
def vkey_id(name, key, kind=b"\1"): return sha256(name.encode() + b"\n" + kind + key)[:4]
# Ed25519 (RFC 8032, section 5.1), with points as (X, Y, Z, T).
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    return (b-a) * (d-c) % P, (d+c) * (b+a) % P, (d-c) * (d+c) % P, (b-a) * (b+a) % P
def times(n, p):
    half = times(n >> 1, add(p, p)) if n else (0, 1, 1, 0)
    return add(half, p) if n & 1 else half
def point(raw):
    y = int.from_bytes(raw, "little")
    odd, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != square or (x == 0 and odd): raise ValueError("no point")
    return (x, y, 1, x * y % P) if x & 1 == odd else (P - x, y, 1, (P - x) * y % P)
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def is_signed(key, message, signature):
    a, s = point(key), int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    x, y, z, _ = add(times(s, BASE), times(k, (P - a[0], a[1], 1, P - a[3])))
    x, y = x * pow(z, P - 2, P) % P, y * pow(z, P - 2, P) % P
    return s < ORDER and (y | (x & 1) << 255 | s << 256).to_bytes(64, "little") == signature
# Encodings: what is read is written again and has to be the same bytes.
def read_json(raw, file, place=""):
    with reading(file, place + "is not canonical JSON (RFC 8785)"):  # all names are ASCII
        value = json.loads(raw.decode())
        again = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        need(again.encode() == raw, file, place + "is not in its one spelling")
        return value
def ssh_signer(raw, file, message):  # the key of an SSH signature (PROTOCOL.sshsig)
    head, tail = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
    with reading(file, "is no SSH signature"):
        blob = base64.b64decode(raw[len(head):-len(tail)])
        key, signature, kind = blob[33:65], blob[-64:], string(b"ssh-ed25519")
        use = string(NAMESPACE.encode()) + string(b"") + string(b"sha512")
        blob = string(kind + string(key)) + use + string(kind + string(signature))
        text = base64.b64encode(b"SSHSIG\0\0\0\1" + blob)
        lines = b"".join(text[i:i + 70] + b"\n" for i in range(0, len(text), 70))
        need(head + lines + tail == raw, file, "is no signature of a report in its one spelling")
        signed = b"SSHSIG" + use + string(hashlib.sha512(message).digest())
        need(is_signed(key, signed, signature), file, "does not fit the report")
        return key
def der(raw):  # the contents of the DER value that the bytes begin with, and what is behind it
    count = max(0, raw[1] - 128)
    size = int.from_bytes(raw[2:2 + count], "big") if count else raw[1]
    return raw[2 + count:2 + count + size], raw[2 + count + size:]
def read_vkey(raw, file, kind=b"\1"):
    with reading(file, "is no verifier key of the form name+id+key"):
        name, _, key = raw.decode().split("+", 2)
        key = base64.b64decode(key)[1:]
        text = "%s+%s+%s\n" % (name, vkey_id(name, key, kind).hex(), text64(kind + key))
        need(text.encode() == raw, file, "is no verifier key in its one spelling")
        return name, key
class Checkpoint:  # a signed note of three lines: origin, size, root
    def __init__(self, raw, file, origin):
        with reading(file, "is no checkpoint of three lines with signatures"):
            text, lines = raw.decode().rsplit("\n\n", 1)
            self.file, (self.origin, size, root) = file, text.split("\n")
            self.size, self.root = int(size), base64.b64decode(root)
            self.text = "%s\n%d\n%s\n" % (self.origin, self.size, text64(self.root))
            found = re.findall("— ([^ +\n]+) ([^ \n]+)\n", lines)
            self.lines = [(name, base64.b64decode(blob)) for name, blob in found]
            again = "".join("— %s %s\n" % (n, text64(blob)) for n, blob in self.lines)
            need((self.text + "\n" + again).encode() == raw, file, "is not in its one spelling")
        need(self.origin == origin, file, "is of the origin %s, not %s" % (self.origin, origin))
    def signers(self, keys, strict=True):  # strict: no other key signed in the log's name
        own = [blob for name, blob in self.lines if name == self.origin]
        by = [(k, blob[4:]) for k in keys for blob in own if blob[:4] == vkey_id(self.origin, k)]
        with reading(self.file, "has a signature that is none"):
            good = by and all(is_signed(key, self.text.encode(), blob) for key, blob in by)
            need(good and (not strict or len({k for k, _ in by}) == len(own)), self.file,
                 "the signature does not fit the text, or is by no key of the trail")
def root_of(hashes):
    hashes = list(hashes) or [sha256(b"")]
    while len(hashes) > 1:  # a last one without a neighbour goes up as it is (RFC 9162, 2.1.2)
        pairs = zip(hashes[::2], hashes[1::2])
        hashes = [sha256(b"\1" + a + b) for a, b in pairs] + hashes[len(hashes) & ~1:]
    return hashes[0]
class Trail:  # what the entries add up to; the first that cannot stand where it stands ends it
    def __init__(self, raw, size):
        self.leaves, self.reports, self.runs, self.inputs, self.keys = [], {}, {0: 0}, {}, []
        lines, self.at = raw.split(b"\n"), ""
        self.beyond = max(0, len(lines) - 1 - size) + (lines[-1] != b"")
        self.lines = lines[:-1][:size]
        for number, line in enumerate(self.lines):
            place = "line %d: " % (number + 1)
            entry = read_json(line, "trail.jsonl", place)
            with reading("trail.jsonl", place + "is no entry"):
                words = self.take(entry, number) if len(line) < 65536 else "is too long"
                need(words is None, "trail.jsonl", "%s%s" % (place, words))
                self.at = entry["at"]
            self.leaves.append(sha256(b"\0" + line))
    def take(self, entry, number):
        seq, at = entry["seq"], entry["at"]
        if entry["v"] != 1 or entry["kind"] not in KINDS: return "is of an unknown kind or version"
        if seq != number: return "has the number %s where %d was expected" % (seq, number)
        if not re.fullmatch(r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z", at) or at < self.at:
            return "is dated before the entry above it, or not at all"
        if entry["kind"] == "report":
            self.reports[number], self.runs[number + 1] = entry, max(self.runs)
            return None if entry["size"] == number else "records another size than the true one"
        take = {"key": self.take_key, "evidence": self.take_input}.get(entry["kind"])
        return take and take(entry, number)
    def take_key(self, entry, number):
        who = (base64.b64decode(entry["ssh"].split(" ")[1])[-32:], entry.get("name"))
        now = [k for k in self.keys if k["who"] == who and "end" not in k]
        if ssh_text(who[0]) != entry["ssh"] or (entry["action"] == "add") == bool(now):
            return "adds a key that is there already, or ends one that is not in use"
        for period in now: period.update(until=entry["at"], end=number)
        if not now: self.keys.append({"who": who, "from": entry["at"], "start": number})
    def take_input(self, entry, _):
        name, new, action = entry["path"], entry["sha256"], entry["action"]
        old = self.inputs.pop(name, None)
        if {"", ".", ".."} & set(name.split("/")): return "has a path that leaves the repository"
        if action != ("added" if old is None else "removed" if old == new else "changed"):
            return "adds what is there already, or changes or removes what is not there"
        if action != "removed": self.inputs[name] = new
    def keys_of(self, size, name=None):  # that may sign what the run made which ended there
        return [k["who"][0] for k in self.keys if k["who"][1] == name and k["start"] < size
                and k.get("end", size) >= self.runs.get(size, size)]
def tiles_of(trail, leaves):  # the files of a tlog-tiles log, by path
    rows, files = [("entries", [struct.pack(">H", len(line)) + line for line in trail.lines])], {}
    while leaves:
        rows.append((str(len(rows) - 1), leaves))
        leaves = [root_of(leaves[i:i + 256]) for i in range(0, len(leaves) & ~255, 256)]
    for level, row, at in [(name, row, i) for name, row in rows for i in range(0, len(row), 256)]:
        part, number = row[at:at + 256], str(at // 256)
        number = re.sub("(...)(?=.)", r"x\1/", number.zfill(-(-len(number) // 3) * 3))
        number += ".p/%d" % len(part) if len(part) < 256 else ""
        files["tile/%s/%s" % (level, number)] = b"".join(part)
    return files
def read_folder(folder):
    files = {}
    for base, folders, names in os.walk(folder):
        kept = ["checkpoints", "reports", "tile"] if base == folder else folders
        names += [n for n in folders if n not in kept or os.path.islink(os.path.join(base, n))]
        for path in [os.path.join(base, name) for name in names]:
            name = os.path.relpath(path, folder).replace(os.sep, "/")
            need(os.path.isfile(path) and not os.path.islink(path), name, "is no file")
            files[name] = open(path, "rb").read()
    for name in OWN: need(name in files, name, "is missing")
    return files
def check_trail(raw, head):
    file, trail = "trail.jsonl", Trail(raw, head.size)
    count, leaves = len(trail.leaves), trail.leaves
    need(count == head.size, file, "has only %d of %d entries" % (count, head.size))
    if root_of(leaves) != head.root:
        good = {n: root_of(leaves[:n]).hex() == r["root"] for n, r in trail.reports.items()}
        place = (max([n for n in good if good[n]], default=0) + 1,
                 min([n for n in good if not good[n]], default=count - 1) + 1)
        raise Wrong(file, "was changed: its root is not signed; look at lines %d to %d" % place)
    need(not trail.beyond, file, "has %d lines below the %d signed ones" % (trail.beyond, count))
    need(count - 1 in trail.reports, file, "does not end with a report")
    said(file, "%d entries in order, root %s" % (count, head.root.hex()))
    return trail
def check_report(files, trail, origin):
    text, entry, start = "", trail.reports[max(trail.reports)], trail.runs[max(trail.runs)]
    for key in trail.keys:
        text += '%s namespaces="%s"' % (key["who"][1] or "audit@" + origin.split("/")[0], NAMESPACE)
        text += ',valid-after="%s"' % re.sub("[-:T]", "", key["from"])
        text += ',valid-before="%s"' % re.sub("[-:T]", "", key["until"]) if "end" in key else ""
        text += " %s\n" % ssh_text(key["who"][0])
    need(files["allowed_signers"] == text.encode(), "allowed_signers", "is not what the keys imply")
    raw, file, inputs = files["report.json"], "report.json", trail.inputs
    need(sha256(raw).hex() == entry["sha256"], file, "is not the one of the last entry")
    state = {"origin": origin, "size": start, "root": root_of(trail.leaves[:start]).hex()}
    with reading(file, "is no statement over inputs"):
        report = read_json(raw, file)
        stated = report["predicate"]["trail"], report["predicate"]["result"]
        need(stated == (state, entry["result"]), file, "states another trail or result")
        need(report["subject"] == [{"name": n, "digest": {"sha256": inputs[n]}} for n in sorted(
            inputs, key=str.encode)], file, "names other inputs than the trail")
def check_signature(file, files, trail):  # or a report: reports/5.json.ada@dr.example.sig
    name, number, person = re.match(r"((?:reports/(\d+)|report)\.json)[.]?(.+)?$", file).groups()
    entry = trail.reports.get(int(number or len(trail.leaves) - 1), {})
    need(sha256(files.get(name, b"")).hex() == entry.get("sha256"), file, "is of no report entry")
    if person:
        keys = trail.keys_of(entry["seq"] + 1, None if person == "sig" else person[:-4])
        need(ssh_signer(files[file], file, files[name]) in keys, file, "is by no key of the trail")
def check_others(files, trail, origin):  # what is kept, what the trail binds, and nothing else
    bound = {n[6:]: v for n, v in trail.inputs.items() if n.startswith("audit/")}
    tiles = tiles_of(trail, trail.leaves) if any(n.startswith("tile/") for n in files) else {}
    for file in sorted({*bound, *tiles, *files}, key=lambda n: (n not in OWN, n)):
        need(file in files, file, "is missing")
        if re.match(r"(report|reports/\d+)\.json(\..+\.sig|\.sig|$)", file):
            check_signature(file, files, trail)
        elif re.match("checkpoint(s/.*)?[.]tsr$", file): check_stamp(file, files)
        elif file.startswith("checkpoints/"): check_older(file, files[file], trail, origin)
        elif file in bound:
            need(sha256(files[file]).hex() == bound[file], file, "is not what the trail binds")
        else:
            good = file in OWN or files[file] == tiles.get(file)
            need(good, file, "does not belong here" if file not in tiles else "is another tile")
def check_stamp(file, files):  # RFC 3161: it is of its checkpoint; who signed it, openssl can say
    with reading(file, "is no granted answer of a time-stamp authority, or of no checkpoint"):
        (answer, behind), note = der(files[file]), files[file[:-4]].split(b"\n")[:5]
        tst_info = der(der(answer.split(bytes.fromhex("060b2a864886f70d0109100104"), 1)[1])[0])[0]
        need(answer[:5] == b"0\3\2\1\0" and not behind, file, "is not in its one spelling")
        shown = b"\4\40" + sha256(b"".join(line + b"\n" for line in note))
        need(shown in tst_info, file, "is of another checkpoint than the one beside it")
        sums = [hashlib.new(kind, tst_info).digest() for kind in ("sha256", "sha384", "sha512")]
        need(any(s in answer for s in sums), file, "states something else than was signed")
        when = re.search(rb"\x18.(\d{14})", tst_info)[1].decode()
        said(file, "states the time %s; \"openssl ts -verify\" says who signed it" % when)
def check_older(file, raw, trail, origin):
    note, size = Checkpoint(raw, file, origin), len(trail.leaves)
    note.signers(trail.keys_of(min(note.size, size)))
    need(note.size <= size, file, "signs %d entries of %d: it was rolled back" % (note.size, size))
    same = root_of(trail.leaves[:note.size]) == note.root
    need(same, file, "signs other entries than the trail begins with: history was rewritten")
    said(file, "signs the first %d entries" % note.size)
def check_policy(policy, notes, file):  # c2sp.org/tlog-policy; the last note needs the quorum
    for note in notes:
        at, quorum = {"none": 0}, "none"  # when each of them had signed; infinity: not at all
        for words in [line.split("#")[0].split() for line in policy.split("\n")]:
            if words[:1] == ["witness"]:
                name, key = read_vkey(words[2].encode() + b"\n", file, b"\4")
                own = [blob for n, blob in note.lines if blob[:4] == vkey_id(name, key, b"\4")]
                at[words[1]] = int.from_bytes(own[0][4:12], "big") if own else math.inf
                text = "cosignature/v1\ntime %s\n%s" % (at[words[1]], note.text)
                need(all(is_signed(key, text.encode(), blob[12:]) for blob in own), note.file,
                     "has a signature by %s that does not fit its text" % name)
            elif words[:1] == ["group"]:
                times = sorted(at[name] for name in words[3:])
                at[words[1]] = times[int({"any": 1, "all": len(times)}.get(words[2], words[2])) - 1]
            elif words[:1] == ["quorum"]: quorum = words[1]
        if 0 < at[quorum] < math.inf: said(note.file, "was seen at " + stamp(at[quorum]))
    need(at[quorum] < math.inf, note.file, "is not signed by as many witnesses as it needs")
def check_inputs(root, trail):
    for name in sorted(n for n in trail.inputs if not n.startswith("audit/")):
        path, digest = os.path.join(root, name), trail.inputs[name]
        need(os.path.isfile(path), name, "is missing")
        need(sha256(open(path, "rb").read()).hex() == digest, name, "was changed since the report")
def verify(args):
    files = read_folder(args.folder)
    origin, key = read_vkey(files["log.vkey"], "log.vkey")
    policy = open(args.policy).read() if args.policy else ""
    own = re.search(r"^log[ \t]+(\S+)", policy, re.M)  # the policy may name the key to trust
    own = open(args.key, "rb").read() if args.key else own and own[1].encode() + b"\n"
    known = {read_vkey(own, args.key or args.policy)[1] if own else key}
    kept = sorted((n for n in files if re.match(r"checkpoints/\d+$", n)), key=lambda n: (len(n), n))
    head = Checkpoint(files["checkpoint"], "checkpoint", origin)
    head.file = "checkpoint" if key in known else "log.vkey"  # which of the two to doubt
    head.signers([key], strict=False)
    trail = check_trail(files["trail.jsonl"], head)
    now = [k["who"] for k in trail.keys if "end" not in k]
    need((key, None) in now, "log.vkey", "holds a key that no entry names as in use")
    head.signers(trail.keys_of(head.size))
    check_report(files, trail, origin)
    check_others(files, trail, origin)
    notes = [Checkpoint(files[name], name, origin) for name in kept] + [head]
    for note in notes:
        ids, keys = [blob[:4] for _, blob in note.lines], set(trail.keys_of(note.size))
        if any(vkey_id(origin, k) in ids for k in known & keys): known |= keys  # it signed for them
    need(key in known, "log.vkey", "holds no key that the one you trust leads to")
    for name in args.old: check_older(name, open(name, "rb").read(), trail, origin)
    with reading(args.policy, "is no policy of the form c2sp.org/tlog-policy"):
        check_policy(policy, notes, args.policy)
    oldest = stamp(time.time() - 86400 * (int(args.max_age or 10**5) + 1))
    need(trail.at > oldest, "trail.jsonl", "is too old: its newest entry is of %s" % trail.at)
    if not args.no_inputs: check_inputs(args.root or os.path.join(args.folder, ".."), trail)
    print("intact: %d entries of %s, signed by\n%s" % (head.size, origin, ssh_text(key)))
parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
parser.add_argument("folder", nargs="?", default=os.path.dirname(os.path.abspath(__file__)),
                    help="the audit folder; the one of this file if not given")
for name, words in {"root": "where the inputs lie", "key": "a log.vkey to trust", "max-age": "days",
                    "policy": "whose signatures you ask for (c2sp.org/tlog-policy)"}.items():
    parser.add_argument("--" + name, help=words)
parser.add_argument("--no-inputs", action="store_true", help="look at the folder alone")
parser.add_argument("--old", action="append", default=[], help="a checkpoint that you kept")
try: verify(parser.parse_args())
except Wrong as wrong:
    sys.exit(print("FAILED %s: %s" % wrong.args) or 4)
