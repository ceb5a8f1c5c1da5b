"""Alerts as people get them: one file each in texts/, title, blank line, summary. Read them when they change."""

from pathlib import Path
from typing import Any

import pytest

from rasid.alerting.alerts.changes import changes_between
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.render.render import Occasion, RuleLanguage, render
from rasid_schemas.alerts import AlertReason, AlertStatus, EventCluster
from rasid_schemas.events import Event
from support.events import at, meeting, person, quote, troops
from support.pytest_golden import Golden

TEXTS = Path(__file__).parent / "texts"

MANSOURI = person("هالة المنصوري", "وزيرة الدفاع الأردنية", "JO", "Hala al-Mansouri")
MANSOURI_EN = person("Hala al-Mansouri", "Jordanian defence minister", "JO", "Hala al-Mansouri")
NORDGREN = person("Eva Nordgren", "NATO mission commander", "NATO", "Eva Nordgren")
NORDGREN_AR = person("إيفا نوردغرين", "قائدة بعثة الناتو", "NATO", "Eva Nordgren")
ZAKI = person("عمر زكي", "رئيس الأركان", "JO")
AMMAN: dict[str, Any] = {"mode": "in_person", "date": "2024-05-21", "location": "Amman", "country": "JO"}
عمان: dict[str, Any] = {"mode": "in_person", "date": "2024-05-21", "location": "عمّان", "country": "JO"}
THEY_MET = quote("On Tuesday's agenda: defence minister Hala al-Mansouri and NATO's mission commander, in Amman.")
التقتا = quote("على جدول أعمال الثلاثاء في عمّان: وزيرة الدفاع هالة المنصوري وقائدة بعثة الناتو.")


def en(number: int, status: str, **fields: Any) -> Event:
    told = {**AMMAN, "evidence": THEY_MET, "status": status} | fields
    url = f"https://news.example/en/{number}"
    outlet = ("Tigris Daily", "Amman Gazette", "The Northern Post", "Levant Wire", "Gulf Courier")[number % 5]
    return meeting(
        f"urn:en:{number}", MANSOURI_EN, NORDGREN, source=outlet, url=url, published=at(hours=number), **told
    )


def ar(number: int, status: str, **fields: Any) -> Event:
    told = {**عمان, "evidence": التقتا, "status": status, "language": "ar"} | fields
    url = f"https://news.example/ar/{number}"
    outlet = ("صحيفة الرافد", "وكالة الضفة", "صحيفة الميناء", "إذاعة النهر", "موقع القلعة")[number % 5]
    return meeting(
        f"urn:ar:{number}", MANSOURI, NORDGREN_AR, source=outlet, url=url, published=at(hours=number), **told
    )


def sent(action: str, *, arabic: bool = False, **fields: Any) -> Event:
    words = (
        "تحدثت الوزارة يوم الاثنين عن القوات في المنطقة."
        if arabic
        else "The ministry spoke about the troops in the region on Monday."
    )
    source, lang = ("وكالة الضفة", "ar") if arabic else ("Levant Wire", "en")
    told = {"evidence": quote(words), "source": source, "language": lang, "url": "https://news.example/t/1"} | fields
    return troops("urn:t:1", action, **told)


def folded(*events: Event) -> list[EventCluster]:
    clusters = ClusterFold()
    revisions = [clusters.apply(event, at(hours=hour)) for hour, event in enumerate(events)]
    return [revision for revision in revisions if revision is not None]


class Told:
    """What is told of events: all of them, or what is new since the first `told` of them."""

    def __init__(
        self,
        *events: Event,
        told: int = 0,
        status: AlertStatus = "firing",
        reason: AlertReason | None = None,
        suppressed: int = 0,
        language: RuleLanguage = "source",
    ) -> None:
        revisions = folded(*events)
        self.cluster = revisions[-1]
        changes = changes_between(revisions[told - 1], self.cluster) if told else ()
        self.occasion = Occasion(status, reason, changes, suppressed)
        self.language = language

    def text(self) -> bytes:
        text = render(self.cluster, self.occasion, self.language)
        return f"{text.title}\n\n{text.summary}\n".encode()


LONG_EN = (
    "Speaking after a long day of consultations with officers of both sides, the minister said that she would meet the"
    " commander of the mission in Amman on Tuesday, and that the two would speak about training, borders, water, and"
    " the future of the mission"
)
LONG_AR = (
    "قالت الوزيرة بعد يوم طويل من المشاورات مع ضباط من الجانبين إنها ستلتقي قائدة البعثة في عمّان يوم الثلاثاء المقبل،"
    " وإنهما ستبحثان برامج التدريب وأمن الحدود والمياه ومستقبل البعثة في السنوات المقبلة ومسائل أخرى تهم البلدين معًا"
)
HOSTILE = person(
    "Evil\u202e\nName <script>alert(1)</script>", "*boss*\u2067\r\n[click](http://x.example)", latin="Evil Name"
)
MANY = ["سعد كريم", "علي جابر", "ليلى حداد", "نور سليم", "رامي عواد", "هند صالح", "زياد مراد", "منى فارس"]
MANY_EN = [
    "Ada Abel", "Ben Baker", "Cleo Chen", "Dan Diaz", "Edda Ekman", "Finn Ford", "Gwen Grau", "Hal Hill", "Ivy Ito",
    "Jon Jansen", "Kay Kerr", "Lea Lund",
]  # fmt: skip

