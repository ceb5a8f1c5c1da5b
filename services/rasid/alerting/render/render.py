"""What an alert says: title and summary, in the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rasid.alerting.render.changes import MOST_CHANGES, shown, telling_changes
from rasid.alerting.render.quoting import best_quote
from rasid.alerting.render.tongue import Tongue
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
    tongue, quote, link = TONGUES[chosen], best_quote(cluster), _link(cluster)
    news = "updated" if occasion.status == "updated" else occasion.reason
    title = tongue.title(_told(tongue, cluster, full=False), news, _is_unsure(cluster))
    lines = filter(None, _lines(tongue, cluster, occasion, quote))
    body = shortened("\n".join(lines), LONGEST_SUMMARY - len(link) - 1)
    return AlertText(
        title=shortened(title, LONGEST_TITLE),
        summary=f"{body}\n{link}" if link else body,
        language=chosen,
        quote=quote,
        link=link,
    )


class Renderer:
    """Writes the alerts of one record: rules that tell the same of a cluster tell it in one text, written once."""

    def __init__(self) -> None:
        self._texts: dict[tuple[int, Occasion, RuleLanguage], tuple[EventCluster, AlertText]] = {}

    def render(self, cluster: EventCluster, occasion: Occasion, language: RuleLanguage) -> AlertText:
        """See `render`."""
        key = (id(cluster), occasion, language)  # the cluster is kept, so that no other one has its number
        if key not in self._texts:
            self._texts[key] = (cluster, render(cluster, occasion, language))
        return self._texts[key][1]


def _lines(tongue: Tongue, cluster: EventCluster, occasion: Occasion, quote: str) -> Iterator[str]:
    yield from _news(tongue, cluster, occasion)
    yield f"{_told(tongue, cluster, full=True)}."
    if _is_unsure(cluster):
        yield tongue.unsure
    yield tongue.reported(cluster, _agreeing(cluster))
    if quote:
        yield tongue.quoted(tongue.value(quote, len(quote) + 1), tongue.value(cluster.reports[0].source))
    if occasion.suppressed:
        yield tongue.held_back(occasion.suppressed)


def _is_unsure(cluster: EventCluster) -> bool:
    return cluster.event.confidence < CERTAIN


def _told(tongue: Tongue, cluster: EventCluster, full: bool) -> str:
    event = cluster.event
    return tongue.meeting(event, full) if isinstance(event, Meeting) else tongue.troops(event, full)


def _news(tongue: Tongue, cluster: EventCluster, occasion: Occasion) -> Iterator[str]:
    if occasion.reason is not None:
        yield tongue.closing(occasion.reason)
    changes = telling_changes(occasion.changes)
    if changes:
        yield tongue.changed(shown(changes[:MOST_CHANGES], cluster, tongue), len(changes[MOST_CHANGES:]))


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
