"""JSON that is not what a reader expects: other types, depth, numbers, keys, bytes."""

from random import Random

import orjson

from bench.fuzz.texts import text

Json = dict[str, object]

_LITERALS = (
    b"null", b"true", b"-1", b"0", b"1e308", b"1e999", b"-0.0", b"9" * 60, b"9" * 400,
    b"18446744073709551616", b"NaN",
    b'""', b'" "', b'"\\u0000"', b'"\\ud800"', b'"\\udc00\\ud800"', b'"\\uD83D\\uDE00"', b"[]", b"{}", b"[[]]",
    b'"\\x"',
    b'{"a":{"b":[1,2,{"c":null}]}}', b"[1,2", b'"a', b'"2026-11-16"', b'"0001-01-01T00:00:00+23:59"', b'"9999-12-31"',
    b'"Thu, 99 Foo 99999 99:99:99 +9999"', b'"ar-\\u0627"', b'"x-klingon"', b'"text/html"', b'"en"', b'"ar"',
)  # fmt: skip
_DEPTHS = (3, 100, 900, 1_100, 20_000)
_SIZES = (100, 100, 1_000, 5_000, 70_000)


def with_hostile_values(random: Random, fields: Json) -> bytes:
    """The object with some values put in place of its own, some keys twice and some left out."""
    places = list(fields)
    spoilt = set(random.choices(places, k=random.choice((1, 1, 2, 3))))
    pairs = [(key, _value(random) if key in spoilt else orjson.dumps(fields[key])) for key in places]
    pairs += [(_key(random), _value(random)) for _ in range(random.choice((0, 0, 1, 3)))]
    if random.random() < 0.2:
        random.shuffle(pairs)
    return b"{" + b",".join(orjson.dumps(key) + b":" + value for key, value in pairs) + b"}"


def _key(random: Random) -> str:
    return random.choice(
        ("uri", "body", "metadata", "bodies", "headlines", "published_at", "", "\u202e", "k" * random.choice(_SIZES))
    )


def _value(random: Random) -> bytes:
    return random.choice((_literal, _literal, _literal, _deep, _long, _many, _words))(random)


def _literal(random: Random) -> bytes:
    return random.choice(_LITERALS)


def _deep(random: Random) -> bytes:
    depth = random.choice(_DEPTHS)
    opening, closing = random.choice(((b"[", b"]"), (b'{"a":', b"}"), (b'{"bodies":[', b"]}")))
    return opening * depth + b"1" + closing * depth


def _long(random: Random) -> bytes:
    return b'"' + random.choice((b"a", "و".encode(), b"\\u202e", b"\\n", b" ")) * random.choice(_SIZES) + b'"'


def _many(random: Random) -> bytes:
    entries = (b'"k%d":"v"' % number for number in range(random.choice(_SIZES) // 10))
    return b"{" + b",".join(entries) + b"}"


def _words(random: Random) -> bytes:
    return orjson.dumps(text(random))


def with_spoilt_bytes(random: Random, value: bytes) -> bytes:
    """The bytes with some flipped, taken out, put in, repeated or cut off."""
    spoilt = bytearray(value)
    for _ in range(random.choice((1, 1, 2, 4, 8))):
        at = random.randrange(len(spoilt) + 1)
        random.choice((_flip, _flip, _put, _take, _repeat, _cut))(random, spoilt, at)
    return bytes(spoilt)


def _flip(random: Random, spoilt: bytearray, at: int) -> None:
    if at < len(spoilt):
        spoilt[at] ^= 1 << random.randrange(8)


def _put(random: Random, spoilt: bytearray, at: int) -> None:
    spoilt[at:at] = random.choice((b"\x00", b"\xff", b"\xed\xa0\x80", b'"', b"\\", b"{", b"[", b",", b"\xef\xbb\xbf"))


def _take(random: Random, spoilt: bytearray, at: int) -> None:
    del spoilt[at : at + random.choice((1, 1, 10, 100))]


def _repeat(random: Random, spoilt: bytearray, at: int) -> None:
    spoilt[at:at] = spoilt[at : at + random.randint(1, 50)] * random.randint(1, 4)


def _cut(random: Random, spoilt: bytearray, at: int) -> None:
    del spoilt[at:]