CASES = {
    # Meetings, firing
    "meeting-held-en": Told(en(0, "held")),
    "meeting-held-ar": Told(ar(0, "held")),
    "meeting-planned-en": Told(en(0, "planned", mode="phone", location=None, country=None)),
    "meeting-planned-ar": Told(ar(0, "planned")),
    "meeting-proposed-likely-en": Told(en(0, "proposed", mode="video", confidence=0.62, date="2024-06")),
    "meeting-proposed-likely-ar": Told(ar(0, "proposed", mode="unspecified", confidence=0.62, date="2024")),
    "meeting-first-heard-as-cancelled-en": Told(en(0, "cancelled")),
    "meeting-first-heard-as-cancelled-ar": Told(ar(0, "cancelled", mode="phone", location=None, country=None)),
    "meeting-of-a-body-en": Told(meeting("a", "G9 trade ministers", status="planned", country="AE", date="2024-06-03")),
    "meeting-of-a-body-ar": Told(
        meeting("a", "وزراء دفاع الحلف", status="planned", language="ar", location="بروكسل", country="BE")
    ),
    "meeting-of-a-summit-en": Told(meeting("a", "Harbour summit", status="planned", location="Oslo", country="NO")),
    "meeting-of-a-summit-ar": Told(
        meeting("a", "قمة الميناء", status="held", language="ar", location="افغانستان", country="AF")
    ),
    "meeting-of-those-who-say-whose-they-are-en": Told(
        meeting("a", person("U.S. senators", affiliation="US"), person("South Korean officials", affiliation="KR"),
                person("Ada Chen", affiliation="GB"), location="Saudi", country="SA")
    ),
    "meeting-nothing-known-en": Told(meeting("a")),
    "meeting-nothing-known-ar": Told(meeting("a", language="ar", evidence=quote("اجتمعوا أمس."))),
    "meeting-of-many-en": Told(meeting("a", *MANY_EN, mode="in_person", location="Geneva", country="CH")),
    "meeting-of-many-ar": Told(
        meeting("a", MANSOURI, ZAKI, *MANY, "وليد ناصر", "سمر خوري", language="ar", mode="in_person", location="جنيف")
    ),
    "meeting-from-arabic-told-in-english": Told(
        meeting("a", MANSOURI, ZAKI, source="صحيفة الرافد", language="ar", evidence=التقتا, **عمان), language="en"
    ),
    "meeting-from-english-told-in-arabic": Told(en(0, "held"), language="ar"),
    "meeting-in-both-scripts-ar": Told(ar(0, "held"), en(1, "held"), en(2, "planned")),
    "meeting-hostile-names-en": Told(
        meeting("a", HOSTILE, "B\u200fob", source="So\u2028urce", location="\u2066Here", url="javascript:alert(1)")
    ),
    "meeting-hostile-names-ar": Told(meeting("a", HOSTILE, MANSOURI, language="ar", location="عمّان\u202e\u2069\n")),
    "meeting-long-quote-en": Told(en(0, "planned", evidence=quote(LONG_EN))),
    "meeting-long-quote-ar": Told(ar(0, "planned", evidence=quote(LONG_AR))),
    # Meetings, later
    "meeting-updated-en": Told(
        en(0, "planned", mode="unspecified", date=None), en(1, "planned"), en(2, "held"), told=1, status="updated"
    ),
    "meeting-updated-ar": Told(
        ar(0, "planned", mode="unspecified", date=None), ar(1, "planned"), ar(2, "held"), told=1, status="updated"
    ),
    "meeting-one-more-takes-part-ar": Told(
        ar(0, "planned"),
        meeting("b", MANSOURI, NORDGREN_AR, ZAKI, language="ar", status="planned", source="إذاعة النهر", **عمان),
        told=1,
        status="updated",
    ),
    "meeting-cancelled-en": Told(
        *(en(number, "planned") for number in range(3)), en(3, "cancelled"), en(4, "cancelled"),
        told=3, status="resolved", reason="cancelled",
    ),
    "meeting-cancelled-ar": Told(
        *(ar(number, "planned") for number in range(3)), ar(3, "cancelled"), ar(4, "cancelled"),
        told=3, status="resolved", reason="cancelled",
    ),
    "meeting-no-longer-matches-en": Told(
        en(0, "planned"), en(1, "held"), told=1, status="resolved", reason="no_longer_matches"
    ),
    "meeting-no-longer-matches-ar": Told(
        ar(0, "planned"), ar(1, "held"), told=1, status="resolved", reason="no_longer_matches"
    ),
    "meeting-merged-en": Told(en(0, "planned"), status="resolved", reason="merged"),
    "meeting-merged-ar": Told(ar(0, "planned"), status="resolved", reason="merged"),
    "meeting-withdrawn-en": Told(en(0, "held"), status="resolved", reason="withdrawn"),
    "meeting-withdrawn-ar": Told(ar(0, "held"), status="resolved", reason="withdrawn"),
    "meeting-expired-en": Told(en(0, "planned"), en(1, "planned"), status="resolved", reason="expired"),
    "meeting-expired-ar": Told(ar(0, "planned"), ar(1, "planned"), status="resolved", reason="expired"),
    "meeting-repeated-held-back-en": Told(en(0, "planned"), reason="repeated", suppressed=17),
    "meeting-repeated-held-back-ar": Told(ar(0, "planned"), reason="repeated", suppressed=17),
    # Troops
    "troops-deployed-en": Told(
        sent("deploy", count=900, force="Danish troops", location="Anbar", country="IQ", date="2024-06-01")
    ),
    "troops-deployed-ar": Told(
        sent("deploy", arabic=True, count=900, force="القوات الفرنسية", location="الأنبار", country="IQ",
             date="2024-06-01")
    ),
    "troops-increase-en": Told(
        sent("increase", count=4000, count_from=500, count_delta=3500, approximate=True, location="Iraq", country="IQ",
             force="NATO mission")
    ),
    "troops-increase-ar": Told(
        sent("increase", arabic=True, count=4000, count_from=500, count_delta=3500, approximate=True, country="IQ",
             location="العراق", force="بعثة الناتو", force_affiliation="NATO")
    ),
    "troops-cut-to-half-proposed-en": Told(
        sent("decrease", multiplier=0.5, status="proposed", force_affiliation="US", location="Camp Reed", country="KW")
    ),
    "troops-eightfold-proposed-ar": Told(
        sent("increase", arabic=True, multiplier=8, status="proposed", force_affiliation="US", country="SY")
    ),
    "troops-range-under-way-en": Told(
        sent("withdraw", count_min=200, count_max=300, status="under_way", force="3rd Armoured Brigade",
             location="the border", date="2024-05-20")
    ),
    "troops-range-under-way-ar": Told(
        sent("withdraw", arabic=True, count_min=11, count_max=15, status="under_way", force="KFOR",
             location="Mitrovica", country="XK", date="2024-05-20")
    ),
    "troops-thousands-completed-en": Told(
        sent("deploy", troops_min=1000, approximate=True, status="completed", force="القوات الفرنسية", country="FR")
    ),
    "troops-thousands-completed-ar": Told(
        sent("deploy", arabic=True, troops_min=1000, approximate=True, status="completed", force="قوات دنماركية")
    ),
    "troops-strength-en": Told(
        sent("strength", count=2500, approximate=True, status="current", force="US troops", country="IQ")
    ),
    "troops-strength-few-ar": Told(
        sent("strength", arabic=True, count=5, status="current", force="جنود", force_affiliation="IT",
             location="القاعدة")
    ),
    "troops-of-soldiers-ar": Told(
        sent("withdraw", arabic=True, count=12_500, approximate=True, force="جنود حلف شمال الأطلسي", country="AF")
    ),
    "troops-of-a-country-en": Told(
        sent("maintain", count=28_000, force="The United States", force_affiliation="US", country="KR")
    ),
    "troops-of-a-country-ar": Told(
        sent("maintain", arabic=True, count=3, force="فرنسا", force_affiliation="FR", location="مالى", country="ML")
    ),
    "troops-stay-nothing-known-en": Told(sent("maintain", url=None)),
    "troops-stay-nothing-known-ar": Told(sent("maintain", arabic=True, url=None, source=None)),
    "troops-denied-en": Told(
        sent("withdraw", count=1200, force="Polish forces", country="LT"),
        troops("b", "withdraw", count=1200, force="Polish forces", country="LT", status="denied", source="Baltic Sun",
               published=at(hours=2)),
        told=1, status="resolved", reason="denied",
    ),
    "troops-denied-ar": Told(
        sent("withdraw", arabic=True, count=12, force="قوات بولندية", country="LT"),
        troops("b", "withdraw", count=12, force="قوات بولندية", country="LT", status="denied", source="صحيفة الميناء",
               published=at(hours=2), language="ar"),
        told=1, status="resolved", reason="denied",
    ),
    "troops-updated-many-changes-ar": Told(
        sent("increase", arabic=True, force="القوات الفرنسية", location="مالي", country="ML", count=700),
        troops("b", "increase", force="القوات الفرنسية", location="غاو، مالي", country="ML", count_from=500, count=700,
               status="under_way", source="صحيفة الميناء", published=at(hours=2), language="ar"),
        told=1, status="updated",
    ),
    "troops-updated-many-changes-en": Told(
        sent("increase", force="Danish troops", location="Iraq", country="IQ", count=700),
        troops("b", "increase", force="Danish troops", location="Ain base, Iraq", country="IQ", count_from=500,
               count=700, count_delta=200, status="under_way", source="Baltic Sun", published=at(hours=2),
               date="2024-05-20"),
        told=1, status="updated",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_alert_reads_as_it_should(name: str, golden: Golden) -> None:
    golden(TEXTS / f"{name}.txt", CASES[name].text())


def test_every_file_is_of_a_case() -> None:
    assert {path.stem for path in TEXTS.iterdir()} == set(CASES)
