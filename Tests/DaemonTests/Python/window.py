#!/usr/bin/env python3
"""Pushes many windows of composed articles: once the window is full, memory grows by what stories are
remembered by alone, which are kept for a week, and beyond 150,000 of them no more.

usage: window.py WARRAQD WARRAQ [DOCUMENTS [WINDOWS]]
The window is of 20000 documents, and four of them are pushed, if not given. Needs the news that
`warraq eval compose` draws from.
"""

import json
import subprocess
import sys

from warraq import Daemon, Pusher, main


def anonymous_bytes(daemon):
    for line in open(f"/proc/{daemon.process.pid}/status"):
        if line.startswith("RssAnon:"):
            return int(line.split()[1]) * 1024
    return 0


def run():
    binary, command = sys.argv[1:3]
    window = int(sys.argv[3]) if len(sys.argv) > 3 else 20000
    windows = int(sys.argv[4]) if len(sys.argv) > 4 else 4
    settings = f"\n[dedup]\nwindowDocuments = {window}\n"
    composing = subprocess.Popen(
        [command, "eval", "compose", "--count", str(windows * window)], stdout=subprocess.PIPE
    )
    with Daemon(binary, settings=settings) as daemon:
        pusher = Pusher(daemon.endpoint("acked"), window=256)
        held = []
        for number, line in enumerate(composing.stdout, 1):
            pusher.put(b"%d" % number, b"", json.loads(line)["text"].encode())
            pusher.replies.clear()
            if number % window == 0:
                pusher.finish()
                held.append(anonymous_bytes(daemon))
                print(f"{number} articles: {held[-1] >> 20} MiB anonymous", flush=True)
        assert len(held) == windows, held
        # A story and its record: 2 KB and 0.5 KB; and a tenth for what malloc keeps.
        growth = held[-1] - held[1]
        stories = min(150_000, (windows - 2) * window) * 2048 + (windows - 2) * window * 512
        assert growth < 1.1 * stories + 0.1 * held[1], (held, stories)


main(run)
