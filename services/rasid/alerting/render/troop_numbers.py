"""How many troops an announcement is about, in words."""

from collections.abc import Iterator

from rasid.alerting.render.writing import Writer
from rasid_schemas.extraction import TroopAnnouncement

_CHANGES = frozenset({"increase", "decrease"})
_LOSSES = frozenset({"decrease", "withdraw"})


def troop_numbers(told: TroopAnnouncement, writer: Writer) -> str:
    """Every number it tells: `3,500 more, from 500 to 4,000`; else its bounds; empty where it tells none."""
    parts = [*_change(told, writer), *_total(told, writer)] or [*_range(told, writer)]
    return writer.words.comma.join(parts)


def _change(told: TroopAnnouncement, writer: Writer) -> Iterator[str]:
    if told.count_delta is not None:
        form = writer.words.fewer if told.action in _LOSSES else writer.words.more
        yield form.format(_hedged(told.count_delta, told, writer))
    elif told.multiplier is not None and told.count is None:
        yield writer.value(f"×{told.multiplier:g}")


def _total(told: TroopAnnouncement, writer: Writer) -> Iterator[str]:
    words, before = writer.words, told.count_from
    if told.count is None:
        return
    total = _hedged(told.count, told, writer)
    if before is not None:
        yield words.from_to.format(writer.number(before), total)
    else:
        yield words.to_total.format(total) if told.action in _CHANGES else total


def _range(told: TroopAnnouncement, writer: Writer) -> Iterator[str]:
    words = writer.words
    ranged = told.count_min is not None or told.count_max is not None
    low, high = (told.count_min, told.count_max) if ranged else (told.troops_min, told.troops_max)
    if low is not None and high is not None:
        yield writer.number(low) if low == high else words.between.format(writer.number(low), writer.number(high))
    elif low is not None:
        yield words.at_least.format(writer.number(low))
    elif high is not None:
        yield words.at_most.format(writer.number(high))


def _hedged(number: int, told: TroopAnnouncement, writer: Writer) -> str:
    return writer.words.about.format(writer.number(number)) if told.approximate else writer.number(number)
