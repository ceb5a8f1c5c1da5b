"""Which rules can apply to an event, found without looking at all of them: two hundred rules are mostly watch lists.

Each rule is filed, for its type of event, under the texts or words of which the event must have one: the names it
watches, else a country, an action or the like. What else it asks is looked at where the event has one of these.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.fields import VARIABLES
from rasid.alerting.rules.mentions import words_in
from rasid.alerting.rules.plain import Every, Exists, Mentions, OneOf, Read, Subject, Test
from rasid.alerting.rules.rule import Rule
from rasid_schemas.extraction import Meeting, Participant

_Numbers = list[int]
_MOST_REMEMBERED = 16_384
"""Participants, and events by what rules are filed under, of which is known which rules ask for them."""
_TYPE = "event.type"


class Shortlist:
    """Rules by what they ask of an event first. Made once for a set of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._by_type = {kind: _OfType(_asked_of(kind, rules)) for kind in VARIABLES["event"].fields["type"].values}

    def of(self, seen: Seen) -> list[tuple[int, Rule]]:
        """The rules that may apply to a cluster, with their places among those given. Of the others none does.

        Each is the rule without what is already known to be true: what it was found by, and the type of event.
        """
        return self._by_type[seen.event.type].of(seen)


def _asked_of(kind: str, rules: Sequence[Rule]) -> Iterator[tuple[int, Rule]]:
    """The rules that can apply to one type of event, without the question whether it is of that."""
    for number, rule in enumerate(rules):
        of_type = [test for test in rule.condition.outline.tests if isinstance(test, OneOf) and test.path == _TYPE]
        if all(kind in test.texts for test in of_type):
            yield number, _without(rule, *of_type)


def _without(rule: Rule, *known: Test) -> Rule:
    """A rule that does not ask what is known to be true."""
    outline = rule.condition.outline
    left = replace(outline, tests=tuple(test for test in outline.tests if test not in known))
    return replace(rule, condition=replace(rule.condition, outline=left))


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


class _OfType:
    """The rules of one type of event."""

    def __init__(self, rules: Iterable[tuple[int, Rule]]) -> None:
        self._rules: dict[int, Rule] = {}
        self._unfiled: _Numbers = []
        self._filed: dict[_Place, _Filed] = {}
        self._of_somebody: dict[int, Exists] = {}
        """What those ask of a participant that are filed under theirs."""
        for number, rule in rules:
            self._file(number, rule)
        of_event = [filed for place, filed in self._filed.items() if not place.of_participants]
        self._by_value = [filed for filed in of_event if not filed.by_word]
        self._by_word = [filed for filed in of_event if filed.by_word]
        by_participant = [filed for place, filed in self._filed.items() if place.of_participants]
        self._asks_for_participants = bool(by_participant)
        self._with = lru_cache(maxsize=_MOST_REMEMBERED)(partial(_under_values, self._by_value))
        self._about = lru_cache(maxsize=_MOST_REMEMBERED)(partial(_asking_for, by_participant, self._of_somebody))

    def of(self, seen: Seen) -> list[tuple[int, Rule]]:
        """See `Shortlist.of`."""
        numbers = set(self._unfiled)
        if self._by_value:
            numbers.update(self._with(*[filed.read(seen) for filed in self._by_value]))
        for filed in self._by_word:
            numbers.update(filed.under(seen))
        if self._asks_for_participants and isinstance(seen.event, Meeting):
            for participant in seen.event.participants:
                numbers.update(self._about(participant))
        return [(number, self._rules[number]) for number in sorted(numbers)]

    def _file(self, number: int, rule: Rule) -> None:
        found = min(_asked_first(rule.condition.outline.tests), key=_effort, default=None)
        self._rules[number] = rule
        if found is None:
            self._unfiled.append(number)
            return
        filed = self._filed.setdefault(found.place, _Filed(found.read, found.place.by_word, {}))
        for text in found.texts:
            filed.numbers.setdefault(text, []).append(number)
        if isinstance(found.test, Exists):
            self._of_somebody[number] = found.test
        if not isinstance(found.test, Mentions):  # of which only the first word is known
            self._rules[number] = _without(rule, found.test)


def _under_values(filed: list[_Filed], *told: object) -> tuple[int, ...]:
    found = (each.numbers.get(value, ()) for each, value in zip(filed, told, strict=True))
    return tuple(chain.from_iterable(found))


def _asking_for(filed: list[_Filed], asked: Mapping[int, Exists], participant: Participant) -> tuple[int, ...]:
    """Those that ask for somebody, and this is one: the same people are told of again and again."""
    found = {number for each in filed for number in each.under(participant)}
    return tuple(number for number in found if asked[number].body.holds(participant))


class _Asked(NamedTuple):
    """A test that a rule could be filed by, and under which texts or words."""

    test: Test
    place: _Place
    read: Read
    texts: frozenset[str]


def _asked_first(tests: Iterable[Test]) -> Iterator[_Asked]:
    """All that a rule could be filed under."""
    for test in tests:
        if isinstance(test, Exists):
            body = test.body.tests if isinstance(test.body, Every) else (test.body,)
            for each in body:
                yield from _asked(test, each, of_participants=True)
        else:
            yield from _asked(test, test, of_participants=False)


def _asked(test: Test, part: Test, *, of_participants: bool) -> Iterator[_Asked]:
    if isinstance(part, OneOf):
        yield _Asked(test, _Place(part.path, False, of_participants), part.read, part.texts)
    elif isinstance(part, Mentions):
        yield _Asked(test, _Place(part.path, True, of_participants), part.text, part.phrases.first_words)


def _effort(asked: _Asked) -> tuple[bool, int]:
    """The names of participants before a field of the event; then what leaves the fewest choices."""
    return not asked.place.of_participants, len(asked.texts)
