#!/usr/bin/env python3
"""Pushes a text, then so many others that it leaves the window, then copies of it: they are copies still,
after a clean stop, after a kill, and with what was on disk of it damaged or gone.

usage: tail.py WARRAQD
"""

import json
import pathlib
import sys

from warraq import Daemon, Pusher, body_uri, compose, main, replay_through

SETTINGS = """days = 60
idDays = 60
[dedup]
windowDocuments = 1000
tailDays = 90
"""


def copy_of(daemon, number, body, name):
    """The relation of a copy that is pushed now, `None` if it is new."""
    pusher = Pusher(daemon.endpoint("acked"))
    pusher.put(name, b"", body)
    pusher.finish()
    _, reply = pusher.replies[name]
    records, _ = replay_through(daemon.endpoint("replay"), reply["seq"])
    record = next(json.loads(r) for seq, _, _, r in records if seq == reply["seq"])
    relations = record["enrichment"]["relations"]
    assert reply["outcome"] == ("duplicate" if relations else "new"), reply
    return (relations[0]["to"], relations[0]["type"]) if relations else None


def tail_files(daemon):
    (folder,) = (daemon.directory / "store").glob("tail-*")
    return list(pathlib.Path(folder).iterdir())


def run():
    body = compose(0)
    edited = body.replace("الوزير".encode(), "المسؤول".encode(), 1)
    first = body_uri(body)
    with Daemon(sys.argv[1], settings=SETTINGS) as daemon:
        pusher = Pusher(daemon.endpoint("acked"))
        for number in range(1200):
            pusher.put(b"%d" % number, b"", compose(number))
        pusher.finish()
        assert copy_of(daemon, 0, body + b"\n", b"a") == (first, "exactCopyOf")
        assert copy_of(daemon, 0, edited, b"b") == (first, "nearDuplicateOf")
        status, _ = daemon.stop()
        assert status == 0, status
        daemon.start()
        assert copy_of(daemon, 0, body + b"\n\n", b"c") == (first, "exactCopyOf")
        daemon.kill()
        daemon.start()
        assert copy_of(daemon, 0, edited + b"\n", b"d") == (first, "nearDuplicateOf")
        daemon.kill()
        for path in tail_files(daemon):
            path.write_bytes(b"damaged")
        daemon.start()
        assert copy_of(daemon, 0, body + b" ", b"e") == (first, "exactCopyOf")
    print("copies of what left the window are found across restarts")


main(run)
