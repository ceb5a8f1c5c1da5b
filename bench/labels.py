"""Articles of the corpus whose events of one type a careful reader has marked, as spans: none of their words is here.

`labels.jsonl` has a line an article and type. An event's fields are those of the gold set; what the article itself
says (names, roles, places, forces) is a span `[start, end)` of its text in code points. `part` says how it was marked:
`labelled` by those who write the rules, and read while they do; `blind` by somebody who never saw what is extracted,
and unread since.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from bench.corpus import DEFAULT_CORPUS, read_corpus
from bench.gold import ROOT, GoldArticle, Part, Record
from rasid_schemas.articles import RawArticle

LABELS = ROOT / "bench" / "labels.jsonl"
_ALL = 1_000_000
_PARTS = (("labelled", True), ("blind", False))
"""The parts, and whether their errors may be read."""
_SAID = ("force", "location", "name", "role")
_ALWAYS: dict[str, tuple[str, ...]] = {
    "meetings": ("location", "country", "date"),
    "troop_announcements": (
        *("force", "force_affiliation", "count", "count_min", "count_max", "count_from", "count_delta"),
        *("multiplier", "location", "country", "date"),
    ),
}


def marked_parts(labels: Path = LABELS, corpus: Path = DEFAULT_CORPUS) -> tuple[Part, ...]:
    """The marked articles, to be scored for the type that was marked; none where the corpus is not at hand."""
    if not corpus.is_file():
        return ()
    articles = {article.uri: article for article in read_corpus(corpus, _ALL)}
    lines = [orjson.loads(line) for line in labels.read_bytes().splitlines()]
    marked = [(str(line["part"]), _article(articles[line["uri"]], line)) for line in lines if line["uri"] in articles]
    parts = (Part(name, tuple(a for part, a in marked if part == name), readable) for name, readable in _PARTS)
    return tuple(part for part in parts if part.articles)


def _article(article: RawArticle, line: Record) -> GoldArticle:
    text, kind = text_of(article), str(line["kind"])
    record = {"lang": line["lang"], "meetings": [], "troop_announcements": []}
    record[kind] = [dict(_fields(text, kind, event)) for event in line["events"]]
    return GoldArticle(
        id=f"{article.uri}/{kind}",
        lang=line["lang"],
        outlet=article.source,
        published_at=article.published_at,
        text=text,
        record=record | {"id": f"{article.uri}/{kind}"},
        kinds=(kind,),
    )


def text_of(article: RawArticle) -> str:
    """What the spans point into: headline and body, the headline once."""
    if not article.headline or article.body.startswith(article.headline):
        return article.body
    return f"{article.headline}\n{article.body}"


def _fields(text: str, kind: str, event: Record) -> Iterator[tuple[str, Any]]:
    yield from dict.fromkeys(_ALWAYS[kind]).items()
    yield "approximate", False
    for name, value in event.items():
        if name == "participants":
            yield name, [dict(_fields_of_one(text, one)) for one in value]
        else:
            yield name, _words(text, name, value)


def _fields_of_one(text: str, participant: Record) -> Iterator[tuple[str, Any]]:
    yield from dict.fromkeys(("role", "affiliation")).items()
    yield from ((name, _words(text, name, value)) for name, value in participant.items())


def _words(text: str, name: str, value: Any) -> Any:  # noqa: ANN401  # as the gold set has it
    return text[value[0] : value[1]] if name in _SAID else value
