"""What an alert says: title and summary, in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rasid.alerting.render.changes import MOST_CHANGES, telling_changes
from rasid.alerting.render.quoting import best_quote
from rasid.alerting.render.tongue import Shown, Tongue
from rasid.alerting.render.tongues import TONGUES
from rasid.alerting.render.writing import Language, is_right_to_left, shortened
from rasid_schemas.alerts import AlertReason, AlertStatus, Change, EventCluster, Report
from rasid_schemas.extraction import Meeting

RuleLanguage = Literal["ar", "en", "source"]
"""What a rule asks for; `source` is the language of the first report."""

CERTAIN = 0.8
"""Confidence from which an event is told as certain: what docs/extraction.md measures."""
LONGEST_TITLE = 300
LONGEST_SUMMARY = 4_000
_LONGEST_LINK = 500


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why an alert is told now: what an `Alert` says beside its cluster."""

    status: AlertStatus = "firing"
    reason: AlertReason | None = None
    changes: tuple[Change, ...] = ()
    suppressed: int = 0


@dataclass(frozen=True, slots=True)
class AlertText:
    """Plain text, no markup. Names that run against the language stand between Unicode isolates."""

    title: str
    """One line."""
    summary: str
    """A line for what has changed, what happened, who says so, the quote and the link, as far as there are any."""
    language: Language
    quote: str
    """The first report's words, shortened; in the language of that report."""
    link: str
    """Of the first report that has one, else empty."""


def render(cluster: EventCluster, occasion: Occasion, language: RuleLanguage = "source") -> AlertText:
    """Tell a cluster: who, what, how many, where, when, how sure, what became of it, and how many say so."""
    chosen = _language_of(cluster) if language == "source" else language
    tongue, event = TONGUES[chosen], cluster.event
    headline, sentence = (_told(tongue, cluster, full) for full in (False, True))
    likely = event.confidence < CERTAIN
    news = "updated" if occasion.status == "updated" else occasion.reason
    quote, link = best_quote(cluster), _link(cluster)
    lines = (
        *_news(tongue, cluster, occasion),
        f"{sentence}.",
        tongue.unsure if likely else "",
        tongue.reported(cluster, _agreeing(cluster)),
        tongue.quoted(tongue.value(quote, len(quote) + 1), tongue.value(cluster.reports[0].source)) if quote else "",
        tongue.held_back(occasion.suppressed) if occasion.suppressed else "",
    )
    body = shortened("\n".join(filter(None, lines)), LONGEST_SUMMARY - len(link) - 1)
    return AlertText(
        title=shortened(tongue.title(headline, news, likely), LONGEST_TITLE),
        summary=f"{body}\n{link}" if link else body,
        language=chosen,
        quote=quote,
        link=link,
    )


def _told(tongue: Tongue, cluster: EventCluster, full: bool) -> str:
    event = cluster.event
    return tongue.meeting(event, full) if isinstance(event, Meeting) else tongue.troops(event, full)


def _news(tongue: Tongue, cluster: EventCluster, occasion: Occasion) -> Iterator[str]:
    if occasion.reason is not None:
        yield tongue.closing(occasion.reason)
    changes = telling_changes(occasion.changes)
    if changes:
        shown = [_shown(tongue, cluster, change) for change in changes[:MOST_CHANGES]]
        yield tongue.changed(shown, len(changes) - len(shown))


def _shown(tongue: Tongue, cluster: EventCluster, change: Change) -> Shown:
    before, after = (_value(tongue, cluster, change.field, each) for each in (change.before, change.after))
    return Shown(change.field, before, after)


def _value(tongue: Tongue, cluster: EventCluster, field: str, told: str | None) -> str:
    match field:
        case "status" | "mode" | "action" | "approximate":
            return tongue.word(told or "")
        case "date":
            return tongue.date(told)
        case "country" | "force_affiliation":
            return tongue.affiliation(told)
        case "participants":
            return _person(tongue, cluster, told)
        case "articles" | "sources":
            return told or ""
    return f"{int(told):,}" if told and told.isdecimal() and field not in _TEXTS else tongue.value(told)


_TEXTS = frozenset({"location", "force"})


def _person(tongue: Tongue, cluster: EventCluster, told: str | None) -> str:
    """One who takes part, written as in the rest of the alert where the change says no more than that."""
    for participant in cluster.event.participants if isinstance(cluster.event, Meeting) else ():
        role = participant.role
        if told == (f"{participant.name} ({role})" if role else participant.name):
            return tongue.participant(participant, full=True)
    return tongue.value(told)


def _agreeing(cluster: EventCluster) -> int:
    """How many sources tell the event's status; all of them where not every report says what it tells."""
    status = cluster.event.status
    if cluster.articles > len(cluster.reports) or any(report.status is None for report in cluster.reports):
        return cluster.sources
    agreeing = {_source(report) for report in cluster.reports if report.status == status}
    others = {_source(report) for report in cluster.reports if report.status != status}
    return min(len(agreeing), cluster.sources) if others - agreeing else cluster.sources


def _source(report: Report) -> str:
    host = (report.url or "").partition("://")[2].partition("/")[0]
    return (report.source or host or report.uri).casefold()


def _link(cluster: EventCluster) -> str:
    return next((report.url for report in cluster.reports if report.url and _is_link(report.url)), "")


def _is_link(url: str) -> bool:
    """Whether it can be shown: an address on the web in one piece, without letters that are not to be seen."""
    if len(url) > _LONGEST_LINK or not url.isprintable() or " " in url:
        return False
    return url.lower().startswith(("https://", "http://"))


def _language_of(cluster: EventCluster) -> Language:
    """That of the first report, English where it is another; where it names none, that of its evidence."""
    first = cluster.reports[0]
    if first.language:
        return "ar" if first.language.split("-")[0].lower() == "ar" else "en"
    return "ar" if any(is_right_to_left(each.quote) for each in first.evidence[:1]) else "en"
