"""A rule's condition: CEL, checked and compiled once, evaluated on every cluster."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

import cel

from rasid.alerting.rules.expression_checks import function_problems, path_problems
from rasid.alerting.rules.expressions import Path, paths
from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.fields import VARIABLES, WATCHLISTS, watchlists_field
from rasid.alerting.rules.mentions import joined
from rasid.alerting.rules.outline import Outline, outline_of

LONGEST = 4000
"""Letters of a condition."""

Watchlists = Mapping[str, tuple[str, ...]]
"""The names and aliases of each watchlist, by its name."""

_SYNTAX_ERROR = re.compile(r"<input>:(\d+):(\d+): (?:Syntax error: )?(.*)")
_SPELLINGS = {"and": "&&", "or": "||", "not": "!", "= ": "==", "AND": "&&", "OR": "||", "NOT": "!"}
_KINDS: dict[type, str] = {int: "number", float: "number", str: "text", list: "list", datetime: "time"}
_FAILURES = (ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
"""What the library raises for a comparison with something that is not there or does not fit."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was checked. Make one with `compile_condition`."""

    text: str
    spelled_out: str
    """With the texts of the watchlists in it."""
    program: cel.Program
    named: frozenset[str] = frozenset()
    """The fields it names, such as `event.country`."""
    outline: Outline = field(default_factory=Outline)
    """What of it is seen without CEL."""

    def is_true_of(self, seen: Seen) -> bool:
        """The same as `holds`, with CEL only for what the outline does not tell."""
        return self.outline.admits(seen) and (self.outline.is_whole or self.holds(seen.facts))

    def holds(self, facts: cel.Context) -> bool:
        """Whether it is true of a cluster. What the event does not tell makes it false, never an error."""
        try:
            return self.program.execute(facts) is True
        except _FAILURES:
            return False


@dataclass(frozen=True, slots=True)
class ConditionProblem:
    """What is wrong with a condition, with the fix. `word` is where, as written, if it is one word's fault."""

    message: str
    word: str = ""


def compile_condition(
    text: str, samples: tuple[cel.Context, ...] = (), watchlists: Watchlists = MappingProxyType({})
) -> Condition | tuple[ConditionProblem, ...]:
    """Compile a condition, or say everything that is wrong with it.

    `samples` are facts in which every field is known; on them it must give true or false. `watchlists` are those that
    it may name; their texts become part of it.
    """
    if len(text) > LONGEST:
        return (ConditionProblem(f"longer than {LONGEST} letters: split the rule in two"),)
    if not text.strip():
        return (ConditionProblem('empty: write a condition, or "true" for every event'),)
    try:
        written = cel.compile(text)
    except ValueError as error:
        return (ConditionProblem(_syntax_message(str(error))),)
    named = list(paths(text, {**VARIABLES, WATCHLISTS: watchlists_field(watchlists)}))
    problems = [problem for path in named for problem in _path_problems(path)]
    problems += [ConditionProblem(message) for message in function_problems(written.functions())]
    fields = frozenset(field for path in named for field in _fields_named(path))
    spelled_out = _spelled_out(text, named, watchlists)
    condition = Condition(text, spelled_out, cel.compile(spelled_out), fields, outline_of(spelled_out))
    problems = problems or [ConditionProblem(message) for message in _sample_problems(condition, samples)]
    return tuple(problems) or condition


def _fields_named(path: Path) -> Iterator[str]:
    """Its first two names; all that a variable has where it stands alone, as in `event["country"]`."""
    first = path.names[0].text
    if len(path.names) > 1:
        yield f"{first}.{path.names[1].text}"
    elif path.variable is not None:
        yield from (f"{first}.{name}" for name in path.variable.fields)


def _path_problems(path: Path) -> Iterator[ConditionProblem]:
    word = path.names[0 if path.variable is None else -1].text
    return (ConditionProblem(message, word) for message in path_problems(path))


def _syntax_message(error: str) -> str:
    found = _SYNTAX_ERROR.search(error)
    if found is None:
        return error.splitlines()[0]
    line, column, fault = found.groups()
    fault = fault.split(" expecting {")[0].replace("<EOF>", "end of the condition")
    hint = next(
        (f"; write {right} for {wrong.strip()}" for wrong, right in _SPELLINGS.items() if wrong in fault.split("'")), ""
    )
    return f"not CEL at line {line}, column {column} of the condition: {fault}{hint}"


def _sample_problems(condition: Condition, samples: tuple[cel.Context, ...]) -> Iterator[str]:
    for sample in samples:
        try:
            result = condition.program.execute(sample)
        except (LookupError, ArithmeticError):  # a field of the other type of event, an element that is not there
            continue
        except (RuntimeError, TypeError, ValueError) as error:
            yield f"cannot be evaluated: {str(error).splitlines()[0]}"
            return
        if not isinstance(result, bool):
            yield f"gives a {_KINDS.get(type(result), 'value')}, not true or false: compare it with something"
            return


def _spelled_out(text: str, named: list[Path], watchlists: Watchlists) -> str:
    """Spell out what is in watchlists, comparisons with null, and with what stands for null in lists (see `facts`)."""
    edits = (edit for path in named for edit in _edits(path, watchlists))
    for start, end, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[end:]
    return text


def _edits(path: Path, watchlists: Watchlists) -> Iterator[tuple[int, int, str]]:
    if len(path.names) == 1:
        return
    if path.names[0].text == WATCHLISTS:
        listed = watchlists.get(path.names[1].text, ())
        is_looked_for = [*(word.text for word in path.before), path.after[0].text] == ["mentions", "(", ")"]
        yield path.start, path.end, json.dumps(joined(listed) if is_looked_for else listed, ensure_ascii=False)
        return
    has = f'({path.text} != "")' if path.in_list else f"has({path.text})"
    (before_last, before), (after, after_next) = path.before, path.after
    if after.text in ("==", "!=") and after_next.text == "null":
        yield path.start, after_next.end, has if after.text == "!=" else f"!{has}"
    elif before.text in ("==", "!=") and before_last.text == "null":
        yield before_last.start, path.end, has if before.text == "!=" else f"!{has}"
    elif not path.in_list:
        return
    elif before_last.text == "has" and after.text == ")":
        yield before_last.start, after.end, has
    elif after.text == "!=":
        yield path.start, path.start, f"{has} && "
    elif before.text == "!=" and before_last.kind in ("text", "number"):
        yield before_last.start, before_last.start, f"{has} && "
