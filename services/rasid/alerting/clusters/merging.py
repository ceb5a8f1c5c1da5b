"""What the reports of one event tell together: the most informative value of each field."""

from datetime import datetime
from typing import Any, NamedTuple

from rasid.alerting.clusters.lean import assembled, kept_once, lean_part
from rasid.alerting.clusters.names import participant_name, same_words, words_of
from rasid.alerting.clusters.statuses import supersedes
from rasid_schemas.events import Event
from rasid_schemas.extraction import Extracted, Meeting, Participant, TroopAnnouncement

MergedEvent = Meeting | TroopAnnouncement

_FILLED_IN = (
    "country", "plover", "force", "force_affiliation", "count", "count_min", "count_max", "count_from",
    "count_delta", "multiplier", "troops_min", "troops_max",
)  # fmt: skip
"""Fields of which the first report that tells them is taken."""


class Merger(NamedTuple):
    """A merged event, and when the report was published that its status comes from."""

    event: MergedEvent
    status_published: datetime

    def with_report(self, report: MergedEvent, published: datetime) -> "Merger":
        """Add a report that came after those merged so far.

        The first report gives evidence, rule and action. Taken from whichever tells more: participants (the
        longest list, each spelled as first reported), date (the most precise), location (`Union III base, Baghdad`
        over `Baghdad`), mode (any over `unspecified`), confidence (the highest), numbers, force and country (the
        first told). A number counts as approximate only as long as every report hedges it. Status: see `supersedes`.
        """
        status, status_published = self.event.status, self.status_published
        if supersedes(report.status, published, status, status_published):
            status, status_published = report.status, published
        elif report.status == status:
            status_published = max(status_published, published)
        values = {**_common(self.event, report), **_particular(self.event, report), "status": status}
        return Merger(assembled(type(self.event), {**self.event.__dict__, **values}), status_published)


def as_merged(event: Event) -> MergedEvent:
    """The event without what ties it to its article."""
    model: type[MergedEvent] = Meeting if event.type == "meeting" else TroopAnnouncement
    return lean_part(model, event)


def _common(known: Extracted, new: Extracted) -> dict[str, Any]:
    told, said = known.__dict__, new.__dict__  # most names are no fields of a meeting
    values = {name: said[name] for name in _FILLED_IN if told.get(name, "") is None}
    values["date"] = max((known.date, new.date), key=lambda date: len(date or ""))
    values["location"] = _more_specific(known.location, new.location)
    values["confidence"] = max(known.confidence, new.confidence)
    return values


def _particular(known: MergedEvent, new: MergedEvent) -> dict[str, Any]:
    if isinstance(known, Meeting) and isinstance(new, Meeting):
        mode = new.mode if known.mode == "unspecified" else known.mode
        return {"participants": merge_participants(known.participants, new.participants), "mode": mode}
    if isinstance(known, TroopAnnouncement) and isinstance(new, TroopAnnouncement):
        return {"approximate": known.approximate and new.approximate}
    raise TypeError(f"a {known.type} does not merge with a {new.type}")


def _more_specific(known: str | None, new: str | None) -> str | None:
    if known is None or new is None:
        return known or new
    return new if set(words_of(new)) > set(words_of(known)) else known


def merge_participants(known: tuple[Participant, ...], new: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The longer list, its members spelled as first reported, with what either report tells of them."""
    longer, shorter, first_is_longer = (known, new, True) if len(known) >= len(new) else (new, known, False)
    names = [(participant_name(other), other) for other in shorter]
    merged = []
    for participant in longer:
        name = participant_name(participant)
        same = next((other for other_name, other in names if name.is_same(other_name)), None)
        if same is None or same is participant:
            merged.append(participant)
        else:
            merged.append(_filled_in(participant, same) if first_is_longer else _filled_in(same, participant))
    return tuple(merged)


def _filled_in(first: Participant, other: Participant) -> Participant:
    update: dict[str, object] = {
        name: getattr(other, name) for name in ("role", "affiliation") if getattr(first, name) is None
    }
    ours, theirs = words_of(first.name), words_of(other.name)
    if len(theirs) > len(ours) and same_words(ours, theirs):  # "Biden" became "Joe Biden"
        update["name"] = other.name
    update["name_latin"] = _better_latin(first, other)
    return kept_once(assembled(Participant, {**first.__dict__, **update}))


def _better_latin(first: Participant, other: Participant) -> str | None:
    """The first report's, unless it was spelled from Arabic and the other's was written so in full."""
    if first.name_latin is None or other.name_latin is None:
        return first.name_latin or other.name_latin
    ours, theirs = participant_name(first), participant_name(other)
    written_so = ours.arabic and not theirs.arabic and len(theirs.latin) >= len(ours.latin)
    return other.name_latin if written_so else first.name_latin
