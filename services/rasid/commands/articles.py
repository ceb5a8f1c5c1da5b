"""Articles out of files that people have: text, HTML, JSON, JSON lines, ninjs."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import orjson

from rasid.commands.errors import USAGE, CommandError
from rasid.commands.inputs import STANDARD_INPUT, open_lines, read_bytes
from rasid_schemas.articles import BodyType, RawArticle
from rasid_schemas.codec import ContentError, decode_raw, encode
from rasid_schemas.limits import Limits

HTML_ENDINGS = frozenset({".html", ".htm", ".xhtml"})
LINES_ENDINGS = frozenset({".jsonl", ".ndjson"})
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}([-_].*)?")


@dataclass(frozen=True, slots=True)
class Described:
    """What people say on the command line of articles whose files do not say it themselves."""

    published_at: str | None = None
    source: str | None = None
    language: str | None = None

    def of(self, uri: str, body: str, body_type: BodyType) -> RawArticle:
        """An article with this description."""
        return RawArticle(
            uri=uri,
            body=body,
            body_type=body_type,
            published_at=self.published_at,
            source=self.source,
            language=self.language,
        )


def described(published_at: str | None, source: str | None = None, language: str | None = None) -> Described:
    """What the command line says of articles; raises CommandError where it cannot be."""
    if published_at is not None:
        from rasid.enrichment.text.publication import parse_published_at

        _, warning = parse_published_at(published_at, datetime.now(UTC))
        if warning is not None:
            raise CommandError(f"--published-at: {warning.message}", USAGE)
    if language is not None and not LANGUAGE_TAG.fullmatch(language):
        raise CommandError(f"--language: {language!r} is no language tag; give one such as ar or en", USAGE)
    return Described(published_at, source, language)


@dataclass(frozen=True, slots=True)
class Article:
    """An article ready to be produced: its uri, and the JSON as it goes on the topic."""

    uri: str
    value: bytes


def read_articles(name: str, described: Described, limits: Limits) -> Iterator[Article]:
    """The articles of a file or of standard input (`-`); raises CommandError with file, line, field and fix."""
    ending = Path(name).suffix.lower()
    if ending in LINES_ENDINGS:
        yield from _from_lines(name, limits)
        return
    content = read_bytes(name)
    if content.lstrip()[:1] in {b"{", b"["} and ending not in HTML_ENDINGS:
        yield from _from_json(name, content, limits)
    else:
        yield _from_text(name, content, described)


def _from_lines(name: str, limits: Limits) -> Iterator[Article]:
    for number, line in enumerate(open_lines(name), start=1):
        if line.strip():
            yield from _from_value(f"{name}:{number}", line.strip(), limits)


def _from_json(name: str, content: bytes, limits: Limits) -> Iterator[Article]:
    """One object, an array of them, or a line for each."""
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError:
        lines = content.splitlines()
        values = [(f"{name}:{number}", line) for number, line in enumerate(lines, start=1) if line.strip()]
    else:
        items = value if isinstance(value, list) else [value]
        values = [(f"{name}[{index}]", orjson.dumps(item)) for index, item in enumerate(items)]
    for place, item in values:
        yield from _from_value(place, item, limits)


def _from_value(place: str, value: bytes, limits: Limits) -> Iterator[Article]:
    try:
        article = decode_raw(value, limits)
    except ContentError as error:
        raise CommandError(f"{place}: {error}") from None
    if article is not None:
        yield Article(article.uri, value)


def _from_text(name: str, content: bytes, described: Described) -> Article:
    try:
        body = content.decode()
    except UnicodeDecodeError as error:
        raise CommandError(f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8", USAGE) from None
    if not body.strip():
        raise CommandError(f"{name}: is empty; give an article's text", USAGE)
    looks_like_html = Path(name).suffix.lower() in HTML_ENDINGS or body.lstrip()[:1] == "<"
    article = described.of(_uri_of(name, content), body, "text/html" if looks_like_html else "text/plain")
    return Article(article.uri, encode(article))


def _uri_of(name: str, content: bytes) -> str:
    """The file's place, so that the same file again is the same article, corrected."""
    if name == STANDARD_INPUT:
        return f"urn:sha256:{hashlib.sha256(content).hexdigest()}"
    return Path(name).resolve().as_uri()
