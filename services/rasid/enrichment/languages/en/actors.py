"""The actors of an English sentence, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.en.groups import group_at, met_house_at, sides_of
from rasid.enrichment.languages.en.members import named_members
from rasid.enrichment.languages.en.names import name_end
from rasid.enrichment.languages.en.openings import in_title_case, openings_of
from rasid.enrichment.languages.en.persons import actor_of, person_of
from rasid.enrichment.languages.en.titles import Title, of_unknown_house, title_at
from rasid.enrichment.languages.en.words import ARTICLES, is_capitalised, name_ties, words_of
from rasid.enrichment.languages.leaders import leaders
from rasid.enrichment.text.document import HitKind, Sentence, within

_PLACING = frozenset({"in", "at", "from", "to", "near", "on", "of"})
_OWNERS: tuple[HitKind, ...] = ("country", "nationality")
_BODIES: tuple[HitKind, ...] = ("organisation", "country")

Rule = Callable[[Chart, int, int, bool], Actor | None]
"""What finds an actor that begins at a token, before the end of its sentence, given whether that is a headline."""


def actors_of(chart: Chart, sentences: Sequence[Sentence]) -> list[tuple[Actor, ...]]:
    """The actors of each sentence, left to right, none overlapping."""
    rules, capitals = rules_by_token(chart), sorted(chart.capitals)
    openings = sorted(rules)
    found: list[tuple[Actor, ...]] = []
    for sentence in sentences:
        first, last = sentence.first_token, sentence.last_token
        near = within(openings, first, last)
        crowd = near != [] and in_title_case(chart, capitals, first, last)
        found.append(tuple(_actors(chart, near, last, rules, crowd)))
    return found


def rules_by_token(chart: Chart) -> dict[int, list[Rule]]:
    """The tokens of a document at which an actor may begin, each with the rules that may find one there, in order."""
    openings = openings_of(chart)
    rules: dict[int, list[Rule]] = {}
    for rule, tokens in (
        (_counterpart_at, openings.counterparts),
        (_group_at, openings.groups),
        (_titled_at, openings.titles),
        (_citizen_at, openings.citizens),
        (_named_at, openings.names),
        (_body_at, openings.bodies),
        (_met_house_at, openings.met),
    ):
        for token in tokens:
            rules.setdefault(token, []).append(rule)
    return rules


def _actors(
    chart: Chart, openings: Iterable[int], last: int, rules: dict[int, list[Rule]], crowd: bool
) -> Iterator[Actor]:
    behind = 0
    for token in openings:
        actor = _first_found(chart, rules[token], token, last, crowd) if token >= behind else None
        if actor is not None and actor.kind == "group":
            named = named_members(chart, actor, last, crowd)
            yield from named or sides_of(chart, actor)
            behind = named[-1].last if named else actor.last
        elif actor is not None:
            yield actor
            behind = actor.last


def _first_found(chart: Chart, rules: Iterable[Rule], token: int, last: int, crowd: bool) -> Actor | None:
    for rule in rules:
        actor = rule(chart, token, last, crowd)
        if actor is not None:
            return actor
    return None


def _counterpart_at(chart: Chart, token: int, last: int, _: bool) -> Actor | None:
    """his Turkish counterpart, Murat Aydin: somebody known by another's office."""
    title = title_at(chart, token, last)
    if title is None or not title.counterpart or chart.word(title.last - 1).endswith("s"):
        return None
    return _entitled(chart, title, last, crowd=False)


def _group_at(chart: Chart, token: int, last: int, _: bool) -> Actor | None:
    return group_at(chart, token, last)


def _met_house_at(chart: Chart, token: int, last: int, crowd: bool) -> Actor | None:
    return None if crowd else met_house_at(chart, token, last)


def _titled_at(chart: Chart, token: int, last: int, crowd: bool) -> Actor | None:
    title = title_at(chart, token, last)
    return _entitled(chart, title, last, crowd) if title else _citizen_at(chart, token, last, crowd)


def _entitled(chart: Chart, title: Title, last: int, crowd: bool) -> Actor | None:
    first = title.last + (chart.word(title.last) == "]")
    behind = name_end(chart, first, last)
    if crowd and behind > first + 1 and _is_a_verb(chart, first):
        behind = first
    if behind == first and chart.word(first) == "," and (title.office or title.counterpart):
        behind, first = _apposed_name(chart, first + 1, last), first + 1
    if behind > first:
        return person_of(chart, title, first, behind)
    if not crowd and chart.word(first) == "and" and (person := _of_two_offices(chart, title, last)) is not None:
        return person
    if not (title.office or title.counterpart) or _is_indefinite(chart, title.first):
        return None
    return actor_of(chart, title, "office", title.first, title.last)


