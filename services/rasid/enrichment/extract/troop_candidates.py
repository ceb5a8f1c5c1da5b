"""Announcements as single sentences tell them, before those that tell the same are merged."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from rasid.enrichment.extract.troop_bounds import Numbers
from rasid.enrichment.extract.troop_candidate import Candidate
from rasid.enrichment.extract.troop_casualties import is_casualty
from rasid.enrichment.extract.troop_chart import Chart, chart_of
from rasid.enrichment.extract.troop_cues import Cued
from rasid.enrichment.extract.troop_dates import date_of
from rasid.enrichment.extract.troop_evidence import apart, clause_around
from rasid.enrichment.extract.troop_figures import Figure, governing
from rasid.enrichment.extract.troop_forces import Force, owners
from rasid.enrichment.extract.troop_giving import giving_verbs
from rasid.enrichment.extract.troop_history import day_of, is_old, is_past, is_to_come
from rasid.enrichment.extract.troop_implied import implied_force
from rasid.enrichment.extract.troop_implied_en import country_moves, their_withdrawal
from rasid.enrichment.extract.troop_named import NamedForces, usual_owner
from rasid.enrichment.extract.troop_numbers import is_change, is_more, is_what_changes, multiplier_in, numbers_of
from rasid.enrichment.extract.troop_objects import force_changed
from rasid.enrichment.extract.troop_owners import Owner, is_domestic, owner_of
from rasid.enrichment.extract.troop_parts import is_part, of_part
from rasid.enrichment.extract.troop_places import Change, PlaceFinder
from rasid.enrichment.extract.troop_plain import tells_change
from rasid.enrichment.extract.troop_reading import Reading, SentenceReader
from rasid.enrichment.extract.troop_status import LOOK_AHEAD, LOOK_BACK, status_of
from rasid.enrichment.extract.troop_strength import is_strength
from rasid.enrichment.extract.troop_triggers import TriggerMention
from rasid.enrichment.extract.troop_words import troop_words
from rasid.enrichment.text.document import Document, Sentence
from rasid_schemas.extraction import TroopAction, TroopStatus

_NEAR_OBJECT = 2
"""Words between a verb and the number that is its object."""


class CandidateFinder:
    """Reads the sentences of one document in order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._chart: Chart = chart_of(document)
        self._words = troop_words(document.language)
        self._reader = SentenceReader(self._chart, self._words)
        self._places = PlaceFinder(self._chart, self._words)
        self._told_strength = False
        """Whether the last figure told a strength."""

    @property
    def named(self) -> NamedForces:
        """How often each force is named in the sentences read so far, by affiliation."""
        return self._reader.named

    def candidates(self, sentences: Iterable[Cued]) -> Iterator[Candidate]:
        """The candidates of some sentences, in order.

        Those that name forces and tell nothing of them are read only where another one tells something.
        """
        quiet: list[Sentence] = []
        found = False
        for sentence, telling in sentences:
            if not telling:
                quiet.append(sentence)
                continue
            for before in quiet:
                self._reader.read(before)
            quiet.clear()
            reading = self._reader.read(sentence)
            for candidate in self._apart(list(self._of_sentence(reading))) if reading else ():
                found = True
                yield candidate
        for sentence in quiet if found else ():
            self._reader.read(sentence)

    def _apart(self, candidates: list[Candidate]) -> list[Candidate]:
        """The candidates of one sentence, each with its own part of it as evidence where it has one."""
        order = sorted(range(len(candidates)), key=lambda i: candidates[i].evidence.first)
        for i, j in pairwise(order):
            first, second = apart(self._document, candidates[i].evidence, candidates[j].evidence)
            candidates[i] = replace(candidates[i], evidence=first)
            candidates[j] = replace(candidates[j], evidence=second)
        return candidates

    def _of_sentence(self, reading: Reading) -> Iterator[Candidate]:
        used: set[int] = set()
        before: Figure | None = None
        casualty = False
        for figure, following in zip_longest(reading.figures, reading.figures[1:]):
            trigger = governing(self._chart, figure, reading.triggers, self._words)
            if trigger and following and is_what_changes(figure, following, trigger, self._chart, self._words):
                yield self._strength(figure, reading)
                before = figure
                continue
            listed = casualty and trigger is None  # 20 were killed, along with 5 others
            casualty = listed or is_casualty(self._chart, reading.sentence, figure.first, figure.last, self._words)
            candidates = [] if casualty else list(self._told(figure, trigger, before, reading))
            yield from candidates
            by_trigger = any(candidate.action != "strength" for candidate in candidates)
            if trigger and (casualty or by_trigger or trigger.position >= figure.last):
                used.add(trigger.position)
            before = figure
        told: set[TroopAction] = set()
        plain = (t for t in reading.triggers if self._chart.word(t.position) not in self._words["be_before"])
        for trigger in (*plain, *giving_verbs(self._chart, reading.forces, self._words)):
            free = trigger.position not in used and trigger.action not in told
            candidate = self._without_number(trigger, reading) if free else None
            if candidate:
                told.add(trigger.action)
                yield candidate
                yield from self._joint(candidate, reading)

    def _joint(self, candidate: Candidate, reading: Reading) -> Iterator[Candidate]:
        """The same of the country joined to the one that acts: `أوغندا وبوروندي`."""
        for mark in owners(self._chart, reading.sentence):
            before = self._chart.mark("country", mark.first - 1)
            said = self._document.text[mark.hit.start : mark.hit.end]
            if (
                before
                and said == candidate.owner.force
                and mark.hit.clitics == "و"
                and before.hit.kind == mark.hit.kind
            ):
                name = self._document.text[before.hit.start : before.hit.end]
                yield replace(candidate, owner=Owner(name, before.hit.code, True))

    def _strength(self, figure: Figure, reading: Reading) -> Candidate:
        numbers = numbers_of("strength", figure, self._chart)
        return self._candidate("strength", "current", numbers, figure.force, figure.first, reading, "strength")

    def _told(
        self, figure: Figure, trigger: TriggerMention | None, before: Figure | None, reading: Reading
    ) -> Iterator[Candidate]:
        """What a figure tells: a change by its trigger, a strength, or how strong the force is that changes."""
        stands = trigger is not None and self._chart.word(trigger.position) in self._words["stands"]
        arrives = trigger is not None and trigger.action == "deploy" and not stands and self._tells_size(figure)
        if arrives and before and trigger and trigger.position < before.first:  # 800 of the 8,700 of a force
            return
        standing = is_strength(self._chart, figure, trigger, reading.sentence, self._words)
        if not arrives and (standing or (figure.joined and self._told_strength)):
            self._told_strength = True
            yield self._strength(figure, reading)
            sized = self._tells_size(figure) or self._is_object(figure, trigger)
            if trigger is None or trigger.action != "withdraw" or not sized:
                return
        self._told_strength = False
        if trigger is None:
            return
        leaves = trigger.position >= figure.last and self._leaves(trigger)
        action: TroopAction = "withdraw" if leaves else trigger.action
        if action == "deploy" and is_more(self._chart, figure, trigger, self._words):
            action = "increase"
        numbers = numbers_of(action, figure, self._chart)
        changes = before and is_what_changes(before, figure, trigger, self._chart, self._words)
        if before and (changes or is_change(before, figure, action, self._chart, self._words)):
            numbers = replace(numbers, count_from=before.number.value, count=figure.number.value, count_delta=None)
        elif numbers.count_from is not None and numbers.count is None:
            return
        part = of_part(self._chart, figure, self._words) if action in ("withdraw", "decrease") else None
        if part:
            action, numbers = "decrease", part
        elif action in ("increase", "decrease"):
            factor = multiplier_in(self._chart, reading.sentence, trigger, self._words)
            numbers = replace(numbers, multiplier=factor)
        status = self._status(action, trigger, reading)
        total = action in ("increase", "decrease") and numbers.count is not None
        rule = f"{action}.total" if total else f"{action}.number"
        yield self._candidate(action, status, numbers, figure.force, figure.first, reading, rule, trigger)

    def _is_object(self, figure: Figure, trigger: TriggerMention | None) -> bool:
        """`bring home the 700 troops now in Mali`: withdrawn though they also tell a strength."""
        near = trigger is not None and 0 <= figure.first - trigger.last <= _NEAR_OBJECT
        return near and self._words.language == "en"

    def _tells_size(self, figure: Figure) -> bool:
        """`قواتها البالغ قوامها 260`: the number of the force named before."""
        words = [self._chart.word(i) for i in range(figure.first - 4, figure.first)]
        return any(word in self._words["known_size"] for word in words)

    def _without_number(self, trigger: TriggerMention, reading: Reading) -> Candidate | None:
        named = force_changed(self._chart, trigger, reading.forces, reading.sentence, self._words)
        force = named or self._implied(trigger, reading)
        if force is None or is_casualty(self._chart, reading.sentence, trigger.position, trigger.last, self._words):
            return None
        factor = multiplier_in(self._chart, reading.sentence, trigger, self._words)
        numbers = Numbers(multiplier=factor, approximate=False)
        gap = {self._chart.word(i) for i in range(trigger.last, force.first)}
        added = force.added or bool(gap & self._words["adding"])
        leaves = force.last <= trigger.position and self._leaves(trigger)
        action: TroopAction = "increase" if trigger.action == "deploy" and added else trigger.action
        action = "withdraw" if leaves else action
        if action == "withdraw" and is_part(self._chart, force, trigger, self._words):
            action = "decrease"
        status = self._status(action, trigger, reading)
        told = self._candidate(action, status, numbers, force, trigger.position, reading, f"{action}.plain", trigger)
        return told if tells_change(self._chart, trigger, force, reading.sentence, told.date, self._words) else None

    def _implied(self, trigger: TriggerMention, reading: Reading) -> Force | None:
        """The force of a trigger beside which none is named."""
        chart, sentence, words = self._chart, reading.sentence, self._words
        if words.language == "en":
            moves = country_moves(chart, trigger, sentence, {owner for owner, _ in self.named if owner}, words)
            last_named = reading.forces[-1] if reading.forces else None
            moves = moves or their_withdrawal(chart, trigger, last_named, words)
            if moves:
                return moves
        return implied_force(chart, trigger, sentence, reading.forces, self._reader.last_owned, words)

    def _leaves(self, trigger: TriggerMention) -> bool:
        """`troops left`, not `troops were left`, nor `troops left for Mali`."""
        if trigger.action == "deploy":
            return False
        passive = self._chart.word(trigger.position - 1) in self._words["be"]
        behind = self._chart.word(trigger.last) in self._words["behind"]
        return self._chart.word(trigger.position) in self._words["leaving"] and not passive and not behind

    def _candidate(
        self,
        action: TroopAction,
        status: TroopStatus,
        numbers: Numbers,
        force: Force | None,
        anchor: int,
        reading: Reading,
        rule: str,
        trigger: TriggerMention | None = None,
    ) -> Candidate:
        sentence, tokens = reading.sentence, self._document.tokens
        taken = tuple((f.first, f.last) for f in reading.forces)
        owner = owner_of(self._chart, sentence, force, trigger.position if trigger else anchor, self._words)
        location, placed = self._places.find(
            Change(
                sentence,
                anchor,
                action,
                owner.affiliation,
                taken,
                usual_owner(self.named),
                is_domestic(owner.force, self._words),
            )
        )
        first = min(anchor, trigger.position) if trigger else anchor
        last = max(anchor, trigger.position) if trigger else anchor
        evidence = clause_around(self._document, sentence, tokens.starts[first], tokens.ends[last])
        others = [tokens.starts[t.position] for t in reading.triggers if not first <= t.position <= last]
        date = date_of(self._document, sentence, tokens.starts[anchor], others, present=action == "strength")
        if trigger and status == "announced" and is_past(self._chart, date, trigger, self._words):
            status = "completed"
        elif trigger and status == "completed" and is_to_come(self._document, date, trigger):
            status = "announced"
        date = day_of(self._document, date, status)
        confidence = 0.9 - 0.15 * (location is None) - 0.15 * (owner.affiliation is None) - 0.2 * rule.endswith("plain")
        history = status == "completed" and is_old(self._document, date)
        return Candidate(
            action, status, numbers, owner, location, placed, date, evidence, rule, round(confidence, 2), history
        )

    def _status(self, action: TroopAction, trigger: TriggerMention, reading: Reading) -> TroopStatus:
        first = max(reading.sentence.first_token, trigger.position - LOOK_BACK)
        given = self._chart.word(trigger.position) in self._words["giving"] | self._words["announcing"]
        before = [self._chart.word(i) for i in range(first, trigger.position + given)]
        ahead = LOOK_AHEAD[self._words.language]
        after = [
            self._chart.word(i) for i in range(trigger.last, min(trigger.last + ahead, reading.sentence.last_token))
        ]
        form = "base" if given else trigger.form
        status = status_of(action, form, before, after, self._words)
        if action != "maintain" or status not in ("completed", "under_way") or self._words.language != "en":
            return status
        return "current" if self._chart.word(trigger.position) in self._words["intransitive"] else "announced"
