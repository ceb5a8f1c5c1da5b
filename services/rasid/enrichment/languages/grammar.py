"""What a language must offer: its actors, its joints, its meeting rules, its places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rasid.enrichment.extract.actors import Actor
from rasid.enrichment.extract.chains import Joints, View
from rasid.enrichment.extract.chart import Chart
from rasid.enrichment.extract.places import Locative
from rasid.enrichment.extract.proposals import Manner, Proposal
from rasid.enrichment.languages.ar import actors as ar_actors
from rasid.enrichment.languages.ar import joints as ar_joints
from rasid.enrichment.languages.ar import manner as ar_manner
from rasid.enrichment.languages.ar import meetings as ar_meetings
from rasid.enrichment.languages.ar import places as ar_places
from rasid.enrichment.languages.ar import triggers as ar_triggers
from rasid.enrichment.languages.en import actors as en_actors
from rasid.enrichment.languages.en import joints as en_joints
from rasid.enrichment.languages.en import manner as en_manner
from rasid.enrichment.languages.en import meetings as en_meetings
from rasid.enrichment.languages.en import places as en_places
from rasid.enrichment.languages.en import surnames as en_surnames
from rasid.enrichment.text.document import Sentence


@dataclass(frozen=True, slots=True)
class Grammar:
    """The functions of a language. Token ranges are half open."""

    actors_of: Callable[[Chart, Sequence[Sentence]], list[tuple[Actor, ...]]]
    """The actors of each sentence, left to right."""
    surname_spelled: Callable[[str], Iterable[str]]
    """The words in which a surname may stand: itself, and in Arabic with what may be written to its front."""
    short_names: Callable[[Chart, int], Iterable[tuple[str, str]]]
    """The surnames that a word may be where it stands, each with the clitics before it."""
    joints: Joints
    triggers: frozenset[str]
    """The words of which a sentence that tells a meeting has one; no other is asked for any."""
    propose: Callable[[View], Iterator[Proposal]]
    """The meetings of a sentence, given the subject of the sentences before."""
    manner_of: Callable[[View, Proposal], Manner]
    """Whether a sentence tells of a meeting as one told before, as another one, or as any."""
    places_of: Callable[[Chart, int, int], tuple[Locative, ...]]
    """Where things happen within a token range."""


@cache
def grammar(language: str) -> Grammar:
    """The grammar of `ar` or `en`."""
    if language == "en":
        return Grammar(
            en_actors.actors_of,
            en_surnames.surname_spelled,
            en_surnames.short_names,
            en_joints.EnglishJoints(),
            en_meetings.starters(),
            en_meetings.propose,
            en_manner.manner_of,
            en_places.places_of,
        )
    return Grammar(
        ar_actors.actors_of,
        ar_actors.surname_spelled,
        ar_actors.short_names,
        ar_joints.ArabicJoints(),
        ar_triggers.starters(),
        ar_meetings.propose,
        ar_manner.manner_of,
        ar_places.places_of,
    )
