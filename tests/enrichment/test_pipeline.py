"""From raw article to enriched article and events."""

import gc
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import RawArticle

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BODY = "The foreign minister of Jordan met his Egyptian counterpart in Amman on Sunday to discuss the border."


def article(**changes: str) -> RawArticle:
    return RawArticle.model_validate({"uri": "urn:a", "body": BODY} | changes)


def text_of(raw: RawArticle) -> str:
    return enrich(raw, NOW).article.text


def test_a_plain_body_is_kept_letter_by_letter() -> None:
    body = f"  \n{BODY}\r\n\u202eend\u0000\n"
    assert text_of(article(body=body)) == body


def test_a_headline_is_put_before_the_body_once() -> None:
    assert text_of(article(headline="Ministers meet")) == f"Ministers meet\n{BODY}"
    assert text_of(article(headline="Ministers meet", body=f"Ministers meet\n{BODY}")) == f"Ministers meet\n{BODY}"


def test_an_article_leaves_nothing_to_the_garbage_collector() -> None:
    several = article(body=f"{BODY} They met the king on Monday. The two ministers will meet again next week.")
    enrich(several, NOW)
    gc.collect()
    gc.disable()
    try:
        enrich(several, NOW)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_of_html_the_text_is_taken() -> None:
    page = (
        f"<html><head><title>t</title><script>x()</script></head><body><article><p>{BODY}</p></article></body></html>"
    )
    assert text_of(article(body=page, body_type="text/html")) == BODY


def test_html_with_nothing_in_it_is_enriched_with_a_warning() -> None:
    enriched = enrich(
        article(body="<html><body><script>x()</script></body></html>", body_type="text/html"), NOW
    ).article
    assert enriched.text == ""
    assert [warning.code for warning in enriched.warnings] == ["no-text"]


def test_another_language_is_passed_on_without_events() -> None:
    french = "Le ministre des Affaires étrangères a rencontré son homologue à Paris, a annoncé son bureau dimanche."
    enrichment = enrich(article(body=french), NOW)
    assert enrichment.events == ()
    assert enrichment.article.language == "fr"
    assert [warning.code for warning in enrichment.article.warnings] == ["unsupported-language"]


def test_an_unparsable_date_costs_only_itself() -> None:
    enriched = enrich(article(published_at="the other day"), NOW).article
    assert enriched.published_at is None
    assert enriched.text == BODY
    assert [warning.code for warning in enriched.warnings] == ["unparsable-published-at"]


def test_enriched_at_is_the_record_time_so_that_again_gives_the_same() -> None:
    raw = article(published_at="2026-11-22")
    assert enrich(raw, NOW).article.enriched_at == NOW
    assert enrich(raw, NOW) == enrich(raw, NOW)


def test_the_revision_follows_the_text() -> None:
    one, same, other = (enrich(raw, NOW).article for raw in (article(), article(source="X"), article(body=BODY + ".")))
    assert one.revision == same.revision != other.revision


LETTERS = st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=300)


@pytest.mark.parametrize("language", ["ar", "en"])
@given(body=LETTERS)
@settings(max_examples=50)
def test_every_offset_points_at_its_quote(body: str, language: str) -> None:
    enriched = enrich(RawArticle(uri="urn:a", body=f"{BODY} {body} {BODY}", language=language), NOW).article
    for event in (*enriched.meetings, *enriched.troop_announcements):
        for evidence in event.evidence:
            assert enriched.text[evidence.start : evidence.end] == evidence.quote
    for mention in enriched.mentions:
        assert mention.end <= len(enriched.text)
