"""Files that come with Rasid: the default alert rules and the sample articles."""

from pathlib import Path

from rasid.runtime.settings import Settings

DEFAULT_RULES = "rules.yaml"

_PACKAGE = Path(__file__).parent.parent
_PLACES = (_PACKAGE / "config", _PACKAGE.parent.parent / "config")
"""In an installed package, and in a checkout."""


def bundled(name: str) -> Path:
    """The path of a bundled file; raises FileNotFoundError."""
    for place in _PLACES:
        if (place / name).is_file():
            return place / name
    raise FileNotFoundError(name)


def rule_file(settings: Settings) -> Path:
    """The rule file that the settings name, else the one that comes with Rasid."""
    return settings.rules or bundled(DEFAULT_RULES)
