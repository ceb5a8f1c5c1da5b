"""Alerts in Arabic."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from rasid.alerting.render.arabic_meetings import NOBODY, meeting_headline, meeting_sentence
from rasid.alerting.render.arabic_troops import beside, force_of, troop_headline, troop_sentence
from rasid.alerting.render.counting import ArabicNoun
from rasid.alerting.render.tongue import Shown, Tongue
from rasid.alerting.render.troop_numbers import troop_numbers
from rasid.alerting.render.writing import Language
from rasid_schemas.alerts import AlertReason, EventCluster
from rasid_schemas.extraction import Extracted, Meeting, TroopAnnouncement

_ARTICLE = ArabicNoun("مقال واحد", "مقالين", "مقالات", "مقالًا", "مقال")
_SOURCE = ArabicNoun("مصدر واحد", "مصدرين", "مصادر", "مصدرًا", "مصدر")
_SOURCES_NOW = _SOURCE._replace(two="مصدران")
_ARTICLES_NOW = _ARTICLE._replace(two="مقالان")
_OTHERS = ArabicNoun("مشارك آخر", "مشاركَين آخرَين", "مشاركين آخرين", "مشاركًا آخر", "مشارك آخر")
_ALERTS = ArabicNoun("تنبيه آخر", "تنبيهان آخران", "تنبيهات أخرى", "تنبيهًا آخر", "تنبيه آخر")
_MORE_CHANGES = ArabicNoun("تغيير آخر", "تغييران آخران", "تغييرات أخرى", "تغييرًا آخر", "تغيير آخر")
_MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "held": "عُقد", "planned": "مرتقب", "proposed": "مقترح", "cancelled": "أُلغي", "announced": "أُعلن",
        "under_way": "بدأ تنفيذه", "completed": "اكتمل", "denied": "نُفي", "current": "قائم",
        "in_person": "حضوري", "phone": "هاتفي", "video": "عبر الفيديو", "unspecified": "",
        "increase": "زيادة", "decrease": "خفض", "deploy": "نشر", "withdraw": "سحب", "maintain": "إبقاء",
        "strength": "وجود", "true": "نعم", "false": "لا",
    }
)  # fmt: skip
_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "action": "الإجراء", "count": "العدد", "count_from": "العدد السابق",
        "count_delta": "الفارق", "count_min": "الحد الأدنى", "count_max": "الحد الأقصى", "troops_min": "الحد الأدنى",
        "troops_max": "الحد الأقصى", "multiplier": "عدد الأضعاف", "location": "المكان", "country": "البلد",
        "date": "التاريخ", "mode": "نوع اللقاء", "force": "القوة", "force_affiliation": "تبعية القوة",
        "approximate": "العدد تقريبي",
    }
)  # fmt: skip
_LEADS: Mapping[str | None, str] = MappingProxyType(
    {
        "updated": "تحديث: ", "repeated": "تذكير: ", "no_longer_matches": "إغلاق التنبيه: ",
        "merged": "إغلاق التنبيه: ", "withdrawn": "سحب الخبر: ", "expired": "إغلاق التنبيه: ",
    }
)  # fmt: skip
_CLOSINGS: Mapping[AlertReason, str] = MappingProxyType(
    {
        "repeated": "ما زال هذا التنبيه قائمًا.",
        "no_longer_matches": "أُغلق هذا التنبيه: لم تعد التقارير تطابق شرط القاعدة.",
        "merged": "أُغلق هذا التنبيه: تبيّن أن الحدث سبق الإبلاغ عنه، ومتابعته مستمرة هناك.",
        "withdrawn": "سُحبت المقالات التي أوردت هذا الخبر أو صُحّحت.",
        "expired": "أُغلق هذا التنبيه: انتهت مدة متابعة الحدث.",
    }
)


class Arabic(Tongue):
    """Writes Arabic."""

    language: ClassVar[Language] = "ar"
    unsure: ClassVar[str] = "الخبر مرجّح غير مؤكد: تُستحسن مراجعة النص المقتبس."
    months: ClassVar[Sequence[str]] = _MONTHS
    weekdays: ClassVar[Sequence[str]] = _WEEKDAYS
    words: ClassVar[Mapping[str, str]] = _WORDS
    closings: ClassVar[Mapping[AlertReason, str]] = _CLOSINGS

    def meeting(self, meeting: Meeting, full: bool) -> str:
        """`لقاء بين فلان وفلان في عمّان يوم 20 مايو 2024`."""
        said = meeting_sentence if full else meeting_headline
        return said(meeting, self.who(meeting, full) or NOBODY) + self._where(meeting, full) + self._when(meeting, full)

    def troops(self, told: TroopAnnouncement, full: bool) -> str:
        """`إعلان نشر 900 جندي من القوات الفرنسية في الأنبار يوم 1 يونيو 2024`."""
        numbers = troop_numbers(told)
        force = force_of(self.force(told), self.affiliation(told.force_affiliation))
        place = self._where(told, full, "من" if told.action == "withdraw" else "في")
        if full:
            return troop_sentence(told, force, place, numbers) + self._when(told, full) + beside(told, numbers)
        return troop_headline(told, force, place, numbers) + self._when(told, full)

    def _where(self, event: Extracted, full: bool, preposition: str = "في") -> str:
        place = self.place(event, full)
        return f" {preposition} {place}" if place else ""

    def _when(self, event: Extracted, full: bool) -> str:
        if not event.date:
            return ""
        lead = ("في عام", "في", "يوم")[event.date.count("-")]
        return f" {lead} {self.date(event.date, full)}"

    def others(self, number: int) -> str:
        """`مشارك آخر`, `4 مشاركين آخرين`."""
        return _OTHERS.counted(number)

    def title(self, headline: str, news: str | None, likely: bool) -> str:
        """`تحديث: لقاء بين فلان وفلان – خبر مرجّح غير مؤكد`."""
        return f"{_LEADS.get(news, '')}{headline}{' – خبر مرجّح غير مؤكد' if likely else ''}"

    def changed(self, changes: Sequence[Shown], more: int) -> str:
        """`ما تغيّر: الحالة «عُقد» (سابقًا «مرتقب»)؛ 3 مصادر (سابقًا مصدر واحد)؛ وتغييران آخران.`"""
        told = [_change(change) for change in changes]
        if more:
            told.append(f"و{_MORE_CHANGES.counted(more)}")
        return f"ما تغيّر: {'؛ '.join(told)}."

    def reported(self, cluster: EventCluster, agreeing: int) -> str:
        """`ورد الخبر في 5 مقالات من 5 مصادر (أُلغي بحسب مصدرين منها).`"""
        if cluster.articles == 1:
            return "ورد الخبر في مقال واحد."
        said = f"ورد الخبر في {_ARTICLE.counted(cluster.articles)} من {_SOURCE.counted(cluster.sources)}"
        of_them = "منهما" if cluster.sources == 2 else "منها"
        told = f" ({self.word(cluster.event.status)} بحسب {_SOURCE.counted(agreeing)} {of_them})"
        return f"{said}{told if agreeing < cluster.sources else ''}."

    def quoted(self, quote: str, source: str) -> str:
        """`«التقيا في عمّان» (صحيفة الرافد)`."""
        return f"«{quote}» ({source})" if source else f"«{quote}»"

    def held_back(self, alerts: int) -> str:
        """`كما حُجب 17 تنبيهًا آخر ...`."""
        return f"كما حُجب {_ALERTS.counted(alerts)} من هذه القاعدة لبلوغها حدّها في الساعة."


def _change(change: Shown) -> str:
    before, after = change.before, change.after
    match change.field:
        case "status":
            return f"الحالة «{after}» (سابقًا «{before}»)"
        case "sources":
            return f"{_SOURCES_NOW.counted(int(after or 0))} (سابقًا {_SOURCES_NOW.counted(int(before or 0))})"
        case "articles":
            return f"{_ARTICLES_NOW.counted(int(after or 0))} (سابقًا {_ARTICLES_NOW.counted(int(before or 0))})"
        case "participants" if not before:
            return f"انضمام {after}"
        case "participants" if not after:
            return f"لم يعد يرد اسم {before}"
        case "participants":
            return f"{after} (سابقًا {before})"
    label = _FIELDS.get(change.field, change.field)
    if not after:
        return f"{label} لم يعد يُذكر (سابقًا {before})"
    return f"{label} {after} ({f'سابقًا {before}' if before else 'لم يُذكر سابقًا'})"
