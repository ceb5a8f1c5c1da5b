"""Events of nobody: names made of syllables in both scripts, a share of them told again by another outlet.

The same seed gives the same events.
"""

from base64 import urlsafe_b64encode
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from uuid import UUID, uuid5

from rasid.runtime.records import Record
from rasid_schemas.articles import ArticleReference
from rasid_schemas.codec import encode
from rasid_schemas.events import Event, MeetingEvent, TroopAnnouncementEvent
from rasid_schemas.extraction import Evidence, Participant
from rasid_schemas.topics import MEETINGS, TROOP_ANNOUNCEMENTS

START = datetime(2026, 1, 5, tzinfo=UTC)
_NAMESPACE = UUID("2f1c2b0e-6b1b-5b43-9d55-8f6a4b8f0f11")
_LATIN = "ba ru sha mi ka lan dor fi ha zu ter wal nas gim sol qa ri mun jad hel ost bek tam yul rad sef"
_ARABIC = "با رو شا مي كا لان دور في ها زو تر وال ناس جيم سول قا ري من جاد هل وست بك تام يول راد سف"
_SYLLABLES = tuple(zip(_LATIN.split(), _ARABIC.split(), strict=True))
_ROLES = (("defence minister", "وزير الدفاع"), ("foreign minister", "وزير الخارجية"), ("president", "الرئيس"),
          ("prime minister", "رئيس الوزراء"), ("ambassador", "السفير"), ("army chief of staff", "رئيس أركان الجيش"),
          (None, None))  # fmt: skip
_COUNTRIES = ("IQ", "SY", "JO", "EG", "LB", "SA", "TR", "US", "FR", "DE", "GB", "ML", "LY", "YE", "SD", "IT")
_MODES = ("in_person", "phone", "video", "unspecified")
_TROOP_STATUSES = ("announced", "announced", "under_way", "completed", "proposed", "denied")
_TOLD_AGAIN_WITHIN = 20_000
"""Events, from which one that is told again is chosen."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody made up, by the name of either script."""

    latin: str
    arabic: str
    role: tuple[str | None, str | None]
    country: str

    def told(self, arabic: bool) -> Participant:
        """As an article in one of the languages names them."""
        name = self.arabic if arabic else self.latin
        return Participant(name=name, role=self.role[arabic], affiliation=self.country, name_latin=self.latin)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What happened, before anybody tells it."""

    people: tuple[Person, ...]
    place: tuple[str, str]
    country: str
    day: str
    count: int | None
    choice: int


class EventMaker:
    """Makes the records of one event topic, in order."""

    def __init__(self, meetings: bool, seed: int, told_again: float, pace: timedelta) -> None:
        self._meetings = meetings
        self._random = Random(seed)
        self._told_again = told_again
        self._pace = pace
        self._recent: deque[_Subject] = deque(maxlen=_TOLD_AGAIN_WITHIN)
        self.people = [self._person() for _ in range(8_000)]
        self._places = [self._name() for _ in range(600)]
        self._offset = 0

    def records(self, count: int) -> Iterator[Record]:
        """The next records; each comes `pace` after the one before it."""
        topic = MEETINGS if self._meetings else TROOP_ANNOUNCEMENTS
        for _ in range(count):
            time = START + self._offset * self._pace
            event = self._event(time)
            timestamp = round(time.timestamp() * 1000)
            yield Record(topic.name, 0, self._offset, timestamp, event.event_id.encode(), encode(event))
            self._offset += 1

    def _event(self, time: datetime) -> Event:
        again = bool(self._recent) and self._random.random() < self._told_again
        subject = self._random.choice(self._recent) if again else self._subject(time)
        if not again:
            self._recent.append(subject)
        return self._meeting(subject, time) if self._meetings else self._troops(subject, time)

    def _subject(self, time: datetime) -> _Subject:
        random = self._random
        number = int(random.triangular(1, 4, 2))
        people = tuple(self.people[int(len(self.people) * random.random() ** 3)] for _ in range(number))
        day = (time + timedelta(days=random.randint(-3, 3))).date().isoformat()
        count = random.choice((None, *range(50, 9_000, 10)))
        place, country = random.choice(self._places), random.choice(_COUNTRIES)
        return _Subject(people, place, country, day, count, random.randrange(60))

    def _meeting(self, subject: _Subject, time: datetime) -> MeetingEvent:
        arabic = self._random.random() < 0.5
        return MeetingEvent(
            **self._common(subject, time, arabic),
            participants=tuple(person.told(arabic) for person in dict.fromkeys(subject.people)),
            mode=_MODES[subject.choice % 4],
            status=("held", "held", "planned", "cancelled")[self._random.randrange(4)],
            plover="CONSULT:visit",
        )

    def _troops(self, subject: _Subject, time: datetime) -> TroopAnnouncementEvent:
        arabic = self._random.random() < 0.5
        return TroopAnnouncementEvent(
            **self._common(subject, time, arabic),
            action=("increase", "decrease", "deploy", "withdraw", "maintain", "strength")[subject.choice % 6],
            status=self._random.choice(_TROOP_STATUSES),
            force=subject.people[0].told(arabic).name,
            force_affiliation=subject.people[0].country,
            count=subject.count,
            troops_min=subject.count,
            troops_max=subject.count,
            plover="MOBILIZE:troops",
        )

    def _common(self, subject: _Subject, time: datetime, arabic: bool) -> dict[str, object]:
        random, outlet = self._random, self._random.randrange(200)
        uri = f"https://outlet{outlet}.example/{'ar' if arabic else 'en'}/{self._offset}"
        quote = " ".join(self._name()[arabic] for _ in range(random.randint(8, 20)))
        return {
            "event_id": str(uuid5(_NAMESPACE, uri)),
            "revision": sha256(uri.encode()).hexdigest()[:16],
            "article": ArticleReference(
                uri=uri, url=uri, source=f"Outlet {outlet}", headline=quote[:60], language="ar" if arabic else "en",
                published_at=time - timedelta(minutes=random.randrange(600)),
                revision=sha256(quote.encode()).hexdigest()[:16], extractor_version="1.0.0",
                fingerprint=_fingerprint(random),
            ),
            "location": subject.place[arabic] if random.random() < 0.7 else None,
            "country": subject.country if random.random() < 0.8 else None,
            "date": subject.day if random.random() < 0.8 else None,
            "evidence": (Evidence(start=60, end=60 + len(quote), quote=quote),),
            "confidence": 0.5 + random.randrange(50) / 100,
            "rule": f"rule-{subject.choice}",
        }  # fmt: skip

    def _person(self) -> Person:
        first, last = self._name(), self._name()
        country, role = self._random.choice(_COUNTRIES), self._random.choice(_ROLES)
        return Person(f"{first[0]} {last[0]}", f"{first[1]} {last[1]}", role, country)

    def _name(self) -> tuple[str, str]:
        syllables = [self._random.choice(_SYLLABLES) for _ in range(self._random.randint(2, 4))]
        return "".join(latin for latin, _ in syllables).title(), "".join(arabic for _, arabic in syllables)


def _fingerprint(random: Random) -> str:
    """Of a text that nobody else has, in the shape that `schemas/README.md` defines."""
    return f"1:{random.randrange(40, 600)}:{urlsafe_b64encode(random.randbytes(128)).decode().rstrip('=')}"
