"""`rasid feedback`: what people say of events, kept with the event for work on extraction."""

from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from rasid.commands.errors import USAGE, CommandError
from rasid.commands.judged_events import JudgedEvents, named_events
from rasid.commands.moments import aware, to_the_second
from rasid.commands.operator import Desk, author_of, now
from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.runtime.reading import read_to_end
from rasid.runtime.settings import Settings
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.events import Event
from rasid_schemas.feedback import Feedback, Verdict
from rasid_schemas.topics import FEEDBACK


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict as the command line gives it."""

    verdict: Verdict
    note: str | None = None
    author: str | None = None

    def on(self, event: Event, at: datetime) -> Feedback:
        """The message on one event; raises CommandError."""
        author = author_of(self.author)
        try:
            return Feedback(
                event_id=event.event_id, verdict=self.verdict, note=self.note, author=author, at=at, event=event
            )
        except ValidationError as error:
            problem = error.errors()[0]
            raise CommandError(f"{problem['loc'][0]}: {problem['msg']}", USAGE) from None


async def give_feedback(
    settings: Settings, given: str, every_report: bool, judgement: Judgement, output: Output
) -> None:
    """Write a verdict on an event, or on those of an alert or cluster; raises CommandError."""
    author_of(judgement.author)
    events = _meant(given, every_report, await named_events(settings, given))
    time = now()
    feedback = [judgement.on(event, time) for event in events]
    await Desk(settings, FEEDBACK).write(*((each.event_id, _ce_id(each), each) for each in feedback))
    output.table("feedback given", [_row(each) for each in feedback])


async def list_feedback(settings: Settings, since: datetime | None, output: Output) -> None:
    """Show the newest verdict on each event, the oldest first."""
    output.table("feedback", [_row(each) for each in await newest_feedback(settings, since)])


async def newest_feedback(settings: Settings, since: datetime | None) -> list[Feedback]:
    """The newest verdict on each event, of those given `since` or later; the oldest first."""
    newest: dict[str, Feedback] = {}
    async with aclosing(read_to_end(settings, [FEEDBACK])) as records:
        async for record in records:
            try:
                feedback = decode(Feedback, record.value or b"")
            except ContentError:
                continue  # nobody's verdict
            newest.pop(feedback.event_id, None)
            newest[feedback.event_id] = feedback
    return [each for each in newest.values() if since is None or each.at >= aware(since)]


def _meant(given: str, every_report: bool, named: JudgedEvents) -> Sequence[Event]:
    if every_report:
        events: Sequence[Event] = named.reports or ([named.event] if named.event else [])
    elif named.event is not None:
        return [named.event]
    else:
        events = named.reports
    if not events:
        raise CommandError(
            f"there is no event, alert or cluster {given} on the topics, or no more; "
            "`rasid tail meetings --from-beginning`, or troops, shows the events there are"
        )
    if len(events) > 1 and not every_report:
        listed = "\n".join(f"  {each.event_id}  {_article(each)}" for each in events)
        raise CommandError(f"{given} has {len(events)} reports; name one of them, or give --all-reports:\n{listed}")
    return events


def _article(event: Event) -> str:
    article = event.article
    return " · ".join(word for word in (article.source, article.headline, article.url or article.uri) if word)


def _ce_id(feedback: Feedback) -> str:
    return f"{feedback.event_id}:{int(feedback.at.timestamp() * 1000)}"


def _row(feedback: Feedback) -> Row:
    event = feedback.event
    return {
        "event_id": feedback.event_id,
        "verdict": feedback.verdict,
        "type": event.type,
        "article": event.article.uri,
        "told": event.evidence[0].quote,
        "note": feedback.note,
        "author": feedback.author,
        "at": to_the_second(feedback.at),
    }
