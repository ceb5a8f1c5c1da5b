"""Watchlists: names with their aliases that conditions look for, in the rule file or in files of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from rasid.alerting.problems import Problem, suggestion
from rasid.alerting.rules.conditions import Watchlists
from rasid.alerting.rules.errors import RuleFileError
from rasid.alerting.rules.fields import WATCHLISTS as KEY
from rasid.alerting.rules.rule_file import RULES, read_rule_file
from rasid.alerting.yaml_list import kind_of, line_of

LONGEST = 1000
"""Names and aliases in one watchlist."""
LONGEST_NAME = 200

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")
_ENTRY_KEYS = ("name", "aliases")


@dataclass(frozen=True, slots=True)
class _Text:
    """A name or an alias, unchecked, and where it stands."""

    value: object
    line: int
    place: str


def watchlists_of(document: object, path: Path) -> tuple[Watchlists, tuple[Problem, ...]]:
    """The watchlists of a rule file, and everything that is wrong with them. `path` is that of the rule file."""
    if not isinstance(document, CommentedMap) or KEY not in document:
        return {}, ()
    listed = document[KEY]
    if not isinstance(listed, CommentedMap):
        message = f"found {kind_of(listed)}: write each watchlist as `name:` with its entries below"
        return {}, (Problem(line_of(document, KEY), KEY, message),)
    watchlists: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for name in listed:
        read = list(_watchlist(str(name), listed[name], line_of(listed, name), path))
        watchlists[str(name)] = tuple(dict.fromkeys(each for each in read if isinstance(each, str)))
        problems += [each for each in read if isinstance(each, Problem)]
    return watchlists, tuple(problems)


def files_of(document: object, path: Path) -> tuple[Path, ...]:
    """The files that the watchlists of a rule file name, be they there or not."""
    listed = document.get(KEY) if isinstance(document, CommentedMap) else None
    values = listed.values() if isinstance(listed, CommentedMap) else ()
    named = (value.get("file") for value in values if isinstance(value, CommentedMap))
    return tuple(path.parent / file for file in named if isinstance(file, str))


def _watchlist(name: str, value: object, line: int, path: Path) -> Iterator[str | Problem]:
    place = f"{KEY}.{name}"
    if not _NAME.fullmatch(name):
        yield Problem(line, place, f"{name[:60]!r} is no name of a watchlist: letters, digits and _, no digit first")
    elif isinstance(value, CommentedMap):
        yield from _file(value, place, line, path)
    else:
        yield from _entries(value, place, line)


def _file(value: CommentedMap, place: str, line: int, path: Path) -> Iterator[str | Problem]:
    """The entries of a file; what is wrong in it is told where the rule file names it."""
    for key in value:
        if key != "file":
            yield Problem(line_of(value, key), f"{place}.{key}", f"unknown key: {suggestion(str(key), ('file',))}")
    named = value.get("file")
    if not isinstance(named, str) or not named:
        yield Problem(line, place, "names no file: write `file: PATH`, or a list of entries")
        return
    line, file = line_of(value, "file"), path.parent / named
    try:
        document = RULES.document(read_rule_file(file), file)
    except RuleFileError as error:
        told = error.problems[0]
        yield Problem(line, f"{place}.file", f"{named}{f':{told.line}' if told.line else ''}: {told.message}")
        return
    for each in _entries(document, "", 1):
        if isinstance(each, Problem):
            yield Problem(line, f"{place}.file", f"{named}:{each.line}: {each.message}")
        else:
            yield each


def _entries(value: object, place: str, line: int) -> Iterator[str | Problem]:
    if not isinstance(value, CommentedSeq) or not value:
        found = "no entries" if not value else f"found {kind_of(value)}"
        yield Problem(line, place, f"{found}: a watchlist is a list of names, or of {{name: ..., aliases: [...]}}")
        return
    texts = [text for position in range(len(value)) for text in _entry(value, position, place)]
    if len(texts) > LONGEST:
        yield Problem(line, place, f"{len(texts)} names and aliases, {LONGEST} at most: split it in two")
        return
    for text in texts:
        yield text if isinstance(text, Problem) else _checked(text)


def _entry(entries: CommentedSeq, position: int, place: str) -> Iterator[_Text | Problem]:
    entry, line, place = entries[position], entries.lc.item(position)[0] + 1, f"{place}[{position}]"
    if not isinstance(entry, CommentedMap):
        yield _Text(entry, line, place)
        return
    for key in entry:
        if key not in _ENTRY_KEYS:
            yield Problem(line_of(entry, key), f"{place}.{key}", f"unknown key: {suggestion(str(key), _ENTRY_KEYS)}")
    if "name" not in entry:
        yield Problem(line, f"{place}.name", "missing: an entry is a name, or has the key name")
        return
    yield _Text(entry["name"], line_of(entry, "name"), f"{place}.name")
    aliases = entry.get("aliases", [])
    if isinstance(aliases, list):
        for alias in aliases:
            yield _Text(alias, line_of(entry, "aliases"), f"{place}.aliases")
    else:
        yield Problem(line_of(entry, "aliases"), f"{place}.aliases", "is no list: write it as [one, another]")


def _checked(text: _Text) -> str | Problem:
    value = text.value
    if not isinstance(value, str):
        found = kind_of(value) if isinstance(value, CommentedMap | CommentedSeq) or value is None else repr(value)
        return Problem(text.line, text.place, f"{found} is no name: put it in quotes")
    if not value.strip() or len(value) > LONGEST_NAME:
        return Problem(text.line, text.place, f"is no name: 1 to {LONGEST_NAME} letters")
    return str(value)
