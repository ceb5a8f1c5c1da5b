"""How large an article and its parts may be, and what producers are told where they are larger."""

from datetime import timedelta

import orjson
import pytest

from rasid.enrichment.agents import enriched_messages
from rasid.enrichment.published import PublishedEvents
from rasid.runtime.dead_letters import dead_letter
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.codec import ContentError, decode_article
from rasid_schemas.limits import DEFAULT_LIMITS, Limits
from rasid_schemas.topics import ARTICLES_RAW

BODY = "The defence minister met the ambassador in Amman on Sunday."


def as_json(**fields: object) -> bytes:
    return orjson.dumps({"uri": "urn:a", "body": BODY} | fields)


def refused(value: bytes, limits: Limits = DEFAULT_LIMITS) -> ContentError:
    with pytest.raises(ContentError) as error:
        decode_article(value, limits)
    return error.value


@pytest.mark.parametrize("field", ["headline", "language", "source", "url", "byline"])
def test_a_field_that_is_too_long_is_named_with_its_size_and_the_setting(field: str) -> None:
    refusal = refused(as_json(**{field: "س" * 2_100}))
    assert (refusal.code, refusal.field) == ("field-too-large", field)
    assert refusal.message == "is 4,200 bytes, the limit is 4,096; shorten it or raise RASID_MAX_FIELD_BYTES"


@pytest.mark.parametrize(
    ("value", "code", "told"),
    [
        (as_json(uri="u" * 2_049), "field-too-large", "uri: is 2,049 characters, the limit is 2,048"),
        (as_json(uri="س" * 2_048, headline="h" * 5_000), "field-too-large", "headline: is 5,000 bytes"),
        (as_json(metadata={"k" * 5_000: "v"}), "field-too-large", "metadata: is 5,000 bytes, the limit is 4,096"),
        (as_json(metadata={"desk": "v" * 5_000}), "field-too-large", "metadata.desk: is 5,000 bytes"),
        (as_json(metadata={"k" * 90: 7}), "wrong-type", "metadata." + "k" * 70 + "…: must be a string"),
        (as_json(metadata={f"k{i}": "" for i in range(101)}), "field-too-large", "has 101 entries, the limit is 100"),
        (as_json(metadata={f"k{i}": "v" * 999 for i in range(20)}), "field-too-large", "RASID_MAX_METADATA_BYTES"),
        (as_json(body="b" * 600_000), "body-too-large", "body: is 600,000 bytes, the limit is 524,288"),
        (as_json(unknown="x" * 3_000_000), "message-too-large", "raise RASID_MAX_MESSAGE_BYTES"),
        (b'{"a":' * 2_000 + b"1" + b"}" * 2_000, "too-deep", "more than 1,024 deep"),
        (b"[" * 100_000, "too-deep", "more than 1,024 deep"),
        (as_json(bodies=[{"value": BODY}], by="b" * 5_000), "field-too-large", "byline: is 5,000 bytes"),
        (as_json(bodies=[{"value": BODY}], headlines=[{"value": "h" * 5_000}]), "field-too-large", "headline"),
        (as_json(bodies=[{"value": BODY}], infoSources=[{"name": "n" * 5_000}]), "field-too-large", "source: is 5,000"),
    ],
)  # fmt: skip
def test_what_is_too_large_is_told_with_its_limit(value: bytes, code: str, told: str) -> None:
    refusal = refused(value)
    assert refusal.code == code
    assert told in str(refusal)


def test_what_is_as_large_as_may_be_is_taken() -> None:
    longest = {"headline": "h" * 4_096, "source": "s" * 4_096, "metadata": {"k" * 4_096: "v" * 4_096}}
    article = decode_article(as_json(uri="u" * 2_048, body="b" * 524_288, **longest))
    assert article is not None
    assert len(article.body) == 524_288


def test_a_date_is_never_too_long_for_its_article() -> None:
    for date in ("2026 " * 10_000, [[1]] * 5_000, 10**18):
        assert decode_article(as_json(published_at=date)) is not None
    assert decode_article(b'{"uri":"a","body":"b","published_at":' + b"[" * 1_000 + b"]" * 1_000 + b"}") is not None


def test_every_limit_is_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    names = Limits.__dataclass_fields__
    for number, name in enumerate(names, start=1):
        monkeypatch.setenv(f"RASID_{name.upper()}", str(number))
    assert Settings().limits == Limits(*range(1, len(names) + 1))


def test_an_article_of_too_many_events_is_refused_whole() -> None:
    body = "Kenyan President Kate Archer met Turkish President Orhan Demir. France sends 600 soldiers to Mali."
    record = Record(ARTICLES_RAW.name, 0, 0, 1_795_521_600_000, b"urn:a", as_json(body=body, language="en"))
    assert len(enriched_messages(record, DEFAULT_LIMITS, PublishedEvents(timedelta(days=7)))) == 3
    with pytest.raises(ContentError, match=r"tells 2 events, the limit is 1; .* RASID_MAX_EVENTS") as error:
        enriched_messages(record, Limits(max_events=1), PublishedEvents(timedelta(days=7)))
    assert error.value.code == "too-many-events"


def test_a_dead_letter_has_the_bytes_untouched() -> None:
    value = as_json(headline="h" * 5_000)
    record = Record(ARTICLES_RAW.name, 3, 17, 1_795_521_600_000, b"urn:a", value)
    letter = dead_letter(record, refused(value))
    assert (letter.key, letter.value) == (b"urn:a", value)
    assert dict(letter.headers)["rasid.error.code"] == b"field-too-large"
