#!/usr/bin/env python3
"""Writes runbooks to measure with.

usage: make_runbooks.py COUNT FOLDER

The same count gives the same bytes. A runbook is about 8 kB: objectives as a table or bullets,
scenarios, numbered steps, commands, links to its neighbours, words that occur nowhere else.
"""

import os
import random
import sys

TEAMS = ["billing", "catalogue", "delivery", "identity", "media", "payments", "search", "storage"]
PARTS = [
    ("PostgreSQL", "pg_restore --jobs=4 --dbname={name} /backup/{name}-{code}.dump"),
    ("Redis", "redis-cli -h {name}-{code}.example.com --rdb /backup/{code}.rdb"),
    ("object storage", "restic restore latest --host {name} --target /restore/{code}"),
    ("message queue", "rabbitmqctl import_definitions /backup/{name}-{code}.json"),
    ("cluster state", "velero restore create {name}-{code} --from-backup {name}-nightly"),
    ("search index", "curl -XPOST localhost:9200/_snapshot/{name}/{code}/_restore"),
]
OPENINGS = [
    "This page is for whoever is on call when {name} stops answering.",
    "Read it once when nothing is broken; {name} will not wait while you do.",
    "The team of {team} keeps these steps, and walks through them every quarter.",
    "{name} is small, but four other services cannot work without it.",
]
SENTENCES = [
    "Ask in the channel of the incident who else is changing {name}, and wait for an answer.",
    "A copy that nobody has opened is a hope, so look at the newest record before going on.",
    "The clock runs from the moment of the failure and not from the first page.",
    "If the figures on the board of {team} do not move within ten minutes, go back one step.",
    "Keep the broken volume: the review will want to see what {word} left on it.",
    "The standby takes reads at once, but writes only after it has been promoted.",
    "Nobody needs to be heroic here; the second person on call is there to be woken.",
    "Replicas copy a mistake as faithfully as they copy everything else.",
    "Write the time of every step into the log, since memory is kinder than the minutes were.",
    "The name {word} appears in the error text when the lock of the last run is still there.",
    "Traffic comes back slowly; a cold cache makes the first quarter of an hour look worse.",
    "Credentials for the restore lie in the vault under {team}, never beside the copies.",
]
TITLES = [
    "Loss of the database", "Loss of a zone", "A bad deployment", "Deleted records",
    "Expired certificate", "Full volume", "Slow replica", "Lost credentials",
]
SYLLABLES = ["ba", "ce", "do", "fi", "gu", "ka", "le", "mo", "nu", "pa", "ri", "so", "tu", "ve"]


def word(dice):
    return "".join(dice.choice(SYLLABLES) for _ in range(dice.randint(3, 5)))


def objectives(dice):
    rows = [(part, dice.choice([1, 2, 4, 8]), dice.choice([5, 15, 60, 240])) for part, _ in PARTS]
    rows = dice.sample(rows, 3)
    if dice.random() < 0.5:
        lines = ["| Component | RTO | RPO | Priority |", "|---|---|---|---|"]
        lines += [f"| {part} | {rto} h | {rpo} min | P{1 + at} |"
                  for at, (part, rto, rpo) in enumerate(rows)]
        return lines
    lines = []
    for part, rto, rpo in rows:
        lines += [f"- **{part}**", f"  - RTO: {rto} hours", f"  - RPO: {rpo} minutes"]
    return lines


def paragraph(dice, facts, count):
    return " ".join(s.format(word=word(dice), **facts) for s in dice.sample(SENTENCES, count))


def scenario(dice, title, facts):
    code = f"{dice.randrange(16 ** 6):06x}"
    part, command = dice.choice(PARTS)
    lines = [f"### {title}", "", f"**Time to recovery**: ~{dice.choice([20, 45, 90, 180])} minutes",
             "", paragraph(dice, facts, 3), ""]
    for step in range(1, dice.randint(4, 6)):
        lines.append(f"{step}. {paragraph(dice, facts, 1)}")
    lines += ["", "```bash", f"# {part}: the newest copy first",
              command.format(code=code, **facts),
              f"kubectl -n {facts['team']} rollout status deploy/{facts['name']} --timeout=5m",
              "```", "", f"The log then says `E{dice.randrange(10000):04d} {word(dice)}: done`.", ""]
    return lines


def document(number, count):
    """Every twentieth document is a plan that states objectives; the others are runbooks."""
    dice = random.Random(number)
    facts = {"team": TEAMS[number % len(TEAMS)], "name": f"{word(dice)}-{number}"}
    month = 1 + number % 12
    lines = [f"# Recovery of {facts['name']}", "",
             f"**Owner**: team {facts['team']}  ", f"**Last review**: 2026-{month:02d}-15", "",
             dice.choice(OPENINGS).format(**facts), ""]
    lines += plan(dice, facts) if number % 20 == 0 else runbook(dice, facts)
    lines += ["## See also", ""]
    for other in sorted({(number * 7 + step * 13 + 1) % count for step in range(3)}):
        lines.append(f"- [The neighbour]({path(other, number)})")
    return "\n".join(lines) + "\n"


def runbook(dice, facts):
    lines = ["## Before you start", "", paragraph(dice, facts, 3), ""]
    for part in dice.sample(TITLES, len(TITLES)):
        lines += scenario(dice, f"When it is this: {part.lower()}", facts)
    return lines


def plan(dice, facts):
    lines = ["## Objectives", ""] + objectives(dice)
    lines += ["", "## Copies", "", paragraph(dice, facts, 2), "",
              f"- Full copy every {dice.choice([6, 12, 24])} hours, kept for 30 days",
              f"- Log every {dice.choice([5, 15, 60])} minutes, kept for 7 days", "",
              "## Scenarios", ""]
    for title in dice.sample(TITLES, len(TITLES)):
        lines += scenario(dice, title, facts)
    return lines + ["## Drills", "", "- Restore into a scratch host: monthly",
                    "- Walk through with the team: quarterly", ""]


def folder(number):
    return f"{TEAMS[number % len(TEAMS)]}/{number // 200:03d}"


def path(number, seen_from=None):
    name = f"runbook-{number:05d}.md"
    if seen_from is None:
        return f"{folder(number)}/{name}"
    return os.path.relpath(f"{folder(number)}/{name}", folder(seen_from))


def main():
    count, target = int(sys.argv[1]), sys.argv[2]
    for number in range(count):
        place = os.path.join(target, path(number))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            file.write(document(number, count))


main()
