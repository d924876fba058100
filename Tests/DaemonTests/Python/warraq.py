"""A warraqd of one's own, and the clients PROTOCOL.md speaks of: for tests, with pyzmq."""

import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import zmq


class Daemon:
    """warraqd with a store and ipc endpoints in a temporary directory."""

    def __init__(self, binary, directory=None, settings=""):
        self.binary = binary
        self._temporary = None
        if directory is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="wrq")
            directory = self._temporary.name
        self.directory = pathlib.Path(directory)
        self.settings = settings
        self.process = None
        self.log = self.directory / "log"

    def endpoint(self, name):
        return f"ipc://{self.directory}/{name}"

    def start(self, wait=True):
        config = self.directory / "warraqd.toml"
        config.write_text(
            f"""
[intake]
acked = ["{self.endpoint('acked')}"]
pull = ["{self.endpoint('pull')}"]
subscribe = ["@{self.endpoint('subscribe')}"]
[feed]
publish = ["{self.endpoint('feed')}"]
replay = ["{self.endpoint('replay')}"]
[http]
listen = ""
[store]
directory = "{self.directory}/store"
{self.settings}
"""
        )
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.binary, "--config", str(config)], stdout=log, stderr=log
            )
        if wait:
            self.wait_ready()
        return self

    def wait_ready(self, seconds=60):
        context = zmq.Context.instance()
        socket = context.socket(zmq.DEALER)
        socket.linger = 0
        socket.connect(self.endpoint("acked"))
        deadline = time.monotonic() + seconds
        try:
            while time.monotonic() < deadline:
                if self.process.poll() is not None:
                    raise AssertionError(
                        f"warraqd ended with {self.process.returncode}:\n{self.tail()}"
                    )
                socket.send_multipart([b"WRQ1", b"PING"])
                if socket.poll(200):
                    reply = socket.recv_multipart()
                    if reply[1] == b"PONG" and json.loads(reply[2])["ready"]:
                        return
            raise AssertionError(f"warraqd not ready within {seconds} s:\n{self.tail()}")
        finally:
            socket.close()

    def tail(self, lines=20):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self, seconds=30):
        """SIGTERM; returns the exit status and the seconds it took."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(seconds)
        return status, time.monotonic() - begun

    def resident_bytes(self):
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        return 0

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.kill()


class Pusher:
    """Pushes articles and sends each again until it has its ACK."""

    def __init__(self, endpoint, window=64, patience=2.0):
        self.endpoint = endpoint
        self.window = window
        self.patience = patience
        self.socket = None
        self.waiting = {}  # id -> (header, body, when sent)
        self.replies = {}  # id -> (verb, reply)
        self.repeated = 0
        self.connect()

    def connect(self):
        if self.socket is not None:
            self.socket.close()
        self.socket = zmq.Context.instance().socket(zmq.DEALER)
        self.socket.linger = 0
        self.socket.connect(self.endpoint)

    def put(self, identifier, header, body):
        while len(self.waiting) >= self.window:
            self.pump(100)
        self.send(identifier, header, body)
        self.pump(0)

    def send(self, identifier, header, body):
        self.waiting[identifier] = (header, body, time.monotonic())
        try:
            self.socket.send_multipart(
                [b"WRQ1", b"PUT", identifier, header, body], flags=zmq.DONTWAIT
            )
        except zmq.Again:
            pass

    def pump(self, milliseconds):
        if self.socket.poll(milliseconds):
            while True:
                try:
                    frames = self.socket.recv_multipart(zmq.DONTWAIT)
                except zmq.Again:
                    break
                self.take(frames)
        overdue = time.monotonic() - self.patience
        for identifier, (header, body, sent) in list(self.waiting.items()):
            if sent < overdue:
                self.send(identifier, header, body)
            else:
                break

    def take(self, frames):
        if frames[1] not in (b"ACK", b"NAK"):
            raise AssertionError(f"unexpected reply {frames[:2]}")
        identifier, reply = frames[2], json.loads(frames[3])
        if frames[1] == b"NAK" and reply["retryable"]:
            if identifier in self.waiting:
                header, body, _ = self.waiting.pop(identifier)
                self.waiting[identifier] = (header, body, time.monotonic())
            return
        if reply.get("repeated"):
            self.repeated += 1
        self.waiting.pop(identifier, None)
        self.replies[identifier] = (frames[1], reply)

    def last_sequence(self):
        """The highest sequence number that was acked."""
        return max((reply.get("seq", 0) for _, reply in self.replies.values()), default=0)

    def finish(self, seconds=120):
        deadline = time.monotonic() + seconds
        while self.waiting:
            self.pump(100)
            if time.monotonic() > deadline:
                raise AssertionError(f"{len(self.waiting)} articles without an answer")


def replay(endpoint, after=0, prefixes=None, limit=1000):
    """Every record after `after`: (seq, topic, header bytes, record bytes), and the last END."""
    socket = zmq.Context.instance().socket(zmq.DEALER)
    socket.linger = 0
    socket.connect(endpoint)
    records, end = [], {"more": True, "last": after}
    try:
        while end["more"]:
            request = {"after": end["last"], "limit": limit}
            if prefixes is not None:
                request["prefixes"] = prefixes
            socket.send_multipart([b"WRQ1", b"GET", json.dumps(request).encode()])
            while True:
                if not socket.poll(10000):
                    raise AssertionError("replay does not answer")
                frames = socket.recv_multipart()
                if frames[1] == b"END":
                    end = json.loads(frames[2])
                    break
                if frames[1] != b"REC":
                    raise AssertionError(f"replay answered {frames[1:]}")
                header = json.loads(frames[3])
                records.append((header["seq"], frames[2], frames[3], frames[4]))
    finally:
        socket.close()
    return records, end


def replay_through(endpoint, sequence, seconds=30):
    """The whole feed once it holds `sequence`: an ACK may come a moment before its record goes out,
    and replay speaks only of what went out."""
    deadline = time.monotonic() + seconds
    while True:
        records, end = replay(endpoint)
        if end["last"] >= sequence or time.monotonic() > deadline:
            return records, end
        time.sleep(0.05)


def check_feed(records):
    """Every seq once, in order, without a gap, and `prev` naming the one before on its topic."""
    last_of_topic = {}
    for expected, (seq, topic, header, _) in enumerate(records, start=1):
        assert seq == expected, f"seq {seq} where {expected} was due"
        previous = json.loads(header)["prev"]
        assert previous == last_of_topic.get(topic, 0), f"prev of {seq} is {previous}"
        last_of_topic[topic] = seq


def body_uri(body, url=None):
    """The identity PROTOCOL.md gives a payload."""
    import base64
    import hashlib

    data = body if not url else url.encode() + b"\n" + body
    digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}" + ("?of=page" if url else "")


def compose(number):
    """An article of its own: real words in an order nobody wrote."""
    import random

    random.seed(number)
    words = (
        "قال الوزير المغربي في الرباط إن الحكومة تعمل على تحسين الخدمات الصحية والتعليم في المدن "
        "والقرى خلال السنة المقبلة وأضاف أن الميزانية تشمل مشاريع جديدة للطرق والموانئ والماء "
        "الصالح للشرب وأكد المسؤول ضرورة التعاون بين الجماعات والشركات لإنجاز الأشغال في الآجال "
        "المحددة مشيرا إلى أن اللجنة ستجتمع الأسبوع القادم لدراسة التقارير الواردة من الجهات"
    ).split()
    sentences = []
    for _ in range(12):
        random.shuffle(words)
        sentences.append(" ".join(words[:18]) + f" {random.randrange(10**6)}.")
    return "\n".join(" ".join(sentences[i : i + 3]) for i in range(0, 12, 3)).encode()


def main(run):
    try:
        run()
    except AssertionError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        sys.exit(1)
