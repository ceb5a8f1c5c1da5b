"""An English person or office, made of the tokens of its title and name."""

from rasid.enrichment.extract.actors import Actor, ActorKind
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.apposed import with_tail
from rasid.enrichment.languages.en.titles import Title
from rasid.enrichment.languages.en.words import ARTICLES, words_of

_TAIL = 8
"""Tokens behind a name that may still say something of its bearer."""


def person_of(chart: Chart, title: Title, first: int, behind: int) -> Actor:
    """The person of a name and a title, with what stands behind the name."""
    return with_tail(chart, actor_of(chart, title, "person", first, behind), behind + _TAIL)


def actor_of(chart: Chart, title: Title, kind: ActorKind, name_first: int, name_last: int) -> Actor:
    """The actor of a title and a name; of a title alone the name is the title."""
    first, last = min(title.first, name_first), max(title.last, name_last)
    tokens, text = chart.tokens, chart.document.text
    if kind == "office" and chart.word(name_first) in ARTICLES:
        name_first += 1
    name_start, name_stop = tokens.starts[name_first], tokens.ends[name_last - 1]
    plural = title.office is not None and chart.word(title.office.last - 1).endswith("s")
    return Actor(
        kind=kind,
        first=first,
        last=last,
        start=tokens.starts[first],
        end=tokens.ends[last - 1],
        name=text[name_start:name_stop],
        name_start=name_start,
        name_end=name_stop,
        role=_role(chart, title),
        affiliation=title.affiliation,
        official=title.official,
        plural=kind == "office" and plural,
        former=title.former,
        key=_key(chart, name_first, name_last) if kind == "person" else "",
    )


def _key(chart: Chart, first: int, last: int) -> str:
    """The name's words, without initials and with hyphened parts as one."""
    folded = chart.document.folded[chart.tokens.starts[first] : chart.tokens.ends[last - 1]]
    return " ".join(word for word in folded.replace(".", " ").split() if len(word) > 1) or folded


def _role(chart: Chart, title: Title) -> str | None:
    if title.office is None and not title.counterpart:
        if title.rank is None or title.rank.hit.name in words_of("no_role"):
            return None
        return chart.document.text[title.rank.hit.start : title.rank.hit.end]
    first = title.first
    while first < title.last and chart.word(first) in ARTICLES and not title.counterpart:
        first += 1
    return chart.source(first, title.last)
