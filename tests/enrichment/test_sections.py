"""Every line is headline, dateline, body, comments or boilerplate; only headline and body give evidence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.enrichment.text.document import Document
from rasid.enrichment.text.reading import read_document

LEAD = (
    "Ministers from nine countries gathered on Tuesday to discuss the harvest, the price of grain and the roads north. "
)


def read(text: str, language: str = "en", headline: str | None = None) -> Document:
    return read_document(text, language, date(2024, 3, 5), None, headline)


def kinds(document: Document) -> list[str]:
    return [section.kind for section in document.sections]


def evidence(document: Document) -> str:
    return " ".join(document.text[s.start : s.end] for s in document.evidence_sentences())


@given(st.text(), st.sampled_from(["ar", "en"]))
def test_sections_cover_every_letter_once(text: str, language: str) -> None:
    sections = read(text, language).sections
    assert [s.start for s in sections[1:]] == [s.end for s in sections[:-1]]
    assert (sections[0].start, sections[-1].end) == (0, len(text)) if text else sections == ()


@pytest.mark.parametrize("marker", ["Comments", "COMMENTS (12)", "Leave a comment", "3 Comments"])
def test_readers_comments_run_to_the_end(marker: str) -> None:
    document = read(f"Grain talks open\n{LEAD}\n{marker}\nThe minister met the devil himself in Geneva!")
    assert kinds(document)[-1] == "comments"
    assert "devil" not in evidence(document)


@pytest.mark.parametrize("marker", ["التعليقات", "تعليقات القراء", "تعليقات (4)", "أضف تعليق"])
def test_arabic_comments_run_to_the_end(marker: str) -> None:
    lead = "افتتح وزراء تسع دول الثلاثاء اجتماعات مخصصة لبحث أسعار الحبوب والطرق المؤدية إلى الشمال ونقلها قبل الشتاء."
    document = read(f"افتتاح اجتماعات الحبوب\n{lead}{lead}\n{marker}\nالتقى الوزير الشيطان في جنيف", "ar")
    assert kinds(document)[-1] == "comments"
    assert "الشيطان" not in evidence(document)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Envoys meet in Geneva",
        "Sign up for our newsletter",
        "By Jane Doe, Staff Writer",
        "Related: Leaders meet in Paris",
        "Follow us on Twitter",
    ],
)
def test_notices_give_no_evidence(line: str) -> None:
    document = read(f"Grain talks open\n{LEAD}\n{line}\n{LEAD}")
    assert "boilerplate" in kinds(document)
    assert line not in evidence(document)


@pytest.mark.parametrize(
    "line", ["اقرأ أيضا: الرئيس يلتقي الوزير", "إضغط هنا للإشتراك", "تابعونا على تويتر", "جميع الحقوق محفوظة"]
)
def test_arabic_notices_give_no_evidence(line: str) -> None:
    document = read(f"افتتاح اجتماعات الحبوب\nافتتح الوزراء الاجتماع.\n{line}\nوانتهى الاجتماع مساء.", "ar")
    assert line not in evidence(document)


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Grain talks open\nGENEVA (Reuters) - Ministers gathered on Tuesday.", "en", "GENEVA"),
        ("Grain talks open\nAMMAN, Jordan — Ministers gathered on Tuesday.", "en", "AMMAN"),
        ("افتتاح الاجتماع\nعمان - رويترز: افتتح الوزراء الاجتماع الثلاثاء.", "ar", "عمان"),
        ("افتتاح الاجتماع\nالجريدة من بيروت: افتتح الوزراء الاجتماع الثلاثاء.", "ar", "بيروت"),
        ("افتتاح الاجتماع\nسعيد الراوي- الجريدة- الدمام: افتتح الوزراء الاجتماع الثلاثاء.", "ar", "الدمام"),
    ],
)
def test_the_dateline_tells_where_the_report_was_filed(text: str, language: str, place: str) -> None:
    document = read(text, language)
    assert document.dateline is not None
    assert text[document.dateline.start : document.dateline.end] == place
    assert "dateline" in kinds(document)


@pytest.mark.parametrize(
    "text",
    ["Grain\nIran said on Monday that its doors: all of them, are open.", "القمح\nوزير الزراعة العراقي: الموسم جيد."],
)
def test_a_colon_alone_makes_no_dateline(text: str) -> None:
    assert read(text, "en" if text.isascii() else "ar").dateline is None


def test_a_headline_given_is_the_headline() -> None:
    headline = "Grain talks open. Again."
    document = read(f"{headline}\n{LEAD}", headline=headline)
    assert document.headline_end == len(headline)
    assert document.sections[0].kind == "headline"
