"""How many outlets tell an event in words of their own: copies of one agency's text are one source."""

from binascii import a2b_base64
from collections.abc import Iterable
from typing import NamedTuple

COPIED = 0.6
"""The share of the shorter text's runs of words that stand in the longer one, from which on one is a copy."""
FEWEST_COMMON = 0.12
"""The share of both texts' runs, by the signatures: below it so few places agree that they may do so by chance."""
MOST_COMPARED = 64
"""Texts: what the sixty-fifth copied stood in one of the first, or nobody need know."""


class Fingerprint(NamedTuple):
    """An article's fingerprint, as `schemas/README.md` defines it."""

    version: str
    runs: int
    signature: bytes

    def is_copy(self, other: "Fingerprint") -> bool:
        """Whether one of two texts is a copy of the other, or of a part of it."""
        if self.version != other.version or len(self.signature) != len(other.signature):
            return False
        common = self.places_agreeing(other) / len(self.signature)
        shared = common * (self.runs + other.runs) / (1 + common)
        return common >= FEWEST_COMMON and shared >= COPIED * min(self.runs, other.runs)

    def places_agreeing(self, other: "Fingerprint") -> int:
        """Bytes that are the same in both signatures: all at once, as numbers."""
        differing = int.from_bytes(self.signature, "big") ^ int.from_bytes(other.signature, "big")
        return differing.to_bytes(len(self.signature), "big").count(0)


def read_fingerprint(told: str | None) -> Fingerprint | None:
    """The fingerprint that an event carries; null where it has none, or none of this shape."""
    if told is None:
        return None
    try:
        version, runs, signature = told.split(":")
        places = a2b_base64(f"{signature}==".replace("-", "+").replace("_", "/"))
        return Fingerprint(version, max(int(runs), 1), places) if places else None
    except ValueError:  # binascii.Error is one
        return None


class Sources:
    """The outlets of an event's reports, in the order they come. Belongs to one cluster."""

    __slots__ = ("_outlets", "_texts")

    def __init__(self, reports: Iterable[tuple[str, str | None]] = ()) -> None:
        self._outlets: tuple[str, ...] = ()
        self._texts: tuple[Fingerprint, ...] = ()
        for outlet, told in reports:
            self.add(outlet, read_fingerprint(told))

    @property
    def count(self) -> int:
        """Outlets with a text that is no copy of one that came before."""
        return len(self._outlets)

    def add(self, outlet: str, text: Fingerprint | None) -> None:
        """Take in a report by its outlet and its text's fingerprint."""
        if outlet not in self._outlets and not self.have(text):
            self._outlets += (outlet,)
        if text is not None and len(self._texts) < MOST_COMPARED:
            self._texts += (text,)

    def have(self, text: Fingerprint | None) -> bool:
        """Whether a text is a copy of one that came."""
        return text is not None and bool(self._texts) and any(map(text.is_copy, self._texts))
