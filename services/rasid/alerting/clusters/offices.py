"""The offices that reports give instead of a name, or beside it, in both languages: so that "the Iraqi foreign
minister" of one report can be the minister whom another names.
"""

from functools import lru_cache
from types import MappingProxyType

from rasid.alerting.clusters.names import words_of
from rasid.alerting.clusters.spoken import Words

_OFFICES = MappingProxyType(
    {
        "foreign minister": ("foreign minister", "secretary state", "foreign secretary", "وزير خارجيه", "وزيره خارجيه"),
        "defence minister": (
            *("defence minister", "defense minister", "defense secretary", "defence secretary", "secretary defense"),
            *("وزير دفاع", "وزيره دفاع"),
        ),
        "interior minister": ("interior minister", "home secretary", "وزير داخليه", "وزيره داخليه"),
        "finance minister": ("finance minister", "treasury secretary", "secretary treasury", "وزير ماليه"),
        "oil minister": ("oil minister", "energy minister", "وزير نفط", "وزير بترول", "وزير طاقه"),
        "prime minister": ("prime minister", "premier", "chancellor", "رييس وزراء", "رييس مجلس وزراء", "رييس حكومه"),
        "crown prince": ("crown prince", "ولي عهد"),
        "chief of staff": ("chief staff", "رييس اركان", "رييس هييه اركان"),
        "secretary-general": ("secretary general", "امين عام"),
        "head of state": (
            *("president", "king", "emir", "amir", "sultan", "monarch", "sultan", "pope"),
            *("رييس جمهوريه", "ملك", "عاهل", "امير دوله", "سلطان", "خادم حرمين", "بابا"),
        ),
    }
)
"""Each office as sets of words, folded and without articles; the first that a title holds is its office."""
_TITLES = tuple((office, frozenset(title.split())) for office, titles in _OFFICES.items() for title in titles)
_WORDS_OF_OFFICES = frozenset[str]().union(*(title for _, title in _TITLES))
_NOT_THE_HOLDER = frozenset((
    "deputy", "vice", "former", "ex", "assistant", "under", "acting", "spokesman", "spokeswoman", "adviser", "advisor",
    "envoy", "aide", "elect", "council", "party", "company", "senate", "university", "club", "board", "bank", "union",
    "نايب", "مساعد", "سابق", "سابقا", "وكيل", "متحدث", "مستشار", "مبعوث", "مندوب", "حزب", "شركه", "لجنه",
))  # fmt: skip
"""With one of these a title is of somebody beside the office, or of another one."""
_ROLE_WORDS = frozenset((
    "minister", "ministers", "president", "presidents", "king", "emir", "premier", "secretary", "leader", "leaders",
    "official", "officials", "counterpart", "counterparts", "delegation", "delegations", "delegates", "lawmakers",
    "members", "ambassador", "ambassadors", "generals", "advisers", "aides", "diplomats", "governors", "government",
    "representatives", "group", "groups", "envoy", "senators", "chief", "chiefs", "commanders",
    "وزير", "وزيره", "وزراء", "رييس", "رييسه", "روساء", "ملك", "عاهل", "مسوول", "مسوولين", "مسوولون", "مسوولي", "وفد",
    "نظير", "نظيره", "نظيرها", "نظراء", "نظرايه", "قاده", "قيادات", "قياديين", "اعضاء", "سفير", "سفراء", "ممثلي",
    "ممثلين", "حكومه", "مبعوث", "ولي", "خادم", "مديري", "امراء", "مواطنين", "علماء", "مشايخ", "نواب", "ضباط", "وفود",
))  # fmt: skip


@lru_cache(maxsize=65_536)
def office_of(title: str | None) -> str | None:
    """The office that a title gives; null where it gives none of those known, or another one than its holder's."""
    words = words_of(title or "")
    if not _NOT_THE_HOLDER.isdisjoint(words) or words.count("ولي") > 1:  # the crown prince's deputy
        return None
    if words[:1] == ("رييس",) and len(words) <= len(("رييس", "امريكي")):
        return "head of state"
    held = frozenset(words)
    if held.isdisjoint(_WORDS_OF_OFFICES):  # as of most names
        return None
    return next((office for office, title in _TITLES if title <= held), None)


def is_title(words: Words) -> bool:
    """Whether what stands in place of a name is a title, an office or a body: of people that are not named."""
    return not _ROLE_WORDS.isdisjoint(words)
