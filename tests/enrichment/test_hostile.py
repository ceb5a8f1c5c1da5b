"""Articles made to break a reader: each has its outcome, and it is never another exception than a ContentError."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.published import PublishedEvents
from rasid.enrichment.text.html import html_to_text
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.articles import EnrichedArticle
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.extraction import MAX_EVIDENCE_LENGTH
from rasid_schemas.limits import DEFAULT_LIMITS
from rasid_schemas.topics import ARTICLES_RAW

RECORD_TIME_MS = int(datetime(2026, 11, 16, 12, tzinfo=UTC).timestamp() * 1000)
MET = "Kenyan President Kate Archer met Turkish President Orhan Demir in Oslo on Monday."


def worked_on(value: bytes) -> tuple[Outgoing, ...]:
    record = Record(ARTICLES_RAW.name, 0, 0, RECORD_TIME_MS, None, value)
    return tuple(enriched_messages(record, DEFAULT_LIMITS, PublishedEvents(timedelta(days=7))))


def outcome(value: bytes) -> str:
    """`enriched`, or the code of the dead letter; all that is found must lie in the text."""
    try:
        results = worked_on(value)
    except ContentError as refusal:
        return refusal.code
    if results:
        check(decode(EnrichedArticle, results[0].value or b""))
    return "enriched" if results else "nothing"


def check(article: EnrichedArticle) -> None:
    for event in (*article.meetings, *article.troop_announcements):
        for evidence in event.evidence:
            assert article.text[evidence.start : evidence.end] == evidence.quote
            assert len(evidence.quote) <= MAX_EVIDENCE_LENGTH
    for mark in (*article.mentions, *article.sections):
        assert 0 <= mark.start < mark.end <= len(article.text)


def plain(body: str, language: str = "en", **fields: object) -> bytes:
    return orjson.dumps({"uri": "urn:a", "body": body, "language": language} | fields)


def html(body: str) -> bytes:
    return plain(body, body_type="text/html")


def repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def triggers(language: str) -> str:
    return " ".join(sorted(word for words in lexicon(language).classes.values() for word in words))


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a megabyte of one letter": (lambda: plain("a" * 1_000_000), "body-too-large"),
    "half a megabyte of one letter": (lambda: plain("a" * 500_000), "enriched"),
    "half a megabyte of one Arabic letter": (lambda: plain("و" * 250_000, "ar"), "enriched"),
    "a sentence of half a megabyte": (lambda: plain(repeated("harvest of the north ", 500_000)), "enriched"),
    "100,000 commas": (lambda: plain("," * 100_000), "enriched"),
    "100,000 full stops and a letter": (lambda: plain("." * 100_000 + "x"), "enriched"),
    "100,000 quotes behind a full stop": (lambda: plain("." + '"' * 100_000 + "x"), "enriched"),
    "4,000 names": (lambda: plain(repeated("Kate Archer, Orhan Demir and ", 60_000)), "enriched"),
    "3,000 Arabic names": (lambda: plain(repeated("محمد الحمزي، بول فيبر و", 40_000), "ar"), "enriched"),
    "300 meetings": (lambda: plain("\n".join(f"{MET} {n}" for n in range(300))), "enriched"),
    "300 troop announcements": (
        lambda: plain(" ".join(f"France sends {n} soldiers to Mali." for n in range(1, 300))), "enriched"
    ),
    "every English trigger": (lambda: plain(triggers("en")), "enriched"),
    "every Arabic trigger": (lambda: plain(triggers("ar"), "ar"), "enriched"),
    "a number of 10,000 digits": (lambda: plain(f"France sends {'9' * 10_000} soldiers to Mali."), "enriched"),
    "a number of 10,000 groups": (lambda: plain(f"France sends 1{',000' * 10_000} soldiers to Mali."), "enriched"),
    "10,000 number words": (lambda: plain(repeated("thousand million ", 100_000) + "soldiers"), "enriched"),
    "digits of every script": (lambda: plain("France sends ४२ ๔๒ 𝟜𝟚 ²³ ½ Ⅻ ٤٢ soldiers to Mali."), "enriched"),
    "JSON 100,000 deep": (lambda: b'{"uri":"a","body":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "too-deep"),
    "a date 1,000 deep": (
        lambda: b'{"uri":"a","body":"b","published_at":' + b"[" * 1_000 + b"]" * 1_000 + b"}", "enriched"
    ),
    "a date of 100,000 letters": (lambda: plain(MET, published_at="Mon, 16 " * 12_500), "enriched"),
    "a lone surrogate": (lambda: b'{"uri":"a","body":"\\ud800 met"}', "not-json"),
    "surrogates the wrong way round": (lambda: b'{"uri":"a","body":"\\udc00\\ud800"}', "not-json"),
    "encoded surrogates": (lambda: b'{"uri":"a","body":"\xed\xa0\x80"}', "not-utf8"),
    "a number too large for JSON": (lambda: b'{"uri":"a","body":"b","metadata":' + b"9" * 500 + b"}", "not-json"),
    "one key twice": (lambda: b'{"uri":"a","body":"b","body":"c"}', "enriched"),
    "a key of a megabyte": (lambda: plain(MET, **{"k" * 1_000_000: "v"}), "enriched"),
    "NULs": (lambda: plain(MET.replace(" ", "\x00")), "enriched"),
    "1,000 vowel signs on one letter": (lambda: plain("التقى الملك" + "\u064b" * 1_000 + " الرئيس", "ar"), "enriched"),
    "100,000 tatweels": (lambda: plain("الـ" + "ـ" * 100_000 + "ملك", "ar"), "enriched"),
    "presentation forms": (lambda: plain("ﺍﻟﺘﻘﻰ ﺍﻟﻤﻠﻚ ﷺ ﷲ ﻻ", "ar"), "enriched"),
    "a language of nonsense": (lambda: plain(MET, "tlh-\u202e-x"), "enriched"),
    "a language too long": (lambda: plain(MET, "e" * 5_000), "field-too-large"),
    "HTML 100,000 deep": (lambda: html("<b>" * 100_000 + MET), "enriched"),
    "HTML 50,000 blocks deep": (lambda: html("<div>" * 50_000 + f"<p>{MET}" + "</div>" * 40_000), "enriched"),
    "HTML of blocks in links": (lambda: html("<a><div>" * 15_000 + MET), "enriched"),
    "a tag of 50,000 attributes": (lambda: html(f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{MET}"), "enriched"),
    "50,000 attributes behind a comment": (
        lambda: html(f"<!--<p a='--><p {' '.join(f'a{n}' for n in range(50_000))}>{MET}"), "enriched"
    ),
    "30,000 fonts that stay open": (lambda: html("".join(f"<font size={n}>" for n in range(30_000)) + MET), "enriched"),
    "50,000 entities": (lambda: html("&amp;" * 50_000 + "&#xD800;&#0;&#99999999999;" + MET), "enriched"),
    "half a tag": (lambda: html("<p>" + MET + "<p class='"), "enriched"),
    "100,000 opening brackets": (lambda: html("<" * 100_000), "enriched"),
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_has_its_outcome(name: str) -> None:
    made, expected = BOMBS[name]
    assert outcome(made()) == expected


def test_the_text_of_a_page_too_deep_is_found_all_the_same() -> None:
    assert MET in html_to_text("<div>" * 20_000 + f"<p>{MET}")
    assert MET in html_to_text(f"<p {' '.join(f'a{n}=1' for n in range(50_000))}>{MET}</p>")


def test_a_large_page_keeps_its_text() -> None:
    """What bounds a page takes comments and scripts, never words, whatever they look like."""
    said = [
        f"Paragraph {n}: 3 < 4 and a<b, 'so' \"it\" goes & on for long enough to be of some worth." for n in range(500)
    ]
    shown = "".join(f"<p class='x' title='a > b'>{line.replace('<b', '&lt;b')}</p><!-- <p a=' -->" for line in said)
    page = f"<html><head><script>if (a<b) '</p>'</script></head><body><article>{shown}</article></body></html>"
    assert len(page) > 30_000
    assert html_to_text(page).split() == " ".join(said).split()


PIECES = st.sampled_from(
    ("met", "President", "Kate Archer", "600", "troops", "to", "Mali", "التقى", "الرئيس", "محمد", "جندي", "في", ",",
     ".", "\n", "«", "'s", "\u202e", "\u2066", "\u0640" * 5, "\u0301", "\x00", "\ufdfa", "𝟜𝟚", "<div>", "&#x202e;",
     "MORE")
)  # fmt: skip
MADE_UP = st.lists(PIECES, min_size=1, max_size=40).map(" ".join) | st.text(st.characters(codec="utf-8"), max_size=200)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | MADE_UP,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MADE_UP, inner, max_size=3),
    max_leaves=8,
)
FIELDS = (
    "uri",
    "body",
    "body_type",
    "headline",
    "language",
    "published_at",
    "source",
    "metadata",
    "bodies",
    "headlines",
)


@given(st.fixed_dictionaries(
    {"uri": st.just("urn:a"), "body": MADE_UP, "language": st.sampled_from(("en", "ar"))},
    optional={"headline": MADE_UP, "source": MADE_UP, "published_at": MADE_UP,
              "body_type": st.sampled_from(("text/plain", "text/html"))},
))  # fmt: skip
@settings(max_examples=150)
def test_made_up_articles_are_enriched_and_again_the_same(fields: dict[str, object]) -> None:
    value = orjson.dumps(fields)
    if outcome(value) == "enriched":
        assert worked_on(value) == worked_on(value)


@given(st.dictionaries(st.sampled_from(FIELDS), VALUES), st.sampled_from(FIELDS), VALUES)
@settings(max_examples=150)
def test_any_value_in_any_field_has_an_outcome(fields: dict[str, object], field: str, value: object) -> None:
    assert outcome(orjson.dumps({"uri": "urn:a", "body": MET} | fields | {field: value}))


@given(st.binary(max_size=20), st.integers(0, 120), st.integers(0, 20))
def test_spoilt_bytes_have_an_outcome(put_in: bytes, place: int, taken: int) -> None:
    value = plain(MET)
    assert outcome(value[:place] + put_in + value[place + taken :])
