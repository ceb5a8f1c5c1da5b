"""From an article's text to the `Document` that the rules work on."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import cache

from rasid.enrichment.languages.terms import gazetteer_terms
from rasid.enrichment.text.document import Document, Hit, Sentence, Tokens
from rasid.enrichment.text.inserts import blanked, inserts_of
from rasid.enrichment.text.normalise import fold
from rasid.enrichment.text.scanner import Scanner
from rasid.enrichment.text.sections import Line, classify_lines
from rasid.enrichment.text.sentences import sentence_spans, tokenise
from rasid_schemas.extraction import Section, SectionKind

DATELINE_LENGTH = 90
_OPENING = 30
_AGENCY_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+")
_BYLINE_AND_PLACE = re.compile(r"[^.:]{3,70}?[-–][^.:]{2,30}:\s")
_DATELINE_SIGN = re.compile(r"[:)–-]|واس")
"""One of which is in every dateline."""
_DATELINE_END = re.compile(r"\s?:\s|\s?-{1,3}\s|\)[\s-]{1,4}(?=\S)|\sواس\s")


def read_document(
    text: str, language: str, published_on: date | None, source: str | None, headline: str | None
) -> Document:
    """Fold, divide and scan a text once."""
    inserts = inserts_of(text)
    folded = blanked(fold(text), inserts)
    headline_end = len(headline) if headline and text.startswith(headline) else 0
    tokens = tokenise(folded)
    hits = scanner(language).scan(text, folded)
    lines, dateline = _with_dateline(classify_lines(folded, headline_end), text, folded, hits)
    return Document(
        text=text,
        folded=folded,
        language=language,
        published_on=published_on,
        source=source,
        headline_end=headline_end or max((line.end for line in lines if line.kind == "headline"), default=0),
        sections=_sections(lines),
        sentences=_sentences(folded, lines, tokens),
        tokens=tokens,
        hits=hits,
        dateline=dateline,
        inserts=inserts,
    )


@cache
def scanner(language: str) -> Scanner:
    """The scanner over all gazetteers of a language, built once."""
    return Scanner(gazetteer_terms(language), language)


def _with_dateline(lines: list[Line], text: str, folded: str, hits: tuple[Hit, ...]) -> tuple[list[Line], Hit | None]:
    """Split the dateline off each line of the body that opens with one; the first names the article's place."""
    divided: list[Line] = []
    first: Hit | None = None
    for line in lines:
        place, end = _dateline(text, folded, line, hits) if line.kind == "body" else (None, 0)
        if place is None:
            divided.append(line)
            continue
        first = first or place
        divided += [Line(line.start, end, "dateline"), Line(end, line.end, "body")]
    return divided, first


def _dateline(text: str, folded: str, line: Line, hits: tuple[Hit, ...]) -> tuple[Hit | None, int]:
    furthest = min(line.end, line.start + DATELINE_LENGTH)
    if _DATELINE_SIGN.search(folded, line.start, furthest) is None:
        return None, 0
    byline = _BYLINE_AND_PLACE.match(folded, line.start, furthest)
    last = _last_place(byline[0].rstrip(": "), line.start, hits) if byline else None
    if byline and last:
        return last, byline.end()
    stop = _DATELINE_END.search(folded, line.start, furthest)
    if not stop or stop.end() >= line.end:
        return None, 0
    inside = hits[bisect_left(hits, (line.start,)) : bisect_left(hits, (stop.start(),))]
    places = [hit for hit in inside if hit.kind in ("place", "country") and not hit.clitics]
    opening = folded[line.start : places[0].start].strip() if places else "-"
    at_front = not opening or opening.endswith((" من", " from", "("))
    if not places or not at_front or len(opening) > _OPENING:
        return None, 0
    tells = _is_running_text(text[places[0].end : stop.start()])
    return (None, 0) if tells else (places[0], stop.end())


def _is_running_text(between: str) -> bool:
    """Whether more than an agency, a date or another place stands between the place and the dateline's end."""
    words = [word for word in _WORD.findall(between) if word not in ("and", "from")]
    if between.isascii():
        return any(word[0].islower() for word in words)
    return len(words) > _AGENCY_WORDS and not any(letter.isdigit() for letter in between)


def _last_place(byline: str, start: int, hits: tuple[Hit, ...]) -> Hit | None:
    """The place that closes a byline: عبدالله فلان- سبق- الدمام."""
    inside = hits[bisect_left(hits, (start,)) : bisect_left(hits, (start + len(byline),))]
    return next((hit for hit in inside if hit.kind == "place" and hit.end == start + len(byline)), None)


def _sections(lines: Iterable[Line]) -> tuple[Section, ...]:
    """Neighbouring lines of one kind as one section."""
    sections: list[tuple[int, int, SectionKind]] = []
    for start, end, kind in lines:
        if sections and sections[-1][2] == kind:
            start = sections.pop()[0]
        sections.append((start, end, kind))
    return tuple(Section(start=start, end=end, kind=kind) for start, end, kind in sections)


def _sentences(folded: str, lines: Iterable[Line], tokens: Tokens) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    first = 0
    for paragraph, line in enumerate(lines):
        for start, end in sentence_spans(folded, line.start, line.end):
            last = bisect_left(tokens.starts, end, lo=first)
            sentences.append(Sentence(start, end, line.kind, paragraph, len(sentences), first, last))
            first = last
    return tuple(sentences)
