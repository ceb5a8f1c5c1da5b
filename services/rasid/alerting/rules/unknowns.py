"""Where a condition is not met because something is unknown, and whoever wrote it may not expect that.

`event.country == "IQ"` is not met where no country is known, as everybody expects. `event.country != "SY"` and
`event.troops_max < 500` are not met either, which many do not: unless the condition asks whether the field is known, or
has another way to be met beside it, that is worth a warning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.alerting.rules.expressions import Path, Word, paths, words

_SURPRISING = frozenset({"!=", "<", "<=", ">", ">="})
_HINTS = {
    "event.age_days": "; the key `recency` lets undated events pass",
    "event.troops_max": '; "thousands" has a minimum alone: `|| event.troops_min >= ...`',
}


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field whose being unknown nobody thought of. `word` is where, as written."""

    message: str
    word: str


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands in one pair of brackets, or in none."""

    is_negated: bool
    has_another_way: bool
    """Whether it is one of alternatives at this level."""


def unguarded(condition: str) -> Iterator[Unknown]:
    """Each field that may be unknown, once, where that alone keeps the condition from being met unexpectedly."""
    named = [path for path in paths(condition) if path.field is not None and path.field.may_be_unknown]
    asked_for = {path.text for path in named if _asks_whether_known(path)}
    told = set(asked_for)
    for path in named:
        if path.text not in told and not path.in_list and _surprises(path, _levels_around(condition, path)):
            told.add(path.text)
            yield Unknown(_message(path.text), path.names[-1].text)


def _message(field: str) -> str:
    fix = f"add `|| {field} == null` if it should be, `{field} != null &&` if not"
    return f"{field} may be unknown, and the condition is then not met: {fix}{_HINTS.get(field, '')}"


def _asks_whether_known(path: Path) -> bool:
    compared = {path.before[0].text, path.after[1].text}
    return "null" in compared or (path.before[0].text == "has" and path.after[0].text == ")")


def _surprises(path: Path, levels: Sequence[_Level]) -> bool:
    """Levels from the outermost to the innermost: within a negation, alternatives are none."""
    negations = [position for position, level in enumerate(levels) if level.is_negated]
    reachable = levels[: negations[0]] if negations else levels
    if any(level.has_another_way for level in reachable):
        return False
    return (
        bool(negations) or path.before[1].text == "!" or bool({path.before[1].text, path.after[0].text} & _SURPRISING)
    )


def _levels_around(condition: str, path: Path) -> list[_Level]:
    sentence = words(condition)
    place = next(position for position, word in enumerate(sentence) if word.start == path.start)
    opened: list[int] = [-1]
    for position, word in enumerate(sentence[:place]):
        if word.text in ("(", "[", "{"):
            opened.append(position)
        elif word.text in (")", "]", "}") and len(opened) > 1:
            opened.pop()
    return [_level(sentence, position) for position in opened]


def _level(sentence: Sequence[Word], opened: int) -> _Level:
    depth, has_another_way = 0, False
    for word in sentence[opened + 1 :]:
        depth += (word.text in ("(", "[", "{")) - (word.text in (")", "]", "}"))
        if depth < 0:
            break
        has_another_way |= depth == 0 and word.text in ("||", "?")
    return _Level(_is_negated(sentence, opened), has_another_way)


def _is_negated(sentence: Sequence[Word], opened: int) -> bool:
    """Whether `!` stands before the bracket, or before the call that it belongs to."""
    position = opened - 1
    while position > 0 and (sentence[position].kind == "name" or sentence[position].text == "."):
        position -= 1
    return opened > 0 and sentence[position].text == "!"
