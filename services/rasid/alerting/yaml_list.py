"""A YAML file that lists things under one key, such as `rules:`, with the line of everything in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from rasid.alerting.problems import FileError, Problem, suggestion


@dataclass(frozen=True, slots=True)
class Node:
    """One entry of the list, unchecked: its values and the lines they stand on, by key."""

    key: str
    """That of the list."""
    position: int
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def problem(self, key: str, message: str, line: int | None = None) -> Problem:
        """A problem with one of its keys, or with the entry where it lacks the key."""
        return Problem(line or self.lines.get(key, self.line), f"{self.key}[{self.position}].{key}", message)


@dataclass(frozen=True, slots=True)
class YamlList:
    """What a file lists, in the words of its errors, and how these are raised."""

    key: str
    """Of the list: `rules`."""
    entry: str
    """What an entry is: `a rule has the keys name, severity and when`."""
    none: str
    """What is amiss without entries: `no rules, so nothing would ever be alerted`."""
    unreadable: type[FileError]
    """Raised where the file is not there, not text, or not YAML."""
    invalid: type[FileError]
    """Raised where it is YAML, and wrong."""
    beside: tuple[str, ...] = ()
    """Other keys that the file may have, which others read."""

    @property
    def _example(self) -> str:
        return f"start it with `{self.key}:` and a list of {self.key} below"

    def read(self, path: Path) -> str:
        """The file's text. Raises `unreadable`."""
        try:
            return path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            message = "no such file: mend the path, or make the file"
        except UnicodeDecodeError:
            message = "not UTF-8 text: save it as UTF-8"
        except (OSError, ValueError) as error:  # a path with a null in it
            message = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise self.unreadable(path, (Problem(0, "file", message),))

    def nodes(self, text: str, path: Path) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
        """Every entry that can be looked at, and what is wrong around them.

        Raises `unreadable` where the text is not YAML, `invalid` where it has no entries.
        """
        return self.nodes_in(self.document(text, path), path)

    def nodes_in(self, document: object, path: Path) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
        """As `nodes`, of a text that was parsed already. Raises `invalid`."""
        if not isinstance(document, CommentedMap):
            found = "the file is empty" if document is None else f"found {kind_of(document)} at the top"
            raise self.invalid(path, (Problem(0, self.key, f"{found}: {self._example}"),))
        known = (self.key, *self.beside)
        unknown = [
            Problem(line_of(document, key), str(key), f"unknown key: {suggestion(str(key), known)}")
            for key in document
            if key not in known
        ]
        listed = document.get(self.key)
        if not isinstance(listed, CommentedSeq) or not listed:
            line = line_of(document, self.key) if self.key in document else 1
            raise self.invalid(path, (*unknown, Problem(line, self.key, f"{self.none}: {self._example}")))
        nodes, misfits = self._split(listed)
        return nodes, (*unknown, *misfits)

    def document(self, text: str, path: Path) -> object:
        """What the text holds, with the line of everything in it. Raises `unreadable` where it is not YAML."""
        try:
            return YAML(typ="rt", pure=True).load(text)
        except DuplicateKeyError as error:
            found = str(error.problem).splitlines()[0].partition(" with value ")[0]  # it may be a secret, or long
            problem = Problem(_marked_line(error), "file", f"{found}: keep one of them")
        except MarkedYAMLError as error:
            problem = Problem(_marked_line(error), "file", f"not YAML: {error.problem or error.context}")
        except (YAMLError, ValueError, RecursionError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            problem = Problem(1, "file", f"not YAML: {reason}")
        raise self.unreadable(path, (problem,))

    def _split(self, listed: CommentedSeq) -> tuple[tuple[Node, ...], tuple[Problem, ...]]:
        nodes, misfits = [], []
        for position, item in enumerate(listed):
            line = listed.lc.item(position)[0] + 1
            if isinstance(item, CommentedMap):
                lines = {str(key): line_of(item, key) for key in item}
                nodes.append(Node(self.key, position, line, {str(key): item[key] for key in item}, lines))
            else:
                misfits.append(Problem(line, f"{self.key}[{position}]", f"found {kind_of(item)}: {self.entry}"))
        return tuple(nodes), tuple(misfits)


def duplicates(nodes: tuple[Node, ...], one: str) -> list[Problem]:
    """A problem for each entry whose name another had before it; `one` is what an entry is called."""
    first: dict[str, int] = {}
    problems = []
    for node in nodes:
        name = node.values.get("name")
        if not isinstance(name, str):
            continue
        if name in first:
            problems.append(node.problem("name", f"{name} is the name of the {one} in line {first[name]} already"))
        first.setdefault(name, node.lines["name"])
    return problems


def _marked_line(error: MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def line_of(mapping: CommentedMap, key: object) -> int:
    """The line of one of a mapping's keys, counted from 1; its own for a key that `<<` brings in from elsewhere."""
    own: dict[object, list[int]] = mapping.lc.data or {}
    return (own[key][0] if key in own else int(mapping.lc.line)) + 1


def kind_of(value: object) -> str:
    """What a value is, for an error."""
    if isinstance(value, CommentedSeq):
        return "a list"
    if isinstance(value, CommentedMap):
        return "a mapping"
    return "nothing" if value is None else "a single value"
