"""Where people are while they meet, told in a sentence of its own: he arrived in Amman; the summit in Oslo."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import View, views_with
from rasid.enrichment.extract.chart import Mark
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.text.document import HitKind, within

_KINDS: tuple[HitKind, ...] = ("place", "country")
_MOVERS = ("person", "office", "group")
_SUBJECT_MARKERS = ("", "و", "and", "of", "by", "with", "مع", "ان")
_AHEAD = 16
"""Tokens between a word of travel and the place, somebody's title and name among them."""
_BESIDE = 5
"""Tokens between a gathering and its place."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A place that somebody comes to, or that a gathering is at."""

    sentence: int
    movers: tuple[Actor, ...]
    """Who comes; nobody for a gathering."""
    name: str
    country: str | None
    town: str | None
    to_come: bool


def scenes_of(views: Sequence[View]) -> tuple[Scene, ...]:
    """The scenes of an article, in the order of the text."""
    if not views:
        return ()
    chart = views[0].chart
    words = lexicon(chart.document.language)
    found_at = chart.tokens.where(words["journey"] | words["gathering"])
    return tuple(scene for i in views_with(found_at, views) for scene in _scenes(views, i, found_at))


def _scenes(views: Sequence[View], position: int, found_at: list[int]) -> Iterator[Scene]:
    view = views[position]
    words = lexicon(view.chart.document.language)
    for token in within(found_at, view.first, view.last):
        travels = view.word(token) in words["journey"]
        mark = _place_behind(view, token) if travels else _place_beside(view, token)
        if mark is not None and mark.hit.code and not _is_denied(view, token):
            movers = tuple(_movers(views, position, mark.first)) if travels else ()
            if movers or not travels:
                yield _scene(view, movers, mark, token)


def _scene(view: View, movers: tuple[Actor, ...], mark: Mark, token: int) -> Scene:
    words = lexicon(view.chart.document.language)
    is_town = (view.chart.mark("place", mark.first) or mark).hit.kind == "place"
    ahead = any(view.word(t) in words["future"] for t in range(max(view.first, token - _BESIDE), token))
    return Scene(
        view.sentence.position, movers, view.chart.document.written(mark.hit), mark.hit.code,
        mark.hit.name if is_town else None,
        ahead or view.word(token) in words["journey_to_come"],
    )  # fmt: skip


def _place_behind(view: View, token: int) -> Mark | None:
    """The place a journey leads to: arrived in Amman, يزور الوزير عمان."""
    words = lexicon(view.chart.document.language)
    inside = {t: actor.last for actor in view.actors if actor.kind in _MOVERS for t in range(actor.first, actor.last)}
    ends = {actor.last for actor in view.actors}
    for ahead in range(token + 1, min(view.last, token + _AHEAD)):
        if view.word(ahead) in words["cuts"]:
            return None
        mark = _mark(view, ahead)
        if mark is not None and ahead not in inside:
            led = ahead == token + 1 or _is_led_to(view, ahead) or mark.hit.clitics[-1:] in ("ل", "ب")
            return mark if led or (ahead in ends and view.chart.document.language == "ar") else None
    return None


def _place_beside(view: View, token: int) -> Mark | None:
    """The place of a gathering: the summit in Oslo, the Oslo conference."""
    for ahead in range(token + 1, min(view.last, token + _BESIDE)):
        mark = _mark(view, ahead)
        if mark is not None and (_is_led_to(view, ahead) or mark.hit.clitics[-1:] == "ب"):
            return mark
    return next((m for t in (token - 1, token - 2) if (m := _mark(view, t)) and m.last == token), None)


def _is_led_to(view: View, token: int) -> bool:
    """Whether a preposition or a word for city stands before a place: in Oslo, العاصمة العمانية مسقط."""
    leads = lexicon(view.chart.document.language)["leads"]
    before = token - 2 if view.chart.mark("nationality", token - 1) else token - 1
    return view.word(before) in leads


def _mark(view: View, token: int) -> Mark | None:
    if view.word(token + 1) in lexicon(view.chart.document.language)["no_place"]:
        return None
    return next((mark for kind in _KINDS if (mark := view.chart.mark(kind, token)) is not None), None)


def _is_denied(view: View, token: int) -> bool:
    words = lexicon(view.chart.document.language)
    before = [view.word(t) for t in range(max(view.first, token - _BESIDE), token)]
    return any(word in words["negation"] or word in words["cancelled"] for word in before)


def _movers(views: Sequence[View], position: int, limit: int) -> Iterator[Actor]:
    """Who travels: those named before the place, else the one the sentences before were about."""
    named = [c for c in views[position].chains if c.first < limit and c.marker in _SUBJECT_MARKERS]
    people = [actor for chain in named for actor in chain.actors if actor.kind in _MOVERS]
    yield from people or _subject_before(views, position)


def _subject_before(views: Sequence[View], position: int) -> Iterator[Actor]:
    for view in views[max(0, position - 2) : position][::-1]:
        people = [c.actors[0] for c in view.chains if c.marker in _SUBJECT_MARKERS and c.actors[0].kind in _MOVERS]
        if people:
            yield people[0]
            return
