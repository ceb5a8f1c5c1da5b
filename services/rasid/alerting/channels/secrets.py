"""What must not stand in a channels file: read from the environment, or from files of their own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rasid.alerting.yaml_list import Node

_REFERENCE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


class EntryError(ValueError):
    """An entry that cannot be used, with the key that is at fault and the fix. Its text never holds a secret."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


@dataclass(frozen=True, slots=True)
class Secrets:
    """Where secrets come from."""

    folder: Path
    """What the paths of files are relative to."""
    environment: Mapping[str, str]

    def read(self, node: Node, key: str) -> str | None:
        """The value of `key`, whose `${NAME}` are environment variables, or what the file of `KEY_file` holds.

        None where the entry has neither. Raises EntryError.
        """
        written, file = node.values.get(key), node.values.get(f"{key}_file")
        if written is not None and file is not None:
            raise EntryError(f"{key}_file", f"beside {key}: give one of them")
        if file is not None:
            return self._from_file(f"{key}_file", str(file))
        return None if written is None else self._filled(key, str(written))

    def _filled(self, key: str, written: str) -> str:
        missing = [name for name in _REFERENCE.findall(written) if not self.environment.get(name)]
        if missing:
            raise EntryError(key, f"the environment variable {missing[0]} is not set: set it where Rasid runs")
        return _REFERENCE.sub(lambda found: self.environment[found[1]], written)

    def _from_file(self, key: str, name: str) -> str:
        try:
            content = (self.folder / name).read_text(encoding="utf-8").strip()
        except (OSError, ValueError) as error:
            is_text = not isinstance(error, UnicodeDecodeError)
            reason = getattr(error, "strerror", None) or ("no path" if is_text else "not UTF-8 text")
            raise EntryError(key, f"{name} cannot be read ({reason}): mend the path") from None
        if not content:
            raise EntryError(key, f"{name} is empty: write the value into it")
        return content


def stands_in_the_file(written: object) -> bool:
    """Whether a value is written out rather than referred to."""
    return isinstance(written, str) and _REFERENCE.search(written) is None
