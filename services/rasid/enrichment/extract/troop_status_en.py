"""How far a change told in English has come: its auxiliaries say, or else the nearest word that governs it."""

from collections.abc import Sequence
from itertools import takewhile

from rasid.enrichment.extract.troop_words import TriggerForm, TroopWords
from rasid_schemas.extraction import TroopAction, TroopStatus

_CONTRACTED = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not"), "cannot": ("can", "not")}
_ENDINGS = {"'ll": "will", "'re": "are", "'m": "is", "'ve": "have", "'d": "would"}
_PRONOUNS_S = frozenset({"he's", "she's", "it's", "that's", "who's", "there's"})
_SURE = frozenset({"will", "would", "shall"})
_DOUBT = frozenset({"may", "might", "could", "should", "can", "must", "ought"})
_UNREAL = frozenset({"would", "could", "should", "might"})
_HAVE = frozenset({"has", "have", "had", "having"})
_BE_FINITE = frozenset({"is", "are", "was", "were", "been"})
_DO = frozenset({"do", "does", "did"})
_IF = frozenset({"if", "whether", "unless"})
_AGAINST = frozenset({"against", "without", "than", "not"})
_NEAR = 3
_GOVERNING = 12
_NOUN_GOVERNING = 8
_AHEAD = 5
_NO_BEFORE = 5


def status_en(
    action: TroopAction, form: TriggerForm, before: Sequence[str], after: Sequence[str], words: TroopWords
) -> TroopStatus:
    """The status of a trigger from the words before it, the nearest last, and those behind it."""
    clause = _clause(before, words)
    chain = _chain(clause, words)
    governing = clause[: len(clause) - len(chain)]
    if form == "noun":
        return _of_noun(clause, after, words)
    if form != "ing" and _is_of_nobody(governing, words):
        return "denied"
    if form == "past":
        return _of_past(action, chain, governing, words)
    if form == "present":
        return "proposed" if _IF & {*governing[-_NEAR * 2 :]} else "current" if action == "maintain" else "announced"
    told = _of_base(chain, governing, words) if form == "base" else _of_ing(chain, governing, words)
    return told or ("current" if action == "maintain" else "announced")


def _clause(before: Sequence[str], words: TroopWords) -> list[str]:
    """The words of the clause, contracted ones in full."""
    clause = list(takewhile(lambda word: word not in words["status_break"], reversed(before)))
    return [part for word in reversed(clause) if word != '"' for part in _in_full(word)]


def _in_full(word: str) -> tuple[str, ...]:
    if "'" not in word:
        return (word,)
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    if word.endswith("n't"):
        return word[:-3], "not"
    if word in _PRONOUNS_S:
        return word[:-2], "is"
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return (word[: -len(ending)], _ENDINGS[ending]) if ending else (word,)


def _chain(clause: Sequence[str], words: TroopWords) -> list[str]:
    """The auxiliaries and adverbs that end a clause: `will not be`, `have already`."""
    fitting = words["chain"] | words["negation"]
    chain = list(takewhile(lambda word: word in fitting or words.is_adverb(word), reversed(clause)))
    return chain[::-1]


def _is_of_nobody(governing: Sequence[str], words: TroopWords) -> bool:
    """`no troops will be sent`; not `no plans to send`."""
    near = governing[-_NO_BEFORE:]
    for position, word in enumerate(near[:-1]):
        if word in ("no", "none") and near[-1] in words.heads:
            return near[position + 1] not in words["intention"] | words["schedule"] | {"doubt", "longer", "question"}
    return False


