"""Articles in IPTC ninjs 3.1."""

import orjson
import pytest

from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import decode_article

PLAIN = {"role": "main", "contentType": "text/plain", "value": "The ministers met in Doha."}
MARKUP = {"role": "richtext", "contentType": "application/xhtml+xml", "value": "<p>The ministers met in Doha.</p>"}


def read(**fields: object) -> RawArticle | None:
    return decode_article(orjson.dumps({"uri": "urn:item:1"} | fields))


def test_an_item_becomes_an_article() -> None:
    article = read(
        bodies=[MARKUP, PLAIN],
        headlines=[{"role": "short", "value": "Doha"}, {"role": "main", "value": "Ministers meet"}],
        contentCreated="2026-11-20T08:00:00Z",
        versionCreated="2026-11-21T08:00:00Z",
        language="en-GB",
        by="A. Reporter",
        infoSources=[{"name": "Example Wire"}],
    )
    assert article == RawArticle(
        uri="urn:item:1",
        body="The ministers met in Doha.",
        headline="Ministers meet",
        language="en-GB",
        published_at="2026-11-20T08:00:00Z",
        source="Example Wire",
        byline="A. Reporter",
    )


def test_without_a_main_body_the_first_text_is_taken() -> None:
    article = read(bodies=[{"role": "image", "contentType": "image/png", "value": "…"}, MARKUP])
    assert article is not None
    assert (article.body, article.body_type) == ("<p>The ministers met in Doha.</p>", "text/html")


def test_the_version_dates_an_item_without_a_content_date() -> None:
    article = read(bodies=[PLAIN], versionCreated="2026-11-21")
    assert article is not None
    assert article.published_at == "2026-11-21"


@pytest.mark.parametrize(
    "bodies", [[], [{"role": "main", "contentType": "video/mp4", "value": "…"}], [{"role": "main", "value": ""}]]
)
def test_an_item_without_text_is_no_article(bodies: list[object]) -> None:
    assert read(bodies=bodies, headlines=[{"role": "main", "value": "A picture"}]) is None
