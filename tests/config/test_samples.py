"""The bundled sample articles are what the readme of their folder says."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from rasid.enrichment.pipeline import enrich
from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import decode_article

SAMPLES = Path(__file__).parents[2] / "config" / "samples.jsonl"
LINES = SAMPLES.read_bytes().splitlines()
WITHOUT_EVENTS = {f"urn:rasid:sample:{number}" for number in ("ar-011", "ar-012", "en-012", "en-013")}


def _articles() -> list[RawArticle]:
    return [article for line in LINES if (article := decode_article(line)) is not None]


def test_every_line_is_an_article() -> None:
    assert len(_articles()) == len(LINES) == 27


def test_both_languages_are_there_alike() -> None:
    assert Counter(article.language for article in _articles()) == {"ar": 13, "en": 14}


def test_each_has_its_own_uri_an_outlet_and_a_date_in_november_2026() -> None:
    articles = _articles()
    assert len({article.uri for article in articles}) == len(articles)
    assert all(article.source for article in articles)
    assert all((article.published_at or "").startswith("2026-11-") for article in articles)


def test_they_come_in_the_order_of_their_days() -> None:
    days = [(article.published_at or "")[:10] for article in _articles()]
    assert days == sorted(days)


def test_they_link_to_no_real_site() -> None:
    assert all(article.url is None or article.url.startswith("https://news.example/") for article in _articles())


def test_one_is_html_and_one_is_a_ninjs_item() -> None:
    assert [article.uri for article in _articles() if article.body_type == "text/html"] == ["urn:rasid:sample:en-014"]
    assert [orjson.loads(line)["uri"] for line in LINES if "bodies" in orjson.loads(line)] == [
        "urn:rasid:sample:ar-013"
    ]


@pytest.mark.parametrize("article", [a for a in _articles() if a.uri in WITHOUT_EVENTS], ids=lambda a: a.uri)
def test_sport_science_money_and_readers_comments_give_no_event(article: RawArticle) -> None:
    assert enrich(article, datetime(2026, 11, 24, tzinfo=UTC)).events == ()
