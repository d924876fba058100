#!/usr/bin/env python3
"""A name that two articles introduce by an office is found without one; a restart keeps it.

usage: names.py WARRAQD
"""

import json
import sys

from warraq import Daemon, Pusher, compose, main, replay_through

# No list of names has it.
NAME = "قلبوش مرجدي"
INTRODUCED = f"وقال رئيس الجمعية {NAME} إن الحفل ناجح."
ALONE = f"ثم غادر {NAME} القاعة."


def names(daemon, number, line):
    """The people in the record of an article of its own that ends with a line."""
    pusher = Pusher(daemon.endpoint("acked"))
    identifier = b"%d" % number
    # A site of its own: a line that pages of one site share is its furniture.
    header = {"url": f"https://nibras{number}.example/1"}
    pusher.put(identifier, json.dumps(header).encode(), compose(number) + b"\n" + line.encode())
    pusher.finish()
    _, reply = pusher.replies[identifier]
    assert reply["outcome"] == "new", reply
    records, _ = replay_through(daemon.endpoint("replay"), reply["seq"])
    record = next(json.loads(r) for seq, _, _, r in records if seq == reply["seq"])
    return [person["name"] for person in record["enrichment"]["people"]]


def run():
    with Daemon(sys.argv[1]) as daemon:
        lines = [ALONE, INTRODUCED, ALONE, INTRODUCED, ALONE]
        found = [NAME in names(daemon, number, line) for number, line in enumerate(lines, 1)]
        assert found == [False, True, False, True, True], found
        daemon.kill()
        daemon.start()
        assert NAME in names(daemon, 6, ALONE), "a restart forgot the name"
    print("learned by two articles, kept by a restart")


main(run)
