"""Write names.tsv, the table of name words in Arabic letters with their Latin spelling.

Needs arabic-name-romanizer (MIT; its index of names is Wikidata's, CC0, and DziriNames', MIT), which is installed for
this script only: `python -m rasid.enrichment.romanisation.build`.
"""

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path

from rasid.enrichment.gazetteers.tables import read
from rasid.enrichment.romanisation.letters import spell
from rasid.enrichment.romanisation.words import ARTICLE, SERVANT, key_of, words_of

FOLDER = Path(__file__).parent
WEIGHTS = {**dict.fromkeys(("DZ", "MA", "TN", "MR", "DJ", "KM"), 0.2), "PK": 0.3}
"""Of a vote from where names are spelled the French way (Youcef, Djamel) or as in Urdu."""
_INNER_ARTICLE = re.compile(r" (?:[AEU]l|Ad|Ed|Ud|Ar|As) (?=\w)")
LEAST_VOTES = 2
COMPOUND = 2

CERTAIN_VOTES = 5
LEADERS = FOLDER.parent / "languages" / "leaders.tsv"
SHORTEST_OF_LEADERS = 3
LEAST_LIKENESS_OF_LEADERS = 0.55
LEAST_LIKENESS = 0.45
"""Of a spelling to the word's letters, where few bear it: names were paired by machine, and some amiss."""

Votes = Mapping[str, Mapping[str, float]]


def index_rows() -> Iterator[tuple[str, str, str, int]]:
    """Arabic words, Latin spelling, country and number of bearers, from the package's index."""
    spec = find_spec("arabic_name_romanizer")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("arabic_name_romanizer")
    with sqlite3.connect(Path(spec.origin).parent / "resources" / "names.sqlite3") as index:
        yield from index.execute("SELECT arabic_key, latin, country, count FROM units ORDER BY rowid")


def votes() -> Votes:
    """How often each spelling is borne, by folded Arabic name."""
    rows = [(key_of(words_of(arabic)), latin, country, count) for arabic, latin, country, count in index_rows()]
    bare_names = {row[0] for row in rows}
    found: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, latin, country, count in rows:
        spelling = plain(latin)
        if spelling and is_one_name(key):
            if has_article(key, bare_names):
                spelling = without_article(key, spelling)
            found[key][spelling] += count * WEIGHTS.get(country, 1)
    return found


def is_one_name(key: str) -> bool:
    """A single word, or a compound such as `عبد الرحمن`."""
    words = key.split()
    return len(words) == 1 or (len(words) == COMPOUND and words[0] == SERVANT)


def has_article(key: str, names: set[str]) -> bool:
    """Whether the word without its first letters is a name too."""
    return key.startswith(ARTICLE) and key.removeprefix(ARTICLE) in names


def without_article(key: str, spelling: str) -> str:
    """`Elsisi` of a word with an article is `Sisi`; of `Alimi` the first letters are العـ."""
    bare = spelling[len(ARTICLE) :]
    opening = key.removeprefix(ARTICLE)[:1]
    begins_with_it = opening not in "اع" and spelling[: len(ARTICLE)] in ("El", "Al")
    return bare[:1].upper() + bare[1:] if begins_with_it else spelling


def plain(latin: str) -> str:
    """A spelling in ASCII letters, capitalised, with the article apart: `ElBaradei` stays, `Al-Sisi` is `Sisi`."""
    letters = unicodedata.normalize("NFKD", latin.replace("'", "").replace("ı", "i"))
    ascii_only = "".join(letter for letter in letters if letter.isascii())
    words = [word[:1].upper() + word[1:] for word in ascii_only.replace("-", " ").split()]
    bare = words[1:] if len(words) > 1 and words[0] in ("Al", "El") else words
    return _INNER_ARTICLE.sub(" al-", " ".join(bare))


def spelled(candidates: Mapping[str, float]) -> str:
    """The spelling most borne; of equals the first by the alphabet."""
    return min(candidates, key=lambda spelling: (-candidates[spelling], spelling))


def own_names(file: str) -> Iterator[tuple[str, str]]:
    """Folded Arabic names with their spelling from one of our own lists."""
    for row in read(FOLDER / "sources" / file):
        for arabic in row["arabic"].split("|"):
            yield key_of(words_of(arabic)), row["latin"]


def leaders_names(known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Words of the leaders' names that stand in both languages side by side, as far as they are not known."""
    left_out = {*known, SERVANT}
    for row in read(LEADERS):
        for arabic in row["ar_names"].split("|"):
            for word, latin in side_by_side(words_of(arabic), row["en_names"].split("|")):
                key = key_of((word.removeprefix(ARTICLE),))
                if len(key) >= SHORTEST_OF_LEADERS and key not in left_out:
                    yield key, without_article(key_of((word,)), latin) if word.startswith(ARTICLE) else latin


def side_by_side(words: tuple[str, ...], spellings: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each word of a name with its spelling in the Latin name of as many words that is most like it."""
    spelled_out = list(map(spell, words))
    candidates = [plain(each.replace("al-", "")).split() for each in spellings]
    alike = [(sum(map(likeness, spelled_out, each)), each) for each in candidates if len(each) == len(words)]
    score, best = max(alike, default=(0.0, []))
    if score >= LEAST_LIKENESS_OF_LEADERS * len(words):
        yield from (
            (w, latin)
            for w, out, latin in zip(words, spelled_out, best, strict=True)
            if likeness(out, latin) >= LEAST_LIKENESS
        )


def likeness(one: str, other: str) -> float:
    """Of two words in Latin letters, 0 to 1."""
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def names() -> dict[str, str]:
    """All rows: the package's names, ours in place of them; a name with article only where it is spelled otherwise."""
    counted = {key: (spelled(each), sum(each.values())) for key, each in votes().items()}
    rows = {key: latin for key, (latin, total) in counted.items() if is_credible(key, latin, total)}
    own = {key: latin for file in ("foreign_names.tsv", "press_spellings.tsv") for key, latin in own_names(file)}
    rows |= own
    rows |= dict(leaders_names(rows))
    return {key: latin for key, latin in rows.items() if not is_redundant(key, latin, rows, own)}


def is_credible(key: str, latin: str, total: float) -> bool:
    """Whether a spelling is borne by enough people, and is of this word."""
    letters = " ".join(map(spell, key.removeprefix(ARTICLE).split()))
    return total >= CERTAIN_VOTES or (total >= LEAST_VOTES and likeness(letters, latin) >= LEAST_LIKENESS)


def is_redundant(key: str, latin: str, rows: dict[str, str], own: dict[str, str]) -> bool:
    """A word with article that is spelled as without, or ought to be."""
    bare = key.removeprefix(ARTICLE)
    return bare != key and key not in own and (bare in own or rows.get(bare) == latin)


def main() -> None:
    """Write the table."""
    rows = sorted(names().items())
    head = [
        "# source: Wikidata and DziriNames through arabic-name-romanizer; own work (sources/, leaders.tsv)",
        "# licence: CC0-1.0; MIT; Apache-2.0",
        "arabic\tlatin",
    ]
    lines = [*head, *(f"{arabic}\t{latin}" for arabic, latin in rows)]
    (FOLDER / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
