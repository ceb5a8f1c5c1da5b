"""The actors of an Arabic sentence, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rasid.enrichment.extract.actors import Actor, ActorKind
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.languages.ar.counterparts import counterpart_at
from rasid.enrichment.languages.ar.entitled import titled_at
from rasid.enrichment.languages.ar.groups import group_at
from rasid.enrichment.languages.ar.named import SON, entitled_behind, named_at, named_before_son
from rasid.enrichment.languages.ar.phrase import Phrase, actor_of
from rasid.enrichment.languages.ar.shared_offices import holders_behind
from rasid.enrichment.languages.ar.words import PREFIXES, clitics_before, openers, prefixes_of
from rasid.enrichment.languages.capitals import capitals
from rasid.enrichment.text.document import HitKind, Sentence, within

_SHORTEST_SURNAME = 2
_WITH = frozenset({"مع", "بين"})
_SIDE = frozenset({"الجانب", "الجانبين"})
_LONGEST_SIDE = 3
"""Words of the first side of two."""
_OF = frozenset({"من", "عن"})
_BODIES: tuple[HitKind, ...] = ("organisation", "country")

Rule = Callable[[Chart, int, int], Actor | None]
"""What finds an actor that begins at a token, before the end of its sentence."""


def actors_of(chart: Chart, sentences: Sequence[Sentence]) -> list[tuple[Actor, ...]]:
    """The actors of each sentence, left to right, none overlapping."""
    rules, sides = rules_by_token(chart), _sides(chart)
    openings = sorted(rules)
    found: list[tuple[Actor, ...]] = []
    for sentence in sentences:
        near = within(openings, sentence.first_token, sentence.last_token)
        actors = _sharing(_actors(chart, near, sentence.last_token, rules)) if near else iter(())
        if sides:
            actors = _on_sides(actors, within(sides, sentence.first_token, sentence.last_token), chart)
        found.append(tuple(actors))
    return found


def surname_spelled(surname: str) -> tuple[str, ...]:
    """The surname itself and with each clitic that may be written to it."""
    words = tuple(clitics + surname for clitics in PREFIXES) if len(surname) > _SHORTEST_SURNAME else ()
    return (*words, "لل" + surname[2:]) if surname.startswith("ال") else words


def short_names(chart: Chart, token: int) -> tuple[tuple[str, str], ...]:
    """The word itself and without each clitic it may carry; what stands around it makes no difference."""
    word = chart.word(token)
    long_enough = (c for c in ("", *prefixes_of(word)) if len(word) - len(c) > _SHORTEST_SURNAME)
    names = [(word[len(clitics) :], clitics) for clitics in long_enough]
    return (*names, ("ال" + word[2:], "ل")) if word.startswith("لل") else tuple(names)


def rules_by_token(chart: Chart) -> dict[int, list[Rule]]:
    """The tokens of a document at which an actor may begin, each with the rules that may find one there, in order."""
    tokens, marks = chart.tokens, chart.marks
    offices = marks["office"]
    opened = tokens.where(openers())
    known = {*chart.marked, *opened}
    fathers = {token - 1 for token in tokens.where(SON)} - known
    rules: dict[int, list[Rule]] = {}
    for rule, places in (
        (counterpart_at, opened),
        (_leaders_of, [token for token in offices if chart.words[token + 1] in _OF]),
        (titled_at, offices.keys() | marks["rank"].keys()),
        (named_at, marks["given_name"].keys() - marks["place"].keys()),
        (group_at, offices.keys() | opened),
        (_body_at, {*opened, *marks["organisation"], *marks["country"]}),
        (_government_at, marks["place"]),
        (named_before_son, fathers),
        (entitled_behind, {token + 1 for token in tokens.where(_WITH)} - known - fathers),
    ):
        for token in places:
            rules.setdefault(token, []).append(rule)
    return rules


def _actors(chart: Chart, openings: Iterable[int], last: int, rules: dict[int, list[Rule]]) -> Iterator[Actor]:
    behind = 0
    for token in openings:
        if token < behind:
            continue
        for rule in rules[token]:
            actor = rule(chart, token, last)
            if actor is not None:
                yield actor
                behind = actor.last
                for holder in holders_behind(chart, actor, last):
                    yield holder
                    behind = holder.last
                break


def _sharing(actors: Iterator[Actor]) -> Iterator[Actor]:
    """نائبا الرئيس A وB: the office in the dual or plural is also that of the names behind the first."""
    before: Actor | None = None
    for actor in actors:
        shared = _shared(actor, before)
        before = shared if shared is not actor or (actor.kind == "person" and actor.plural) else None
        yield shared._replace(plural=False) if shared.plural and shared.kind == "person" else shared


def _shared(actor: Actor, before: Actor | None) -> Actor:
    """The actor with the office of the one before, where it has none of its own."""
    follows = before is not None and actor.clitics == "و" and actor.first == before.last
    if before is None or not follows or actor.kind != "person" or (actor.role or actor.affiliation):
        return actor
    return actor._replace(role=before.role, affiliation=before.affiliation, official=before.official)


def _sides(chart: Chart) -> list[int]:
    """The tokens at which a side is named: من الجانب القطري."""
    return [token for token in chart.tokens.where(_SIDE) if chart.mark("nationality", token + 1)]


def _on_sides(actors: Iterator[Actor], sides: list[int], chart: Chart) -> Iterator[Actor]:
    """Those named behind a side act for it: حضره من الجانب القطري وزير الخارجية فلان."""
    for actor in actors:
        side = next((token for token in reversed(sides) if token < actor.first), None)
        mark = chart.mark("nationality", side + 1) if side is not None else None
        ours = actor.affiliation is None and actor.official and actor.kind in ("person", "office")
        yield actor._replace(affiliation=mark.hit.code) if mark is not None and ours else actor


def _leaders_of(chart: Chart, token: int, last: int) -> Actor | None:
    """قادة من الحركتين, زعماء من البلدين: a plural office with those they come from is a group."""
    return group_at(chart, token, last)


def _body_at(chart: Chart, token: int, _: int) -> Actor | None:
    states = clitics_before(chart.word(token), "states")
    ahead = token + 1 if states is not None else token
    for mark in chart.marks_of(_BODIES, ahead):
        if states is None or mark.hit.kind == "organisation":
            phrase = Phrase(token, mark.last, clitics=mark.hit.clitics if states is None else states, official=True)
            kind: ActorKind = "body" if mark.hit.kind == "organisation" else "country"
            return actor_of(chart, phrase, kind, mark.hit.code)
    return None


def _government_at(chart: Chart, token: int, _: int) -> Actor | None:
    """محادثات بين بغداد وطهران, مع واشنطن: the capital stands for its government."""
    place = chart.mark("place", token)
    if place is None or place.hit.name not in capitals("ar") or not place.hit.code:
        return None
    first = chart.word(token - 1) in _WITH and not place.hit.clitics
    second = place.hit.clitics == "و" and _is_one_of_two(chart, token)
    if not first and not second:
        return None
    return actor_of(
        chart, Phrase(token, place.last, clitics=place.hit.clitics, official=True), "country", place.hit.code
    )


def _is_one_of_two(chart: Chart, token: int) -> bool:
    """Whether بين stands before the word or words in front of a capital."""
    return any(chart.word(before) == "بين" for before in range(token - _LONGEST_SIDE - 1, token - 1))
