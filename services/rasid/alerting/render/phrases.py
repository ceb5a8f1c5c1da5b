"""The words of titles and summaries, per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rasid_schemas.extraction import MeetingMode, MeetingStatus, TroopAction, TroopStatus


@dataclass(frozen=True, slots=True)
class Phrases:
    """One language's words. `{0}` and `{1}` stand for what is put in."""

    together: Mapping[tuple[MeetingMode, MeetingStatus], str]
    """Who meets whom: `{0}` the first, `{1}` the others."""
    alone: Mapping[MeetingStatus, str]
    """A body that convenes, or the only participant named."""
    nobody: str
    """Who meets, where nobody is named."""
    conjunction: str
    others: str
    """Stands for the participants a title has no room for, behind a conjunction."""
    announcement: Mapping[tuple[TroopAction, TroopStatus], str]
    about: str
    at_least: str
    at_most: str
    between: str
    from_to: str
    to_total: str
    more: str
    fewer: str
    comma: str
    months: tuple[str, ...]
    place: str
    on_day: str
    in_period: str
    participants: str
    force: str
    troops: str
    location: str
    date: str
    mode: Mapping[MeetingMode, str]
    status: Mapping[str, str]
    mode_label: str
    status_label: str
    no_longer: str
    """The closing sentence of an alert whose rule's condition is not true any more."""


_MEETING_STATUSES: tuple[MeetingStatus, ...] = ("held", "planned", "proposed", "cancelled")


def _together(
    forms: Mapping[MeetingMode, tuple[str, str, str, str]],
) -> Mapping[tuple[MeetingMode, MeetingStatus], str]:
    return MappingProxyType(
        {
            (mode, status): form
            for mode, told in forms.items()
            for status, form in zip(_MEETING_STATUSES, told, strict=True)
        }
    )


def _announcements(
    actions: Mapping[TroopAction, str], statuses: Mapping[TroopStatus, str]
) -> Mapping[tuple[TroopAction, TroopStatus], str]:
    return MappingProxyType(
        {(action, status): form.format(noun) for action, noun in actions.items() for status, form in statuses.items()}
    )


