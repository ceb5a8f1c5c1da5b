"""What holds of every alert's text. How alerts read is in test_render_texts.py. `[` and `]` stand for isolates."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.render.affiliations import affiliation_names
from rasid.alerting.render.render import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    AlertText,
    Occasion,
    RuleLanguage,
    render,
)
from rasid.alerting.render.writing import shortened
from rasid_schemas.alerts import Change, EventCluster
from rasid_schemas.events import Event
from rasid_schemas.extraction import Evidence, Participant
from support.events import at, meeting, person, quote, troops

MANSOURI = person("هالة المنصوري", "وزيرة الدفاع الأردنية", "JO", "Hala al-Mansouri")
NORDGREN = person("Eva Nordgren", "NATO mission commander", "NATO", "Eva Nordgren")
GAZETTEERS = Path(__file__).parents[2] / "services" / "rasid" / "enrichment" / "gazetteers"


def cluster_of(*events: Event) -> EventCluster:
    clusters = ClusterFold()
    last = [clusters.apply(event, at()) for event in events][-1]
    assert last is not None
    return last


def text(*events: Event, language: RuleLanguage = "source", occasion: Occasion | None = None) -> AlertText:
    return render(cluster_of(*events), occasion or Occasion(), language)


def lines(*events: Event, **asked: Any) -> list[str]:
    return text(*events, **asked).summary.replace("\u2068", "[").replace("\u2069", "]").splitlines()


@pytest.mark.parametrize(
    ("articles", "outlets", "said"),
    [
        (2, 2, "ورد الخبر في مقالين من مصدرين."),
        (5, 3, "ورد الخبر في 5 مقالات من 3 مصادر."),
        (12, 11, "ورد الخبر في 12 مقالًا من 11 مصدرًا."),
        (101, 1, "ورد الخبر في 101 مقال من مصدر واحد."),
    ],
)
def test_arabic_counts_agree_with_their_nouns(articles: int, outlets: int, said: str) -> None:
    reports = [
        meeting(f"{number}", MANSOURI, NORDGREN, source=f"صحيفة {number % outlets}", language="ar", date="2024-05-20")
        for number in range(articles)
    ]
    assert said in lines(*reports)


@pytest.mark.parametrize(
    ("held_back", "said"),
    [
        (1, "تنبيه آخر"), (2, "تنبيهان آخران"), (3, "3 تنبيهات أخرى"), (17, "17 تنبيهًا آخر"), (100, "100 تنبيه آخر"),
    ],
)  # fmt: skip
def test_arabic_tells_what_was_held_back(held_back: int, said: str) -> None:
    event = meeting("a", MANSOURI, language="ar")
    assert lines(event, occasion=Occasion(suppressed=held_back))[-1].startswith(f"كما حُجب {said} من هذه القاعدة")


def test_the_language_is_that_of_the_first_report() -> None:
    arabic, english = (meeting(each, MANSOURI, NORDGREN, language=each, date="2024-05-20") for each in ("ar", "en"))
    assert text(arabic, english).language == "ar"
    assert text(english, arabic).language == "en"


@pytest.mark.parametrize(
    ("language", "words", "asked", "told"),
    [
        ("ar-SA", "التقى الوزيران", "source", "ar"),
        ("fr", "Ils se sont vus", "source", "en"),
        (None, "التقى الوزيران", "source", "ar"),
        (None, "They met.", "source", "en"),
        ("ar", "التقى الوزيران", "en", "en"),
        ("en", "They met.", "ar", "ar"),
    ],
)
def test_the_language_is_the_rules_or_the_reports_or_that_of_its_words(
    language: str | None, words: str, asked: RuleLanguage, told: str
) -> None:
    assert text(meeting("a", MANSOURI, language=language, evidence=quote(words)), language=asked).language == told


def test_numbers_and_dates_in_arabic_need_no_isolates_and_latin_names_do() -> None:
    event = troops("a", count=4000, force="KFOR", language="ar", date="2024-06-01", location="القاعدة 12")
    assert "\u2068" in text(event).title
    assert text(event).title.count("\u2068") == 1


def test_the_link_is_the_first_that_can_be_shown() -> None:
    urls = [None, "javascript:alert(1)", "https://a.example/\u202e", "https://b.example/1", "https://c.example/1"]
    reports = [
        meeting(f"urn:{n}", MANSOURI, NORDGREN, date="2024-05-20", source=str(n), url=url) for n, url in enumerate(urls)
    ]
    assert text(*reports).link == lines(*reports)[-1] == "https://b.example/1"


def test_the_quote_is_the_evidence_that_names_most() -> None:
    spans = [Evidence(start=0, end=len(words), quote=words) for words in ("They met.", "Nordgren was in Amman.")]
    event = meeting("a", "Sami Haddad", NORDGREN, location="Amman", evidence=tuple(spans))
    assert text(event).quote == "Nordgren was in Amman."


def test_a_report_without_evidence_is_told_without_a_quote() -> None:
    cluster = cluster_of(meeting("a", MANSOURI, language=None))
    report = cluster.reports[0].model_copy(update={"evidence": ()})
    said = render(cluster.model_copy(update={"reports": (report,)}), Occasion())
    assert (said.language, said.quote) == ("en", "")
    assert said.summary.endswith("Reported by one article.")


def test_sources_that_tell_an_older_status_are_told_apart() -> None:
    reports = [
        meeting(
            f"{n}", MANSOURI, NORDGREN, date="2024-05-21", source=f"Wire {n % 4}", published=at(hours=n),
            status="planned" if n < 3 else "cancelled",
        )
        for n in range(5)
    ]  # fmt: skip
    assert "Reported by 5 articles from 4 sources (cancelled according to 2 of them)." in lines(*reports)


def test_a_change_that_says_nothing_beside_another_is_left_out() -> None:
    changes = (
        Change(field="country", before=None, after="JO"),
        Change(field="location", before=None, after="Amman"),
        Change(field="articles", before="1", after="2"),
    )
    told = lines(meeting("a", MANSOURI, NORDGREN), occasion=Occasion("updated", None, changes))[0]
    assert told == "What has changed: place Amman (not told before); 2 articles (was 1)."


def test_a_name_cannot_turn_the_line_or_break_it() -> None:
    told = text(meeting("a", "Evil\u202e\nName\u0007\u2067", "B\u200fob " + "b" * 500, location="\u2028Here"))
    assert told.title == f"Evil Name held talks with Bob {'b' * 55}… in Here"
    assert told.summary.count("\n") == 2


@pytest.mark.parametrize("code", ["date", "2024-02-31", "2024-13-01", "2024-00"])
def test_a_day_that_no_calendar_has_is_no_error(code: str) -> None:
    date = code if code != "date" else "2024"
    assert all("2024" in text(meeting("a", date=date, language=language)).title for language in ("ar", "en"))


def test_names_of_countries_are_those_of_the_gazetteers() -> None:
    expected = {}
    for table in ("countries.tsv", "organisations.tsv"):
        rows = [line.split("\t") for line in (GAZETTEERS / table).read_text("utf-8").splitlines() if line[0] != "#"]
        for row in rows[1:]:
            told = dict(zip(rows[0], row, strict=True))
            expected[told["code"]] = (told["ar_names"].split("|")[0], told["en_names"].split("|")[0])
    assert {code: tuple(names) for code, names in affiliation_names().items()} == expected


anything = st.text(min_size=1, max_size=30)
participants = st.lists(
    st.builds(Participant, name=anything, role=st.none() | anything, affiliation=st.none() | anything), max_size=5
)
changes = st.lists(
    st.builds(
        Change,
        field=st.sampled_from(["location", "participants", "force", "count", "date", "unheard_of"]),
        before=st.none() | anything,
        after=st.none() | anything,
    ).filter(lambda change: change.field not in ("date",)),
    max_size=5,
).map(tuple)


@given(participants, anything, changes, st.sampled_from(["ar", "en"]))
def test_isolates_are_the_only_control_characters_and_each_is_closed(
    who: list[Participant], where: str, changed: tuple[Change, ...], language: RuleLanguage
) -> None:
    event = meeting("a", *who, location=where, source=where)
    told = text(event, language=language, occasion=Occasion("updated", None, changed))
    assert len(told.title) <= LONGEST_TITLE
    assert len(told.summary) <= LONGEST_SUMMARY
    for line in (told.title, *told.summary.split("\n")):
        controls = [letter for letter in line if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp")]
        assert controls == ["\u2068", "\u2069"] * (len(controls) // 2)


NUMBERS = ("count", "count_min", "count_max", "count_from", "count_delta", "troops_min", "troops_max")
numbers = st.fixed_dictionaries(dict.fromkeys(NUMBERS, st.none() | st.integers(0, 10**7)))


@given(numbers, st.sampled_from(["increase", "withdraw", "strength"]), st.sampled_from(["ar", "en"]))
def test_whatever_numbers_are_told_there_is_a_text(told: dict[str, Any], action: str, language: RuleLanguage) -> None:
    said = text(troops("a", action, **told), language=language)
    assert said.title
    assert said.summary
    assert "None" not in said.title + said.summary


@given(st.text(alphabet="ab \u2068\u2069،", max_size=60), st.integers(8, 40))
def test_a_shortened_text_keeps_to_its_length(words: str, longest: int) -> None:
    assert len(shortened(words, longest)) <= longest
