"""What a dead letter keeps and tells."""

import hashlib

from rasid.runtime.dead_letters import at_another_time, dead_letter, original, read_dead_letter, without_value
from rasid.runtime.records import Outgoing, Record
from rasid_schemas.codec import ContentError

POISON = Record("articles.raw.v1", 3, 17, 1_700_000_000_000, b"\x00key", b"\xff\xfe not json", (("x", b"\x01"),))


def read_back(letter: Outgoing) -> Record:
    return Record(letter.topic, 5, 1, letter.timestamp_ms, letter.key, letter.value, letter.headers)


def test_it_keeps_bytes_headers_and_time_as_they_came() -> None:
    letter = dead_letter(POISON, ContentError("not-utf8", "is not UTF-8 at byte 0"))
    assert letter.topic == "articles.raw.v1.dlq"
    assert (letter.key, letter.value, letter.timestamp_ms) == (POISON.key, POISON.value, POISON.timestamp_ms)
    assert letter.headers[0] == ("x", b"\x01")


def test_it_tells_where_it_came_from_and_why() -> None:
    letter = read_dead_letter(read_back(dead_letter(POISON, ContentError("empty-body", "is empty", "body"))))
    assert (letter.topic, letter.partition, letter.offset) == ("articles.raw.v1", 3, 17)
    assert (letter.code, letter.error, letter.stage) == ("empty-body", "ContentError", "decode")
    assert letter.message == "body: is empty"


def test_an_error_of_ours_is_told_apart_from_one_of_the_content() -> None:
    letter = read_dead_letter(read_back(dead_letter(POISON, RecursionError("too deep"))))
    assert (letter.code, letter.error, letter.stage) == ("processing-failed", "RecursionError", "process")


def test_what_even_the_dead_letter_topic_refuses_leaves_its_hash() -> None:
    kept = without_value(dead_letter(POISON, ContentError("result-too-large", "too large")))
    assert kept.value is None
    assert kept.key == POISON.key
    assert dict(kept.headers)["rasid.error.value-sha256"] == hashlib.sha256(b"\xff\xfe not json").hexdigest().encode()


def test_a_record_time_that_even_the_dead_letter_topic_refuses_is_kept_and_comes_back() -> None:
    kept = at_another_time(dead_letter(POISON, ContentError("result-refused", "too old")), 1_800_000_000_000)
    assert kept.timestamp_ms == 1_800_000_000_000
    letter = read_dead_letter(read_back(kept))
    assert (letter.code, letter.stage) == ("result-refused", "deliver")
    assert original(letter) == Outgoing(POISON.topic, POISON.timestamp_ms, POISON.key, POISON.value, POISON.headers)


def test_a_dead_letter_of_somebody_else_is_read_as_far_as_it_goes() -> None:
    letter = read_dead_letter(
        Record("articles.raw.v1.dlq", 0, 0, 0, None, None, (("__connect.errors.partition", b"x"),))
    )
    assert (letter.topic, letter.partition, letter.code) == ("articles.raw.v1", -1, "")


def test_one_without_a_key_gets_an_empty_one_where_it_has_no_value_either() -> None:
    keyless = Record("articles.raw.v1", 3, 17, 1_700_000_000_000, None, b"not json")
    letter = dead_letter(keyless, ContentError("not-json", "is not JSON"))
    assert letter.key is None
    assert without_value(letter).key == b""
