"""Meetings of an article: proposed sentence by sentence, dated, placed, merged, and weighed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.affiliations import Affiliations
from rasid.enrichment.extract.article import Article
from rasid.enrichment.extract.attachment import (
    Setting,
    date_told,
    day_told,
    place_told,
    status_told,
    tokens_told,
    window_of,
)
from rasid.enrichment.extract.chains import Chain, View, views_with
from rasid.enrichment.extract.collapsing import once
from rasid.enrichment.extract.likewise import carried_on
from rasid.enrichment.extract.occasion import Occasion
from rasid.enrichment.extract.occasions import gather
from rasid.enrichment.extract.proposals import Proposal
from rasid.enrichment.extract.recent import NamedLast, Recent
from rasid.enrichment.extract.scope import is_in_scope, is_told
from rasid.enrichment.extract.settling import placed
from rasid.enrichment.extract.spans import evidence_of, span_of
from rasid.enrichment.languages.lexicon import lexicon
from rasid.enrichment.romanisation.romanise import romanise
from rasid.enrichment.romanisation.words import is_arabic
from rasid.enrichment.text.normalise import fold
from rasid_schemas.extraction import Meeting, Participant

_PEOPLE = ("person", "office", "group")
_COUNTRY_CODE = 2
_FULL_DATE = 10
_ACCOMPANIES = "مرافق"
_MEMORY = 4
"""Sentences for which a subject stays implied."""


def find_meetings(article: Article) -> tuple[Meeting, ...]:
    """The meetings an article tells, in the order of the text."""
    document, views = article.document, list(article.views)
    gathered = gather(_told(article, views), document.published_on)
    if not gathered:
        return ()
    affiliations = article.affiliations
    occasions = placed(document, views, carried_on(document, gathered), affiliations.affiliation)
    in_scope = (occasion for occasion in occasions if is_in_scope(occasion, document.language))
    return tuple(_meeting(article, affiliations, occasion) for occasion in in_scope)


def _told(article: Article, views: list[View]) -> Iterator[Occasion]:
    """What each sentence with a trigger tells; in `views` it is told from then on what the sentences before leave to
    be understood."""
    recent, named = Recent(), NamedLast(views)
    triggers = article.chart.tokens.where(article.grammar.triggers)
    for position in views_with(triggers, views):
        view = views[position] = replace(views[position], before=_Before(_nearest(views, position), position, recent))
        proposals = tuple(article.grammar.propose(view))
        yield from _told_in(Setting(article, view), proposals, recent, partial(named.before, position))
        recent = recent.with_met(proposals, position)


def _told_in(
    setting: Setting, proposals: tuple[Proposal, ...], recent: Recent, named_last: Callable[[], tuple[Actor, ...]]
) -> Iterator[Occasion]:
    language = setting.article.document.language
    for number, told in enumerate(proposals):
        proposal = told._replace(participants=recent.resolve(told.participants, language, named_last))
        occasion = _occasion(setting, proposal, proposals[:number], proposals[number + 1 : number + 2])
        if is_told(occasion) or proposal.goes_on:
            yield occasion


@dataclass(frozen=True)
class _Before:
    """Implements `chains.Before`. Holds only sentences before its own, so that no article waits for the garbage
    collector."""

    near: tuple[View, ...]
    """The sentences before in which a subject stays implied, in order."""
    position: int
    recent: Recent

    @cached_property
    def subject(self) -> Actor | None:
        """The subject of the nearest sentence that has one."""
        return next((subject for view in reversed(self.near) if (subject := _subject(view)) is not None), None)

    @cached_property
    def together(self) -> tuple[Actor, ...]:
        """Those who met or acted as more than one."""
        return self.recent.together(self.near, self.position)


def _nearest(views: Sequence[View], position: int) -> tuple[View, ...]:
    return tuple(views[max(0, position - _MEMORY) : position])


def _subject(view: View) -> Actor | None:
    """Whom the next sentence may leave out: the first person named without a preposition."""
    people = (
        c.actors[0]
        for c in view.chains
        if c.marker in ("", "و", "and") and c.actors[0].kind in ("person", "office") and not _is_predicate(view, c)
    )
    subject = _of_second_clause(view) or next(people, None)
    return None if subject is None or _goes_on_about_another(view, subject.first) else subject


def _of_second_clause(view: View) -> Actor | None:
    """A waited, and B has left: who acts in the last main clause."""
    words = lexicon(view.chart.document.language).get("finite")
    clauses = (c for c in view.chains if c.marker == "and" and view.word(c.first - 2) == ",")
    acting = (c.actors[0] for c in clauses if c.actors[0].kind in ("person", "office") and view.word(c.last) in words)
    return next(acting, None)


def _is_predicate(view: View, chain: Chain) -> bool:
    """Whether an office is only what somebody is called: B, who was the envoy."""
    being = lexicon(view.chart.document.language).get("being")
    near = (view.word(chain.first - 1), view.word(chain.first - 2))
    return chain.actors[0].kind == "office" and not being.isdisjoint(near)


def _goes_on_about_another(view: View, token: int) -> bool:
    """استقبل سموه A: before whoever is named stands a subject that is not."""
    return any(view.word(t) in lexicon("ar")["his_honour"] for t in range(view.first, token))


def _occasion(
    setting: Setting, proposal: Proposal, preceding: tuple[Proposal, ...], following: tuple[Proposal, ...]
) -> Occasion:
    article, view = setting.article, setting.view
    limit = following[0].first if following else view.last
    window = window_of(view, proposal, preceding, limit)
    told = date_told(setting, proposal, window)
    day = day_told(setting, told, proposal)
    place = place_told(setting, proposal, window)
    return Occasion(
        participants=once(proposal.participants, article.document.language),
        mode=proposal.mode if place is None or proposal.mode != "unspecified" else "in_person",
        status=status_told(view, proposal, told, day),
        location=place.name if place else None,
        country=place.country if place else None,
        town=place.town if place else None,
        closeness=place.closeness if place else 0,
        date=day,
        spans=(
            span_of(view, proposal, (window[0] if preceding else view.first, limit), tokens_told(view, place, told)),
        ),
        sentence=view.sentence.position,
        confidence=proposal.confidence,
        rule=proposal.rule,
        headline=view.sentence.kind == "headline",
        negotiation=proposal.negotiation,
        adds=proposal.adds,
        manner=article.grammar.manner_of(view, proposal),
    )


def _meeting(article: Article, affiliations: Affiliations, occasion: Occasion) -> Meeting:
    return Meeting(
        participants=_participants(affiliations, occasion.participants),
        mode=occasion.mode,
        status=occasion.status,
        location=occasion.location,
        country=occasion.country or _country_of_host(affiliations, occasion),
        date=occasion.date,
        evidence=evidence_of(article.document, occasion.spans),
        confidence=round(occasion.confidence, 2),
        rule=occasion.rule,
        plover=_plover(occasion),
    )


def _country_of_host(affiliations: Affiliations, occasion: Occasion) -> str | None:
    """A palace or an office without a town is the host's."""
    if occasion.location is None or not occasion.participants or _is_a_region(occasion.location):
        return None
    host = affiliations.affiliation(occasion.participants[0])
    return host if host is not None and len(host) == _COUNTRY_CODE and host.isupper() else None


