"""A CEL condition taken apart: which fields it names, where, and what each is compared with.

The library compiles and runs CEL but does not show what it parsed. Words are enough for what the rules need:
naming a misspelt field, and saying what a comparison with an unknown value means.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile

from rasid.alerting.rules.fields import VARIABLES, Field

MACROS = frozenset({"all", "exists", "exists_one", "filter", "map"})
_KEYWORDS = frozenset({"true", "false", "null", "in"})
_TYPES = frozenset({"int", "uint", "double", "string", "bytes", "bool", "list", "map", "null_type", "type"})
_WORD = re.compile(
    r"""
      (?P<skip>  \s+ | //[^\n]* )
    | (?P<text>  [rRbB]{0,2} (?: \"\"\".*?\"\"\" | '{3}.*?'{3} | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' ) )
    | (?P<number> \d [\w.]* )
    | (?P<name>  [A-Za-z_]\w* )
    | (?P<sign>  == | != | <= | >= | && | \|\| | . )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the expression, at `[start, end)` of its text."""

    kind: str
    text: str
    start: int
    end: int


NOTHING = Word("none", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Path:
    """A field named in an expression, such as `event.troops_max`, with the words around it."""

    names: tuple[Word, ...]
    variable: Field | None
    """What its first name stands for: null where nothing of that name exists."""
    in_list: bool
    """Whether its first name stands for the elements of a list in turn."""
    before: tuple[Word, Word]
    after: tuple[Word, Word]
    alternatives: tuple[Word, ...]
    """The elements of the list behind `in`, where it is written out."""

    @property
    def text(self) -> str:
        """The path as written, without spaces."""
        return ".".join(name.text for name in self.names)

    @property
    def start(self) -> int:
        """Where it starts in the expression's text."""
        return self.names[0].start

    @property
    def end(self) -> int:
        """Where it ends in the expression's text."""
        return self.names[-1].end

    @property
    def field(self) -> Field | None:
        """What it leads to, null where it leads nowhere."""
        found = self.variable
        for name in self.names[1:]:
            found = found.fields.get(name.text) if found else None
        return found


def words(expression: str) -> tuple[Word, ...]:
    """The words of an expression, comments and spaces left out."""
    return tuple(
        Word(str(match.lastgroup), match.group(), *match.span())
        for match in _WORD.finditer(expression)
        if match.lastgroup != "skip"
    )


def paths(expression: str, variables: Mapping[str, Field] = VARIABLES) -> Iterator[Path]:
    """Every field the expression names, in order."""
    sentence = words(expression)
    elements: dict[str, Field | None] = {}  # by the name a macro gives them: exists(p, ...)
    listed: Field | None = None
    for position, word in enumerate(sentence):
        if _opens_macro(sentence, position):
            elements[sentence[position + 2].text] = _element(listed)
        elif _starts_path(sentence, position):
            path = _path(sentence, position, {**variables, **elements}, word.text in elements)
            listed = path.field if path.field and path.field.fields else listed
            if word.text not in elements or elements[word.text] is not None:
                yield path


def _element(collection: Field | None) -> Field | None:
    """What a macro's variable stands for: an element of the list named last, filtered or not."""
    return Field("object", fields=collection.fields) if collection else None


def _path(sentence: tuple[Word, ...], position: int, variables: Mapping[str, Field | None], in_list: bool) -> Path:
    last = position
    while _at(sentence, last + 1).text == "." and _at(sentence, last + 2).kind == "name":
        if _at(sentence, last + 3).text == "(":  # a method of what the path leads to
            break
        last += 2
    return Path(
        names=sentence[position : last + 1 : 2],
        variable=variables.get(sentence[position].text),
        in_list=in_list,
        before=(_at(sentence, position - 2), _at(sentence, position - 1)),
        after=(_at(sentence, last + 1), _at(sentence, last + 2)),
        alternatives=_alternatives(sentence, last + 1),
    )


def _alternatives(sentence: tuple[Word, ...], position: int) -> tuple[Word, ...]:
    if _at(sentence, position).text != "in" or _at(sentence, position + 1).text != "[":
        return ()
    return tuple(
        word for word in takewhile(lambda word: word.text != "]", sentence[position + 2 :]) if word.text != ","
    )


def _opens_macro(sentence: tuple[Word, ...], position: int) -> bool:
    name, bracket, _, comma = (_at(sentence, position + step) for step in range(4))
    return name.text in MACROS and bracket.text == "(" and comma.text == ","


def _starts_path(sentence: tuple[Word, ...], position: int) -> bool:
    word = sentence[position]
    names_nothing = word.kind != "name" or word.text in _KEYWORDS or word.text in _TYPES
    follows, precedes = _at(sentence, position + 1).text, _at(sentence, position - 1).text
    return not (names_nothing or precedes == "." or follows == "(" or _is_map_key(sentence, position))


def _is_map_key(sentence: tuple[Word, ...], position: int) -> bool:
    return _at(sentence, position + 1).text == ":" and _at(sentence, position - 1).text in ("{", ",")


def _at(sentence: tuple[Word, ...], position: int) -> Word:
    return sentence[position] if 0 <= position < len(sentence) else NOTHING
