"""Troop announcements in English."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rasid.alerting.render.troop_numbers import CHANGES, Amount, TroopNumbers
from rasid_schemas.extraction import TroopAction, TroopAnnouncement, TroopStatus

_NOUNS = frozenset({"troops", "soldiers", "personnel", "marines", "paratroopers", "peacekeepers"})
"""What soldiers are called: behind a number, and where the last word of a force's name says that it is one."""
_DETERMINERS = frozenset({"the", "its", "their", "all", "some", "more"})
_VERBS: Mapping[TroopAction, str] = MappingProxyType(
    {
        "increase": "increased", "decrease": "cut", "deploy": "deployed", "withdraw": "withdrawn",
        "maintain": "kept", "strength": "stationed",
    }
)  # fmt: skip
_HEADLINES: Mapping[TroopStatus, str] = MappingProxyType(
    {
        "announced": "{0} to be {1}", "under_way": "{0} being {1}", "completed": "{0} {1}",
        "proposed": "proposed: {0} to be {1}", "denied": "denied: {0} to be {1}", "current": "{0} {1}",
    }
)  # fmt: skip
_SENTENCES: Mapping[TroopStatus, str] = MappingProxyType(
    {
        "announced": "{0} {be} to be {1}", "under_way": "{0} {be} being {1}", "completed": "{0} {was} {1}",
        "proposed": "it is proposed that {0} be {1}", "denied": "it is denied that {0} {be} to be {1}",
        "current": "{0} {be} {1}",
    }
)  # fmt: skip
_STRENGTH_HEADLINES: Mapping[TroopStatus, str] = MappingProxyType({"denied": "denied: {0} {1}"})
_STRENGTH_SENTENCES: Mapping[TroopStatus, str] = MappingProxyType({"denied": "it is denied that {0} {be} {1}"})


def troop_headline(told: TroopAnnouncement, subject: str, place: str, numbers: TroopNumbers) -> str:
    """`900 Danish troops to be deployed in Anbar`."""
    form = _HEADLINES[told.status]
    if told.action == "strength" and told.status != "proposed":
        form = _STRENGTH_HEADLINES.get(told.status, "{0} {1}")
    return form.format(subject, _done(told, place, numbers))


def troop_sentence(told: TroopAnnouncement, subject: str, place: str, numbers: TroopNumbers) -> str:
    """`900 Danish troops are to be deployed in Anbar`."""
    form = _SENTENCES[told.status]
    if told.action == "strength" and told.status != "proposed":
        form = _STRENGTH_SENTENCES.get(told.status, "{0} {be} {1}")
    one = numbers.concerned is not None and numbers.concerned.exact == 1
    return form.format(subject, _done(told, place, numbers), be="is" if one else "are", was=_was(told, one))


def _was(told: TroopAnnouncement, one: bool) -> str:
    if told.date:
        return "was" if one else "were"
    return "has been" if one else "have been"


def subject_of(force: str, owner: str, amount: Amount | None) -> str:
    """Whose troops and how many: `900 Danish troops`, `900 troops (3rd Brigade)`, `900 troops from Italy`.

    `owner` stands for a force that is not named, as it stands behind the noun.
    """
    first, last = force.partition(" ")[0], force.rpartition(" ")[2]
    behind = f" ({force})" if force else f" {owner}" if owner else ""
    if amount is None:
        return force if last in _NOUNS or last == "forces" else f"troops{behind}"
    if first != last and first.casefold() not in _DETERMINERS and not first[0].isdigit():
        if last in _NOUNS:
            return f"{amount_told(amount)} {force}"
        if last == "forces":
            return f"{amount_told(amount)} {force.removesuffix(last)}troops"
    return f"{amount_told(amount)} {'soldier' if amount.exact == 1 else 'troops'}{behind}"


def amount_told(amount: Amount) -> str:
    """`900`, `about 900`, `200 to 300`, `at least 1,000`, `up to 300`."""
    low, high = amount.low, amount.high
    if amount.exact is not None:
        return f"about {amount.exact:,}" if amount.approximate else f"{amount.exact:,}"
    if low is not None and high is not None:
        return f"{low:,} to {high:,}"
    return f"at least {low:,}" if low is not None else f"up to {high:,}"


def beside(told: TroopAnnouncement, numbers: TroopNumbers) -> str:
    """What else is told of the numbers of troops that are moved, kept or counted, in brackets."""
    if told.action in CHANGES:
        return ""
    more = "fewer" if told.action == "withdraw" else "more"
    parts = [
        f"{amount_told(numbers.by)} {more} than before" if numbers.by else "",
        f"{numbers.before:,} before" if numbers.before is not None else "",
        f"{_times(numbers.times)} the number before" if numbers.times is not None else "",
    ]
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _done(told: TroopAnnouncement, place: str, numbers: TroopNumbers) -> str:
    changed = ", ".join(_change(numbers)) if told.action in CHANGES else ""
    where = f" {place}" if place else " in place" if told.action == "maintain" else ""
    aside = "," if where and ", " in changed else ""
    return f"{_VERBS[told.action]}{' ' if changed else ''}{changed}{aside}{where}"


def _change(numbers: TroopNumbers) -> Iterator[str]:
    if numbers.by is not None:
        yield f"by {amount_told(numbers.by)}"
    ends = [f"from {numbers.before:,}" if numbers.before is not None else ""]
    ends.append(f"to {amount_told(numbers.after)}" if numbers.after else "")
    ends.append(f"to {_times(numbers.times)} their number" if numbers.times is not None else "")
    if any(ends):
        yield " ".join(filter(None, ends))


def _times(times: float) -> str:
    return {2: "twice", 0.5: "half"}.get(times) or f"{times:g} times"
