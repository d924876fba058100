#!/usr/bin/env python3
"""The contract, frame by frame: what PROTOCOL.md says a daemon answers.

usage: protocol.py WARRAQD
"""

import base64
import json
import sys
import time

import zmq

from warraq import Daemon, body_uri, compose, main, replay, replay_through


class Peer:
    """A socket that sends frames and wants an answer."""

    def __init__(self, kind, endpoint):
        self.socket = zmq.Context.instance().socket(kind)
        self.socket.linger = 0
        self.socket.connect(endpoint)

    def ask(self, *frames, seconds=10):
        self.socket.send_multipart(list(frames))
        return self.read(seconds)

    def read(self, seconds=10):
        assert self.socket.poll(seconds * 1000), "no answer"
        return self.socket.recv_multipart()

    def put(self, identifier, header, body):
        header = header if isinstance(header, bytes) else json.dumps(header).encode()
        frames = self.ask(b"WRQ1", b"PUT", identifier, header, body)
        assert frames[0] == b"WRQ1" and frames[2] == identifier and len(frames) == 4, frames
        return frames[1], json.loads(frames[3])


def expect(condition, what):
    assert condition, what


def replies(daemon):
    peer = Peer(zmq.DEALER, daemon.endpoint("acked"))
    verb, first = peer.put(b"1", {}, compose(1))
    expect(verb == b"ACK" and first["outcome"] == "new", first)
    expect(first["uri"] == body_uri(compose(1)), first)
    expect(set(first) == {"uri", "outcome", "seq", "epoch"}, first)
    verb, again = peer.put(b"1", {}, compose(1))
    expect(again == {**first, "repeated": True}, again)
    verb, other = peer.put(b"2", {}, compose(1))
    expect((other["outcome"], other["seq"]) == ("duplicate", first["seq"]), other)
    expect("repeated" not in other, other)
    verb, reused = peer.put(b"1", {}, compose(2))
    expect(verb == b"ACK" and reused["outcome"] == "new", reused)
    url = "https://example.org/a"
    verb, page = peer.put(b"3", {"url": url}, compose(3))
    expect(page["uri"] == body_uri(compose(3), url), page)
    verb, same = peer.put(b"4", {"url": url}, compose(3) + b"\n")
    expect(same["outcome"] == "duplicate" and same["uri"] != page["uri"], same)
    verb, update = peer.put(b"5", {"url": url}, compose(4))
    expect(update["outcome"] == "update", update)
    verb, empty_url = peer.put(b"6", {"url": ""}, compose(5))
    expect(empty_url["uri"] == body_uri(compose(5)), empty_url)


def refusals(daemon):
    peer = Peer(zmq.DEALER, daemon.endpoint("acked"))
    cases = [
        (b"", {}, b"text", "badId"),
        (b"i" * 65, {}, b"text", "badId"),
        (b"large", {}, b"x" * (4_194_304 + 1), "tooLarge"),
        (b"header", b"[1]", b"text", "badHeader"),
        (b"json", b"{", b"text", "badHeader"),
        (b"url", {"url": 7}, b"text", "badHeader"),
        (b"nul", {}, b"\0" * 100, "notText"),
        (b"empty", {}, b"", "empty"),
        (b"blank", {}, " \n\u00a0".encode(), "empty"),
        (b"type", {"contentType": "image/png"}, b"\x89PNG\r\n", "unsupported"),
    ]
    for identifier, header, body, code in cases:
        raw = header if isinstance(header, bytes) else json.dumps(header).encode()
        answers = []
        for _ in range(2):
            frames = peer.ask(b"WRQ1", b"PUT", identifier, raw, body)
            expect(frames[1] == b"NAK", (code, frames))
            answers.append(json.loads(frames[3]))
        expect(answers[0]["code"] == code, answers[0])
        expect(answers[0]["retryable"] is False and answers[0]["reason"], answers[0])
        expect("deadLetter" in answers[0], answers[0])
        expect(answers[0] == answers[1], answers)


def malformed(daemon):
    peer = Peer(zmq.DEALER, daemon.endpoint("acked"))
    for frames, code in [
        ((b"hello",), "badFrames"),
        ((b"WRQ1",), "badFrames"),
        ((b"WRQ1", b"PUT", b"id"), "badFrames"),
        ((b"WRQ1", b"PUT", b"id", b"{}", b"a", b"b"), "badFrames"),
        ((b"WRQ1", b"FROB"), "badVerb"),
    ]:
        answer = peer.ask(*frames)
        expect(answer[:2] == [b"WRQ1", b"ERR"], (frames, answer))
        error = json.loads(answer[2])
        expect(error["code"] == code and error["reason"], (frames, error))
    request = Peer(zmq.REQ, daemon.endpoint("acked"))
    answer = request.ask(b"WRQ1", b"PING")
    expect(answer[:2] == [b"WRQ1", b"PONG"], answer)
    pong = json.loads(answer[2])
    expect({"version", "epoch", "seq", "ready"} <= set(pong) and pong["ready"] is True, pong)


