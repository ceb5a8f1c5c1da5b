"""Reads the sentences of a document for forces, figures and words that tell a change."""

from collections import Counter
from dataclasses import dataclass

from rasid.enrichment.extract.numbers import moved, numbers_in
from rasid.enrichment.extract.troop_casualties import is_casualty
from rasid.enrichment.extract.troop_chart import Chart
from rasid.enrichment.extract.troop_figures import Figure, figures_in
from rasid.enrichment.extract.troop_forces import Force, ForceFinder
from rasid.enrichment.extract.troop_named import NamedForces
from rasid.enrichment.extract.troop_triggers import TriggerMention, triggers_in
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Sentence

_USUAL = 3
"""How much more a name such as `American forces` tells how an article calls them than `Marines`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with all that was found in it."""

    sentence: Sentence
    figures: list[Figure]
    forces: list[Force]
    triggers: list[TriggerMention]


class SentenceReader:
    """Reads sentences in order; what one names, the next may leave out."""

    def __init__(self, chart: Chart, words: TroopWords) -> None:
        self._chart = chart
        self._words = words
        self._forces = ForceFinder(chart, words)
        self._previous: Force | None = None
        self._previous_position = -1
        self.last_owned: Force | None = None
        """The last force whose owner is named."""
        self.named: NamedForces = Counter()
        """How often each force is named in the sentences read so far."""

    def read(self, sentence: Sentence) -> Reading | None:
        """What a sentence tells of troops, or None where it can tell nothing."""
        document = self._chart.document
        triggers = triggers_in(self._chart, sentence, self._words)
        words = self._chart.words[sentence.first_token : sentence.last_token]
        named = not self._words.heads.isdisjoint(words)
        if not named and not (triggers and self._goes_on(sentence, triggers)):
            return None
        previous = self._previous if self._previous_position == sentence.position - 1 else None
        if not named and previous is None:
            return Reading(sentence, [], [], triggers)  # a number counts nobody here
        tokens = document.tokens[sentence.first_token : sentence.last_token]
        numbers = [moved(n, sentence.first_token) for n in numbers_in(tokens, document.language)]
        forces = self._forces.forces(sentence, numbers)
        figures = figures_in(self._chart, sentence, numbers, forces, triggers, previous, self._words)
        self._remember(sentence, forces)
        return Reading(sentence, figures, forces, triggers) if figures or forces or triggers else None

    def _remember(self, sentence: Sentence, forces: list[Force]) -> None:
        if forces:
            self._previous, self._previous_position = forces[-1], sentence.position
        for force in forces:
            if is_casualty(self._chart, sentence, force.first, force.last, self._words):
                continue
            if force.affiliation and self._chart.word(force.head) not in self._words["singular"]:
                usual = self._chart.word(force.head) in self._words["usual"]
                self.named[force.affiliation, force.name] += _USUAL if usual else 1
        self.last_owned = next((f for f in reversed(forces) if f.affiliation), self.last_owned)

    def _goes_on(self, sentence: Sentence, triggers: list[TriggerMention]) -> bool:
        """Whether a sentence that names no force may tell of one named just before it."""
        follows = self._previous_position == sentence.position - 1
        moves = self._words["leaving"] | self._words["intransitive"]
        return any(
            follows or trigger.action == "withdraw" or self._chart.word(trigger.position) in moves
            for trigger in triggers
        )
