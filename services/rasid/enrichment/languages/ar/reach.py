"""How far an Arabic title reaches where it goes over several words up to the name of its holder."""

from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.name_signs import has_article, is_given_name
from rasid.enrichment.languages.ar.names import name_end
from rasid.enrichment.languages.ar.triggers import trigger_of
from rasid.enrichment.languages.ar.vocabulary import given_names, is_common, is_name_word
from rasid.enrichment.languages.ar.words import (
    clitics_before,
    ends_a_name,
    is_definite,
    is_function,
    is_time,
    verb_clitics,
    words_of,
)
from rasid.enrichment.text.document import HitKind

_FURTHEST = 16
_VERB_BEFORE = 5
"""Words before an office in which the verb that it is the subject of stands."""
_FULL = 2
"""Words of a name without a rank before it."""
_WITH_ARTICLE = ("وال", "بال", "لل", "كال")
_PREPOSITIONS = ("ل", "ب", "و")
_POSSESSORS = ("ه", "ها")
_PRESENT = ("ي", "سي", "ست")
_SON = frozenset({"بن", "بنت"})
_IN = "في"
_WITHIN = frozenset({"في", "لدي", "علي", "بين", "عن"})
_BODIES: tuple[HitKind, ...] = ("organisation", "country")


def name_ahead(chart: Chart, office: int, token: int, limit: int) -> int | None:
    """The token where the name begins to which the words from `token` on lead, all of them part of the title.

    المتحدث الرسمي لشرطة منطقة كذا العقيد فلان, رئيس لجنة كذا في مجلس كذا فلان. Behind a verb that has an object too,
    what stands behind a place may be whom the holder of the office met.
    """
    first, limit = token, min(limit, token + _FURTHEST)
    while token < limit:
        if token > first and _opens_a_name(chart, token, limit):
            return token
        behind = _lead(chart, token, limit)
        if behind is None or (_is_where(chart, token) and _has_an_object(chart, office)):
            return None
        if token == first and _opens_a_name(chart, token, limit):  # most lead nowhere: asked last
            return None
        token = behind
    return None


def _opens_a_name(chart: Chart, token: int, limit: int) -> bool:
    if clitics_before(chart.word(token - 1), "institution") is not None:
        return False
    token += chart.word(token) == '"'
    rank, office = chart.mark("rank", token), chart.mark("office", token)
    if rank is not None and not rank.hit.clitics:
        return name_end(chart, rank.last, limit + _FULL, after_title=True) > rank.last or _is_rank(chart, rank.last)
    if office is not None:
        alone = office.last == token + 1 and is_definite(chart.word(token)) and not office.hit.clitics
        return alone and name_end(chart, office.last, limit + _FULL, after_title=True) - office.last >= _FULL
    return _opens_a_bare_name(chart, token, limit)


def _is_rank(chart: Chart, token: int) -> bool:
    rank = chart.mark("rank", token)
    return rank is not None and not rank.hit.clitics


def _opens_a_bare_name(chart: Chart, token: int, limit: int) -> bool:
    """Two words at least that may be names, of which one is known to be."""
    word = chart.word(token)
    given = is_given_name(chart, token)
    if has_article(chart, token) or chart.mark("nationality", token) or (chart.mark("place", token) and not given):
        return False
    firm = chart.word(token + 1) in _SON or is_given_name(chart, token + 1)
    if not firm and (word in words_of("weak_name") or clitics_before(word, "title_complement") is not None):
        return False
    if not firm and not given and (ends_a_name(word) or is_common(word)):
        return False
    behind = name_end(chart, token, limit + _FULL, after_title=True)
    known = (is_given_name(chart, ahead) or is_name_word(chart.word(ahead)) for ahead in range(token, behind))
    return behind - token >= _FULL and any(known)


def _lead(chart: Chart, token: int, limit: int) -> int | None:
    """The token behind a word that may belong to a title; None where it cannot."""
    word = chart.word(token)
    if word in _WITHIN or word == '"':
        return None if _tells_when_or_where(chart, token + 1) else token + 1
    joins = is_function(word) and clitics_before(word, "place_noun") is None
    if not word.isalpha() or word == "و" or joins or _tells_when_or_where(chart, token) or _is_a_verb(chart, token):
        return None
    if clitics_before(word, "institution") is not None and chart.mark("rank", token + 1) is not None:
        return max(token + 2, name_end(chart, token + 2, limit, after_title=True))
    office = chart.mark("office", token)
    if chart.mark("rank", token) is not None or office is not None:
        return office.last if office is not None and _is_one_more(chart, office) else None
    for body in chart.marks_of(_BODIES, token):
        return None if body.hit.clitics.startswith(("و", "ف")) else body.last
    return token + 1 if _describes(chart, token) else None


def _is_a_verb(chart: Chart, token: int) -> bool:
    word = chart.word(token)
    unknown = token not in chart.marked and not is_name_word(word)
    return verb_clitics(word) is not None or (unknown and word.startswith(_PRESENT))


def _is_where(chart: Chart, token: int) -> bool:
    """في القصر, but not في الديوان الملكي, في مجلس النواب."""
    return chart.word(token) == _IN and clitics_before(chart.word(token + 1), "office_body") is None


def _is_one_more(chart: Chart, office: Mark) -> bool:
    """المستشار بالديوان الملكي المشرف العام على كذا: an office more, where no place closes the one before."""
    before = office.first - 1
    closed = chart.begins(("place", "country", "nationality"), before)
    closed = closed or chart.word(before) in words_of("of_the_un")
    return not (office.hit.clitics or closed or chart.mark("rank", office.first))


def _describes(chart: Chart, token: int) -> bool:
    """Whether a word goes on with a noun phrase: definite, governed, or a preposition and a definite word behind."""
    word, following = chart.word(token), chart.word(token + 1)
    if clitics_before(word, "media") == "ل":
        return False
    people = any(clitics_before(word, kind) is not None for kind in ("group", "counterpart", "quantity"))
    if people and clitics_before(word, "body_group") is None:
        return word.startswith("ال")
    if is_definite(word) or word.startswith(_WITH_ARTICLE) or chart.mark("place", token) is not None:
        return True
    if word.startswith("و") and (is_name_word(word[1:]) or word[1:] in given_names()):
        return False
    complete = is_definite(following) or chart.mark("place", token + 1) is not None or following.startswith("ال")
    before = chart.word(token - 1)
    governed = before in _WITHIN or (
        not is_definite(before) and before.isalpha() and not before.startswith(_WITH_ARTICLE)
    )
    return (word.startswith(_PREPOSITIONS) and complete) or governed or (word.startswith("م") and complete)


def _tells_when_or_where(chart: Chart, token: int) -> bool:
    """امس, مكتبه, اجتماع: what a sentence goes on with behind its subject."""
    word = chart.word(token)
    own = chart.source(token, token + 1).endswith(_POSSESSORS) and clitics_before(word, "place_noun") is not None
    return is_time(word) or trigger_of(word) is not None or own


def _has_an_object(chart: Chart, office: int) -> bool:
    """Whether a verb before the office has an object besides its subject: استقبل, زار, ودع."""
    for token in range(office - 1, max(office - _VERB_BEFORE, -1), -1):
        word = chart.word(token)
        trigger = trigger_of(word)
        if trigger is not None:
            return trigger.kind in ("meet", "receive", "phone")
        if word in ".,":
            return False
        if verb_clitics(word) is not None:
            return clitics_before(word, "two_sided") is not None
    return False
