"""What a file that people write can have wrong: told all at once, each with line, field and fix."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `line` counts from 1, 0 is the whole file; `field` says where, as `rules[2].when`."""

    line: int
    field: str
    message: str


class FileError(Exception):
    """A file cannot be used. Its text is for people: a line per problem, `FILE:LINE: FIELD: MESSAGE`."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(self._told(problem) for problem in self.problems))

    def _told(self, problem: Problem) -> str:
        if not problem.line:
            return f"{self.path}: {problem.message}"
        return f"{self.path}:{problem.line}: {problem.field}: {problem.message}"


def suggestion(wrong: str, right: Iterable[str]) -> str:
    """The closest right word as a question, else all of them."""
    known = tuple(right)
    close = get_close_matches(wrong, known, n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else f"there are {', '.join(known)}"
