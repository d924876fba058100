#!/usr/bin/env python3
"""Writes Sources/NewsEnrichment/Lexicon/Words+Common.swift: words that news uses as something other
than a name.

    .tools/count-common-words.py ANT WOJOOD

ANT is the ANT corpus (Apache 2.0) and WOJOOD the Wojood sample (MIT), each as gzipped JSON lines with
`text` or `tokens`. A word counts if three texts have it and it seldom stands after a given name of our
lists. Words that are read as و, ف, ب, ل or ك and a counted word are left out.
"""

import collections
import gzip
import json
import pathlib
import re
import sys

LEXICON = pathlib.Path(__file__).parent.parent / "Sources/NewsEnrichment/Lexicon"
MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u0610-\u061a]")

# Family names of the texts that stand alone so often that they would count.
NAMES = """
الباجي المكي المهيري الطبوبي القمودي المكناسي الجهيناوي البحيري القرافي المعموري الشهيلي الوريمي
السهيلي القنطاوي الدربي اللجمي الونيسي القرجاني الهنشيري السداري المطوسي الهباشي التكروري الرازي
القماطي المرابطي الصحبي الهاشمي المنجي الناجي الجيلاني التيجاني الشادلي الجريبي السواسي المديوني
البورقيبي العياري العيادي الجلاصي الورتاني السليطي الزواري ريشتر فريعة عفيف الهاروني الخروبي
مورينيو كافاني بوتفليقة السبسي السيسي العنزي القناوية الناظم الفاعل
ريختر تريكة دريان الجبلي طبجي الزحاف الرحال الغزالي البعزواي
"""


def key(word):
    word = re.sub("[أإآٱ]", "ا", MARKS.sub("", word))
    return re.sub("ى$", "ي", word)


def listed(name, *, traits=None):
    """The words of a list file: surely of the class, and other words as well."""
    source = (LEXICON / name).read_text(encoding="utf-8")
    sure, ambiguous = set(), set()
    for senses, words in re.findall(r'List\(\s*(.*?), \.\w+,\s*"""(.*?)"""', source, re.S):
        if traits and traits not in senses:
            continue
        (ambiguous if "ambiguousName" in senses else sure).update(map(key, words.split()))
    return sure, ambiguous


def texts(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "tokens" in row:
                yield " ".join(t for t in row["tokens"] if "I-" not in t and "$" not in t)
            else:
                yield (row.get("title") or "") + " . " + (row.get("text") or "")


def words(text):
    found = re.findall(r"[\u0621-\u0652\u0670]+|\d+|[^\s\w]|[A-Za-z]+", text)
    # على and علي have one key form, and what follows the preposition follows no name.
    return [w if w == "على" else key(w) if re.match("[\u0621-\u064a]", w) else w for w in found]


def stripped(word):
    if word[0] in "وف" and len(word) > 3:
        yield word[1:]
        if word[1] in "بلك" and len(word) > 4:
            yield word[2:]
        if word[1:3] == "لل":
            yield "ال" + word[3:]
    if word[0] in "بلك" and len(word) > 3:
        yield word[1:]
    if word[:2] == "لل":
        yield "ال" + word[2:]


def main(paths):
    given, other = set(), set()
    for name in ["Words+GivenNames.swift", "Words+ForeignNames.swift"]:
        sure, ambiguous = listed(name)
        given |= sure
        other |= ambiguous
    families = set.union(*listed("Words+FamilyNames.swift"))
    known, _ = listed("Words+Traits.swift", traits=".knownFamily")
    all_words = [words(text) for path in paths for text in texts(path)]
    total = collections.Counter(word for text in all_words for word in text)
    rare = {w for w in other if total[w] < 150 or w.startswith("ال") and w not in ("العربي", "الوطني")}
    in_texts, after_name = collections.Counter(), collections.Counter()
    for text in all_words:
        in_texts.update(set(text))
        for before, word in zip([""] + text, text):
            if before in given or before in rare or before in ("بن", "ابن", "ال") \
                    or before.startswith("عبدال"):
                after_name[word] += 1
    common = set()
    for word, count in in_texts.items():
        if count < 3 or len(word) < 2 or not re.fullmatch("[\u0621-\u064a]+", word):
            continue
        if word in given or word in families or word.startswith("عبدال"):
            continue
        share = after_name[word] / total[word]
        if share < 0.12 or total[word] > 400 and share < 0.25:
            common.add(word)
    common = {w for w in common if not (w[0] == "و" and w[1:] in given)}
    common = {w for w in common if not any(s in common for s in stripped(w))}
    common -= set(map(key, NAMES.split())) | known
    write(sorted(common))


def write(common):
    lines, line = [], ""
    for word in common:
        if len(line) + len(word) > 88:
            lines.append(line)
            line = ""
        line = (line + " " + word).strip()
    lines.append(line)
    body = "\n".join(" " * 8 + line for line in lines)
    (LEXICON / "Words+Common.swift").write_text(
        "/// Words that news uses as something other than a name: a name ends before them.\n///\n"
        "/// Counted in the texts of the ANT corpus (Apache 2.0) and of the Wojood sample (MIT), by\n"
        "/// `.tools/count-common-words.py`; names taken out by hand.\n"
        "let commonWords: [WordList] = [\n    WordList(\n        .commonWord, .asWritten,\n"
        f'        """\n{body}\n        """)\n]\n', encoding="utf-8")
    print(len(common), "words")


if __name__ == "__main__":
    main(sys.argv[1:])
