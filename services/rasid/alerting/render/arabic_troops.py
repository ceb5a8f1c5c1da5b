"""Troop announcements in Arabic. Nouns of action lead, so that no verb has to agree with a force's name."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rasid.alerting.render.counting import ArabicNoun
from rasid.alerting.render.troop_numbers import CHANGES, Amount, TroopNumbers
from rasid_schemas.extraction import TroopAction, TroopAnnouncement, TroopStatus

_SOLDIER = ArabicNoun("جندي واحد", "جنديين", "جنود", "جنديًا", "جندي")
_OF_THEM = ArabicNoun("واحد", "اثنين", "", "", "")
_FOLD = ArabicNoun("مرة واحدة", "ضعفين", "أضعاف", "ضعفًا", "ضعف")
_SOLDIERS = ("جنود", "الجنود")
_ARMED = ("قوات", "القوات", "قوة", "القوة", *_SOLDIERS)
"""How a force's name begins that says itself that it is one."""
_ACTIONS: Mapping[TroopAction, str] = MappingProxyType(
    {
        "increase": "زيادة", "decrease": "خفض", "deploy": "نشر", "withdraw": "سحب", "maintain": "إبقاء",
        "strength": "وجود",
    }
)  # fmt: skip
_HEADLINES: Mapping[TroopStatus, str] = MappingProxyType(
    {
        "announced": "إعلان {0}", "under_way": "بدء {0}", "completed": "اكتمال {0}", "proposed": "اقتراح {0}",
        "denied": "نفي {0}", "current": "{0}",
    }
)  # fmt: skip
_SENTENCES: Mapping[TroopStatus, str] = MappingProxyType(
    {
        "announced": "أُعلن عن {0}", "under_way": "بدأ تنفيذ {0}", "completed": "جرى استكمال {0}",
        "proposed": "طُرح اقتراح ب{0}", "denied": "نُفي خبر {0}", "current": "أُفيد ب{0}",
    }
)  # fmt: skip
_COUNTED = frozenset({"announced", "under_way", "completed", "current"})
"""Statuses in which a strength is simply told."""


def troop_headline(told: TroopAnnouncement, force: str, place: str, numbers: TroopNumbers) -> str:
    """`إعلان نشر 900 جندي من القوات الفرنسية في الأنبار`."""
    done = _done(told, force, numbers) + place
    counted = told.action == "strength" and told.status in _COUNTED
    return done if counted else _HEADLINES[told.status].format(done)


def troop_sentence(told: TroopAnnouncement, force: str, place: str, numbers: TroopNumbers) -> str:
    """`أُعلن عن نشر 900 جندي من القوات الفرنسية في الأنبار`."""
    done = _done(told, force, numbers) + place
    form = _SENTENCES["current" if told.action == "strength" and told.status in _COUNTED else told.status]
    return form.format(done)


def force_of(force: str, owner: str) -> str:
    """A force as it stands behind a noun: `القوات الفرنسية`, `قوات بعثة الحلف`; empty where none is told."""
    named = force or owner
    return named if not named or named.startswith(_ARMED) else f"قوات {named}"


def amount_told(amount: Amount, noun: ArabicNoun = _SOLDIER) -> str:
    """`900 جندي`, `نحو 900 جندي`, `ما بين 200 و300 جندي`, `ما لا يقل عن 1,000 جندي`."""
    low, high = amount.low, amount.high
    if amount.exact is not None:
        return f"نحو {noun.counted(amount.exact)}" if amount.approximate else noun.counted(amount.exact)
    if low is not None and high is not None:
        return f"ما بين {low:,} و{high:,} {noun.after(high)}".rstrip()
    return f"ما لا يقل عن {noun.counted(low)}" if low is not None else f"ما يصل إلى {noun.counted(high or 0)}"


def beside(told: TroopAnnouncement, numbers: TroopNumbers) -> str:
    """What else is told of the numbers of troops that are moved, kept or counted, in brackets."""
    if told.action in CHANGES:
        return ""
    difference = "بفارق" if told.action == "withdraw" else "بزيادة"
    parts = [
        f"{difference} {amount_told(numbers.by)} عن السابق" if numbers.by else "",
        f"العدد السابق {numbers.before:,}" if numbers.before is not None else "",
        f"{_times(numbers.times)} قياسًا بالعدد السابق" if numbers.times is not None else "",
    ]
    said = "، ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _done(told: TroopAnnouncement, force: str, numbers: TroopNumbers) -> str:
    noun = _ACTIONS[told.action]
    if told.action in CHANGES:
        changed = "، ".join(_change(numbers))
        return f"{noun} عدد {force or 'القوات'}{' ' if changed else ''}{changed}{'،' if '، ' in changed else ''}"
    if numbers.concerned is None:
        return f"{noun} {force or 'قوات'}"
    return f"{noun} {_of_force(numbers.concerned, force)}"


def _of_force(amount: Amount, force: str) -> str:
    """`900 جندي من القوات الفرنسية`, `900 من الجنود اليمنيين`."""
    if force.startswith(_SOLDIERS):
        return f"{amount_told(amount, _OF_THEM)} من {force}"
    return f"{amount_told(amount)} من {force}" if force else amount_told(amount)


def _change(numbers: TroopNumbers) -> Iterator[str]:
    if numbers.concerned is not None:
        yield f"({amount_told(numbers.concerned)})"
    if numbers.by is not None:
        yield f"{'ب' if numbers.by.approximate else 'بمقدار '}{amount_told(numbers.by)}"
    before = f"{numbers.before:,}" if numbers.before is not None else ""
    if numbers.after is not None:
        yield f"{f'من {before} ' if before else ''}إلى {amount_told(numbers.after)}"
    elif numbers.before is not None:
        yield f"من {_SOLDIER.counted(numbers.before)}"
    if numbers.times is not None:
        yield f"إلى {_times(numbers.times)}"


def _times(times: float) -> str:
    if times in (2, 0.5):
        return "الضعف" if times == 2 else "النصف"
    return _FOLD.counted(int(times)) if times == int(times) else f"{times:g} ضعف"
