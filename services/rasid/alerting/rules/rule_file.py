"""A rule file as it is written: YAML, with the line of everything in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from rasid.alerting.rules.errors import InvalidRulesError, Problem, RuleFileError
from rasid.alerting.rules.expression_checks import suggestion

_EXAMPLE = "start it with `rules:` and a list of rules below"


@dataclass(frozen=True, slots=True)
class RuleNode:
    """One rule of the file, unchecked: its values and the lines they stand on, by key."""

    position: int
    line: int
    values: dict[str, Any]
    lines: dict[str, int]

    def problem(self, key: str, message: str, line: int | None = None) -> Problem:
        """A problem with one of its keys, or with the rule where it lacks the key."""
        return Problem(line or self.lines.get(key, self.line), f"rules[{self.position}].{key}", message)


def read_rule_file(path: Path) -> str:
    """The file's text. Raises RuleFileError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = "no such file: mend the path, or make the file"
    except UnicodeDecodeError:
        message = "not UTF-8 text: save it as UTF-8"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    raise RuleFileError(path, (Problem(0, "file", message),))


def rule_nodes(text: str, path: Path) -> tuple[tuple[RuleNode, ...], tuple[Problem, ...]]:
    """Every rule of the file that can be looked at, and what is wrong around them.

    Raises RuleFileError where it is not YAML, InvalidRulesError where it holds no rules.
    """
    document = _document(text, path)
    if not isinstance(document, CommentedMap):
        found = "the file is empty" if document is None else f"found {_kind(document)} at the top"
        raise InvalidRulesError(path, (Problem(0, "rules", f"{found}: {_EXAMPLE}"),))
    unknown = [
        Problem(_line_of(document, key), str(key), f"unknown key: {suggestion(str(key), ('rules',))}")
        for key in document
        if key != "rules"
    ]
    listed = document.get("rules")
    if not isinstance(listed, CommentedSeq) or not listed:
        line = _line_of(document, "rules") if "rules" in document else 1
        message = f"no rules, so nothing would ever be alerted: {_EXAMPLE}"
        raise InvalidRulesError(path, (*unknown, Problem(line, "rules", message)))
    nodes, misfits = _split(listed)
    return nodes, (*unknown, *misfits)


def _document(text: str, path: Path) -> object:
    yaml = YAML(typ="rt", pure=True)
    try:
        return yaml.load(text)
    except DuplicateKeyError as error:
        problem = Problem(_marked_line(error), "file", f"{str(error.problem).splitlines()[0]}: keep one of them")
    except MarkedYAMLError as error:
        problem = Problem(_marked_line(error), "file", f"not YAML: {error.problem or error.context}")
    except (YAMLError, ValueError, RecursionError) as error:
        problem = Problem(1, "file", f"not YAML: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
    raise RuleFileError(path, (problem,))


def _marked_line(error: MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 1


def _split(listed: CommentedSeq) -> tuple[tuple[RuleNode, ...], tuple[Problem, ...]]:
    nodes, misfits = [], []
    for position, item in enumerate(listed):
        line = listed.lc.item(position)[0] + 1
        if isinstance(item, CommentedMap):
            lines = {str(key): _line_of(item, key) for key in item}
            nodes.append(RuleNode(position, line, {str(key): item[key] for key in item}, lines))
        else:
            message = f"found {_kind(item)}: a rule has the keys name, severity and when"
            misfits.append(Problem(line, f"rules[{position}]", message))
    return tuple(nodes), tuple(misfits)


def _line_of(mapping: CommentedMap, key: object) -> int:
    return int(mapping.lc.key(key)[0]) + 1


def _kind(value: object) -> str:
    if isinstance(value, CommentedSeq):
        return "a list"
    if isinstance(value, CommentedMap):
        return "a mapping"
    return "nothing" if value is None else "a single value"
