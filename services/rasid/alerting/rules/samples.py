"""Two clusters of which everything is known, one of each type: what a new rule is tried on."""

from datetime import UTC, datetime

from rasid_schemas.alerts import EventCluster, Report
from rasid_schemas.extraction import Evidence, Meeting, Participant, TroopAnnouncement

_NOON = datetime(2024, 5, 20, 12, tzinfo=UTC)
_QUOTE = Evidence(start=0, end=1, quote=".")


def _cluster(event: Meeting | TroopAnnouncement) -> EventCluster:
    report = Report(
        event_id="sample", uri="sample", url="https://news.example/1", source="Sample", language="en",
        published_at=_NOON, evidence=event.evidence,
    )  # fmt: skip
    return EventCluster(
        cluster_id="sample", revision=1, event=event, reports=(report,), articles=1, sources=1, first_seen=_NOON,
        last_seen=_NOON,
    )  # fmt: skip


_MEETING = Meeting(
    participants=(
        Participant(name="A", role="Minister", affiliation="IQ", name_latin="A"),
        Participant(name="B", role="Commander", affiliation="NATO", name_latin="B"),
    ),
    mode="in_person", status="held", location="Baghdad", country="IQ", date="2024-05-20", evidence=(_QUOTE,),
    confidence=1.0, rule="sample", plover="CONSULT:visit",
)  # fmt: skip

_TROOPS = TroopAnnouncement(
    action="increase", force="troops", force_affiliation="NATO", count=4000, count_min=4000, count_max=4000,
    count_from=500, count_delta=3500, multiplier=8.0, approximate=True, status="announced", troops_min=4000,
    troops_max=4000, location="Baghdad", country="IQ", date="2024-05-20", evidence=(_QUOTE,), confidence=1.0,
    rule="sample", plover="MOBILIZE:troops",
)  # fmt: skip

SAMPLES = (_cluster(_MEETING), _cluster(_TROOPS))
BARE_SAMPLES = (
    _cluster(Meeting(evidence=(_QUOTE,), confidence=0.5, rule="sample")),
    _cluster(TroopAnnouncement(action="deploy", status="announced", evidence=(_QUOTE,), confidence=0.5, rule="sample")),
)
"""Two of which hardly anything is known."""
