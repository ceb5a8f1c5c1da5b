"""Numbers with their nouns, which in Arabic take a form of their own for one, two, few, many and hundreds."""

from typing import NamedTuple


class ArabicNoun(NamedTuple):
    """The forms of a noun and what describes it: one, two, 3 to 10, 11 to 99, hundreds."""

    one: str
    two: str
    few: str
    many: str
    hundreds: str

    def counted(self, number: int) -> str:
        """`مصدر واحد`, `مصدرين`, `3 مصادر`, `11 مصدرًا`, `100 مصدر`: the last two digits decide."""
        if number in (1, 2):
            return self.one if number == 1 else self.two
        return f"{number:,} {self.after(number)}".rstrip()

    def after(self, number: int) -> str:
        """The form behind a number in digits."""
        rest = number % 100
        return self.few if 3 <= rest <= 10 else self.many if rest > 10 else self.hundreds


def counted(number: int, noun: str) -> str:
    """`one source`, `3 sources`."""
    return f"one {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(names: tuple[str, ...]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if names[1:] else "".join(names)
