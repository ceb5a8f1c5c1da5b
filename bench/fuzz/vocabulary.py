"""Words that the extractor knows, invented names, and characters that programs stumble over."""

from dataclasses import dataclass
from functools import cache

from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.languages.terms import gazetteer_terms

SENTENCES = {
    "en": (
        "France will send 600 more soldiers to Mali, its defence minister said.",
        "The Iraqi president, Samir Haddad, met Turkish Foreign Minister Kemal Aydin in Ankara on Monday.",
        "BRUSSELS, Nov 18 - NATO raises its mission from 600 to 1,500 troops, Gen. Paul Weber told reporters.",
        "President Kate Archer MORE and her counterpart spoke by phone; a summit of the G7 is planned for March.",
        "Some 2.5 thousand troops - a third of them reservists - won't be withdrawn from Syria by 2027-01-01.",
    ),
    "ar": (
        "التقى رئيس الوزراء العراقي سامر الجبوري اليوم في بغداد وزير الدفاع الفرنسي بول فيبر.",
        "عمان - بحث الملك ونظيره المصري هاتفيا، أمس الأول، سبل وقف إطلاق النار في غزة.",
        "أعلن الناطق باسم الجيش سحب ألفين وخمسمائة جندي من محافظة الأنبار نهاية ١٤٤٧ هـ.",
        "قال مُحَمَّد بن عبد الله الـحـمـزي إن «القمة» بين فرنسا وألمانيا لن تعقد قبل الخميس المقبل",
        "وصل وفد من حلف شمال الأطلسي، برئاسة الجنرال بول فيبر، الى كابول حيث اجتمع مع وزيري الداخلية والخارجية.",
    ),
}
NAMES = {
    "en": ("Kate Archer", "Orhan Demir", "Samir al-Haddad", "Xi", "O'Neill-Smith", "Nora van der Byrne", "M. K. Rao"),
    "ar": ("محمد الحمزي", "عبد الله بن سالم", "بول فيبر", "سامر الجبوري", "أورهان دمير", "أم كلثوم", "ابو بكر"),
}
JOINTS = {
    "en": (",", " and", ";", " -", ".", ' "', "'s", " (", ")", ":", " who", "\n", "...", " with", " of"),
    "ar": ("،", " و", "؛", " -", ".", " «", "»", " (", ")", ":", " الذي", "\n", "…", " مع", " بن"),
}
NUMBERS = (
    "600", "1,500", "٢٬٥٠٠", "2.5 million", "a hundred thousand", "ألفين وخمسمائة", "مليار",
    "9" * 400, "1" + ",000" * 60,
    "०१२३", "๑๒๓", "𝟙𝟚𝟛", "½", "Ⅻ", "²³", "۱۲۳", "-5", "1e999", "0x1F", "3-4", "from 600 to", "10,000 to 12,000",
    "12/31/2026", "31 فبراير", "February 30", "2026-13-45", "1447 هـ", "99:99",
)  # fmt: skip
ODD = (
    "\u0000", "\u200f", "\u202e", "\u2066", "\u2069", "\u061c", "\ufeff", "\u200d", "\u0301" * 40, "\u064b" * 40,
    "\u0640" * 60, "\ufdfa", "\ufefb", "\ufb01", "\u0130", "\u1e9e", "\ud7ff", "\ue000", "\uffff", "\U0010ffff",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2028", "\x85", "\x1b[31m", "\r", "\t", "\u3000",
    "\u0378", "\ufffd",
)  # fmt: skip
LOOK_ALIKES = str.maketrans("aeopcxyABEHKMOPT", "аеорсхуАВЕНКМОРТ")
"""Latin letters to Cyrillic ones that look the same."""
_SAMPLED = 4
"""One in so many gazetteer entries is enough."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words to make texts of, by what they are to the extractor."""

    classes: tuple[tuple[str, ...], ...]
    """The lexicon's word classes (triggers, titles, prepositions ...) and the gazetteers' kinds."""


@cache
def vocabulary(language: str) -> Vocabulary:
    """Everything the extractor knows in `ar` or `en`."""
    terms: dict[str, list[str]] = {}
    for term in gazetteer_terms(language):
        terms.setdefault(term.kind, []).append(term.spelling)
    classes = [tuple(sorted(words)) for _, words in sorted(lexicon(language).classes.items())]
    classes += [tuple(sorted(spellings)[::_SAMPLED]) for _, spellings in sorted(terms.items())]
    return Vocabulary(tuple(words for words in classes if words))
