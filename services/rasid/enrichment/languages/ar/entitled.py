"""Arabic persons whose titles come first, and offices without a name."""

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart, Mark
from rasid.enrichment.languages.ar.apposition import apposition, behind_signs
from rasid.enrichment.languages.ar.name_signs import bears_a_title, is_given_name, looks_like_a_surname
from rasid.enrichment.languages.ar.names import name_end
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.title_steps import is_leader
from rasid.enrichment.languages.ar.titles import Title, title_at
from rasid.enrichment.languages.ar.vocabulary import is_common
from rasid.enrichment.languages.ar.words import clitics_before, is_definite, is_function, verb_clitics, words_of
from rasid.enrichment.text.document import HitKind

_MOST_TITLES = 8
_NO_SURNAMES: tuple[HitKind, ...] = ("office", "rank", "organisation", "country", "place")


def titled_at(chart: Chart, token: int, last: int) -> Actor | None:
    """Titles in any order, then a name, then titles in apposition; a title alone is an office."""
    front = chart.mark("rank", token) or chart.mark("office", token)
    if front is None or clitics_before(chart.word(token - 1), "institution") is not None:
        return None
    phrase = _titles(chart, Phrase(token, token, clitics=front.hit.clitics), last)
    name_first = behind_signs(chart, phrase.last, last)
    behind = name_end(chart, name_first, last, after_title=True)
    if behind == name_first and phrase.rank is not None:
        behind = _lone_surname(chart, name_first, last)
    if behind == name_first + 1 and _is_a_noun(chart, phrase):
        return None
    if behind == name_first < last and is_leader(chart.word(name_first)):
        behind += 1
    if behind > name_first:
        named = phrase.named(name_first, behind)
        return actor_of(chart, apposition(chart, named, last))
    phrase = _enthroned(chart, phrase)
    joined = _with_joined_office(chart, phrase, last)
    if joined is not None or phrase.title is None or not phrase.official or _is_of_a_group(chart, phrase):
        return joined
    return actor_of(chart, phrase)


def _enthroned(chart: Chart, phrase: Phrase) -> Phrase:
    """استقبل خادم الحرمين الشريفين الوزير: a monarch's honorific stands for the office."""
    rank = phrase.rank
    if rank is None or phrase.title is not None:
        return phrase
    if chart.document.folded[rank.hit.start : rank.hit.end] not in words_of("enthroned"):
        return phrase
    institution = chart.mark("institution", rank.first)
    code = institution.hit.code if institution is not None else None
    return phrase._replace(title=Title(rank.first, rank.last, code, False), official=True)


def _is_of_a_group(chart: Chart, phrase: Phrase) -> bool:
    """الوفد المرافق, المسؤول الأمريكي, رئيس وأعضاء اللجنة: without a name they are groups."""
    following = chart.word(phrase.last)
    more = phrase.last == phrase.first + 1 and following.startswith("و") and clitics_before(following, "group") == "و"
    named_only = clitics_before(chart.word(phrase.first), "named_only") is not None
    return named_only or more or chart.word(phrase.last - 1) == "المرافق"


def _with_joined_office(chart: Chart, phrase: Phrase, last: int) -> Actor | None:
    """عضو هيئة كذا وعضو لجنة كذا فلان, نائب رئيس الوزراء ووزير الدفاع فلان: two offices of one person."""
    second = chart.mark("office", phrase.last)
    if second is None or phrase.title is None or second.hit.clitics != "و" or second.first >= last:
        return None
    head, other = chart.word(phrase.title.first), chart.word(second.first)[1:]
    if clitics_before(head, "twofold") is None and not (clitics_before(head, "member") is not None and other in head):
        return None
    both = _titles(chart, Phrase(second.first, second.first, clitics="و"), last)
    first = behind_signs(chart, both.last, last)
    behind = name_end(chart, first, last, after_title=True)
    if behind == first or both.title is None:
        return None
    affiliation = phrase.title.affiliation or both.title.affiliation
    title = both.title._replace(first=phrase.title.first, affiliation=affiliation)
    whole = both._replace(
        first=phrase.first, clitics=phrase.clitics, title=title, official=phrase.official or both.official
    )
    return actor_of(chart, whole.named(first, behind))


