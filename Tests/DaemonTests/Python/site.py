#!/usr/bin/env python3
"""Pages of one site teach a line and its name; a restart keeps both, `forget` ends it.

usage: site.py WARRAQD WARRAQ
"""

import json
import subprocess
import sys

from warraq import Daemon, Pusher, compose, main, replay_through

FURNITURE = "تابعوا كل جديد النبراس على مدار الساعة"
HOST = "nibras.example"


def push(daemon, number):
    """The record of a page of its own on the site, and the answer's outcome."""
    headline = f"الوزير يزور المدينة رقم {number} ويعلن عن مشاريع جديدة"
    paragraphs = compose(number).decode().split("\n")
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    page = (
        f"<html><head><title>{headline} | النبراس</title></head>"
        f"<body><article>{body}<p>{FURNITURE}</p></article></body></html>"
    )
    pusher = Pusher(daemon.endpoint("acked"))
    header = {"url": f"https://www.{HOST}/{number}"}
    identifier = b"%d" % number
    pusher.put(identifier, json.dumps(header).encode(), page.encode())
    pusher.finish()
    _, reply = pusher.replies[identifier]
    assert reply["outcome"] == "new", reply
    records, _ = replay_through(daemon.endpoint("replay"), reply["seq"])
    record = next(json.loads(r) for seq, _, _, r in records if seq == reply["seq"])
    return headline, page, record


def is_clean(headline, page, record):
    """Whether the line and the name are gone, and both are accounted for."""
    removals = [r for r in record["enrichment"]["removals"] if r["reason"] == "siteFurniture"]
    if not removals:
        assert FURNITURE in record["bodies"][0]["value"], record
        return False
    assert FURNITURE not in record["bodies"][0]["value"], record
    removed = [page[r["rawStart"] : r["rawEnd"]] for r in removals]
    assert FURNITURE in removed, removed
    assert record["title"] == headline, record["title"]
    assert record["infoSources"] == [{"name": "النبراس", "role": "publisher"}], record
    return True


def run():
    binary, command = sys.argv[1:3]

    with Daemon(binary) as daemon:
        config = ["--config", str(daemon.directory / "warraqd.toml")]

        def site(verb, host, status=0):
            done = subprocess.run(
                [command, "site", verb, host, *config], capture_output=True, text=True
            )
            assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
            return json.loads(done.stdout) if status == 0 else done.stderr

        site("show", HOST, status=1)
        pages = [push(daemon, number) for number in range(1, 5)]
        clean = [is_clean(*page) for page in pages]
        assert clean == [False, False, False, True], clean

        shown = site("show", f"https://www.{HOST}/about")
        assert shown["host"] == HOST and shown["articles"] == 4, shown
        assert shown["publisher"] == "النبراس", shown
        assert [(e["text"], e["count"]) for e in shown["furniture"]] == [(FURNITURE, 4)], shown
        assert [(e["text"], e["count"]) for e in shown["suffixes"]] == [("النبراس", 4)], shown

        daemon.kill()
        daemon.start()
        assert site("show", HOST) == shown, "a restart changed what is known"
        assert is_clean(*push(daemon, 5)), "a restart forgot the site"

        gone = site("forget", HOST)
        assert gone == {"forgotten": HOST, "articles": 5, "suffixes": 1, "furniture": 1}, gone
        site("show", HOST, status=1)
        site("forget", HOST, status=1)
        assert not is_clean(*push(daemon, 6)), "a forgotten line was left out"

        daemon.stop()
        daemon.start()
        assert site("show", HOST)["articles"] == 1, "a restart brought a forgotten site back"
        assert "badHost" in site("show", "", status=1)
    print("learned by three pages, kept by a restart, forgotten for good")


main(run)
