"""What a rule file can have wrong: told all at once, each with line, field and fix."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `line` counts from 1, 0 is the whole file; `field` says where, as `rules[2].when`."""

    line: int
    field: str
    message: str


class RuleError(Exception):
    """A rule file cannot be used. Its text is for people: a line per problem, `FILE:LINE: FIELD: MESSAGE`."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        self.path = path
        self.problems = tuple(sorted(problems, key=lambda problem: problem.line))
        super().__init__("\n".join(self._told(problem) for problem in self.problems))

    def _told(self, problem: Problem) -> str:
        if not problem.line:
            return f"{self.path}: {problem.message}"
        return f"{self.path}:{problem.line}: {problem.field}: {problem.message}"


class RuleFileError(RuleError):
    """The file cannot be read: it is not there, not text, or not YAML."""


class InvalidRulesError(RuleError):
    """The file is YAML, and its rules are wrong."""
