"""HTML to the text a reader sees.

The parser and the search for a page's main part take time by the square of the attributes in one tag, of open tags
such as font, and of the depth of tags in tags. What a page has of these is bounded before they see it.
"""

import re

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import DOMContext, HTMLTree, traverse_dom

DEEPEST = 300
"""Tags in tags, beyond which the main part is not looked for: all text is taken. Pages have 20 to 50."""
_SMALL = 30_000
"""Code points of a page that needs no bounds."""
_FEW_TAGS = 2_000
_LONGEST_ATTRIBUTES = 4_000
"""Code points of a tag's attributes from which on they are left out: embedded pictures, mostly."""

_TOKEN = re.compile(
    r"""
      (?P<dropped> <!--.*?(?:-->|\Z)
                 | <(?P<raw> script|style|textarea|title|xmp|iframe|noembed|noframes ) (?=[\s/>]) .*?
                   (?: </(?P=raw)(?=[\s/>])[^>]*+(?:>|\Z) | \Z )
                 | <[!?/](?![a-z])[^>]*+(?:>|\Z) )
    | <(?P<tag> /?[a-z][^\s/>]*+ )
       (?P<attributes> (?: [\s/]++ | [^\s/>][^\s/>=]*+
                           (?: \s*+=\s*+ (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) | [^\s>]*+ ) )?+ )*+ )
       (?: > | \Z )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""A tag, comment or script as the HTML standard reads it, so that nothing hides behind another reading."""
_FORMATTING = frozenset(
    {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)  # fmt: skip


def html_to_text(html: str) -> str:
    """The article's text without navigation, scripts and styles; empty where there is none."""
    tree = HTMLTree.parse(html if len(html) <= _SMALL else _bounded(html))
    main = html.count("<") <= _FEW_TAGS or _depth(tree) <= DEEPEST
    text: str = extract_plain_text(tree, main_content=main, alt_texts=False, comments=True)
    return text.strip()


def _bounded(html: str) -> str:
    """The page without comments and scripts, its tags without what makes parsing slow."""
    return _TOKEN.sub(_bounded_tag, html)


def _bounded_tag(token: re.Match[str]) -> str:
    if token["dropped"] is not None:
        return ""
    bare = len(token["attributes"]) > _LONGEST_ATTRIBUTES or token["tag"].lower() in _FORMATTING
    return f"<{token['tag']}>" if bare else token[0]


def _depth(tree: HTMLTree) -> int:
    deepest = 0

    def enter(node: DOMContext) -> None:
        nonlocal deepest
        deepest = max(deepest, node.depth)

    if tree.document is not None:
        traverse_dom(tree.document, enter)
    return deepest