ENGLISH = Phrases(
    together=_together(
        {
            "in_person": ("{0} met {1}", "{0} to meet {1}", "{0} may meet {1}", "Cancelled: meeting of {0} with {1}"),
            "phone": (
                "{0} spoke by phone with {1}", "{0} to speak by phone with {1}", "{0} may speak by phone with {1}",
                "Cancelled: phone call of {0} with {1}",
            ),
            "video": (
                "{0} spoke by video with {1}", "{0} to speak by video with {1}", "{0} may speak by video with {1}",
                "Cancelled: video call of {0} with {1}",
            ),
            "unspecified": (
                "{0} held talks with {1}", "{0} to hold talks with {1}", "{0} may hold talks with {1}",
                "Cancelled: talks of {0} with {1}",
            ),
        }
    ),
    alone=MappingProxyType(
        {
            "held": "Meeting: {0}", "planned": "Planned meeting: {0}", "proposed": "Proposed meeting: {0}",
            "cancelled": "Cancelled meeting: {0}",
        }
    ),
    nobody="participants not named",
    conjunction=" and ",
    others="others",
    announcement=_announcements(
        {
            "increase": "Troop increase", "decrease": "Troop cut", "deploy": "Troop deployment",
            "withdraw": "Troop withdrawal", "maintain": "Troops to stay", "strength": "Troop strength",
        },
        {
            "announced": "{0}", "under_way": "{0}, under way", "completed": "{0}, completed",
            "proposed": "{0}, proposed", "denied": "{0}, denied", "current": "{0}",
        },
    ),
    about="about {0}",
    at_least="at least {0}",
    at_most="at most {0}",
    between="{0} to {1}",
    from_to="from {0} to {1}",
    to_total="to {0}",
    more="{0} more",
    fewer="{0} fewer",
    comma=", ",
    months=(
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
    place=" in {0}",
    on_day=" on {0}",
    in_period=" in {0}",
    participants="Participants: {0}",
    force="Force: {0}",
    troops="Troops: {0}",
    location="Place: {0}",
    date="Date: {0}",
    mode=MappingProxyType({"in_person": "in person", "phone": "by phone", "video": "by video"}),
    status=MappingProxyType(
        {
            "held": "held", "planned": "planned", "proposed": "proposed", "cancelled": "cancelled",
            "announced": "announced", "under_way": "under way", "completed": "completed", "denied": "denied",
            "current": "current",
        }
    ),
    mode_label="Mode: {0}",
    status_label="Status: {0}",
    no_longer="What the reports tell no longer matches the rule",
)  # fmt: skip

ARABIC = Phrases(
    together=_together(
        {
            "in_person": (
                "لقاء بين {0} و{1}", "لقاء مرتقب بين {0} و{1}", "لقاء مقترح بين {0} و{1}", "إلغاء لقاء بين {0} و{1}",
            ),
            "phone": (
                "اتصال هاتفي بين {0} و{1}", "اتصال هاتفي مرتقب بين {0} و{1}", "اتصال هاتفي مقترح بين {0} و{1}",
                "إلغاء اتصال هاتفي بين {0} و{1}",
            ),
            "video": (
                "لقاء عبر الفيديو بين {0} و{1}", "لقاء مرتقب عبر الفيديو بين {0} و{1}",
                "لقاء مقترح عبر الفيديو بين {0} و{1}", "إلغاء لقاء عبر الفيديو بين {0} و{1}",
            ),
            "unspecified": (
                "محادثات بين {0} و{1}", "محادثات مرتقبة بين {0} و{1}", "محادثات مقترحة بين {0} و{1}",
                "إلغاء محادثات بين {0} و{1}",
            ),
        }
    ),
    alone=MappingProxyType(
        {
            "held": "اجتماع: {0}", "planned": "اجتماع مرتقب: {0}", "proposed": "اجتماع مقترح: {0}",
            "cancelled": "إلغاء اجتماع: {0}",
        }
    ),
    nobody="لم يُسمَّ المشاركون",
    conjunction=" و",
    others="آخرين",
    announcement=_announcements(
        {
            "increase": "زيادة القوات", "decrease": "خفض القوات", "deploy": "نشر قوات", "withdraw": "سحب قوات",
            "maintain": "إبقاء القوات", "strength": "عدد القوات",
        },
        {
            "announced": "إعلان {0}", "under_way": "جارٍ {0}", "completed": "اكتمال {0}", "proposed": "اقتراح {0}",
            "denied": "نفي {0}", "current": "{0}",
        },
    ),
    about="نحو {0}",
    at_least="{0} على الأقل",
    at_most="{0} على الأكثر",
    between="{0} إلى {1}",
    from_to="من {0} إلى {1}",
    to_total="إلى {0}",
    more="بزيادة {0}",
    fewer="بخفض {0}",
    comma="، ",
    months=(
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    place=" في {0}",
    on_day=" يوم {0}",
    in_period=" في {0}",
    participants="المشاركون: {0}",
    force="القوة: {0}",
    troops="العدد: {0}",
    location="المكان: {0}",
    date="التاريخ: {0}",
    mode=MappingProxyType({"in_person": "حضوري", "phone": "هاتفي", "video": "عبر الفيديو"}),
    status=MappingProxyType(
        {
            "held": "عُقد", "planned": "مرتقب", "proposed": "مقترح", "cancelled": "أُلغي", "announced": "أُعلن",
            "under_way": "جارٍ", "completed": "اكتمل", "denied": "نُفي", "current": "قائم",
        }
    ),
    mode_label="نوع اللقاء: {0}",
    status_label="الحالة: {0}",
    no_longer="لم تعد التقارير تطابق شرط التنبيه",
)  # fmt: skip
