#!/usr/bin/env python3
"""Pushes the two seeds in either order: they must end linked, with passages that quote both, and the
release must end with the year that only the page has.

usage: seeds.py WARRAQD 000.txt 001.txt
"""

import json
import pathlib
import sys

from warraq import Daemon, Pusher, body_uri, main, replay_through


def check_year(topic, release, page, is_later):
    """What gold/001.json has from record 000, whichever came first."""
    change, version = (b"new", "1") if is_later else (b"complete", "2")
    assert topic.split(b"/")[1] == change and release["version"] == version, topic
    enrichment = release["enrichment"]
    assert enrichment["published"]["date"] is None
    assert enrichment["published"]["notBefore"] == "2014-03-01"
    times = {time["text"]: time for time in enrichment["times"]}
    for text, value, standalone in (
        ("يومي 6 و7 مارس الجاري", "2014-03-06/2014-03-07", "XXXX-03-06/XXXX-03-07"),
        ("نوفمبر المنصرم", "2013-11", "XXXX-11"),
        ("أواخر شهر نوفمبر من السنة الماضية", "2013-11", "XXXX-11"),
    ):
        assert times[text]["value"] == value, times[text]
        assert times[text]["standalone"] == standalone, times[text]
    assert "standalone" not in times["أبريل 2013"]
    assert enrichment["published"]["notAfter"] == "2014-03-06", enrichment["published"]
    # Whatever else is found in both, what was found is dated and named by the page.
    for event in enrichment["events"]:
        assert "XXXX" not in event.get("value", ""), event
    for office in enrichment["roleMentions"]:
        assert office["resolved"].startswith("person:"), office
        assert office["basis"] == f"relation:{page}", office
    (entry,) = enrichment["completed"]
    assert entry["from"] == page and "times" in entry["fields"], entry
    (relation,) = enrichment["relations"]
    assert relation["to"] == page and relation["type"] == "containedIn", relation


def run():
    binary, page, release = sys.argv[1:4]
    texts = {"page": pathlib.Path(page).read_bytes(), "release": pathlib.Path(release).read_bytes()}
    uris = {name: body_uri(text) for name, text in texts.items()}
    for order in (["page", "release"], ["release", "page"]):
        with Daemon(binary) as daemon:
            pusher = Pusher(daemon.endpoint("acked"))
            for name in order:
                pusher.put(name.encode(), b"", texts[name])
                pusher.finish()
                verb, reply = pusher.replies[name.encode()]
                assert verb == b"ACK" and reply["outcome"] == "new", reply
                assert reply["uri"] == uris[name], reply
            records, _ = replay_through(daemon.endpoint("replay"), pusher.last_sequence())
            by_uri, newest = {}, {}
            for _, topic, header, record in records:
                by_uri.setdefault(json.loads(header)["uri"], (topic, json.loads(record)))
                newest[json.loads(header)["uri"]] = (topic, json.loads(record))
            bodies = {name: by_uri[uri][1]["bodies"][0]["value"] for name, uri in uris.items()}
            headlines = [topic for _, topic, _, _ in records if topic.startswith(b"headline/")]
            # 55 on the page; two of them are one headline, with other punctuation.
            assert len(headlines) == 54, f"{len(headlines)} headlines"
            later, earlier = order[1], order[0]
            relations = by_uri[uris[later]][1]["enrichment"]["relations"]
            assert len(relations) == 1, relations
            relation = relations[0]
            expected = "contains" if later == "page" else "containedIn"
            assert relation["to"] == uris[earlier] and relation["type"] == expected, relation
            there = "coverageThere" if later == "page" else "coverageHere"
            assert relation[there] >= 0.81 - 1e-3, relation[there]
            copied = [run for run in relation["passages"] if run["kind"] == "copied"]
            assert len(copied) == 5, copied
            for run in copied:
                here = bodies[later][run["start"] : run["end"]].split()
                other = bodies[earlier][run["otherStart"] : run["otherEnd"]].split()
                common = len(set(here) & set(other))
                assert common > 0.6 * len(set(here)), (here, other)
            association = by_uri[uris[later]][1]["associations"][0]
            assert association["rel"] == expected and association["uri"] == uris[earlier]
            check_year(*newest[uris["release"]], uris["page"], is_later=later == "release")
            assert newest[uris["page"]][1]["version"] == "1"
    print("linked in both orders, five copied passages each, the year filled in")


main(run)
