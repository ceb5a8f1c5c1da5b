"""Those who act in the news: persons with their titles, offices, groups, bodies and countries."""

from typing import Literal, NamedTuple

ActorKind = Literal["person", "office", "group", "body", "country"]


class Actor(NamedTuple):
    """A noun phrase that names somebody who can meet somebody."""

    kind: ActorKind
    first: int
    """Its tokens are `[first, last)`."""
    last: int
    start: int
    """Its text is `[start, end)` in code points, without clitics."""
    end: int
    name: str
    """As written, without titles; the whole phrase where no person is named."""
    name_start: int
    name_end: int
    role: str | None = None
    """The title or office as written."""
    affiliation: str | None = None
    """ISO 3166 alpha-2 or organisation."""
    clitics: str = ""
    """What is written to its front: `و`, `ب`, `ل` ..."""
    official: bool = False
    """Whether an office, a rank or the kind of group says that it acts for a state, an army or a body of states."""
    plural: bool = False
    former: bool = False
    key: str = ""
    """Equal for mentions of the same person, folded; empty for what is no person."""