def _of_past(action: TroopAction, chain: Sequence[str], governing: Sequence[str], words: TroopWords) -> TroopStatus:
    """`will be sent`, `could be sent`, `are being sent`, `were sent`, `could have been sent`."""
    negated = not words["negation"].isdisjoint(chain)
    if "being" in chain:
        return "denied" if negated else "under_way"
    if _IF & {*governing[-_GOVERNING // 2 :]} and not _HAVE & {*chain}:
        return "proposed"
    if not _HAVE.isdisjoint(chain) and not _UNREAL.isdisjoint(chain):
        return "denied"
    if not _HAVE.isdisjoint(chain) and "will" in chain:
        return "announced"
    if "be" in chain:
        return _of_base([word for word in chain if word != "be"], governing, words) or "announced"
    if negated or (chain and any(word in words["denial"] for word in governing[-_GOVERNING // 2 :])):
        return "denied"
    return "announced" if chain[-1:] in (["is"], ["are"]) and action not in ("deploy", "maintain") else "completed"


def _of_base(chain: Sequence[str], governing: Sequence[str], words: TroopWords) -> TroopStatus | None:
    """`will send`, `may send`, `did not send`, `plans to send`, `asked to send`."""
    if not words["negation"].isdisjoint(chain):
        return "denied"
    if not _DOUBT.isdisjoint(chain):
        return "proposed"
    if not _SURE.isdisjoint(chain):
        return "proposed" if _IF & {*governing[-_NEAR * 2 :]} else "announced"
    if not _DO.isdisjoint(chain):
        return "completed"
    return _governed(governing[-_GOVERNING:], words)


def _of_ing(chain: Sequence[str], governing: Sequence[str], words: TroopWords) -> TroopStatus | None:
    """`are sending`, `considers sending`, `against sending`, `after sending`."""
    if not _BE_FINITE.isdisjoint(chain) or "be" in chain:
        if not words["negation"].isdisjoint(chain):
            return "denied"
        if not _DOUBT.isdisjoint(chain):
            return "proposed"
        return "announced" if not _SURE.isdisjoint(chain) else "under_way"
    if not words["negation"].isdisjoint(chain) or not _AGAINST.isdisjoint(governing[-2:]):
        return "denied"
    if governing[-1:] == ["by"] and not (_IF | _UNREAL).isdisjoint(governing[-_GOVERNING:]):
        return "proposed"
    if any(word in words["done"] for word in governing[-2:]):
        return "completed"
    return _governed(governing[-_GOVERNING:], words)


def _of_noun(clause: Sequence[str], after: Sequence[str], words: TroopWords) -> TroopStatus:
    """`announced the withdrawal`, `calls for a withdrawal`, `after the withdrawal`, `the withdrawal has begun`."""
    told = _told_behind(after, words)
    if told:
        return told
    near = clause[-_NOUN_GOVERNING:]
    if any(word in words["done"] for word in near[-6:]):
        return "completed"
    if any(word in words["completed"] for word in near[-_NEAR:]):
        return "completed"
    if not _AGAINST.isdisjoint(near[-_NEAR:]):
        return "proposed"
    return _governed(near, words) or "announced"


def _told_behind(after: Sequence[str], words: TroopWords) -> TroopStatus | None:
    """What the verb says whose subject the noun is: `has begun`, `was completed`, `could create`."""
    behind = list(takewhile(lambda word: word not in words["status_break"] and word not in (",", ".", "that"), after))
    verb = next((word for word in behind if word in words["chain"] and word not in ("to", "only", "now")), "")
    begun = not words["begun"].isdisjoint(behind)
    if verb in _DOUBT or (verb == "would" and not begun):
        return "proposed"
    if verb in _SURE:
        return None
    if begun:
        return "under_way"
    return None if (words["completed"] | {"complete"}).isdisjoint(behind) else "completed"


def _governed(before: Sequence[str], words: TroopWords) -> TroopStatus | None:
    """What the nearest word that governs says: `refused`, `considers`, `decided`, `began`."""
    for position in range(len(before) - 1, -1, -1):
        word = before[position]
        ahead = before[max(0, position - _NEAR) : position]
        negated = not words["negation"].isdisjoint(ahead)
        if word in words["opposing"] or word in words["denied"]:
            return "proposed" if negated or words["denied"] & {*ahead} else "denied"
        if word in words["begun"]:
            return "announced" if (_SURE | {"to"}) & {*ahead} else "under_way"
        if word in _IF or word in words["proposed"]:
            return "denied" if negated or words["denied"] & {*ahead} else "proposed"
        if _is_unreal(before[: position + 1]):
            return "denied"
        if word in words["allowing"] and "would" in ahead:
            return "proposed"
        if word == "order" and before[position - 1 : position] == ["in"]:
            continue
        if word in words["future"]:
            negated = negated and word not in words["schedule"]
            return _of_decision(before[:position], negated, words)
    return None


def _of_decision(before: Sequence[str], negated: bool, words: TroopWords) -> TroopStatus:
    """What became of a decision or plan: one refused is denied, one that may be taken is proposed."""
    if negated or _is_unreal(before) or words["denied"] & {*before[-_NEAR:]} or _is_retreat(before, words):
        return "denied"
    doubtful = _DOUBT | _IF | words["undecided"]
    return "proposed" if doubtful & {*before[-_AHEAD:]} else "announced"


def _is_unreal(before: Sequence[str]) -> bool:
    """`would have` ordered, let, kept: it came otherwise."""
    return before[-1:] == ["have"] and not _UNREAL.isdisjoint(before[-2:-1])


def _is_retreat(before: Sequence[str], words: TroopWords) -> bool:
    """`backed away from a plan`."""
    near = before[-_AHEAD:]
    return any(word in words["retreat"] for word in near) and not {"from", "off", "on"}.isdisjoint(near)
