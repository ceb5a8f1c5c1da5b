"""Which rules can apply to an event, found without looking at all of them: two hundred rules are mostly watch lists.

Each rule is filed under the texts or words of which the event must have one: the names it watches, else a country, an
action or the like, else its type. What else it asks is looked at where the event has one of these.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.mentions import words_in
from rasid.alerting.rules.plain import Every, Exists, Mentions, OneOf, Read, Subject, Test
from rasid.alerting.rules.rule import Rule
from rasid_schemas.extraction import Meeting, Participant

_Numbers = list[int]
_MOST_REMEMBERED = 16_384
"""Participants, and events by what rules are filed under, of which is known which rules ask for them."""


class _Place(NamedTuple):
    """Where an event tells something: how it is read, and whether its words count or all of it."""

    path: str
    by_word: bool
    of_participants: bool


class _Filed(NamedTuple):
    """Rules by the texts or words of which the event must have one in this place."""

    read: Read
    by_word: bool
    numbers: dict[Hashable, _Numbers]

    def under(self, subject: Subject) -> Iterable[int]:
        """Those that ask for what is told there."""
        told = self.read(subject)
        if not self.by_word:
            return self.numbers.get(told, ())
        words = words_in(told) if isinstance(told, str) else ()
        return [number for word in words for number in self.numbers.get(word, ())]


class Shortlist:
    """Rules by what they ask of an event first. Made once for a set of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._unfiled: _Numbers = []
        self._filed: dict[_Place, _Filed] = {}
        for number, rule in enumerate(rules):
            self._file(number, rule)
        of_event = [filed for place, filed in self._filed.items() if not place.of_participants]
        self._by_value = [filed for filed in of_event if not filed.by_word]
        self._by_word = [filed for filed in of_event if filed.by_word]
        of_participants = [filed for place, filed in self._filed.items() if place.of_participants]
        self._asks_for_participants = bool(of_participants)
        self._with = lru_cache(maxsize=_MOST_REMEMBERED)(partial(_under_values, self._by_value))
        self._about = lru_cache(maxsize=_MOST_REMEMBERED)(partial(_under_participant, of_participants))

    def of(self, seen: Seen) -> list[tuple[int, Rule]]:
        """The rules that may apply to a cluster, with their places among those given. Of the others none does."""
        numbers = set(self._unfiled).union(self._with(*[filed.read(seen) for filed in self._by_value]))
        for filed in self._by_word:
            numbers.update(filed.under(seen))
        if self._asks_for_participants and isinstance(seen.event, Meeting):
            for participant in seen.event.participants:
                numbers.update(self._about(participant))
        return [(number, self._rules[number]) for number in sorted(numbers)]

    def _file(self, number: int, rule: Rule) -> None:
        found = min(_asked_first(rule.condition.outline.tests), key=_effort, default=None)
        if found is None:
            self._unfiled.append(number)
            return
        place, read, texts = found
        filed = self._filed.setdefault(place, _Filed(read, place.by_word, {}))
        for text in texts:
            filed.numbers.setdefault(text, []).append(number)


def _under_values(filed: list[_Filed], *told: object) -> tuple[int, ...]:
    found = (each.numbers.get(value, ()) for each, value in zip(filed, told, strict=True))
    return tuple(chain.from_iterable(found))


def _under_participant(filed: list[_Filed], participant: Participant) -> tuple[int, ...]:
    return tuple(chain.from_iterable(each.under(participant) for each in filed))


_Asked = tuple[_Place, Read, frozenset[str]]


def _asked_first(tests: Iterable[Test]) -> Iterator[_Asked]:
    """All that a rule could be filed under."""
    for test in tests:
        if isinstance(test, Exists):
            body = test.body.tests if isinstance(test.body, Every) else (test.body,)
            for each in body:
                yield from _asked(each, of_participants=True)
        else:
            yield from _asked(test, of_participants=False)


def _asked(test: Test, *, of_participants: bool) -> Iterator[_Asked]:
    if isinstance(test, OneOf):
        yield _Place(test.path, False, of_participants), test.read, test.texts
    elif isinstance(test, Mentions) and len(test.reads) == 1:
        yield _Place(test.path, True, of_participants), test.reads[0], test.phrases.first_words


def _effort(asked: _Asked) -> tuple[bool, bool, int]:
    """The names of participants before a field of the event, the type last; then what leaves the fewest choices."""
    place, _, texts = asked
    return place.path == "event.type", not place.of_participants, len(texts)
