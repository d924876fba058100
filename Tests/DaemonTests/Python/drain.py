#!/usr/bin/env python3
"""SIGTERM under load: exit 0, nothing acked is missing afterwards.

usage: drain.py WARRAQD ROUNDS
"""

import json
import sys
import time

from warraq import Daemon, Pusher, check_feed, compose, main, replay_through


def run():
    binary, rounds = sys.argv[1], int(sys.argv[2])
    daemon = Daemon(binary)
    number, slowest = 0, 0.0
    acked = {}
    for _ in range(rounds):
        daemon.start()
        pusher = Pusher(daemon.endpoint("acked"), window=512, patience=60)
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            number += 1
            pusher.put(b"%d" % number, b"{}", compose(number))
        status, seconds = daemon.stop()
        assert status == 0, f"exit {status}:\n{daemon.tail()}"
        slowest = max(slowest, seconds)
        pusher.pump(200)
        for identifier, (verb, reply) in pusher.replies.items():
            assert verb == b"ACK"
            acked[reply["uri"]] = reply["seq"]
        pusher.socket.close()
    daemon.start()
    records, _ = replay_through(daemon.endpoint("replay"), max(acked.values()))
    check_feed(records)
    stored = {json.loads(header)["uri"]: seq for seq, _, header, _ in records}
    for uri, seq in acked.items():
        assert stored.get(uri) == seq, f"{uri} was acked and is missing"
    print(
        f"{rounds} drains, slowest {slowest:.2f} s, {len(acked)} acked, {len(stored)} stored"
    )
    daemon.stop()


main(run)
