"""What producers may hand in, and what they are told where it cannot be read."""

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid_schemas.articles import RawArticle
from rasid_schemas.codec import ContentError, decode_article, encode
from rasid_schemas.limits import Limits

BODY = "The defence minister met the ambassador in Amman on Sunday."


def as_json(**fields: object) -> bytes:
    return orjson.dumps(fields)


def test_uri_and_body_are_enough() -> None:
    article = decode_article(as_json(uri="urn:a", body=BODY))
    assert article == RawArticle(uri="urn:a", body=BODY)


def test_unknown_fields_are_ignored() -> None:
    article = decode_article(as_json(uri="urn:a", body=BODY, paywalled=True))
    assert article == RawArticle(uri="urn:a", body=BODY)


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        (b"{not json", "not-json", "give one JSON object"),
        (b"", "not-json", "give one JSON object"),
        (b"[1, 2]", "not-an-object", "is a JSON array"),
        (b'"text"', "not-an-object", "is a JSON string"),
        (b"null", "not-an-object", "is a JSON null"),
        (b'{"uri": "urn:a", "body": "\xff\xfe"}', "not-utf8", "at byte 26"),
        (b'{"uri": "urn:a", "body": "\\ud800"}', "not-json", "surrogate"),
        (as_json(body=BODY), "missing-field", "uri: is required"),
        (as_json(uri="", body=BODY), "empty-field", "uri: must not be empty"),
        (as_json(uri="urn:a"), "missing-field", "body: is required"),
        (as_json(uri="urn:a", body=""), "empty-body", "body: is empty"),
        (as_json(uri="urn:a", body=" \n\t "), "empty-body", "body: is empty"),
        (as_json(uri=7, body=BODY), "wrong-type", "uri: must be a string, not number"),
        (as_json(uri="urn:a", body=[BODY]), "wrong-type", "body: must be a string, not array"),
        (as_json(uri="urn:a", body=BODY, metadata={"desk": 4}), "wrong-type", "metadata.desk: must be a string"),
        (as_json(uri="urn:a", body=BODY, body_type="application/pdf"), "invalid-field", "'text/plain' or 'text/html'"),
        (as_json(uri="urn:a", bodies="text"), "wrong-type", "bodies: must be an array"),
    ],
)
def test_what_cannot_be_read_names_the_field_and_the_fix(value: bytes, code: str, told: str) -> None:
    with pytest.raises(ContentError) as error:
        decode_article(value)
    assert error.value.code == code
    assert told in str(error.value)


def test_a_megabyte_of_one_letter_is_refused_with_the_limit() -> None:
    with pytest.raises(ContentError, match=r"body: is 1,048,576 bytes, the limit is 524,288.*RASID_MAX_BODY_BYTES"):
        decode_article(as_json(uri="urn:a", body="a" * 1024 * 1024))


def test_the_limit_counts_bytes_not_letters() -> None:
    with pytest.raises(ContentError, match="is 20 bytes"):
        decode_article(as_json(uri="urn:a", body="س" * 10), Limits(max_body_bytes=19))


@pytest.mark.parametrize("published_at", ["yesterday", 1_700_000_000, ["2026"], {"day": 1}, True])
def test_a_date_of_any_kind_never_costs_the_article(published_at: object) -> None:
    article = decode_article(as_json(uri="urn:a", body=BODY, published_at=published_at))
    assert article is not None
    assert article.published_at == str(published_at)


def test_control_and_bidirectional_characters_are_kept() -> None:
    body = "a\u0000b\u202ec\u2066d"
    article = decode_article(as_json(uri="urn:a", body=body))
    assert article is not None
    assert article.body == body


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(value: bytes) -> None:
    try:
        decode_article(value)
    except ContentError as error:
        assert error.code
        assert error.message


@given(st.dictionaries(st.sampled_from(["uri", "body", "bodies", "headlines", "metadata", "language"]), st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)))  # fmt: skip
def test_any_object_is_read_or_refused(fields: dict[str, object]) -> None:
    try:
        value = orjson.dumps(fields)
    except orjson.JSONEncodeError:  # a lone surrogate, which no JSON holds
        return
    try:
        decode_article(value)
    except ContentError as error:
        assert error.code


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_an_article_survives_its_topic(body: str) -> None:
    article = RawArticle(uri="urn:a", body=body, metadata={"desk": "foreign"})
    assert decode_article(encode(article)) == article
