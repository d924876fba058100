#!/usr/bin/env python3
"""Pushes copies of one text in either order of publication, with a restart in between: the earlier
publication is the original, every later arrival points at it, nothing speaks of what is not out yet.

usage: originals.py WARRAQD
"""

import json
import sys

from warraq import Daemon, Pusher, body_uri, check_feed, compose, main, replay_through

EARLY, LATE = "2024-05-06T08:00:00Z", "2024-05-07T08:00:00Z"


def put(daemon, pusher, name, body, url, published):
    header = json.dumps({"url": url, "publishedAt": published}).encode()
    pusher.put(name, header, body)
    pusher.finish()
    verb, reply = pusher.replies[name]
    assert verb == b"ACK", reply
    return reply["outcome"]


def restart(daemon):
    status, _ = daemon.stop()
    assert status == 0, status
    daemon.start()
    return Pusher(daemon.endpoint("acked"))


def relations(record):
    return [
        (relation["to"], relation["type"], relation.get("original"))
        for relation in record["enrichment"]["relations"]
    ]


def check_order(binary, number, first_date, second_date):
    body = compose(number)
    edited = body.replace("الوزير".encode(), "المسؤول".encode(), 1)
    assert edited != body
    for second, kind in ((body, "exactCopyOf"), (edited, "nearDuplicateOf")):
        with Daemon(binary) as daemon:
            pusher = Pusher(daemon.endpoint("acked"))
            one, two, three = (f"https://{host}.example/a" for host in ("one", "two", "three"))
            first_uri, second_uri = body_uri(body, one), body_uri(second, two)
            assert put(daemon, pusher, b"1", body, one, first_date) == "new"
            pusher = restart(daemon)
            second_is_original = second_date < first_date
            outcome = put(daemon, pusher, b"2", second, two, second_date)
            assert outcome == ("new" if second_is_original else "duplicate"), outcome
            # What it was stored as is read back by the next start.
            pusher = restart(daemon)
            assert put(daemon, pusher, b"3", second, three, LATE) == "duplicate"
            records, _ = replay_through(daemon.endpoint("replay"), pusher.last_sequence())
            check_feed(records)
            parsed = [
                (topic.split(b"/")[1], json.loads(header), json.loads(record))
                for _, topic, header, record in records
            ]
            seen = set()
            for _, header, record in parsed:
                seen.add(record["uri"])
                assert record["uri"] == header["uri"]
                assert str(header["version"]) == record["version"]
                for to, _, original in relations(record):
                    assert {to, original} <= seen, (record["uri"], to, original)
            changes = [change for change, _, _ in parsed]
            original = second_uri if second_is_original else first_uri
            if second_is_original:
                assert changes == [b"new", b"new", b"complete", b"duplicate"], changes
                completed = parsed[2][2]
                assert completed["uri"] == first_uri and completed["version"] == "2"
                assert relations(completed) == [(second_uri, kind, second_uri)]
                before = parsed[0][2]
                for key in ("bodies", "contentCreated", "altIds", "descriptions"):
                    assert completed[key] == before[key], key
                assert completed["enrichment"]["completed"] == [
                    {"fields": ["relations"], "from": second_uri}
                ]
            else:
                assert changes == [b"new", b"duplicate", b"duplicate"], changes
            assert relations(parsed[1][2])[0][2] == original
            assert "bodies" in parsed[1][2] or not second_is_original
            last_record = parsed[-1][2]
            assert relations(last_record)[0][2] == original, relations(last_record)
            assert records[-1][0] == pusher.last_sequence()


def run():
    binary = sys.argv[1]
    check_order(binary, 1, LATE, EARLY)
    check_order(binary, 2, EARLY, LATE)
    print("the earlier publication is the original in either order, across restarts")


main(run)
