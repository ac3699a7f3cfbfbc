#!/usr/bin/env python3
"""Writes a listing of restic with many snapshots, and a plan and a configuration that use it.

usage: make_snapshots.py COUNT FOLDER

Ten hosts, a snapshot every few seconds, 750 bytes each: 75 MB for a hundred thousand.
"""

import datetime
import hashlib
import json
import os
import sys


def main():
    count, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(os.path.join(folder, "inventories"))
    end = datetime.datetime(2026, 11, 21, 4, 59, tzinfo=datetime.timezone.utc)
    name = os.path.join(folder, "inventories", "restic.snapshots.vault.20261121T0500Z.json")
    with open(name, "w") as file:
        for number in range(count):
            begun = end - datetime.timedelta(seconds=20 * (count - number))
            digest = hashlib.sha256(str(number).encode()).hexdigest()
            tree = hashlib.sha256(digest.encode()).hexdigest()
            record = {
                "time": begun.strftime("%Y-%m-%dT%H:%M:%S.123456789+00:00"),
                "parent": tree, "tree": digest, "paths": ["/srv/media", "/etc"],
                "hostname": f"media{number % 10:02}", "username": "root", "uid": 0, "gid": 0,
                "excludes": ["*.tmp", "*.cache"], "tags": ["media", "nightly"],
                "program_version": "restic 0.17.3",
                "summary": {
                    "backup_start": begun.strftime("%Y-%m-%dT%H:%M:%S.123456789+00:00"),
                    "backup_end": (begun + datetime.timedelta(seconds=15)).strftime(
                        "%Y-%m-%dT%H:%M:%S.987654321+00:00"),
                    "files_new": 12, "files_changed": 3, "files_unmodified": 88120, "dirs_new": 0,
                    "dirs_changed": 4, "dirs_unmodified": 9210, "data_blobs": 41, "tree_blobs": 5,
                    "data_added": 4812001, "data_added_packed": 2210044,
                    "total_files_processed": 88135, "total_bytes_processed": 97711002311,
                },
                "id": tree[:32] + digest[:32], "short_id": tree[:8],
            }
            file.write(("[" if number == 0 else ",") + json.dumps(record, separators=(",", ":")))
        file.write("]\n")
    with open(os.path.join(folder, "plan.md"), "w") as file:
        file.write("# Media plan\n\n- **RPO**: 15 minutes\n")
    with open(os.path.join(folder, "drillbook.yaml"), "w") as file:
        file.write("systems: {media: {documents: [plan.md], components: {files: {names: [plan]}}}}\n")
        file.write("inventories:\n  - files: inventories/*\n    assets:\n")
        for number in range(10):
            file.write(f'      "media{number:02}:/etc,/srv/media": media/files\n')


main()
