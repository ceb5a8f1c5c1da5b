"""What a person reads of an alert, whatever the channel: title, summary, the words that say so, the link."""

from dataclasses import dataclass

from rasid_schemas.alerts import Alert, Report


@dataclass(frozen=True, slots=True)
class Message:
    """An alert's text. What is not known is empty."""

    title: str
    summary: str
    quote: str
    """As the first article with a link has it, else the first."""
    source: str
    """The outlet of that article."""
    link: str

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All but the title: the lines of the summary, which has quote and link where its author wants them."""
        return tuple(line for line in self.summary.split("\n") if line.strip())


def message_of(alert: Alert) -> Message:
    """The text of an alert, in the language in which it is written."""
    report = _quoted(alert.cluster.reports)
    quote = report.evidence[0].quote if report.evidence else ""
    title, quote = (" ".join(text.split()) for text in (alert.title, quote))
    return Message(title, alert.summary, quote, report.source or "", report.url or "")


def _quoted(reports: tuple[Report, ...]) -> Report:
    return next((report for report in reports if report.url), reports[0])
