#!/usr/bin/env python3
"""Writes an audit folder with many entries, signed by the published key of the sample.

usage: make_trail.py COUNT FOLDER

Five hundred inputs; each run changes nine of them and makes a report, as years of merges would.
"""

import base64
import hashlib
import json
import os
import struct
import subprocess
import sys
import tempfile

ORIGIN, NAMESPACE = "drillbook.example/sample", b"dr-audit-report"
PHRASE = b"drillbook sample key: published, proves nothing"


def sha256(data):
    return hashlib.sha256(data).digest()


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def string(data):
    return struct.pack(">I", len(data)) + data


class Key:
    """The key of the sample; openssl signs with it."""

    def __init__(self):
        head = bytes.fromhex("302e020100300506032b657004220420")
        self.file = tempfile.NamedTemporaryFile(suffix=".der")
        self.file.write(head + sha256(PHRASE))
        self.file.flush()
        self.public = self.openssl("pkey", "-in", self.file.name, "-pubout", "-outform", "DER")[-32:]
        self.ssh = string(b"ssh-ed25519") + string(self.public)

    @staticmethod
    def openssl(*arguments):
        return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout

    def sign(self, message):
        with tempfile.NamedTemporaryFile() as file:
            file.write(message)
            file.flush()
            return self.openssl("pkeyutl", "-sign", "-rawin", "-inkey", self.file.name,
                                "-keyform", "DER", "-in", file.name)


class Tree:
    """The roots of complete subtrees, the largest first, with their sizes."""

    def __init__(self):
        self.peaks = []

    def add(self, leaf):
        size, root = 1, sha256(b"\0" + leaf)
        while self.peaks and self.peaks[-1][0] == size:
            size, root = size * 2, sha256(b"\1" + self.peaks.pop()[1] + root)
        self.peaks.append((size, root))

    def root(self):
        if not self.peaks:
            return sha256(b"")
        root = self.peaks[-1][1]
        for _, peak in reversed(self.peaks[:-1]):
            root = sha256(b"\1" + peak + root)
        return root


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder)
    key, tree, lines, inputs, at = Key(), Tree(), [], {}, "2026-11-21T06:00:00Z"
    before = None

    def add(kind, **fields):
        lines.append(canonical({"at": at, "kind": kind, "seq": len(lines), "v": 1, **fields}))
        tree.add(lines[-1])

    ssh = "ssh-ed25519 " + base64.b64encode(key.ssh).decode()
    state = {"origin": ORIGIN, "size": 0, "root": tree.root().hex()}
    add("key", action="add", ssh=ssh)
    while len(lines) < count:
        while len(lines) < count - 1 and len(lines) % 10 != 9:
            name = "content/plans/%03d.md" % (len(lines) * 7 % 500)
            digest = sha256(b"%d" % len(lines)).hex()
            add("evidence", action="changed" if name in inputs else "added", path=name,
                sha256=digest)
            inputs[name] = digest
        before = state
        report = b"" if len(lines) < count - 1 else canonical({
            "_type": "https://in-toto.io/Statement/v1",
            "predicate": {"result": "PASSED", "trail": before},
            "predicateType": "urn:drillbook:audit-report:v1",
            "subject": [{"name": n, "digest": {"sha256": inputs[n]}} for n in sorted(inputs)],
        })
        add("report", result="PASSED", root=tree.root().hex(), sha256=sha256(report).hex(),
            size=len(lines), state=sha256(b"state").hex())
        state = {"origin": ORIGIN, "size": len(lines), "root": tree.root().hex()}
    write(folder, key, lines, tree, report, ssh)


def write(folder, key, lines, tree, report, ssh):
    text = "%s\n%d\n%s\n" % (ORIGIN, len(lines), base64.b64encode(tree.root()).decode())
    typed = b"\1" + key.public
    identity = sha256(ORIGIN.encode() + b"\n" + typed)[:4]
    line = base64.b64encode(identity + key.sign(text.encode())).decode()
    use = string(NAMESPACE) + string(b"") + string(b"sha512")
    signature = key.sign(b"SSHSIG" + use + string(hashlib.sha512(report).digest()))
    blob = b"SSHSIG\0\0\0\1" + string(key.ssh) + use
    blob = base64.b64encode(blob + string(string(b"ssh-ed25519") + string(signature)))
    files = {
        "trail.jsonl": b"\n".join(lines) + b"\n",
        "checkpoint": f"{text}\n— {ORIGIN} {line}\n".encode(),
        "log.vkey": f"{ORIGIN}+{identity.hex()}+{base64.b64encode(typed).decode()}\n".encode(),
        "report.json": report,
        "report.json.sig": b"-----BEGIN SSH SIGNATURE-----\n"
        + b"".join(blob[i:i + 70] + b"\n" for i in range(0, len(blob), 70))
        + b"-----END SSH SIGNATURE-----\n",
        "allowed_signers": b'audit@drillbook.example namespaces="%s",valid-after="20261121060000Z"'
        b" %s\n" % (NAMESPACE, ssh.encode()),
    }
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()
