#!/usr/bin/env python3
"""Runs the Python of the README as printed, but for its endpoints, against a daemon.

usage: readme.py WARRAQD README.md
"""

import pathlib
import re
import subprocess
import sys
import time

from warraq import Daemon, main


def run():
    binary, readme = sys.argv[1:3]
    text = pathlib.Path(readme).read_text(encoding="utf-8")
    blocks = dict(re.findall(r"<!-- tested: (\w+) -->\n```python\n(.*?)```", text, re.S))
    assert set(blocks) == {"push", "subscribe"}, f"README.md has the blocks {sorted(blocks)}"
    with Daemon(binary) as daemon:
        code = {
            name: block.replace("tcp://127.0.0.1:7801", daemon.endpoint("acked")).replace(
                "tcp://127.0.0.1:7810", daemon.endpoint("feed")
            )
            for name, block in blocks.items()
        }
        for name, block in code.items():
            assert "tcp://" not in block, f"the block {name} uses another endpoint"
        subscriber = subprocess.Popen(
            [sys.executable, "-u", "-c", code["subscribe"]], stdout=subprocess.PIPE, text=True
        )
        try:
            time.sleep(1.5)  # a subscription takes effect when the daemon has seen it
            pushed = subprocess.run(
                [sys.executable, "-c", code["push"]], capture_output=True, text=True, timeout=30
            )
            assert pushed.returncode == 0, pushed.stderr
            assert pushed.stdout.startswith("ACK "), pushed.stdout
            assert "'outcome': 'new'" in pushed.stdout, pushed.stdout
            line = subscriber.stdout.readline()
            assert line.startswith("article/new/ar/example.org 1 "), line
        finally:
            subscriber.kill()
    print("pushed and received as printed")


main(run)
