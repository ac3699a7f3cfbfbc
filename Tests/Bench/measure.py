#!/usr/bin/env python3
"""Measures the program against a floor on the same runbooks, one figure a line.

usage: measure.py DRILLBOOK FLOOR RUNBOOKS SNAPSHOTS TRAIL SCRATCH [RUNS]

Program and floor run in turn, so that both meet the same machine; the figures are medians. The
ratio says more than the seconds: it is compared with the floor of the same minutes.
"""

import os
import sqlite3
import statistics
import subprocess
import sys
import time


def run(command):
    """Wall seconds, user CPU seconds, peak memory in MiB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"measure.py: {command[0]} ended with {child.returncode}")
    return wall, usage.ru_utime, usage.ru_maxrss / 1024


def fresh(folder, run, make=False):
    """A folder of its own for each run: a file system is slow to reuse what was just deleted."""
    folder = f"{folder}-{run}"
    if make:
        os.mkdir(folder)
    return folder


def checks(database):
    """CPU seconds of each check on the evidence database of a site, the slowest first."""
    with sqlite3.connect(database) as catalog:
        catalog.execute("PRAGMA cache_size = -65536")
        catalog.execute("PRAGMA temp_store = MEMORY")
        times = []
        # What readers find has a rule and no view.
        rules = "SELECT id FROM rule JOIN sqlite_master ON name = id AND type = 'view'"
        for (name,) in catalog.execute(rules).fetchall():
            start = time.process_time()
            catalog.execute(f'SELECT * FROM "{name}"').fetchall()
            times.append((time.process_time() - start, name))
        return sorted(times, reverse=True)


def main():
    drillbook, floor, runbooks, snapshots, trail, scratch = sys.argv[1:7]
    runs = int(sys.argv[7]) if len(sys.argv) > 7 else 3
    site, pages = os.path.join(scratch, "site"), os.path.join(scratch, "pages")
    build = [drillbook, "build", "--content", runbooks, "--as-of", "2026-01-01", "--site"]
    paths = sorted(
        os.path.join(folder, name)
        for folder, _, names in os.walk(runbooks) for name in names if name.endswith(".md")
    )
    # Reading alone: what explain prints is small beside it.
    explain = [drillbook, "explain", "--format", "json"] + paths
    # A listing of a hundred thousand snapshots read, stored and judged, beside the parser of JSON
    # that Python has, in C, which only reads it.
    listing = next(
        os.path.join(folder, name) for folder, _, names in os.walk(snapshots)
        for name in names if name.endswith(".json")
    )
    check = [drillbook, "check", "--fail-on", "never", "--as-of", "2026-11-21T06:00:00Z"]
    parse = [sys.executable, "-c", "import json, sys; json.load(open(sys.argv[1]))", listing]
    verify = [drillbook, "verify", "--no-inputs", "--audit", trail]
    digest = ["sha256sum", os.path.join(trail, "trail.jsonl")]
    judged, parsed, verified, hashed = [], [], [], []
    builds, floors, reads = [], [], []
    for number in range(runs):
        floors.append(run([floor, runbooks, fresh(pages, number, make=True)]))
        builds.append(run(build + [fresh(site, number)]))
        reads.append(run(explain))
        judged.append(run(check + ["--content", snapshots]))
        parsed.append(run(parse))
        verified.append(run(verify))
        hashed.append(run(digest))
    asked = checks(os.path.join(fresh(site, 0), "evidence.sqlite"))
    # A process takes part of a millisecond to start; many in a row even that out.
    starts = [run([drillbook, "version"])[0] for _ in range(101)]

    def median(rows, column):
        return statistics.median(row[column] for row in rows)

    spread = max(row[0] for row in floors) / min(row[0] for row in floors) - 1
    figures = [
        ("runbooks", f"{len(paths)}"),
        ("build, wall", f"{median(builds, 0):.2f} s"),
        ("build, user CPU", f"{median(builds, 1):.2f} s"),
        ("build, peak memory", f"{median(builds, 2):.0f} MiB"),
        ("floor, wall", f"{median(floors, 0):.2f} s"),
        ("floor, user CPU", f"{median(floors, 1):.2f} s"),
        ("floor, spread", f"{spread:.0%}"),
        ("build to floor, wall", f"{median(builds, 0) / median(floors, 0):.2f}"),
        ("build to floor, user CPU", f"{median(builds, 1) / median(floors, 1):.2f}"),
        ("explain, wall", f"{median(reads, 0):.2f} s"),
        ("explain, user CPU", f"{median(reads, 1):.2f} s"),
        ("explain to floor, user CPU", f"{median(reads, 1) / median(floors, 1):.2f}"),
        ("all checks, per 1,000", f"{sum(row[0] for row in asked) * 1e6 / len(paths):.0f} ms"),
        (f"slowest, {asked[0][1]}", f"{asked[0][0] * 1e6 / len(paths):.0f} ms"),
        ("listing, size", f"{os.path.getsize(listing) / 2**20:.0f} MiB"),
        ("listing judged, wall", f"{median(judged, 0):.2f} s"),
        ("listing judged, memory", f"{median(judged, 2):.0f} MiB"),
        ("listing parsed by Python", f"{median(parsed, 0):.2f} s"),
        ("judged to parsed, user CPU", f"{median(judged, 1) / median(parsed, 1):.2f}"),
        ("trail verified, wall", f"{median(verified, 0):.2f} s"),
        ("trail verified, memory", f"{median(verified, 2):.0f} MiB"),
        ("trail, sha256sum", f"{median(hashed, 0):.2f} s"),
        ("start of the program", f"{statistics.median(starts) * 1000:.1f} ms"),
    ]
    for name, figure in figures:
        print(f"{name:<28}{figure}")


main()