def _is_a_region(location: str) -> bool:
    """Whether an English place is no building: the Middle East, but not the Carter Center."""
    last = fold(location).split()[-1]
    return last.isascii() and last not in lexicon("en")["place_noun"]


def _participants(affiliations: Affiliations, actors: tuple[Actor, ...]) -> tuple[Participant, ...]:
    """A delegation that accompanies somebody acts for whom he does; other people of his own too."""
    participants: list[Participant] = []
    for number, actor in enumerate(actors):
        affiliation = affiliations.beside(actor, actors[0])
        if number and actor.kind == "group" and _ACCOMPANIES in actor.name:
            affiliation = participants[-1].affiliation
        participants.append(_participant(affiliations, actor, affiliation))
    return tuple(participants)


def _participant(affiliations: Affiliations, actor: Actor, affiliation: str | None) -> Participant:
    latin = romanise(actor.name) if actor.kind == "person" or not is_arabic(actor.name) else None
    role = None if actor.kind in ("country", "body", "group", "office") else actor.role
    return Participant(name=actor.name, role=role, affiliation=affiliation, name_latin=latin)


def _plover(occasion: Occasion) -> str:
    if occasion.mode == "phone":
        return "CONSULT:phone"
    return "CONSULT:visit" if "receive" in occasion.rule or "visit" in occasion.rule else "CONSULT"
