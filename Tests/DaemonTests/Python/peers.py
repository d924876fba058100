#!/usr/bin/env python3
"""Measures warraq beside datasketch, rensa and gaoya, on the same articles and traps.

usage: peers.py WARRAQ DATA      DATA holds ant.jsonl.gz and saudi-2015-08-08..11.jsonl.gz

The other three come from PyPI, into an environment of their own:

    python3 -m venv /tmp/peers && /tmp/peers/bin/pip install datasketch rensa gaoya
    /tmp/peers/bin/python Tests/DaemonTests/Python/peers.py .build/release/warraq ../shared/data/news

Each gets five-word shingles of the same normalised words (marks and tatweel dropped, forms of alef, yeh
and digits folded), 128 permutations and its own index. Times are processor time of one thread, per article of
3.4 KB composed by `warraq eval compose`: normalising in Python, sketching, inserting and looking up.
warraq is the whole of `warraq dedup`: reading JSON, folding, indexing, verifying and passages.

The traps, from real articles with a fixed seed:
  release    20, 40, 60, 80 or 100 % of one text inside another; found if related in any way
  brief      30 words, one of them another; found if related in any way
  furniture  14 pages of each of 15 sites, one's menu and headlines on all of them, as long as the articles or
             twice that; false if a page is called a copy of another of its site or said to contain it. The
             first 4 pages of a site are counted apart: what is furniture shows with the fifth.
"""

import gzip
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

import datasketch
import gaoya
import rensa

PERMUTATIONS = 128
SHINGLE = 5
TIMED = 3000
BYTES = 3400

MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
WORD = re.compile(r"\w+")
FOLD = str.maketrans("أإآٱىئؤة٠١٢٣٤٥٦٧٨٩", "اااايءءه0123456789")


def normalised(text):
    return " ".join(WORD.findall(MARKS.sub("", text).translate(FOLD)))


def shingles(words):
    words = words.split(" ")
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}


class Datasketch:
    def __init__(self, threshold):
        self.lsh = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)

    def sketch(self, words):
        sketch = datasketch.MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([s.encode() for s in shingles(words)])
        return sketch

    def insert(self, key, sketch):
        self.lsh.insert(key, sketch)

    def query(self, sketch):
        return self.lsh.query(sketch)


class Rensa:
    def __init__(self, threshold):
        bands = {0.7: 16, 0.5: 32}[threshold]
        self.lsh = rensa.RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)

    def sketch(self, words):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=42)
        sketch.update(list(shingles(words)))
        return sketch

    def insert(self, key, sketch):
        self.lsh.insert(key, sketch)

    def query(self, sketch):
        return self.lsh.query(sketch)


class Gaoya:
    """Sketches inside its index: there is nothing to keep between."""

    def __init__(self, threshold):
        bands, rows = {0.7: (16, 8), 0.5: (32, 4)}[threshold]
        self.index = gaoya.minhash.MinHashStringIndex(
            hash_size=32, jaccard_threshold=threshold, num_bands=bands, band_size=rows,
            analyzer="word", lowercase=False, ngram_range=(SHINGLE, SHINGLE),
        )

    def sketch(self, words):
        return words

    def insert(self, key, words):
        self.index.insert_document(key, words)

    def query(self, words):
        return self.index.query(words)


