"""An Arabic noun phrase while it is read: titles, then a name."""

from typing import NamedTuple

from rasid.enrichment.extract.actors import Actor, ActorKind
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.titles import Title
from rasid.enrichment.languages.ar.words import words_of
from rasid.enrichment.languages.terms import OFFICIAL
from rasid.enrichment.text.normalise import fold

_SPELLED = (
    "نواب",
    "نائبا",
    "نائبي",
    "الوزيرا",
    "الوزيري",
    "الرئيسا",
    "الرئيسي",
    "السفيرا",
    "السفيري",
    "النائبا",
    "النائبي",
    "المبعوثا",
    "القائدا",
    "القائدي",
    "المستشارا",
    "وزراء",
    "رؤساء",
    "وزيري",
    "وزيرا",
    "رئيسي",
    "رئيسا",
    "قاده",
    "زعماء",
    "سفراء",
    "نظيري",
    "نظرائ",
)
PLURAL_OFFICES = tuple(fold(word) for word in _SPELLED)
"""What words for an office in the dual or plural begin with, folded."""


class Phrase(NamedTuple):
    """The tokens `[first, last)`, what they hold so far, and the name's tokens once it is read."""

    first: int
    last: int
    clitics: str = ""
    rank: Mark | None = None
    title: Title | None = None
    official: bool = False
    name: tuple[int, int] | None = None

    def ranked(self, rank: Mark) -> "Phrase":
        """With a rank or honorific; a military rank or a royal title makes an official."""
        official = self.official or rank.hit.code == "rank" or rank.hit.name in words_of("royal")
        kept = self.rank if self.rank is not None and self.rank.hit.code == "rank" else rank
        return self._replace(last=rank.last, rank=kept, official=official)

    def entitled(self, title: Title, office: Mark) -> "Phrase":
        """With a title of office; several make one long title."""
        joined = (
            title._replace(first=self.title.first, affiliation=self.title.affiliation or title.affiliation)
            if self.title
            else title
        )
        return self._replace(last=title.last, title=joined, official=self.official or office.hit.code == OFFICIAL)

    def longer(self, last: int) -> "Phrase":
        """With more tokens that say nothing."""
        return self._replace(last=last)

    def named(self, first: int, last: int) -> "Phrase":
        """With the person's name."""
        return self._replace(name=(first, last), last=last)


def actor_of(chart: Chart, phrase: Phrase, kind: ActorKind | None = None, affiliation: str | None = None) -> Actor:
    """The actor that a phrase names."""
    title = phrase.title
    start = chart.tokens.starts[phrase.first] + len(phrase.clitics)
    end = chart.tokens.ends[phrase.last - 1]
    name_start, name_end = _name_span(chart, phrase, start, end)
    name = chart.document.text[name_start:name_end]
    if chart.document.folded.startswith("لل", start - 1) and phrase.name is None:
        name = "ا" + name
    return Actor(
        kind=kind or ("person" if phrase.name else "office"),
        first=phrase.first,
        last=phrase.last,
        start=start,
        end=end,
        name=name,
        name_start=name_start,
        name_end=name_end,
        role=_role(chart, phrase, start),
        affiliation=affiliation or (title.affiliation if title else None),
        clitics=phrase.clitics,
        official=phrase.official,
        plural=chart.word(phrase.first)[len(phrase.clitics) :].startswith(PLURAL_OFFICES),
        former=bool(title and title.former),
        key=chart.document.folded[name_start:name_end] if phrase.name else "",
    )


def _name_span(chart: Chart, phrase: Phrase, start: int, end: int) -> tuple[int, int]:
    if phrase.name is None:
        first = phrase.title.first if phrase.title is not None else phrase.first  # معالي belongs to no office's name
        return (chart.tokens.starts[first] if first > phrase.first else start), end
    first, last = phrase.name
    begin = chart.tokens.starts[first]
    return (max(begin, start) if first == phrase.first else begin), chart.tokens.ends[last - 1]


def _role(chart: Chart, phrase: Phrase, start: int) -> str | None:
    if phrase.title is not None:
        return _words(chart, phrase.title.first, phrase.title.last, phrase.first, start)
    if phrase.rank is not None and (phrase.rank.hit.code == "rank" or _is_role(chart, phrase.rank)):
        return _words(chart, phrase.rank.first, phrase.rank.last, phrase.first, start)
    return None


def _words(chart: Chart, first: int, last: int, phrase_first: int, start: int) -> str:
    """The text of some tokens without the clitics of the phrase: of للرئيس الرئيس."""
    begin = max(chart.tokens.starts[first], start)
    words = chart.document.text[begin : chart.tokens.ends[last - 1]]
    cut = first == phrase_first and chart.document.folded.startswith("لل", start - 1)
    article = "ال" if words.startswith("لواء") else "ا"  # its own ل is not the article's
    return article + words if cut else words


def _is_role(chart: Chart, rank: Mark) -> bool:
    return chart.document.folded[rank.hit.start : rank.hit.end] in words_of("role_honorific")
