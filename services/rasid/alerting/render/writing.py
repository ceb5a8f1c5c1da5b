"""Writing names, numbers and dates into a sentence of one language without mixing up its direction."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from rasid.alerting.render.counting import reported_in_arabic, reported_in_english
from rasid.alerting.render.phrases import ARABIC, ENGLISH, Phrases
from rasid_schemas.alerts import EventCluster

Language = Literal["ar", "en"]

LONGEST_VALUE = 120
"""Code points of one name, role or place."""
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_ARABIC_LETTER = re.compile(r"[\u0600-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes in one language. Whatever runs in the other direction stands between Unicode isolates."""

    words: Phrases

    @property
    def language(self) -> Language:
        """Which language it writes."""
        return "ar" if self.right_to_left else "en"

    @property
    def right_to_left(self) -> bool:
        """Whether it writes Arabic."""
        return self.words is ARABIC

    def value(self, told: str | None) -> str:
        """A value from an article: one line, no control characters, of bounded length."""
        printable = "".join(letter if unicodedata.category(letter)[0] not in "CZ" else " " for letter in _visible(told))
        line = " ".join(printable.split())
        short = line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
        return f"{_ISOLATE}{short}{_END_ISOLATE}" if self._runs_against(short) else short

    def _runs_against(self, text: str) -> bool:
        if self.right_to_left:
            return any(unicodedata.bidirectional(letter) in ("L", "EN", "AN") for letter in text)
        return _ARABIC_LETTER.search(text) is not None

    def name(self, written: str, latin: str | None) -> str:
        """A name, in Latin letters where the reader reads those and they are known."""
        return self.value(latin if latin and not self.right_to_left and _ARABIC_LETTER.search(written) else written)

    def number(self, number: int) -> str:
        """A number with its thousands set apart."""
        return self.value(f"{number:,}")

    def listed(self, names: list[str]) -> str:
        """Names in a row, the last behind a conjunction."""
        words = self.words
        if self.right_to_left:  # which repeats it
            return words.conjunction.join(names)
        return words.conjunction.join([words.comma.join(names[:-1]), names[-1]] if names[1:] else names)

    def date(self, date: str) -> str:
        """A date of the contract, such as `2018-07`, in words."""
        year, month, day = (*date.split("-"), "", "")[:3]
        named = self.words.months[int(month) - 1] if month and 1 <= int(month) <= len(self.words.months) else month
        return self.value(" ".join(part for part in (day.lstrip("0"), named, year) if part))

    def dated(self, date: str | None) -> str:
        """A date as a sentence goes on with it, empty where there is none."""
        if date is None:
            return ""
        form = self.words.on_day if len(date) == len("2018-07-11") else self.words.in_period
        return form.format(self.date(date))

    def reported(self, articles: int, sources: int) -> str:
        """How many articles and sources tell of it."""
        reported = reported_in_arabic if self.right_to_left else reported_in_english
        return reported(articles, sources, self.number)


def _visible(told: str | None) -> str:
    """Without format characters, which join or turn what stands beside them: they become nothing, not a space."""
    return "".join(letter for letter in told or "" if unicodedata.category(letter) != "Cf")


def written_in(cluster: EventCluster) -> Writer:
    """A writer in the language of the first report; where it names none, in that of its evidence."""
    first = cluster.reports[0]
    language = (first.language or "").split("-")[0].lower()
    arabic = language == "ar" or (not language and _ARABIC_LETTER.search(first.evidence[0].quote) is not None)
    return Writer(ARABIC if arabic else ENGLISH)
