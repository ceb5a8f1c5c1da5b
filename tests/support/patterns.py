"""Every regular expression of the packages, and texts that would make a backtracking one run away."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]  # what `re` itself parses with
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import rasid
import rasid_schemas

PACKAGES = (rasid, rasid_schemas)
MOST_UNITS = 24
_CATEGORIES: dict[Any, str] = {
    codes.CATEGORY_DIGIT: "7",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_WORD: "-",
    codes.CATEGORY_NOT_SPACE: "a",
}


def modules() -> Iterator[ModuleType]:
    """Every module of the packages but the programs that build data and run workers."""
    for package in PACKAGES:
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith((".__main__", ".build")):
                yield importlib.import_module(found.name)


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every compiled pattern that a module holds, also in its tuples and dictionaries, with where it is."""
    seen: set[int] = set()
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _patterns_in(value):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    yield f"{module.__name__}.{name}", pattern


def _patterns_in(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, dict):
        yield from _patterns_in(list(value.values()))


def calls_of_re() -> Iterator[tuple[str, str]]:
    """The functions of `re` that sources call, with their places: `compile` at module level is what `patterns` sees."""
    for package in PACKAGES:
        for path in sorted(Path(str(package.__file__)).parent.rglob("*.py")):
            tree = ast.parse(path.read_text())
            for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
                if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "re":
                    yield f"{path.name}:{call.lineno}", call.func.attr


def pumps(pattern: re.Pattern[Any], length: int) -> Iterator[str | bytes]:
    """Texts of about a length: each thing that the pattern looks for again and again, then something else."""
    for unit in list(dict.fromkeys(_units(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))))[:MOST_UNITS]:
        text = unit * (length // len(unit)) + "\x00"
        yield text.encode() if isinstance(pattern.pattern, bytes) else text


def _units(parsed: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """A sample of the whole, then of every repeated part, of parts in a row, and of every single part."""
    whole = _sample(parsed)
    yield from filter(None, (whole, whole[:-1], whole[: len(whole) // 2]))
    for code, argument in parsed:
        for inner in _inner(code, argument):
            yield from _units(inner)
        yield from filter(None, (_sample([(code, argument)]),))


def _inner(code: Any, argument: Any) -> Iterator[Any]:
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        yield argument[2]
    elif code is codes.SUBPATTERN:
        yield argument[-1]
    elif code is codes.ATOMIC_GROUP:
        yield argument
    elif code is codes.BRANCH:
        yield from argument[1]


def _sample(parsed: Iterable[tuple[Any, Any]]) -> str:
    """A short text that the pattern matches, or nearly: what lies ahead and behind is left out."""
    return "".join(_sampled(code, argument) for code, argument in parsed)


def _sampled(code: Any, argument: Any) -> str:
    if code is codes.LITERAL:
        return chr(argument)
    if code is codes.NOT_LITERAL:
        return "b" if chr(argument) == "a" else "a"
    if code is codes.ANY:
        return "a"
    if code is codes.IN:
        return _one_of(argument)
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        return _sample(argument[2]) * max(1, min(int(argument[0]), 3))
    inner = next(_inner(code, argument), None)
    return _sample(inner) if inner is not None else ""


def _one_of(choices: list[tuple[Any, Any]]) -> str:
    code, argument = choices[0]
    if code is codes.NEGATE:
        matches = re.compile(f"[^{''.join(_in_class(*choice) for choice in choices[1:])}]")
        return "".join(letter for letter in "ab 7.,-A\nا" if matches.match(letter))[:1]
    if code is codes.RANGE:
        return chr(argument[0])
    return _CATEGORIES[argument] if code is codes.CATEGORY else chr(argument)


def _in_class(code: Any, argument: Any) -> str:
    if code is codes.RANGE:
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    if code is codes.LITERAL:
        return re.escape(chr(argument))
    names = {codes.CATEGORY_DIGIT: "d", codes.CATEGORY_WORD: "w", codes.CATEGORY_SPACE: "s"}
    names |= {codes.CATEGORY_NOT_DIGIT: "D", codes.CATEGORY_NOT_WORD: "W", codes.CATEGORY_NOT_SPACE: "S"}
    return "\\" + names[argument]
