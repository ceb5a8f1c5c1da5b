"""Which rules can apply to an event, found without looking at all of them: two hundred rules are mostly watch lists.

Each rule is filed under the texts or words of which the event must have one: the names it watches, else a country, an
action or the like, else its type. What else it asks is looked at where the event has one of these.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rasid.alerting.rules.mentions import words_in
from rasid.alerting.rules.plain import Every, Exists, Mentions, OneOf, Read, Subject, Test
from rasid.alerting.rules.rule import Rule
from rasid_schemas.alerts import EventCluster
from rasid_schemas.extraction import Meeting

_Numbers = list[int]


class _Place(NamedTuple):
    """Where an event tells something: how it is read, and whether its words count or all of it."""

    path: str
    by_word: bool
    of_participants: bool


class Shortlist:
    """Rules by what they ask of an event first. Made once for a set of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._unfiled: _Numbers = []
        self._reads: dict[_Place, Read] = {}
        self._filed: dict[_Place, dict[Hashable, _Numbers]] = {}
        for number, rule in enumerate(rules):
            self._file(number, rule)

    def of(self, cluster: EventCluster) -> Iterator[tuple[int, Rule]]:
        """The rules that may apply to a cluster, with their places among those given. Of the others none does."""
        numbers = set(self._unfiled)
        for place, read in self._reads.items():
            filed = self._filed[place]
            for text in _texts(cluster, place, read):
                numbers.update(filed.get(text, ()))
        return ((number, self._rules[number]) for number in sorted(numbers))

    def _file(self, number: int, rule: Rule) -> None:
        found = min(_asked_first(rule.condition.outline.tests), key=_effort, default=None)
        if found is None:
            self._unfiled.append(number)
            return
        place, read, texts = found
        self._reads.setdefault(place, read)
        filed = self._filed.setdefault(place, {})
        for text in texts:
            filed.setdefault(text, []).append(number)


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


def _texts(cluster: EventCluster, place: _Place, read: Read) -> Iterator[Hashable]:
    """What an event tells in a place."""
    if not place.of_participants:
        subjects: tuple[Subject, ...] = (cluster,)
    else:
        subjects = cluster.event.participants if isinstance(cluster.event, Meeting) else ()
    for subject in subjects:
        told = read(subject)
        if place.by_word and isinstance(told, str):
            yield from words_in(told)
        elif not place.by_word:
            yield told
