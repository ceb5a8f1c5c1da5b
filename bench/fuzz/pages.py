"""HTML that no browser would like."""

from random import Random

from bench.fuzz.texts import text

_TAGS = ("p", "div", "article", "b", "table", "li", "script", "style", "svg", "h1", "a", "template", "select", "pre")
_DEPTHS = (5, 5, 5, 60, 60, 600, 5_000)
_ENTITIES = ("&amp;", "&#x202e;", "&#0;", "&#xD800;", "&#99999999999;", "&notanentity;", "&lt;p&gt;", "&rlm;", "&")


def page(random: Random) -> str:
    """A page of one kind around a made-up text."""
    return random.choice(_KINDS)(random, text(random))


def _plain(random: Random, body: str) -> str:
    return f"<html><head><title>t</title></head><body><article><p>{body}</p></article></body></html>"


def _nested(random: Random, body: str) -> str:
    tag, depth = random.choice(_TAGS), random.choice(_DEPTHS)
    return f"<{tag}>" * depth + body + f"</{tag}>" * random.choice((depth, 0, depth // 2))


def _unclosed(random: Random, body: str) -> str:
    return " ".join(f"<{random.choice(_TAGS)}{random.choice(('>', '', ' ', '/', '<'))}{word}" for word in body.split())


def _attributes(random: Random, body: str) -> str:
    value = random.choice(("x", '"', "'", "&quot;", "é")) * random.choice((10, 1_000, 20_000))
    return f"<p {random.choice(('class', 'onclick', 'a' * 500, 'data-x'))}='{value}'>{body}</p>"


def _entities(random: Random, body: str) -> str:
    return f"<p>{body}{random.choice(_ENTITIES) * random.choice((1, 20, 500))}</p>"


def _declarations(random: Random, body: str) -> str:
    opening = random.choice(("<!--", "<![CDATA[", "<!DOCTYPE html [<!ENTITY a 'aa'>", "<?xml ?>", "<!", "</"))
    return opening * random.choice((1, 50)) + f"<p>{body}</p>" + random.choice(("-->", "]]>", ""))


def _cut(random: Random, body: str) -> str:
    whole = _plain(random, body)
    return whole[: random.randint(1, len(whole))]


_KINDS = (_plain, _plain, _nested, _unclosed, _attributes, _entities, _declarations, _cut)
