#!/usr/bin/env python3
"""Malformed and hostile messages from several peers, while good clients are served.

usage: hostile.py WARRAQD MESSAGES [SEED]
Ends with 0 if the daemon lives, its memory stays within its budget, every good article is acked, and
every PUT that is refused has its answer or its dead letter.
"""

import json
import os
import random
import sys
import time

import zmq

from warraq import Daemon, Pusher, check_feed, compose, main, replay_through

BUDGET = 1 << 30


def junk(chance):
    """Bytes nobody should send."""
    kind = chance.randrange(8)
    if kind == 0:
        return b""
    if kind == 1:
        return b"\0" * chance.randrange(1, 5000)
    if kind == 2:
        return chance.randbytes(chance.randrange(1, 20000))
    if kind == 3:
        return b"\x7fELF" + chance.randbytes(4000)
    if kind == 4:
        return b"{" * chance.randrange(1, 5000)
    if kind == 5:
        return b'{"content": ' + chance.choice([b"1}", b'"x', b"null}", b'"\\ud800"}', b"[]}"])
    if kind == 6:
        return b"<div>" * chance.randrange(1, 3000)
    return "خبر ".encode() * chance.randrange(0, 500)


def frames(chance):
    """A message for the acked socket that is wrong in some way, or right by accident."""
    kind = chance.randrange(9)
    if kind == 0:
        return [junk(chance) for _ in range(chance.randrange(1, 12))]
    if kind == 1:
        return [b"WRQ1"] + [junk(chance) for _ in range(chance.randrange(0, 8))]
    if kind == 2:
        return [b"WRQ1", b"PUT", b"", b"{}", junk(chance)]
    if kind == 3:
        return [b"WRQ1", b"PUT", b"i" * 65, b"{}", junk(chance)]
    if kind == 4:
        return [b"WRQ1", b"PUT", b"h%d" % chance.randrange(10**9), junk(chance), b"x"]
    if kind == 5:
        return [b"WRQ1", b"PUT", b"b%d" % chance.randrange(10**9), b"{}", junk(chance)]
    if kind == 6:
        return [b"WRQ1", chance.choice([b"GET", b"REPORT", b"DELETE", b"put", b"PONG"]), junk(chance)]
    if kind == 7:
        return [b"", b"WRQ1", b"PUT", b"d%d" % chance.randrange(10**9), b'{"url": 7}', b"text"]
    return [b"WRQ1", b"PUT", b"u%d" % chance.randrange(10**9), b'{"url":"http://[::1"}', junk(chance)]


def run():
    binary, messages = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else int(time.time())
    chance = random.Random(seed)
    print(f"seed {seed}")
    context = zmq.Context.instance()
    with Daemon(binary) as daemon:
        good = Pusher(daemon.endpoint("acked"), window=32, patience=30)
        dealer = context.socket(zmq.DEALER)
        push = context.socket(zmq.PUSH)
        publisher = context.socket(zmq.PUB)
        replayer = context.socket(zmq.DEALER)
        deaf = context.socket(zmq.DEALER)
        for socket, name in [
            (dealer, "acked"), (push, "pull"), (publisher, "subscribe"), (replayer, "replay"), (deaf, "acked"),
        ]:
            socket.linger = 0
            socket.sndtimeo = 30000
            socket.connect(daemon.endpoint(name))
        expected, answered, highest = set(), set(), 0
        for number in range(messages):
            message = frames(chance)
            where = chance.randrange(10)
            if where < 5:
                # A PUT with a usable id must be answered.
                usable = message[1:] if message[0] == b"" else message
                if len(usable) == 5 and usable[:2] == [b"WRQ1", b"PUT"] and 1 <= len(usable[2]) <= 64:
                    expected.add(usable[2])
                dealer.send_multipart(message)
            elif where == 5:
                push.send_multipart(message[: chance.randrange(1, len(message) + 1)])
            elif where == 6:
                publisher.send_multipart(message)
            elif where == 7:
                replayer.send_multipart(message)
            elif where == 8:
                deaf.send_multipart(message)
            else:
                push.send(junk(chance))
            while dealer.poll(0):
                take(dealer.recv_multipart(), answered)
            while replayer.poll(0):
                replayer.recv_multipart()
            if number % 100 == 0:
                good.put(b"good-%d" % number, b"{}", compose(number))
            if number % 1000 == 0:
                highest = max(highest, daemon.resident_bytes())
        for size in (5 << 20, 16 << 20):
            identifier = b"large-%d" % size
            expected.add(identifier)
            dealer.send_multipart([b"WRQ1", b"PUT", identifier, b"{}", os.urandom(1 << 20) * (size >> 20)])
        huge = context.socket(zmq.DEALER)
        huge.linger = 0
        huge.connect(daemon.endpoint("acked"))
        huge.send_multipart([b"WRQ1", b"PUT", b"huge", b"{}", b"\0" * (100 << 20)])
        assert not huge.poll(3000), "a body of 100 MB was answered"
        huge.close()
        deadline = time.monotonic() + 120
        while expected - answered and time.monotonic() < deadline:
            if dealer.poll(200):
                take(dealer.recv_multipart(), answered)
        missing = expected - answered
        assert not missing, f"{len(missing)} of {len(expected)} PUTs without an answer, as {list(missing)[:3]}"
        good.finish()
        for identifier, (verb, reply) in good.replies.items():
            assert verb == b"ACK", f"good article {identifier} was answered {reply}"
        highest = max(highest, daemon.resident_bytes())
        assert highest < BUDGET, f"resident memory reached {highest >> 20} MiB"
        assert daemon.process.poll() is None, "the daemon ended"
        records, _ = replay_through(daemon.endpoint("replay"), good.last_sequence())
        check_feed(records)
        status, _ = daemon.stop()
        assert status == 0, f"exit {status}"
        print(
            f"{messages} messages, {len(expected)} refusable PUTs answered, {len(good.replies)} good articles "
            f"acked, {len(records)} records, at most {highest >> 20} MiB resident"
        )


def take(message, answered):
    body = message[1:] if message[0] == b"" else message
    if len(body) > 2 and body[1] in (b"ACK", b"NAK"):
        answered.add(body[2])


main(run)
