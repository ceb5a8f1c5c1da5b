"""What people see on a terminal."""

from collections.abc import Callable, Sequence
from datetime import datetime

from rich.console import Console
from rich.text import Text

from rasid.commands.isolates import OUR_WORDS, Wrapped, isolated
from rasid.commands.letters import as_dead_letter, dead_letter_fields, letter_id, text
from rasid.commands.rows import Cell, Row, counted
from rasid.commands.tables import show_rows, told
from rasid.enrichment.explain.origins import Explanation
from rasid.runtime.dead_letters import DeadLetter
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.articles import ArticleWarning, EnrichedArticle
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.extraction import Meeting, TroopAnnouncement
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, CLUSTERS, MEETINGS, TROOP_ANNOUNCEMENTS

SEVERITY_STYLES = {"info": "cyan", "warning": "yellow", "critical": "bold red"}
INDENT = "\n        "


class Terminal:
    """Lines and tables in colour."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)
        self._show: dict[str, Callable[[bytes], Text]] = {
            ARTICLES_ENRICHED.name: lambda value: article_line(decode(EnrichedArticle, value)),
            MEETINGS.name: lambda value: meeting_lines(decode(Meeting, value)),
            TROOP_ANNOUNCEMENTS.name: lambda value: troop_lines(decode(TroopAnnouncement, value)),
            CLUSTERS.name: lambda value: cluster_lines(decode(EventCluster, value)),
            ALERTS.name: lambda value: alert_lines(decode(Alert, value)),
        }

    def article(self, article: EnrichedArticle) -> None:
        """The article's line, and its events below it."""
        self._print(article_line(article))
        for meeting in article.meetings:
            self._print(meeting_lines(meeting))
        for announcement in article.troop_announcements:
            self._print(troop_lines(announcement))
        for warning in article.warnings:
            self._print(warning_line(warning))

    def explained(self, article: EnrichedArticle, explanations: Sequence[Explanation]) -> None:
        """The text with its evidence marked, and where each field came from."""
        from rasid.commands.explanations import show_explained

        show_explained(self._console, article, explanations)

    def record(self, record: Record) -> None:
        """A message in a few lines, with its key; one that is not of the contract as it is."""
        letter = as_dead_letter(record)
        if letter is not None:
            self._print(Text.assemble((letter_id(letter), "red"), "  ", letter.code, "  ", isolated(letter.message)))
            return
        key = isolated(text(record.key) or "")
        if record.value is None:
            self._print(Text.assemble(("taken back", "yellow"), "  ", key))
            return
        try:
            self._print(Text.assemble(self._show[record.topic](record.value), INDENT, Text.assemble(key, style="dim")))
        except ContentError:
            self._print(isolated(text(record.value) or "(no value)"))

    def dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """A table: id, time, code, message."""
        columns = ("id", "time", "code", "message")
        self.table("dead letters", [{c: dead_letter_fields(letter)[c] for c in columns} for letter in letters])

    def dead_letter(self, letter: DeadLetter) -> None:
        """What it tells, its headers and its value."""
        for name, value in dead_letter_fields(letter).items():
            self._print(Text.assemble((f"{name:10}", "dim"), _field(value)))
        for name, header in letter.record.headers:
            self._print(Text.assemble(("header    ", "dim"), f"{name}: ", isolated(text(header) or "")))
        self._print(isolated(text(letter.record.value) or "(no value)"))

    def table(self, title: str, rows: Sequence[Row]) -> None:
        """A table or lines, or a word that there is nothing."""
        if rows:
            show_rows(self._console, title, rows)
        else:
            self._console.print(f"no {title}")

    def _print(self, lines: Text) -> None:
        self._console.print(Wrapped(lines))


def article_line(article: EnrichedArticle) -> Text:
    """Where it is from and what it is about."""
    headline = article.headline or article.text.strip().split("\n", 1)[0][:120]
    meetings, troops = len(article.meetings), len(article.troop_announcements)
    counts = f"  {counted(meetings, 'meeting')}, {counted(troops, 'troop announcement')}"
    return Text.assemble(
        ("ARTICLE ", "bold"), isolated(headline), (f"  {article.source or article.uri}", "dim"), counts
    )


def warning_line(warning: ArticleWarning) -> Text:
    """What was left out of an article, and the fix."""
    field = f"{warning.field}: " if warning.field else ""
    return Text.assemble(("WARNING ", "yellow"), field, isolated(warning.message))


def meeting_lines(meeting: Meeting) -> Text:
    """Who met, and where and when."""
    names = [_named(p.name, p.role) for p in meeting.participants]
    return Text.assemble(
        ("MEETING ", "bold green"),
        f"{meeting.status}, {meeting.mode.replace('_', ' ')}  ",
        Text(" · ").join(names),
        _place_and_date(meeting),
        _quote(meeting),
    )


def troop_lines(announcement: TroopAnnouncement) -> Text:
    """Whose troops, how many, where and when."""
    numbers = {
        "from": announcement.count_from,
        "to" if announcement.count_from is not None else "count": announcement.count,
        "min": announcement.count_min,
        "max": announcement.count_max,
        "by": announcement.count_delta,
        "times": announcement.multiplier,
    }
    figures = " ".join(f"{name} {value:,}" for name, value in numbers.items() if value is not None)
    return Text.assemble(
        ("TROOPS  ", "bold magenta"),
        f"{announcement.action}, {announcement.status}  ",
        isolated(announcement.force or announcement.force_affiliation or "?"),
        f"  {'about ' if announcement.approximate else ''}{figures}",
        _place_and_date(announcement),
        _quote(announcement),
    )


def cluster_lines(cluster: EventCluster) -> Text:
    """The event, and how many tell of it."""
    event = cluster.event
    lines = meeting_lines(event) if isinstance(event, Meeting) else troop_lines(event)
    counts = f"{counted(cluster.articles, 'article')}, {counted(cluster.sources, 'source')}"
    return Text.assemble(("CLUSTER ", "bold blue"), lines, (f"{INDENT}{counts}, revision {cluster.revision}", "dim"))


def alert_lines(alert: Alert) -> Text:
    """The alert's title and summary."""
    style = SEVERITY_STYLES[alert.severity]
    head = f"{alert.severity}, {alert.status}, rule {alert.rule}  "
    return Text.assemble(
        ("ALERT   ", style),
        (head, style),
        isolated(alert.title, OUR_WORDS),
        *(part for line in alert.summary.split("\n") for part in (INDENT, isolated(line, OUR_WORDS))),
    )


def _named(name: str, role: str | None) -> Text:
    return Text.assemble(isolated(name), " (", isolated(role), ")") if role else isolated(name)


def _place_and_date(event: Meeting | TroopAnnouncement) -> Text:
    place = isolated(event.location) if event.location else Text()
    country = f" [{event.country}]" if event.country else ""
    return Text.assemble("  ", place, country, f"  {event.date}" if event.date else "")


def _quote(event: Meeting | TroopAnnouncement) -> Text:
    quote = " ".join(event.evidence[0].quote.split())
    return Text.assemble(INDENT, Text.assemble("“", isolated(quote), "”", style="dim"))


def _field(value: Cell) -> Text:
    return isolated(told(value) if isinstance(value, datetime) else str(value))