def _titles(chart: Chart, phrase: Phrase, last: int) -> Phrase:
    for _ in range(_MOST_TITLES):
        if phrase.last >= last:
            break
        rank = chart.mark("rank", phrase.last)
        office = chart.mark("office", phrase.last)
        if _is_name_before_bin(chart, rank) or _is_name_before_bin(chart, office):
            break
        if phrase.rank is not None and bears_a_title(chart, phrase.last):
            break
        if rank is not None and _is_rank(chart, rank, office) and _continues(phrase, rank):
            phrase = phrase.ranked(_without_office(chart, rank))
        elif office is not None and _continues(phrase, office) and not (phrase.title and phrase.title.geographic):
            phrase = phrase.entitled(title_at(chart, office, last), office)
        elif _pauses_before_a_name(chart, phrase, last) or (
            phrase.rank is not None and _goes_with_a_rank(chart, phrase)
        ):
            phrase = phrase.longer(phrase.last + 1)
        else:
            break
    return phrase


def _goes_with_a_rank(chart: Chart, phrase: Phrase) -> bool:
    """اللواء ركن, د. فلان; a full stop behind an office ends the sentence."""
    word = chart.word(phrase.last)
    return word in words_of("behind_rank") and not (word == "." and phrase.title is not None)


def _pauses_before_a_name(chart: Chart, phrase: Phrase, last: int) -> bool:
    """نائب مدير عام الجوازات، اللواء فلان: a comma between an office and the rank of its holder."""
    rank = chart.mark("rank", phrase.last + 1)
    if chart.word(phrase.last) != "," or phrase.title is None or phrase.rank is not None or rank is None:
        return False
    return not rank.hit.clitics and name_end(chart, rank.last, last, after_title=True) > rank.last + 1


def _is_rank(chart: Chart, rank: Mark, office: Mark | None) -> bool:
    """الأمير فلان bears a rank, أمير قطر an office."""
    if office is None or rank.last > office.last:
        return True
    return rank.last == office.last and is_definite(chart.word(rank.first)[len(rank.hit.clitics) :])


def _is_name_before_bin(chart: Chart, mark: Mark | None) -> bool:
    """سلطان بن عبدالعزيز: a title word before بن is a given name."""
    return mark is not None and mark.last == mark.first + 1 and chart.word(mark.last) == "بن" and not mark.hit.clitics


def _without_office(chart: Chart, rank: Mark) -> Mark:
    """فخامة الرئيس: the honorific ends where an office begins, which may be longer."""
    inner = rank.last - 1
    holds = inner > rank.first and chart.mark("office", inner) is not None
    return rank._replace(last=inner) if holds else rank


def _continues(phrase: Phrase, mark: Mark) -> bool:
    return phrase.first == mark.first or not mark.hit.clitics


def _lone_surname(chart: Chart, token: int, last: int) -> int:
    """After a rank or honorific a single definite word is a surname where it looks like one: اللواء الحمزي."""
    word = chart.word(token)
    known = is_function(word) or word in words_of("time") or chart.begins(_NO_SURNAMES, token)
    known = (
        known
        or word in words_of("weak_name")
        or verb_clitics(word) is not None
        or (chart.mark("nationality", token) is not None and is_given_name(chart, token + 1))
    )
    if token >= last or not is_definite(word) or known or is_common(word):
        return token
    return token + 1 if looks_like_a_surname(word) else token


def _is_a_noun(chart: Chart, phrase: Phrase) -> bool:
    """فريق العمل, لواء الفرقة: an indefinite rank before a single word is mostly no rank."""
    rank = phrase.rank
    if rank is None or phrase.title is not None or rank.hit.code != "rank":
        return False
    return not is_definite(chart.word(rank.first)[len(rank.hit.clitics) :]) and not rank.hit.clitics.endswith("ل")
