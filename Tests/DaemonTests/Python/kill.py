#!/usr/bin/env python3
"""Kills warraqd at random moments under load; a client resends until acked.

usage: kill.py WARRAQD KILLS [ARTICLES_A_LIFE]
Ends with 0 if no acked article is lost, none is stored twice and the feed has no gap.
"""

import json
import random
import sys
import time

from warraq import Daemon, Pusher, check_feed, compose, main, replay_through


def run():
    binary, kills = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int(time.time())
    chance = random.Random(seed)
    print(f"seed {seed}")
    daemon = Daemon(binary)
    daemon.start()
    pusher = Pusher(daemon.endpoint("acked"), window=128, patience=1.0)
    number = 0
    for life in range(kills):
        until = time.monotonic() + chance.uniform(0.02, 0.8)
        while time.monotonic() < until:
            number += 1
            pusher.put(b"%d" % number, b"{}", compose(number))
        daemon.kill()
        daemon.start(wait=False)
    daemon.wait_ready()
    pusher.finish()
    records, end = replay_through(daemon.endpoint("replay"), pusher.last_sequence())
    check_feed(records)
    stored = {}
    for seq, _, header, _ in records:
        uri = json.loads(header)["uri"]
        assert uri not in stored, f"{uri} stored as {stored[uri]} and {seq}"
        stored[uri] = seq
    assert len(pusher.replies) == number
    for identifier, (verb, reply) in pusher.replies.items():
        assert verb == b"ACK", f"{identifier} was answered {verb} {reply}"
        assert stored.get(reply["uri"]) == reply["seq"], (
            f"{identifier} acked as {reply}, stored as {stored.get(reply['uri'])} of {len(records)}"
        )
    assert len(stored) == number, f"{number} articles acked, {len(stored)} stored"
    print(
        f"{kills} kills, {number} articles acked, {pusher.repeated} answers repeated, "
        f"{len(records)} records without gap"
    )
    status, seconds = daemon.stop()
    assert status == 0, f"exit {status}"


main(run)
