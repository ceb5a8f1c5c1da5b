"""A condition's plain parts (see `plain.py`), read from its text: of what `&&` joins outside all brackets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rasid.alerting.rules.expressions import NOTHING, Word, words
from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.fields import PARTICIPANT_FIELDS, VARIABLES, Field
from rasid.alerting.rules.mentions import SEPARATOR, Phrases
from rasid.alerting.rules.plain import (
    COMPARISONS,
    Compared,
    Either,
    Every,
    Exists,
    Mentions,
    Not,
    OneOf,
    Read,
    Test,
    Told,
    all_hold,
    of_cluster,
    of_event,
    of_participant,
)

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_LARGEST = 2**53
"""Up to here a number is the same to everybody."""
_FLOATS = frozenset({"confidence", "multiplier"})
_OF_EVENT = {name: field for name, field in VARIABLES["event"].fields.items() if field.kind in ("text", "number")}
_OF_CLUSTER = frozenset({"articles", "sources"})


@dataclass(frozen=True, slots=True)
class Outline:
    """What has to be true of a cluster for a condition to be true."""

    tests: tuple[Test, ...] = ()
    is_whole: bool = False
    """Whether that is all that the condition asks."""

    def admits(self, seen: Seen) -> bool:
        """Whether all of it is true; where not, the condition is not either."""
        return all_hold(self.tests, seen)


def outline_of(condition: str) -> Outline:
    """Read a condition that compiles, with watchlists and nulls spelled out."""
    tests = tuple(map(_test, _joined(words(condition))))
    return Outline(tuple(test for test in tests if test), None not in tests)


def _joined(sentence: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """What `&&` joins outside brackets: all of it as one where something weaker joins it there."""
    depth, start, parts = 0, 0, []
    for position, word in enumerate(sentence):
        depth += (word.text in _OPENING) - (word.text in _CLOSING)
        if depth == 0 and word.text in ("||", "?"):
            yield sentence
            return
        if depth == 0 and word.text == "&&":
            parts.append(sentence[start:position])
            start = position + 1
    yield from (*parts, sentence[start:])


def _test(part: tuple[Word, ...]) -> Test | None:
    reader = _Reader(part)
    try:
        test = reader.either()
    except (_NotPlainError, RecursionError):
        return None
    return test if reader.next is NOTHING else None


class _NotPlainError(Exception):
    """Something that is left to CEL."""


class _Reader:
    """Reads one part from left to right."""

    def __init__(self, part: tuple[Word, ...]) -> None:
        self._words = part
        self._position = 0
        self._participant: str | None = None
        """What `exists` calls a participant, while its body is read."""

    @property
    def next(self) -> Word:
        """The word that is read next."""
        return self._words[self._position] if self._position < len(self._words) else NOTHING

    def either(self) -> Test:
        """What `||` joins."""
        return self._several("||", self._every, Either)

    def _every(self) -> Test:
        return self._several("&&", self._one, Every)

    def _several(self, sign: str, read: Callable[[], Test], joined: Callable[[tuple[Test, ...]], Test]) -> Test:
        tests = [read()]
        while self._take(sign):
            tests.append(read())
        return tests[0] if len(tests) == 1 else joined(tuple(tests))

    def _one(self) -> Test:
        if self._take("!"):
            return self._contrary()
        if self._take("has", "("):
            read, _, _ = self._field()
            self._expect(")")
            return Told(read)
        if self._is_sum():
            return self._sum()
        if self._take("("):
            test = self.either()
            self._expect(")")
            return test
        if self._participant is None and self._take("event", ".", "participants", ".", "exists", "("):
            return self._exists()
        return self._of_field()

    def _contrary(self) -> Test:
        """Of what cannot fail, and binds as strongly: `!p.name == "x"` is a comparison with `!p.name`."""
        is_bracket, test = self.next.text == "(", self._one()
        is_sure = self._participant is not None and (is_bracket or isinstance(test, Mentions))
        if is_sure or isinstance(test, Told):
            return Not(test)
        raise _NotPlainError

    def _exists(self) -> Test:
        self._participant = self._word("name")
        self._expect(",")
        body = self.either()
        self._expect(")")
        self._participant = None
        return Exists(body)

    def _is_sum(self) -> bool:
        """Whether a bracket opens on `(p.role + ...`."""
        ahead = self._words[self._position : self._position + 5]
        return [word.text for word in ahead[::2]] == ["(", ".", "+"]

    def _sum(self) -> Test:
        self._expect("(")
        path, first = self._text_field()
        reads, between = [first], []
        while self._take("+"):
            between.append(self._text())
            self._expect("+")
            further, read = self._text_field()
            path = f"{path}{between[-1]!r}{further}"
            reads.append(read)
        self._expect(")")
        self._expect(".")
        self._expect("mentions")
        return self._mentions(path, tuple(reads), tuple(between))

    def _of_field(self) -> Test:
        read, name, field = self._field()
        if self._take(".", "mentions") and field.kind == "text":
            return self._mentions(name, (read,), ())
        if self._take("in", "[") and field.kind == "text":
            return OneOf(name, read, frozenset(self._list()))
        sign = self._word("sign")
        if sign not in COMPARISONS:
            raise _NotPlainError
        if field.kind == "number":
            return Compared(read, COMPARISONS[sign], self._number(name))
        text = self._text()
        if sign == "==":
            return OneOf(name, read, frozenset((text,)))
        if sign == "!=":
            return Compared(read, COMPARISONS[sign], text)
        raise _NotPlainError  # the order of texts is CEL's own

    def _mentions(self, path: str, reads: tuple[Read, ...], between: tuple[str, ...]) -> Test:
        self._expect("(")
        phrases = self._list() if self._take("[") else self._text().split(SEPARATOR)
        self._expect(")")
        return Mentions(path, reads, between, Phrases(phrases))

    def _field(self) -> tuple[Read, str, Field]:
        owner = self._word("name")
        self._expect(".")
        name = self._word("name")
        if owner == self._participant and name in PARTICIPANT_FIELDS:
            return of_participant(name), f"participant.{name}", PARTICIPANT_FIELDS[name]
        if self._participant is None and owner == "event" and name in _OF_EVENT:
            return of_event(name), f"event.{name}", _OF_EVENT[name]
        if self._participant is None and owner == "cluster" and name in _OF_CLUSTER:
            return of_cluster(name), f"cluster.{name}", VARIABLES["cluster"].fields[name]
        raise _NotPlainError

    def _text_field(self) -> tuple[str, Read]:
        read, path, field = self._field()
        if field.kind != "text":
            raise _NotPlainError
        return path, read

    def _list(self) -> list[str]:
        """Texts up to the bracket that closes the list."""
        texts = [self._text()]
        while self._take(","):
            texts.append(self._text())
        self._expect("]")
        return texts

    def _text(self) -> str:
        """One in simple quotes, without escapes but that for the separator of watchlists."""
        written = self._word("text").replace("\\u001e", SEPARATOR)
        if written[0] not in "\"'" or written.startswith(('"""', "'" * 3)) or "\\" in written:
            raise _NotPlainError
        return written[1:-1]

    def _number(self, name: str) -> float:
        written = self._word("number")
        try:
            value = float(written) if name.split(".")[1] in _FLOATS else int(written)
        except ValueError:  # one of another kind than the field, which CEL may take for another value
            raise _NotPlainError from None
        if (isinstance(value, float) and "." not in written) or value >= _LARGEST:
            raise _NotPlainError
        return value

    def _word(self, kind: str) -> str:
        word = self.next
        if word.kind != kind:
            raise _NotPlainError
        self._position += 1
        return word.text

    def _take(self, *texts: str) -> bool:
        """Read these words if they come next."""
        ahead = self._words[self._position : self._position + len(texts)]
        if tuple(word.text for word in ahead) != texts:
            return False
        self._position += len(texts)
        return True

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise _NotPlainError
