"""Arabic groups that meet as one: delegations, officials, ministers, commanders, councils."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    is_definite,
    is_function,
    is_time,
    verb_clitics,
    words_of,
)
from rasid.enrichment.text.document import HitKind
from rasid.enrichment.text.normalise import fold

MAX_TOKENS = 12
_KINDS: tuple[HitKind, ...] = ("nationality", "country", "organisation", "place")
_ADJECTIVES = ("ين", "ون", "ي", "يه")
_QUALITIES = frozenset({"الكبار", "الجدد", "البارز", "الكبير", "الزاير", "المرافق", "الدايم", "الاعلي"})
_HIGH = frozenset({"رفيع", "رفيعي", "رفيعه", "رفيعو"})
_OWNERS = "اصحاب"
_IN = "في"
_FROM = frozenset({"من", "في", "عن"})


def group_at(chart: Chart, token: int, last: int) -> Actor | None:
    """The group named from `token` on: وفد من حلف الناتو, كبار المسؤولين الأمريكيين, عدد من القادة الأمنيين."""
    head = _head(chart, token, last)
    body = chart.mark("organisation", token)
    if head is None or (body is not None and body.last > head + 1):
        return None
    clitics = clitics_before(chart.word(token), "group")
    leader = chart.mark("office", token)
    if head != token:
        clitics = leader.hit.clitics if leader is not None else _clitics_before_quantity(chart.word(token))
    behind, affiliation = _complement(chart, head + 1, min(last, head + MAX_TOKENS))
    official = (
        clitics_before(chart.word(head), "official_group") is not None
        or affiliation is not None
        or is_security_council(chart.source(head, behind))
    )
    phrase = Phrase(token, behind, clitics=clitics or "", official=official)
    return actor_of(chart, phrase, "group", affiliation)


def is_security_council(name: str) -> bool:
    """المجلس الأمني المصغر: a body that meets about war and security."""
    first, *others = fold(name).split()
    bare = {word.removeprefix("ال") for word in others[:1]}
    return clitics_before(first, "body_group") is not None and not bare.isdisjoint(words_of("security"))


def _head(chart: Chart, token: int, last: int) -> int | None:
    """The group noun: the word itself, or behind a quantity (عدد من, كبار)."""
    if clitics_before(chart.word(token), "group") is not None:
        return token
    office, behind = chart.mark("office", token), chart.word(token + 1)
    if office is not None and office.last == token + 1 < last and behind.startswith("و"):
        return token + 1 if clitics_before(behind, "group") == "و" else None
    if _clitics_before_quantity(chart.word(token)) is None:
        return None
    following = token + 2 if chart.word(token + 1) == "من" else token + 1
    following += chart.word(following).isdigit()
    in_range = following < last and clitics_before(chart.word(following), "group") is not None
    return following if in_range else None


def _clitics_before_quantity(word: str) -> str | None:
    return clitics_before(word, "quantity")


def _complement(chart: Chart, token: int, limit: int) -> tuple[int, str | None]:
    """The token behind the group's complement, and whom the group acts for."""
    affiliation: str | None = None
    closed, described, whose = is_definite(chart.word(token - 1)), False, False
    while token < limit:
        step = _two_bodies(chart, token) or _marked(chart, token, described)
        if step is not None:
            token, code = step
            affiliation, closed, whose = affiliation or code, True, True
        elif not closed and clitics_before(chart.word(token), "body_of_state") == "":
            token, closed = token + 1, is_definite(chart.word(token))
        elif _goes_on_with_others(chart, token):
            token, closed, described = token + 2, is_definite(chart.word(token + 1)), False
        elif (described and _is_a_place(chart, token)) or (whose and not _qualifies(chart.word(token))):
            break
        elif _is_no_rank(chart, token) and _is_plain(chart.word(token), closed):
            closed = closed or is_definite(chart.word(token))
            described = described or _is_adjective(chart.word(token))
            token += 1
        else:
            break
    return token, affiliation


def _two_bodies(chart: Chart, token: int) -> tuple[int, str | None] | None:
    """من حركتي A وB, حكومتي A وB: two bodies under one noun."""
    noun = token + 1 if chart.word(token) in _FROM else token
    noun -= clitics_before(chart.word(token - 1), "two_bodies") is not None
    if clitics_before(chart.word(noun), "two_bodies") is None:
        return None
    first = next(iter(chart.marks_of(_KINDS, noun + 1)), None)
    joint = first.last if first is not None else noun + 2
    if not chart.word(joint).startswith("و"):
        return None
    second = chart.mark("organisation", joint) or chart.mark("country", joint)
    return (second.last if second is not None else joint + 1), (first.hit.code if first is not None else None)


def _is_no_rank(chart: Chart, token: int) -> bool:
    """Whether no rank begins here, but those of أصحاب الفضيلة."""
    return chart.mark("rank", token) is None or chart.word(token - 1).endswith(_OWNERS)


def _is_a_place(chart: Chart, token: int) -> bool:
    return chart.begins(("place", "country"), token)


def _qualifies(word: str) -> bool:
    """المسؤولين الأمريكيين السابقين, but not المسؤولين الأمريكيين التطورات: what may stand behind whose they are."""
    plain = not is_definite(word) and not word.startswith("لل")
    return plain or word.endswith(_ADJECTIVES) or word in _QUALITIES


def _goes_on_with_others(chart: Chart, token: int) -> bool:
    """وفد من مشايخ القبائل, خمسين عضوا من أعضاء المجلس, مسؤولين في وزارة كذا: whose people they are."""
    if chart.word(token) != _IN and clitics_before(chart.word(token + 1), "both") == "":
        return chart.word(token) in _FROM
    if chart.word(token) == _IN:
        return clitics_before(chart.word(token + 1), "body_of_state") == ""
    kinds = ("group", "body_of_state") if chart.word(token) == "من" else ("group",)
    return chart.word(token) in _FROM and any(clitics_before(chart.word(token + 1), kind) == "" for kind in kinds)


def _is_adjective(word: str) -> bool:
    """وفد برلماني أوروبي: an indefinite adjective, behind which no genitive can stand."""
    return word.endswith(("ي", "يه")) and not is_definite(word)


def _marked(chart: Chart, token: int, described: bool) -> tuple[int, str | None] | None:
    """A nationality, country, organisation or place, with من or ل before it."""
    ahead = token + 1 if chart.word(token) in _FROM else token
    for kind in _KINDS:
        mark = chart.mark(kind, ahead)
        if mark is not None and described and ahead == token and kind != "nationality" and not mark.hit.clitics:
            continue
        if mark is None and chart.word(token) == "من" and clitics_before(chart.word(ahead), "place_noun") == "":
            mark = chart.mark(kind, ahead + 1)
        clitics = ("", "ل", "ب") if kind in ("country", "organisation") else ("", "ل")
        if mark is not None and mark.hit.clitics in clitics and not (chart.word(token) == "في" and kind == "place"):
            return mark.last, mark.hit.code
    return None


def _is_plain(word: str, closed: bool) -> bool:
    if (
        not word.isalpha()
        or (is_function(word) and word not in _HIGH)
        or is_time(word)
        or verb_clitics(word) is not None
    ):
        return False
    if word.startswith("وال"):
        return closed and clitics_before(word, "group") is None
    return is_definite(word) or word.startswith("لل") or (not closed and word not in words_of("counterpart"))
