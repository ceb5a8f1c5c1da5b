"""The rights that docs/security.md tells people to give."""

import re
from functools import cache
from pathlib import Path

from support.kafka.acls import Acl, parsed

_PAGE = Path(__file__).parents[3] / "docs" / "security.md"
_LINE = re.compile(r"^\$ acls (--.*)$", re.MULTILINE)


@cache
def documented_acls() -> tuple[Acl, ...]:
    """All of them, in the page's order."""
    page = _PAGE.read_text().replace("\\\n", " ")
    return tuple(acl for line in _LINE.findall(page) for acl in parsed(line))
