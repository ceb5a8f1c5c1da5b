"""How an Arabic sentence tells of a meeting: as one told before, as another one, or as any."""

from rasid.enrichment.extract.chains import View
from rasid.enrichment.extract.proposals import Manner, Proposal
from rasid.enrichment.languages.ar.triggers import Trigger, trigger_of
from rasid.enrichment.languages.ar.words import clitics_before, words_of

_AHEAD = 10
_BEFORE = 4
_BEHIND = 4


def manner_of(view: View, proposal: Proposal) -> Manner:
    """How the meeting is told."""
    if proposal.rule == "ar-discuss" and _is_about_it(view, proposal):
        return "never"
    at, trigger = _noun(view, proposal)
    if trigger is None:
        return "another" if _is_said_of(view, proposal.first, "another") else "new"
    if _is_any(view, at, trigger.suffix) and not _is_counted(view, at, proposal):
        return "any"
    if _is_said_of(view, at, "another"):
        return "another"
    known = proposal.adds or trigger.definite or _is_in_passing(view, at)
    return "known" if known else "new"


def _is_about_it(view: View, proposal: Proposal) -> bool:
    """ورقة ناقشها A وB, استعرض الوزراء اتفاقا بين A وB: a paper is discussed, or what states agreed on."""
    if view.word(proposal.first).endswith(("ها", "هما")):
        return True
    states = [actor for actor in proposal.participants if actor.kind == "country" and actor.first > proposal.first]
    before = {view.word(token) for actor in states for token in range(proposal.first, actor.first)}
    return bool(states) and "مع" not in before


def _noun(view: View, proposal: Proposal) -> tuple[int, Trigger | None]:
    """The noun of meeting that a proposal rests on: its trigger, or what the verb holds."""
    told = trigger_of(view.word(proposal.first))
    if told is not None and told.kind in ("noun", "call"):
        return proposal.first, told
    if told is not None and told.kind == "hold":
        for token in range(proposal.first + 1, min(proposal.first + _AHEAD, view.last)):
            held = trigger_of(view.word(token))
            if held is not None and held.kind in ("noun", "call"):
                return token, held
    return proposal.first, None


def _is_any(view: View, noun: int, suffix: str) -> bool:
    """لقاءات, عدة اجتماعات: meetings that nobody counts."""
    return clitics_before(view.word(noun).removesuffix(suffix), "several_noun") is not None and not any(
        word.isdigit() or clitics_before(word, "count") is not None
        for word in (view.word(token) for token in range(noun - 2, noun))
    )


def _is_counted(view: View, noun: int, proposal: Proposal) -> bool:
    """سلسلة من الاجتماعات بين A وB, سيعقد A اجتماعات مع B: those who met are named, if not how often."""
    series = any(clitics_before(view.word(token), "series") is not None for token in range(noun - 2, noun))
    named = len({actor.key for actor in proposal.participants if actor.key}) > 1
    return (series or proposal.rule == "ar-hold") and named


def _is_said_of(view: View, at: int, name: str) -> bool:
    """لقاء آخر, سيلتقي مجددا."""
    return any(view.word(token) in words_of(name) for token in range(at + 1, at + _BEHIND))


def _is_in_passing(view: View, noun: int) -> bool:
    """بعد لقاء A وB, خلال اجتماعه: said in passing, of what is told elsewhere."""
    return any(view.word(token) in words_of("in_passing") for token in range(noun - 2, noun))
