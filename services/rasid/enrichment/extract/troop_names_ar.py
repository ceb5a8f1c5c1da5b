"""How Arabic calls a force: what belongs to the name behind its head, and which word says whose it is."""

from typing import NamedTuple

from rasid.enrichment.extract.troop_chart import Chart, Mark
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Hit, HitKind

OWNER_KINDS: tuple[HitKind, ...] = ("nationality", "country", "organisation")
_LONGEST = 6
"""Words of a name behind its head, at most."""
_LED_BY = 2
"""Words from `which` to the name of who leads: `التي تقودها الولايات المتحدة`."""
_ARTICLE = "ال"
_ADJECTIVES = {"african": "African Union", "united_nations": "UN", "gulf": "GCC"}
"""Adjectives that make a force a body's, by their class in the lexicon."""


class ForceName(NamedTuple):
    """The tokens `[first, last)` of a name."""

    first: int
    last: int
    owner: Mark | None = None
    added: bool = False
    """Whether they come to others: `إضافي`."""
    led: bool = False
    """Whether a state only leads them: `قوات تقودها فرنسا`."""


def force_name(chart: Chart, head: int, end: int, words: TroopWords) -> ForceName:
    """The name that begins with a head, before the token `end`; what is counted may be told behind `of`."""
    name = _phrase(chart, head, end, words)
    if name.owner is None and not name.led:
        name = _contingent(chart, name, end, words)
    ahead = range(name.last, min(name.last + 2, end))
    return name._replace(
        added=name.added or chart.word(head) in words["adding"] or any(chart.word(i) in words["added"] for i in ahead)
    )


def owner_at(chart: Chart, token: int, end: int) -> Mark | None:
    """The nationality, country or organisation that begins at a token before `end`."""
    if token >= end:
        return None
    marks = (chart.mark(kind, token) for kind in OWNER_KINDS)
    return next((mark for mark in marks if mark), None)


def _phrase(chart: Chart, head: int, end: int, words: TroopWords) -> ForceName:
    """Goes on over genitives and adjectives: `القوات الأمريكية`, `قوات حفظ السلام التابعة للأمم المتحدة`."""
    last, added, known = head + 1, False, True
    for position in range(head + 1, min(head + 1 + _LONGEST, end)):
        word = chart.word(position)
        owner = _owner(chart, position, end, words)
        if owner:
            counted = last == head + 1 and chart.word(head) not in words["body"]
            contingent = counted and chart.word(position - 1) in words["belonging"]  # جنود تابعين لقوات الحلف
            return ForceName(position if contingent else head, owner.last, owner, added)
        leader = _leader(chart, position, end, words)
        if leader:
            body = leader.hit.kind == "organisation"
            return ForceName(head, leader.last, leader if body else None, added, led=not body)
        if word in words["own"]:
            return ForceName(head, position + 1, None, added)
        added = added or word in words["added"]
        part = known and _is_part(chart, head, position, words)
        passes = part or word in words["added"] or word in words["standing"] or word in words["belonging"]
        if _ends_name(word, words) or not (passes or (known and word[:1] not in "وبلك")):
            break
        last = position + 1 if part else last
        known = known and passes  # one word that we do not know
    return ForceName(head, last, None, added)


def _owner(chart: Chart, position: int, end: int, words: TroopWords) -> Mark | None:
    """Whose they are by the word at a token: a name without clitics, `التابعة ل` before it, or an adjective."""
    word, mark = chart.word(position), owner_at(chart, position, end)
    if mark and (not mark.hit.clitics or chart.word(position - 1) in words["belonging"]):
        return mark
    for kind, code in _ADJECTIVES.items():
        if word in words[kind]:
            token = chart.tokens[position]
            return Mark(position, position + 1, Hit(token.start, token.end, "organisation", code, word, ""))
    return None


def _leader(chart: Chart, position: int, end: int, words: TroopWords) -> Mark | None:
    """Who leads them: `التي تقودها الولايات المتحدة`, `يقودها حلف شمال الأطلسي`, `بقيادة فرنسا`."""
    if chart.word(position) not in words.any_of("which", "leading"):
        return None
    for token in range(position, position + _LED_BY):
        if chart.word(token) in words["leading"]:
            return owner_at(chart, token + 1, end)
    return None


def _is_part(chart: Chart, head: int, position: int, words: TroopWords) -> bool:
    """Whether a word belongs to the name: an adjective of armies, a genitive, what `and` joins to one."""
    word = chart.word(position)
    if word in words["added"] or word in words["standing"] or word in words["belonging"]:
        return False
    bare = word.removeprefix("و").removeprefix(_ARTICLE)
    if bare in words["of_a_name"] or word in words["international"]:
        return True
    counted = chart.word(head) in words["single"]
    return word.startswith(_ARTICLE) and not counted


def _ends_name(word: str, words: TroopWords) -> bool:
    """Whether a word cannot belong to the name of a force."""
    verb = word[:1] in "يت" and word.endswith("ون")
    other = word in words["preposition"] or word in words["breaks"] or word in words.triggers
    other = other or word in words["size"] or word in words["known_size"]
    return verb or other or not word[:1].isalpha() or word.startswith(("لل", "بال"))


def _contingent(chart: Chart, name: ForceName, end: int, words: TroopWords) -> ForceName:
    """`جندي من قوات الأمم المتحدة`, `جنود من دول الخليج`: the name behind `من`; not `من العراق`, where from."""
    word = chart.word(name.last)
    begin = name.last + 1 if word in words["from"] else name.last
    belongs = chart.word(name.last) in words["belonging"]
    if word not in words["from"] and not belongs:
        return name
    begin += belongs
    first = owner_at(chart, begin, end)
    if first and first.hit.kind == "organisation":
        return _behind(name, begin, first.last, first)
    inner = _phrase(chart, begin, end, words) if _begins_a_contingent(chart.word(begin), words) else None
    if inner is None or inner.owner is None:
        return name
    return _behind(name, begin, inner.last, inner.owner)


def _begins_a_contingent(word: str, words: TroopWords) -> bool:
    return word in words["body"] or word in words["states"] or word in words["person"] or word in words["numbered"]


def _behind(name: ForceName, first: int, last: int, owner: Mark) -> ForceName:
    return ForceName(first, last, owner, name.added)