class Traps:
    """Texts in the order in which they come, and which pairs among them count for what."""

    def __init__(self, data):
        random.seed(20150808)
        self.rows = []
        self.releases, self.briefs = [], []
        texts = []
        for name in ("ant.jsonl.gz", "saudi-2015-08-08..11.jsonl.gz"):
            with gzip.open(f"{data}/{name}", "rt", encoding="utf-8") as lines:
                texts += [json.loads(line)["text"] for line in lines]
        texts = sorted(set(texts))
        random.shuffle(texts)
        self.long = iter([t for t in texts if 300 <= len(t.split()) < 900])
        self.middle = iter([t for t in texts if 100 <= len(t.split()) < 300])
        later = []
        for share in (0.2, 0.4, 0.6, 0.8, 1.0):
            for _ in range(150):
                later.append(self.release(share))
        later += [self.brief() for _ in range(150)]
        for text, earlier, kind in later:
            key = self.add(text)
            (self.releases if kind == "release" else self.briefs).append((earlier, key))
        self.sites = [self.site(number) for number in range(15)]

    def add(self, text, site=None):
        key = len(self.rows)
        self.rows.append({"id": str(key), "text": text, "site": site or f"site{key}"})
        return key

    def release(self, share):
        words = next(self.middle).split()
        earlier = self.add(" ".join(words))
        count = max(15, int(share * len(words)))
        start = random.randint(0, len(words) - count)
        host = next(self.long).split()
        place = random.randint(0, len(host))
        inside = host[:place] + words[start : start + count] + host[place:]
        return " ".join(inside), earlier, "release"

    def brief(self):
        words = next(self.middle).split()[:30]
        earlier = self.add(" ".join(words))
        words[random.randrange(30)] = "بتغيير"
        return " ".join(words), earlier, "brief"

    def site(self, number):
        menu = " ".join(next(self.middle).split()[: random.randint(80, 250)])
        return [
            self.add(" ".join(next(self.middle).split()[:100]) + "\n" + menu, f"site-{number}")
            for _ in range(14)
        ]

    def counts(self, related, duplicates):
        """How many of the releases and briefs are found, how many pages falsely."""
        def false(first, last):
            return sum(
                any(other in pages for other in duplicates.get(page, ()))
                for pages in self.sites
                for page in pages[first:last]
            )

        found = [
            sum(earlier in related.get(later, ()) for earlier, later in pairs)
            for pairs in (self.releases, self.briefs)
        ]
        return found + [false(4, 14), false(0, 4)]


def processor_time(body):
    start = time.process_time()
    result = body()
    return result, time.process_time() - start


def measured_peer(peer, traps, articles):
    _, normalising = processor_time(lambda: [normalised(text) for text in articles])
    words = [normalised(text) for text in articles]
    index = peer()
    sketches, sketching = processor_time(lambda: [index.sketch(w) for w in words])

    def look_up():
        for key, sketch in enumerate(sketches):
            index.query(sketch)
            index.insert(key, sketch)

    _, looking = processor_time(look_up)
    index = peer()
    found = {}
    for key, row in enumerate(traps.rows):
        sketch = index.sketch(normalised(row["text"]))
        found[key] = set(index.query(sketch))
        index.insert(key, sketch)
    per = 1e6 / len(articles)
    cost = f"{normalising * per:.0f} + {sketching * per:.0f} + {looking * per:.0f}"
    return [cost] + traps.counts(found, found)


def dedup(warraq, rows, *options):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        lines = subprocess.run(
            [warraq, "dedup", *options, file.name], check=True, capture_output=True
        ).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return [json.loads(line) for line in lines.splitlines()], seconds


def measured_warraq(warraq, traps, articles):
    _, seconds = dedup(warraq, [{"id": str(i), "text": t} for i, t in enumerate(articles)])
    lines, _ = dedup(warraq, traps.rows, "--source", "site")
    related, duplicates = {}, {}
    for line in lines:
        if line["type"] != "relation":
            continue
        related.setdefault(int(line["id"]), set()).add(int(line["of"]))
        if line["rel"] != "reuses":
            duplicates.setdefault(int(line["id"]), set()).add(int(line["of"]))
    cost = f"{seconds * 1e6 / len(articles):.0f} in all, passages too"
    return [cost] + traps.counts(related, duplicates)


def run():
    warraq, data = sys.argv[1:]
    lines = subprocess.run(
        [warraq, "eval", "compose", "--data", data, f"--count={TIMED}", f"--bytes={BYTES}"],
        check=True, capture_output=True,
    ).stdout
    articles = [json.loads(line)["text"] for line in lines.splitlines()]
    traps = Traps(data)
    table = [("warraq", measured_warraq(warraq, traps, articles))]
    for name, peer in (("datasketch", Datasketch), ("rensa", Rensa), ("gaoya", Gaoya)):
        for threshold in (0.7, 0.5):
            row = measured_peer(lambda: peer(threshold), traps, articles)
            table.append((f"{name} {threshold}", row))
    print(
        f"| | µs per {BYTES / 1000} KB article | release inside another article "
        f"({len(traps.releases)}) | brief with one word changed ({len(traps.briefs)}) "
        f"| same furniture, other article ({10 * len(traps.sites)}, all false) "
        f"| the same on a new site ({4 * len(traps.sites)}, all false) |"
    )
    print("|---|---|---|---|---|---|")
    for name, row in table:
        print("| " + " | ".join([name] + [str(value) for value in row]) + " |")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    run()
