"""What people see on a terminal.

Every piece of article text stands in a first-strong isolate (U+2068 ... U+2069), so that Arabic runs from
right to left inside itself and leaves the line around it in order, on any terminal that knows Unicode's
bidirectional algorithm.
"""

from collections.abc import Callable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rasid.commands.letters import as_dead_letter, dead_letter_fields, letter_id, text
from rasid.enrichment.explain.origins import Explanation
from rasid.runtime.dead_letters import DeadLetter
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert, EventCluster
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.extraction import Meeting, TroopAnnouncement
from rasid_schemas.topics import ALERTS, ARTICLES_ENRICHED, CLUSTERS, MEETINGS, TROOP_ANNOUNCEMENTS

SEVERITY_STYLES = {"info": "cyan", "warning": "yellow", "critical": "bold red"}
_ISOLATES = range(0x2066, 0x206A)
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))
OUR_WORDS = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}") | {0x0A: "\n", 0x09: " "}
"""What Rasid writes itself isolates what it quotes; whatever else moves the cursor or turns the line is shown."""
THEIR_WORDS = OUR_WORDS | dict.fromkeys(_ISOLATES, "\N{REPLACEMENT CHARACTER}")
"""An article must not move the cursor, turn the line around, or end its isolate."""


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
        self._console.print(article_line(article))
        for meeting in article.meetings:
            self._console.print(meeting_lines(meeting))
        for announcement in article.troop_announcements:
            self._console.print(troop_lines(announcement))

    def explained(self, article: EnrichedArticle, explanations: Sequence[Explanation]) -> None:
        """The text with its evidence marked, and where each field came from."""
        from rasid.commands.explanations import show_explained

        show_explained(self._console, article, explanations)

    def record(self, record: Record) -> None:
        """A message in a few lines; one that is not of the contract as it is."""
        letter = as_dead_letter(record)
        if letter is not None:
            self._console.print(Text.assemble((letter_id(letter), "red"), "  ", letter.code, "  ", letter.message))
            return
        if record.value is None:
            self._console.print(Text.assemble(("taken back", "yellow"), "  ", isolated(text(record.key) or "")))
            return
        try:
            self._console.print(self._show[record.topic](record.value))
        except ContentError:
            self._console.print(isolated(text(record.value) or "(no value)"))

    def dead_letters(self, letters: Sequence[DeadLetter]) -> None:
        """A table: id, time, code, message."""
        columns = ("id", "time", "code", "message")
        self.table("dead letters", [{c: dead_letter_fields(letter)[c] for c in columns} for letter in letters])

    def dead_letter(self, letter: DeadLetter) -> None:
        """What it tells, its headers and its value."""
        for name, value in dead_letter_fields(letter).items():
            self._console.print(Text.assemble((f"{name:10}", "dim"), str(value)))
        for name, header in letter.record.headers:
            self._console.print(Text.assemble(("header    ", "dim"), f"{name}: ", isolated(text(header) or "")))
        self._console.print(isolated(text(letter.record.value) or "(no value)"))

    def table(self, title: str, rows: Sequence[dict[str, str | int | None]]) -> None:
        """A table, or a word that there is nothing."""
        if not rows:
            self._console.print(f"no {title}")
            return
        table = Table(title=title, title_justify="left")
        for name in rows[0]:
            table.add_column(name, overflow="fold")
        for row in rows:
            table.add_row(*("" if value is None else isolated(str(value)) for value in row.values()))
        self._console.print(table)


def isolated(content: str, characters: Mapping[int, str] = THEIR_WORDS) -> Text:
    """Text of an article, kept from changing the direction of what is around it or the terminal's state."""
    return Text(f"\u2068{content.translate(characters)}\u2069")


def article_line(article: EnrichedArticle) -> Text:
    """Where it is from and what it is about."""
    headline = article.headline or article.text.strip().split("\n", 1)[0][:120]
    counts = f"  {len(article.meetings)} meetings, {len(article.troop_announcements)} troop announcements"
    return Text.assemble(
        ("ARTICLE ", "bold"), isolated(headline), (f"  {article.source or article.uri}", "dim"), counts
    )


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
    told = " ".join(f"{name} {value:,}" for name, value in numbers.items() if value is not None)
    return Text.assemble(
        ("TROOPS  ", "bold magenta"),
        f"{announcement.action}, {announcement.status}  ",
        isolated(announcement.force or announcement.force_affiliation or "?"),
        f"  {'about ' if announcement.approximate else ''}{told}",
        _place_and_date(announcement),
        _quote(announcement),
    )


def cluster_lines(cluster: EventCluster) -> Text:
    """The event, and how many tell of it."""
    event = cluster.event
    lines = meeting_lines(event) if isinstance(event, Meeting) else troop_lines(event)
    told = f"\n        {cluster.articles} articles, {cluster.sources} sources, revision {cluster.revision}"
    return Text.assemble(("CLUSTER ", "bold blue"), lines, (told, "dim"))


def alert_lines(alert: Alert) -> Text:
    """The alert's title and summary."""
    style = SEVERITY_STYLES[alert.severity]
    head = f"{alert.severity}, {alert.status}, rule {alert.rule}  "
    return Text.assemble(
        ("ALERT   ", style),
        (head, style),
        isolated(alert.title, OUR_WORDS),
        *(part for line in alert.summary.split("\n") for part in ("\n        ", isolated(line, OUR_WORDS))),
    )


def _named(name: str, role: str | None) -> Text:
    return Text.assemble(isolated(name), " (", isolated(role), ")") if role else isolated(name)


def _place_and_date(event: Meeting | TroopAnnouncement) -> Text:
    place = isolated(event.location) if event.location else Text()
    country = f" [{event.country}]" if event.country else ""
    return Text.assemble("  ", place, country, f"  {event.date}" if event.date else "")


def _quote(event: Meeting | TroopAnnouncement) -> Text:
    quote = " ".join(event.evidence[0].quote.split())
    return Text.assemble("\n        ", Text.assemble("“", isolated(quote), "”", style="dim"))
