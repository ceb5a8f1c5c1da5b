"""What an alert says: its title and summary, in the language of the first report."""

from collections.abc import Iterator
from dataclasses import dataclass

from rasid.alerting.render.troop_numbers import troop_numbers
from rasid.alerting.render.writing import Language, Writer, written_in
from rasid_schemas.alerts import EventCluster
from rasid_schemas.extraction import Meeting, Participant, TroopAnnouncement

MOST_NAMED = 3
"""Participants that a title names; the summary names all."""


@dataclass(frozen=True, slots=True)
class AlertText:
    """A title of one line and a summary of a few sentences. Plain text, no markup."""

    title: str
    summary: str
    language: Language


def render(cluster: EventCluster, rule_applies: bool = True) -> AlertText:
    """Tell a cluster: who, what, how many, where, when, what became of it, and how many say so."""
    writer = written_in(cluster)
    event = cluster.event
    if isinstance(event, Meeting):
        title, told = _meeting_title(event, writer), _meeting_sentences(event, writer)
    else:
        title, told = _troop_title(event, writer), _troop_sentences(event, writer)
    closing = [writer.reported(cluster.articles, cluster.sources), *([] if rule_applies else [writer.words.no_longer])]
    return AlertText(title, " ".join(f"{sentence}." for sentence in (*told, *closing)), writer.language)


def _meeting_title(meeting: Meeting, writer: Writer) -> str:
    words = writer.words
    named = [name for name in (_name(each, writer) for each in meeting.participants) if name]
    first, others = named[:1], named[1:MOST_NAMED]
    if len(named) > MOST_NAMED:
        others.append(words.others)
    if others:
        who = words.together[meeting.mode, meeting.status].format(first[0], writer.listed(others))
    else:
        who = words.alone[meeting.status].format(first[0] if first else words.nobody)
    place = words.place.format(writer.value(meeting.location)) if meeting.location else ""
    return who + place + writer.dated(meeting.date)


def _meeting_sentences(meeting: Meeting, writer: Writer) -> Iterator[str]:
    words = writer.words
    who = [_with_role(participant, writer) for participant in meeting.participants]
    if who:
        yield words.participants.format(words.comma.join(who))
    if meeting.mode in words.mode:
        yield words.mode_label.format(words.mode[meeting.mode])
    yield words.status_label.format(words.status[meeting.status])
    yield from _where_and_when(meeting, writer)


def _troop_title(announcement: TroopAnnouncement, writer: Writer) -> str:
    what = writer.words.announcement[announcement.action, announcement.status]
    number = troop_numbers(announcement, writer)
    force = writer.value(announcement.force or announcement.force_affiliation)
    how_many = f"{number} ({force})" if number and force else number or force
    place = writer.value(announcement.location)
    details = writer.words.comma.join(part for part in (how_many, place) if part)
    return f"{what}: {details}" if details else what


def _troop_sentences(announcement: TroopAnnouncement, writer: Writer) -> Iterator[str]:
    words = writer.words
    force = writer.value(announcement.force or announcement.force_affiliation)
    if force:
        yield words.force.format(force)
    number = troop_numbers(announcement, writer)
    if number:
        yield words.troops.format(number)
    yield words.status_label.format(words.status[announcement.status])
    yield from _where_and_when(announcement, writer)


def _where_and_when(event: Meeting | TroopAnnouncement, writer: Writer) -> Iterator[str]:
    if event.location:
        yield writer.words.location.format(writer.value(event.location))
    if event.date:
        yield writer.words.date.format(writer.date(event.date))


def _with_role(participant: Participant, writer: Writer) -> str:
    name, role = _name(participant, writer), writer.value(participant.role)
    return f"{name} ({role})" if role else name


def _name(participant: Participant, writer: Writer) -> str:
    return writer.name(participant.name, participant.name_latin)
