#!/usr/bin/env python3
"""Pushes a corpus and follows the feed: live records plus replay hold every seq once, same bytes.

usage: corpus.py WARRAQD FILE.jsonl[.gz] [COUNT]
A line is an object with `text` and, if known, `url`, `title`, `source`, `date`.
"""

import gzip
import json
import sys
import threading
import time

import zmq

from warraq import Daemon, Pusher, check_feed, main, replay_through


def articles(path, count):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == count:
                return
            row = json.loads(line)
            header = {key: row[key] for key in ("url", "title", "source") if row.get(key)}
            yield number, header, row["text"].encode()


class Follower(threading.Thread):
    """A subscriber that keeps all it gets until a heartbeat says that it has everything."""

    def __init__(self, endpoint):
        super().__init__(daemon=True)
        self.socket = zmq.Context.instance().socket(zmq.SUB)
        self.socket.rcvhwm = 0
        self.socket.linger = 0
        self.socket.subscribe(b"")
        self.socket.connect(endpoint)
        self.records = {}
        self.heartbeats = 0
        self.last = 0
        self.stopping = threading.Event()

    def run(self):
        while not self.stopping.is_set():
            if not self.socket.poll(200):
                continue
            topic, header, record = self.socket.recv_multipart()
            fields = json.loads(header)
            if topic == b"heartbeat":
                self.heartbeats += 1
                self.last = fields["seq"]
                continue
            assert fields["seq"] not in self.records, f"seq {fields['seq']} came twice"
            self.records[fields["seq"]] = (topic, header, record)


def run():
    binary, path = sys.argv[1], sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else None
    with Daemon(binary) as daemon:
        follower = Follower(daemon.endpoint("feed"))
        follower.start()
        pusher = Pusher(daemon.endpoint("acked"), window=64, patience=30)
        begun = time.monotonic()
        pushed, empty = 0, 0
        for number, header, body in articles(path, count):
            pushed += 1
            empty += not body.strip()
            pusher.put(b"%d" % number, json.dumps(header).encode(), body)
        pusher.finish()
        seconds = time.monotonic() - begun
        assert len(pusher.replies) == pushed
        outcomes = {}
        for verb, reply in pusher.replies.values():
            name = reply["outcome"] if verb == b"ACK" else reply["code"]
            outcomes[name] = outcomes.get(name, 0) + 1
        assert outcomes.get("empty", 0) == empty, f"{empty} empty texts, outcomes {outcomes}"
        records, end = replay_through(daemon.endpoint("replay"), pusher.last_sequence())
        check_feed(records)
        deadline = time.monotonic() + 30
        while follower.last < end["last"] and time.monotonic() < deadline:
            time.sleep(0.1)
        follower.stopping.set()
        follower.join()
        # The subscriber may have joined after the first records: replay has them.
        by_sequence = {seq: (topic, header, record) for seq, topic, header, record in records}
        for seq, message in follower.records.items():
            assert by_sequence[seq] == message, f"seq {seq} differs between feed and replay"
        missing = [seq for seq in by_sequence if seq not in follower.records]
        assert len(missing) < len(by_sequence), "nothing came over the feed"
        status, _ = daemon.stop()
        assert status == 0, f"exit {status}"
        print(
            f"{pushed} pushed, {outcomes}, {len(records)} records, {len(follower.records)} of them live, "
            f"{follower.heartbeats} heartbeats, {pushed / seconds:.0f} articles/s from Python"
        )


main(run)
