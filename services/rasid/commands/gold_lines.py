"""Feedback as lines of a gold set: articles with the events they tell, as those who work on extraction measure by.

A line holds of its article what was said to be right. What else the article tells is not known: `wrong` names what
was found and is not so, `unjudged` counts what nobody has said anything of. Whoever labels reads the article, adds what
is missing, and takes these two away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.events import Event, Identified, MeetingEvent
from rasid_schemas.feedback import Feedback

Json = dict[str, object]

_NOT_LABELLED = {"type", "confidence", "rule", "plover", "evidence", "troops_min", "troops_max"}
"""What the extractor says of an event, or derives, beside what the article tells."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The lines, and the articles that none could be made of, with the reason."""

    lines: tuple[bytes, ...]
    left_out: Mapping[str, str]


def gold_lines(feedback: Sequence[Feedback], articles: Mapping[str, EnrichedArticle]) -> Exported:
    """A line an article, in the order of the feedback; `articles` are those whose text is still there, by uri."""
    by_article: dict[str, list[Feedback]] = {}
    for each in feedback:
        by_article.setdefault(each.event.article.uri, []).append(each)
    lines, left_out = [], {}
    for uri, given in by_article.items():
        article = articles.get(uri)
        of_this_text = [each for each in given if article and each.event.article.revision == article.revision]
        if article is None:
            left_out[uri] = "its text is not on articles.enriched.v1 any more"
        elif not of_this_text:
            left_out[uri] = "its text has changed since"
        else:
            lines.append(orjson.dumps(_line(article, of_this_text)))
    return Exported(tuple(lines), left_out)


def _line(article: EnrichedArticle, given: Sequence[Feedback]) -> Json:
    right = [each.event for each in given if each.verdict == "right"]
    found = len(article.meetings) + len(article.troop_announcements)
    return {
        "id": article.uri,
        "lang": (article.language or "").split("-")[0],
        "outlet": article.source,
        "published_at": article.published_at.date().isoformat() if article.published_at else None,
        "annotators": 1,
        "text": article.text,
        "meetings": [_labelled(event) for event in right if isinstance(event, MeetingEvent)],
        "troop_announcements": [_labelled(event) for event in right if not isinstance(event, MeetingEvent)],
        "wrong": [_wrong(each) for each in given if each.verdict == "wrong"],
        "notes": [each.note for each in given if each.verdict == "right" and each.note],
        "unjudged": max(0, found - len(given)),
    }


def _wrong(feedback: Feedback) -> Json:
    return {"type": feedback.event.type, "note": feedback.note, **_labelled(feedback.event)}


def _labelled(event: Event) -> Json:
    fields = event.model_dump(mode="json", exclude=_NOT_LABELLED | set(Identified.model_fields))
    for participant in fields.get("participants", ()):
        del participant["name_latin"]
    return {**fields, "evidence": [[each.start, each.end] for each in event.evidence]}
