"""What each line of an article is: headline, body, readers' comments, or boilerplate. Nothing is cut, only marked."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rasid_schemas.extraction import SectionKind

HEADLINE_LENGTH = 180
"""Code points; a longer first line is the lead paragraph."""
HEADLINE_LINES = 3
_PARAGRAPH = 60
"""Code points from which on a line of the body is more than a caption."""

_LINE = re.compile(r".*\n*")
_OTHER_BREAKS = "\r\u2028\u2029\x85"
_COMMENTS = re.compile(
    r"(?:\d+ |\()?(?:ال)?تعليقات(?: القراء| الزوار)?|تعليقات ?\(?\d*\)?|(?:(?:reader|readers'|user) )?comments"
    r"|leave a (?:comment|reply)|اضف تعليقا?|اترك تعليقا?|شارك بتعليقك|join the (?:conversation|discussion)"
)
_AROUND = " \t\n\r:.()[]0123456789*-#|"
_BOILERPLATE_START = re.compile(
    r"اقرا (?:ايضا|المزيد)|اقرء?ي? ايضا|شاهد ايضا|طالع ايضا|انظر ايضا|مواضيع ذات صله|موضوعات (?:ذات صله|متعلقه)|"
    r"اخبار ذات صله|مقالات ذات صله|(?:ا|إ)ضغط هنا|يمكنكم (?:الان )?(?:متابعه|الاشتراك)|تابعونا|تابعوا|اشترك|للاشتراك|"
    r"حمل تطبيق|جميع الحقوق|حقوق النشر|كلمات دلاليه|الكلمات المفتاحيه|وسوم|اخر تحديث|تاريخ النشر|مصدر الصوره|"
    r"التعليق على الصوره|شارك (?:هذا|المقال|الخبر)|رابط (?:الخبر|الموضوع|المقال)|// ?انته|\d{1,2}:\d{2} ?ت ?م|"
    r"read (?:more|also|next)|see also|also read|more from|related(?: (?:stories|articles|coverage|content))?:|"
    r"related (?:stories|articles|coverage|content)|recommended|"
    r"sign up|subscribe|click here|follow (?:us|him|her|@|\w+ on (?:twitter|facebook))|download (?:the|our)|"
    r"copyright|©|all rights reserved|advertisement|story continues|continue reading|watch (?:live|now|the video)|"
    r"tags?:|filed under|topics?:|share (?:this|on)|get (?:the|our) (?:latest|newsletter)|"
    r"this (?:article|story|material) (?:was|has been|originally|may not)|the associated press contributed|"
    r"(?:reporting|additional reporting|editing|writing) by|contact (?:us|the (?:author|writer))|photo(?:s)? by|"
    r"like us on|for more (?:news|stories)|editor'?s note|terms of (?:use|service)|privacy policy|we (?:use|value) "
)
_LINK = re.compile(r"[a-z][^.:/\n]{2,50}:[a-z'\"][^.\n]{20,150}")
"""A label and a headline without a space between: a link to another article."""
_BYLINE = re.compile(r"by [\w.' -]{3,60}(?:,| and |$)|كتب(?:ت)? ?[:-]|من مراسل|اعداد ?:|ترجمه ?:|تصوير ?:")


class Line(NamedTuple):
    """A line `[start, end)` with its line break, and what it is."""

    start: int
    end: int
    kind: SectionKind


def classify_lines(folded: str, headline_end: int) -> list[Line]:
    """Every line of a folded text and its kind; `headline_end` is 0 where no headline is known."""
    lines: list[Line] = []
    in_comments, seen_body = False, 0
    for start, end in _lines(folded):
        content = folded[start:end].strip()
        in_comments = in_comments or (seen_body > 0 and _opens_comments(content))
        kind = _kind(content, start, len(lines), headline_end, in_comments, seen_body > 0)
        seen_body += kind == "body" and len(content) > _PARAGRAPH
        lines.append(Line(start, end, kind))
    return _with_headline_only_above_a_body(lines)


def _lines(folded: str) -> Iterator[tuple[int, int]]:
    for sign in _OTHER_BREAKS:
        folded = folded.replace(sign, "\n")
    return (line.span() for line in _LINE.finditer(folded) if line.end() > line.start())


def _opens_comments(content: str) -> bool:
    return len(content) <= 40 and bool(_COMMENTS.fullmatch(content.strip(_AROUND)))


def _kind(content: str, start: int, number: int, headline_end: int, in_comments: bool, seen_body: bool) -> SectionKind:
    if in_comments:
        return "comments"
    if start < headline_end:
        return "headline"
    if _is_boilerplate(content):
        return "boilerplate"
    if not headline_end and not seen_body and number < HEADLINE_LINES and _looks_like_headline(content):
        return "headline"
    return "body"


def _is_boilerplate(content: str) -> bool:
    if len(content) > 300:
        return False
    if _BOILERPLATE_START.match(content) or (":" in content and _LINK.fullmatch(content)):
        return True
    return len(content) <= 70 and bool(_BYLINE.match(content))


def _looks_like_headline(content: str) -> bool:
    return 0 < len(content) <= HEADLINE_LENGTH and not content.endswith((".", '."', ":", "؛", ","))


def _with_headline_only_above_a_body(lines: list[Line]) -> list[Line]:
    """A text that is nothing but short lines has no headline to tell apart."""
    if any(line.kind == "body" for line in lines):
        return lines
    return [line._replace(kind="body") if line.kind == "headline" and line.start else line for line in lines]
