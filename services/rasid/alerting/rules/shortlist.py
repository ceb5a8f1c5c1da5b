"""Which rules can apply to an event, told without CEL: most of them ask for a type, a country or a status first.

What stands in a condition between `&&` outside all brackets has to be true of itself. Where such a part compares a
field of the event with texts that are written out, the event is looked at here, at a fraction of what CEL costs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.alerting.rules.expressions import words
from rasid.alerting.rules.rule import Rule
from rasid_schemas.extraction import Meeting, TroopAnnouncement

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_WEAKER = frozenset(("||", "?"))
"""Outside brackets these join all that `&&` joins with something else."""
_TEXT = r"""(?:"[^"\\]*"|'[^'\\]*')"""
_GUARD = re.compile(rf"\s*event\.(\w+)\s*(?:==\s*({_TEXT})|in\s*\[\s*({_TEXT}(?:\s*,\s*{_TEXT})*)\s*\])\s*")


@dataclass(frozen=True, slots=True)
class Guard:
    """A field of the event, and the texts of which it must be one."""

    field: str
    texts: frozenset[str]

    def admits(self, event: Meeting | TroopAnnouncement) -> bool:
        """Whether the event's field is one of them."""
        return getattr(event, self.field, None) in self.texts


class Shortlist:
    """Rules by what they ask of an event first. Made once for a set of rules."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        guarded = [(number, rule, guards_of(rule.condition.text)) for number, rule in enumerate(rules)]
        self._by_type = {
            kind: [(number, rule, guards) for number, rule, guards in guarded if _may_be(kind, guards)]
            for kind in ("meeting", "troop_announcement")
        }

    def of(self, event: Meeting | TroopAnnouncement) -> list[tuple[int, Rule]]:
        """The rules that may apply to an event, with their places among those given. Of the others none does."""
        return [
            (number, rule)
            for number, rule, guards in self._by_type[event.type]
            if all(guard.admits(event) for guard in guards)
        ]


def guards_of(condition: str) -> tuple[Guard, ...]:
    """What has to be true of an event for the condition to be true, as far as that can be seen."""
    found = (_GUARD.fullmatch(part) for part in _joined(condition))
    return tuple(_guard(match) for match in found if match)


def _joined(condition: str) -> Iterator[str]:
    """What `&&` joins outside brackets."""
    depth, start, parts = 0, 0, []
    for word in words(condition):
        depth += (word.text in _OPENING) - (word.text in _CLOSING)
        if depth == 0 and word.text in _WEAKER:
            return
        if depth == 0 and word.text == "&&":
            parts.append(condition[start : word.start])
            start = word.end
    yield from (*parts, condition[start:])


def _guard(match: re.Match[str]) -> Guard:
    texts = re.findall(_TEXT, match[2] or match[3])
    return Guard(match[1], frozenset(text[1:-1] for text in texts))


def _may_be(kind: str, guards: Sequence[Guard]) -> bool:
    return all(kind in guard.texts for guard in guards if guard.field == "type")
