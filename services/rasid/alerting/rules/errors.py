"""What a rule file can have wrong: told all at once, each with line, field and fix."""

from rasid.alerting.problems import FileError


class RuleError(FileError):
    """A rule file cannot be used."""


class RuleFileError(RuleError):
    """The file cannot be read: it is not there, not text, or not YAML."""


class InvalidRulesError(RuleError):
    """The file is YAML, and its rules are wrong."""
