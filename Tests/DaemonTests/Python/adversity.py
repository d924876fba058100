#!/usr/bin/env python3
"""Bad circumstances: floods nobody reads, damage while running, a rival, a full disk.

usage: adversity.py WARRAQD
Ends with 0 if honest peers are served throughout, nothing that was acked is lost silently, and what the
daemon says of itself adds up. The full disk needs the right to mount, and is left out without it.
"""

import json
import os
import resource
import sqlite3
import subprocess
import sys
import time

import zmq

from warraq import Daemon, Pusher, check_feed, compose, main, replay, replay_through

CONTEXT = zmq.Context.instance()


def push(daemon, numbers, prefix=b"a"):
    pusher = Pusher(daemon.endpoint("acked"), patience=30)
    for number in numbers:
        pusher.put(b"%s-%d" % (prefix, number), b"{}", compose(number))
    pusher.finish()
    pusher.socket.close()
    return pusher.last_sequence()


def status(daemon):
    socket = CONTEXT.socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(f"ipc://{daemon.directory}/store/control.sock")
    socket.send_multipart([b"CTL1", b"status", b"{}"])
    assert socket.poll(20000), "status is not answered"
    reply = json.loads(socket.recv_multipart()[2])
    socket.close()
    return reply


def check_sum(daemon):
    """received = rejected + repeated + new + update + duplicate + in flight, once it is quiet."""
    deadline = time.monotonic() + 20
    while True:
        said = status(daemon)
        counters = said["sinceStart"]
        parts = sum(counters[key] for key in ("rejected", "repeated", "new", "update", "duplicate"))
        if said["underWay"]["articles"] == 0 and counters["received"] == parts:
            return
        assert time.monotonic() < deadline, f"the counters do not add up: {said}"
        time.sleep(0.05)


def unread_replays(daemon):
    """Peers that ask for everything again and again and read nothing."""
    last = push(daemon, range(400))
    replay_through(daemon.endpoint("replay"), last)
    deaf = []
    for _ in range(30):
        socket = CONTEXT.socket(zmq.DEALER)
        socket.linger, socket.rcvhwm = 0, 1
        socket.setsockopt(zmq.RCVBUF, 4096)
        socket.connect(daemon.endpoint("replay"))
        deaf.append(socket)
    for _ in range(20):
        for socket in deaf:
            try:
                socket.send_multipart([b"WRQ1", b"GET", b"{}"], zmq.DONTWAIT)
            except zmq.Again:
                pass
    records, _ = replay(daemon.endpoint("replay"))
    check_feed(records)
    push(daemon, range(400, 420))
    for socket in deaf:
        socket.close()
    check_sum(daemon)


def too_many_items(daemon):
    """A feed beyond the limit is refused whole and kept: no item goes missing unseen."""
    items = "".join(f"<item><title>خبر رقم {n}</title></item>" for n in range(5001))
    feed = f"<rss><channel>{items}</channel></rss>".encode()
    socket = CONTEXT.socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(daemon.endpoint("acked"))
    socket.send_multipart([b"WRQ1", b"PUT", b"many", b"", feed])
    assert socket.poll(60000), "a feed of 5,001 items is not answered"
    reply = json.loads(socket.recv_multipart()[3])
    socket.close()
    assert reply["code"] == "tooLarge" and reply["deadLetter"], reply


def rival(daemon):
    """A second daemon at the same ipc endpoints must not take them over."""
    environment = dict(os.environ, WARRAQ_STORE_DIRECTORY=f"{daemon.directory}/other")
    result = subprocess.run(
        [daemon.binary, "--config", f"{daemon.directory}/warraqd.toml"],
        env=environment, capture_output=True, timeout=60)
    assert result.returncode == 71, f"a rival ended with {result.returncode}"
    assert b"Address already in use" in result.stderr, result.stderr
    push(daemon, range(500, 520))


def few_files(daemon):
    """Too few descriptors are told at start: libzmq would abort when they run out."""
    result = subprocess.run(
        [daemon.binary, "--config", f"{daemon.directory}/warraqd.toml"], capture_output=True, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (100, 100)))
    assert result.returncode == 71 and b"at most 100 files" in result.stderr, result


def damage(daemon):
    """Damage met while running ends the process, and the next start serves what can be read."""
    last = push(daemon, range(1000, 1300))
    before, _ = replay_through(daemon.endpoint("replay"), last)
    assert daemon.stop()[0] == 0
    daemon.start()
    journal = daemon.directory / "store/journal.sqlite"
    with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as reader:
        (size,) = reader.execute("PRAGMA page_size").fetchone()
        (page,) = reader.execute("SELECT rootpage FROM sqlite_master WHERE name = 'recordURI'").fetchone()
    with open(journal, "r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\x5a" * size)
    pusher = Pusher(daemon.endpoint("acked"), patience=30)
    pusher.send(b"after", b"{}", compose(5000))
    assert daemon.process.wait(60) == 71, f"ended with {daemon.process.returncode}"
    assert "Cannot go on" in daemon.log.read_text(), daemon.tail()
    daemon.start()
    pusher.connect()
    pusher.send(b"after", b"{}", compose(5000))
    pusher.finish()
    assert "Journal was damaged" in daemon.log.read_text(), daemon.tail()
    records, _ = replay_through(daemon.endpoint("replay"), pusher.last_sequence())
    kept = {record[0] for record in records}
    assert len(kept) == len(records) and len(kept) > len(before), f"{len(kept)} of {len(before)}"


def full_disk(binary):
    """A full disk refuses for now, loses nothing that was pushed, and mends by itself."""
    with Daemon(binary) as daemon:
        daemon.stop()
        store = str(daemon.directory / "store")
        mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "warraq", store]
        if subprocess.run(mount, capture_output=True).returncode != 0:
            return "full disk left out"
        try:
            daemon.start()
            pull = CONTEXT.socket(zmq.PUSH)
            pull.linger = 0
            pull.connect(daemon.endpoint("pull"))
            pusher = Pusher(daemon.endpoint("acked"), window=8, patience=30)
            refusals = 0
            take = pusher.take

            def counting(frames):
                nonlocal refusals
                refusals += frames[1] == b"NAK"
                take(frames)

            pusher.take = counting
            number, pulled = 0, []
            deadline = time.monotonic() + 60
            while refusals < 5 and time.monotonic() < deadline:
                if len(pusher.waiting) < 8:
                    pusher.send(b"f-%d" % number, b"{}", compose(20000 + number) * 20)
                    if number % 5 == 0:
                        pulled.append(compose(40000 + number))
                        pull.send(pulled[-1])
                    number += 1
                pusher.pump(20)
            assert refusals >= 5, "the disk is not full"
            assert daemon.process.poll() is None, "a full disk ended the daemon"
            subprocess.run(["mount", "-o", "remount,size=256m", store], check=True)
            pusher.patience = 1
            pusher.finish()
            deadline = time.monotonic() + 60
            while status(daemon)["sinceStart"]["new"] < number + len(pulled):
                assert time.monotonic() < deadline, f"pushed articles are missing: {status(daemon)}"
                time.sleep(0.1)
            check_sum(daemon)
            assert daemon.stop()[0] == 0
            pull.close()
        finally:
            if daemon.process.poll() is None:
                daemon.kill()
            subprocess.run(["umount", "-l", store])
    return f"full disk refused {refusals} times"


def run():
    binary = sys.argv[1]
    with Daemon(binary) as daemon:
        unread_replays(daemon)
        too_many_items(daemon)
        rival(daemon)
        few_files(daemon)
        damage(daemon)
        assert daemon.stop()[0] == 0
    print(full_disk(binary))


main(run)