def _of_two_offices(chart: Chart, title: Title, last: int) -> Actor | None:
    """Foreign Minister and Deputy Prime Minister Paul Stone; with an article the first is somebody else."""
    if title.office is None or not ARTICLES.isdisjoint((chart.word(title.first), chart.word(title.first - 1))):
        return None
    first = title.last + 1 + chart.word(title.last + 1).isdigit()
    second = title_at(chart, first, last)
    if second is None or second.office is None or chart.word(title.first - 1) == "s":
        return None
    alike = is_capitalised(chart, title.office.first) == is_capitalised(chart, second.office.first)
    behind = name_end(chart, second.last, last)
    if not alike or behind == second.last:
        return None
    affiliation, official = title.affiliation or second.affiliation, title.official or second.official
    both = title._replace(last=second.last, affiliation=affiliation, official=official)
    return person_of(chart, both, second.last, behind)


def _is_a_verb(chart: Chart, token: int) -> bool:
    """Whether a word behind a title may be the verb of a headline: President Visits Oslo."""
    known = chart.mark("given_name", token) is not None or chart.word(token) in leaders("en").by_surname
    return chart.word(token).endswith("s") and chart.tokens[token].end <= chart.document.headline_end and not known


def _is_indefinite(chart: Chart, first: int) -> bool:
    if chart.word(first - 1).isalpha() and chart.word(first - 2) in ("a", "an"):
        return True
    return chart.word(first) in ("a", "an") or chart.word(first - 1) in ("a", "an")


def _citizen_at(chart: Chart, token: int, last: int, _: bool) -> Actor | None:
    """Kenya's James Otieno: a country and a full name."""
    for mark in chart.marks_of(_OWNERS, token):
        first = mark.last + 2 if chart.word(mark.last) == "'" and chart.word(mark.last + 1) == "s" else mark.last
        if first > mark.last or chart.mark("given_name", first):
            behind = name_end(chart, first, last)
            if behind > first + 1:
                return person_of(chart, Title(token, first, affiliation=mark.hit.code), first, behind)
    return None


def _apposed_name(chart: Chart, first: int, last: int) -> int:
    """the Kenyan president, James Otieno,: a full name between commas."""
    behind = name_end(chart, first, last)
    is_full = behind > first + 1 and chart.word(behind) in {",", ".", "-", ";"}
    return behind if is_full else first


def _named_at(chart: Chart, token: int, last: int, crowd: bool) -> Actor | None:
    """A name without a title: a given name and more, or in running text two unknown capitalised words."""
    behind = name_end(chart, token, last)
    given = chart.mark("given_name", token) is not None
    if not given and not crowd and (headed := _of_house(chart, token, behind, last)) is not None:
        return headed
    if crowd:
        behind = min(behind, token + 2)
    if behind - token < 2 or (token + 1 not in chart.capitals and chart.words[token + 1] not in name_ties()):
        return None
    if behind - token == 2 and not given and _begins_a_sentence(chart, token, crowd=crowd):
        return None
    title = _title_behind(chart, behind, last)
    told = given or title is not None
    if not told and (crowd or token == 0 or chart.word(token - 1) in _PLACING):
        return None
    if chart.word(behind - 1) in words_of("place_noun"):
        return None
    if not given and not _looks_like_a_name(chart, token, behind):
        return None
    return person_of(chart, title or Title(behind, behind), token, behind)


def _of_house(chart: Chart, first: int, behind: int, last: int) -> Actor | None:
    """Acme Foods chief executive Paul Stone: the house before the title is no person."""
    title = title_at(chart, behind, last) if behind in chart.marks["office"] else None
    if title is None or title.office is None:
        return None
    if title.official and is_capitalised(chart, behind) and chart.word(title.office.last - 1) not in words_of("branch"):
        return None
    name = name_end(chart, title.last, last)
    return person_of(chart, of_unknown_house(chart, first, title), title.last, name) if name > title.last else None


def _begins_a_sentence(chart: Chart, token: int, *, crowd: bool) -> bool:
    """Whether a capital before a leader's surname is a sentence's or headline's: Whenever Keller speaks."""
    first = crowd or not chart.word(token - 1).isalpha()
    return first and chart.word(token + 1) in leaders("en").by_surname


def _looks_like_a_name(chart: Chart, first: int, behind: int) -> bool:
    """Two or three unknown capitalised words that are no abbreviation."""
    words = [chart.source(token, token + 1) for token in range(first, behind)]
    return behind - first <= 3 and not any(word.isupper() and len(word) > 1 for word in words)


def _title_behind(chart: Chart, token: int, last: int) -> Title | None:
    """Anna Keller, the German chancellor: an office in apposition."""
    if chart.word(token) != ",":
        return None
    title = title_at(chart, token + 1, last)
    if title is None or title.office is None or name_end(chart, title.last, last) > title.last:
        return None
    return title


def _body_at(chart: Chart, token: int, _: int, __: bool) -> Actor | None:
    for mark in chart.marks_of(_BODIES, token):
        start, end = mark.hit.start, mark.hit.end
        text = chart.document.text[start:end]
        name = text[4:] if text.lower().startswith("the ") else text
        return Actor(
            "body" if mark.hit.kind == "organisation" else "country", mark.first, mark.last, start, end, name, start,
            end, affiliation=mark.hit.code, official=True,
        )  # fmt: skip
    return None