def unacked(daemon):
    known = {json.loads(header)["uri"] for _, _, header, _ in replay(daemon.endpoint("replay"))[0]}
    push = zmq.Context.instance().socket(zmq.PUSH)
    push.linger = 1000
    push.connect(daemon.endpoint("pull"))
    bodies = [compose(number) for number in range(100, 107)]
    url = "https://example.org/pull"
    header = json.dumps({"url": url}).encode()
    push.send(bodies[0])
    push.send_multipart([header, bodies[1]])
    push.send_multipart([b"topic", b"", bodies[2]])
    push.send_multipart([b"topic", bodies[3]])
    push.send_multipart([b"", bodies[4]])
    push.send(json.dumps({"content": bodies[5].decode(), "source": "x"}).encode())
    push.send(json.dumps({"contentBase64": base64.b64encode(bodies[6]).decode()}).encode())
    expected = {body_uri(body) for body in bodies} - {body_uri(bodies[1])} | {body_uri(bodies[1], url)}
    deadline = time.monotonic() + 20
    found = set()
    while time.monotonic() < deadline and not expected <= found:
        records, _ = replay(daemon.endpoint("replay"))
        found = {json.loads(header)["uri"] for _, _, header, _ in records} - known
        time.sleep(0.1)
    expect(found == expected, f"{len(found & expected)} of {len(expected)} came, {found - expected} besides")


def feed_items(daemon):
    peer = Peer(zmq.DEALER, daemon.endpoint("acked"))
    items = "".join(
        f"<item><title>عنوان الخبر رقم {n} في الصفحة</title><link>https://example.org/f{n}</link>"
        f"<description>{compose(200 + n).decode()}</description></item>"
        for n in range(3)
    )
    rss = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>موقع</title>{items}</channel></rss>'
    verb, reply = peer.put(b"rss", {}, rss.encode())
    expect(verb == b"ACK" and len(reply["items"]) == 3, reply)
    first = reply["items"][0]
    expect((reply["uri"], reply["seq"], reply["outcome"]) == (first["uri"], first["seq"], first["outcome"]), reply)
    expect(all(item["uri"].endswith("?of=item") for item in reply["items"]), reply)
    expect(len({item["seq"] for item in reply["items"]}) == 3, reply)
    return max(item["seq"] for item in reply["items"])


def replays(daemon, last):
    peer = Peer(zmq.DEALER, daemon.endpoint("replay"))
    records, end = replay_through(daemon.endpoint("replay"), last)
    expect(end["oldest"] == 1 and end["more"] is False and end["last"] == len(records), end)

    def get(**request):
        peer.socket.send_multipart([b"WRQ1", b"GET", json.dumps(request).encode()])
        found = []
        while True:
            frames = peer.read()
            if frames[1] != b"REC":
                return found, frames
            found.append(frames)

    found, end = get(after=1, limit=2, request="r-1")
    answer = json.loads(end[2])
    expect(len(found) == 2 and answer["more"] is True and answer["last"] == 3, answer)
    expect(answer["request"] == "r-1", answer)
    expect([json.loads(frames[3])["seq"] for frames in found] == [2, 3], found)
    found, end = get(prefixes=["article/update/"])
    expect(all(frames[2].startswith(b"article/update/") for frames in found) and found, "updates")
    found, end = get(prefixes=["nothing/"])
    expect(found == [] and json.loads(end[2])["last"] == len(records), end)
    found, end = get(after=10**9)
    expect(found == [] and json.loads(end[2])["more"] is False, end)
    found, end = get(epoch="another")
    expect(end[1] == b"ERR" and json.loads(end[2])["code"] == "wrongEpoch", end)
    found, end = get(after="x")
    expect(end[1] == b"ERR" and json.loads(end[2])["code"] == "badRequest", end)
    pong = peer.ask(b"WRQ1", b"PING")
    expect(json.loads(pong[2])["seq"] == len(records), pong)
    return records


def restart(daemon, records):
    epoch = json.loads(records[0][2])["epoch"]
    status, _ = daemon.stop()
    expect(status == 0, f"exit {status}")
    daemon.start()
    again, _ = replay(daemon.endpoint("replay"))
    expect(again == records, "the feed is the same after a restart, byte for byte")
    peer = Peer(zmq.DEALER, daemon.endpoint("acked"))
    verb, repeated = peer.put(b"1", {}, compose(1))
    expect(repeated["repeated"] is True and repeated["epoch"] == epoch, repeated)
    verb, copy = peer.put(b"copy", {}, compose(2) + b"\n")
    expect(copy["outcome"] == "duplicate", "a copy of what came before the restart is known")
    verb, page = peer.put(b"url", {"url": "https://example.org/a"}, compose(9))
    expect(page["outcome"] == "update", "an address from before the restart is known")


def run():
    with Daemon(sys.argv[1]) as daemon:
        replies(daemon)
        refusals(daemon)
        malformed(daemon)
        unacked(daemon)
        restart(daemon, replays(daemon, feed_items(daemon)))
    print("as PROTOCOL.md says")


main(run)
