"""What an article says once of owner, force and place holds for all its announcements that do not say it themselves."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from rasid.enrichment.extract.troop_candidate import Candidate
from rasid.enrichment.extract.troop_chart import name_of
from rasid.enrichment.extract.troop_named import usual_owner
from rasid.enrichment.extract.troop_owners import Owner, is_domestic, is_non_state
from rasid.enrichment.extract.troop_places import Location, state
from rasid.enrichment.extract.troop_words import TroopWords
from rasid.enrichment.text.document import Document, Hit
from rasid.enrichment.text.normalise import fold

_HOST_OF_NONE = "US"
"""Named everywhere, but no foreign troops go there unless a text says so."""
_RECENT = 6
"""Names of countries that tell which one the text speaks of."""
_OF_A_PLACE = " troop"
"""What ends the name of a force that a country stands before as the place it is in."""
_NAMING = frozenset({"country", "place", "nationality"})


class _Countries(NamedTuple):
    """The countries that an article names by themselves or by a place, in the order of the text."""

    times: dict[str, int]
    first: dict[str, Hit]
    """The first name of each, its own before that of a place."""


def with_defaults(
    candidates: Sequence[Candidate], named: Counter[tuple[str | None, str]], document: Document, words: TroopWords
) -> list[Candidate]:
    """The candidates with what the rest of the article tells of them, without those that are no announcements."""
    hosts = {c.location.country for c in candidates if c.location and c.location.country != c.owner.affiliation}
    candidates = [_at_host(c, hosts, document) for c in candidates]
    owners = Counter(c.owner.affiliation for c in candidates if c.owner.affiliation)
    owner = owners.most_common(1)[0][0] if owners else usual_owner(named) or _seat(document, words)
    countries = _countries_in(document) if candidates else _Countries({}, {})
    places = [_usual_place(candidates, c, document, countries, words) for c in candidates]
    completed = [
        _completed(c, owner, place, named, document, words) for c, place in zip(candidates, places, strict=True)
    ]
    return [c for c in completed if _is_told(c, words)]


def _countries_in(document: Document) -> _Countries:
    hits = [(hit.code, hit) for hit in document.hits if hit.kind in ("country", "place") and hit.code]
    first: dict[str, Hit] = {}
    for code, hit in sorted(hits, key=lambda each: each[1].kind != "country"):
        first.setdefault(code, hit)
    return _Countries(Counter(code for code, _ in hits), first)


def _at_host(candidate: Candidate, hosts: set[str | None], document: Document) -> Candidate:
    """`Syria troop withdrawal`: where it is that others' troops are told of, not whose they are."""
    owner = candidate.owner
    name = (owner.force or "").removesuffix(_OF_A_PLACE)
    if owner.force in (None, name) or owner.affiliation not in hosts or document.language != "en":
        return candidate
    hits = (hit for hit in document.hits if hit.kind == "country" and hit.code == owner.affiliation)
    if all(name_of(document, hit) != name for hit in hits):
        return candidate
    return replace(candidate, owner=Owner(None, None, False), location=Location(name, owner.affiliation), placed=True)


def _seat(document: Document, words: TroopWords) -> str | None:
    """The country whose seat of government or ministry of war the article names: `Pentagon` for the US."""
    named = {hit.name for hit in document.hits if hit.kind == "place"}
    if named & words["seat_us"]:
        return "US"
    return "RU" if named & words["seat_ru"] else None


def _completed(
    candidate: Candidate,
    owner: str | None,
    place: Location | None,
    named: Counter[tuple[str | None, str]],
    document: Document,
    words: TroopWords,
) -> Candidate:
    """A candidate with the article's owner, name of the force and place where it tells none."""
    if candidate.owner.international:
        return replace(candidate, location=candidate.location or place)
    affiliation = candidate.owner.affiliation or owner
    usual = _usual_name(affiliation, named)
    force = candidate.owner.force or usual or candidate.owner.acting or _country_name(affiliation, document)
    location = candidate.location or place
    if location and location.country is None and _is_border(location, words):
        location = replace(location, country=state(affiliation))
    if location and location.unsure:
        location = replace(location, country=place.country if place else state(affiliation), unsure=False)
    return replace(candidate, owner=replace(candidate.owner, force=force, affiliation=affiliation), location=location)


def _is_border(location: Location, words: TroopWords) -> bool:
    return not words["border"].isdisjoint(fold(location.name).split())


def _usual_name(affiliation: str | None, named: Counter[tuple[str | None, str]]) -> str | None:
    """How the article calls the forces of an affiliation most often."""
    names = Counter({name: times for (owner, name), times in named.items() if owner == affiliation})
    return names.most_common(1)[0][0] if names else None


def _country_name(affiliation: str | None, document: Document) -> str | None:
    """How the article names the country that troops are of."""
    hits = (hit for hit in document.hits if hit.kind == "country" and hit.code == affiliation)
    wanted = document.language == "ar" or affiliation != _HOST_OF_NONE
    named = next(hits, None) if affiliation and wanted else None
    return name_of(document, named) if named else None


def _may_share(other: Candidate, home: str | None) -> bool:
    """Whether the place of another announcement may be that of one about the troops of `home`."""
    country = other.location.country if other.location else None
    return other.owner.affiliation == home or country not in (None, home)


def _usual_place(
    candidates: Sequence[Candidate],
    candidate: Candidate,
    document: Document,
    countries: _Countries,
    words: TroopWords,
) -> Location | None:
    """Where the article's other announcements are, else the country it speaks of; abroad where it can be."""
    if candidate.location and not candidate.location.unsure:
        return None
    home = candidate.owner.affiliation
    if is_domestic(candidate.owner.force, words):
        told = Counter(c.location for c in candidates if c.location and c.location.country in (None, home))
        return told.most_common(1)[0][0] if told else None
    told = Counter(c.location for c in candidates if c.location and not c.location.unsure and _may_share(c, home))
    if told:
        return told.most_common(1)[0][0]
    if _stays_vague(candidate, words):
        return None
    abroad = {code: times for code, times in countries.times.items() if code not in (home, _HOST_OF_NONE)}
    if candidate.location:
        ours = {home: countries.times[home]} if home in countries.times else {}
        code = _most_named({**abroad, **ours})  # where both are named as often, abroad
    else:
        code = _spoken_of(document, candidate, abroad) or _most_named(abroad)
    return Location(name_of(document, countries.first[code]), code) if code is not None else None


def _most_named(times: Mapping[str, int]) -> str | None:
    return max(times, key=times.__getitem__, default=None)


def _spoken_of(document: Document, candidate: Candidate, abroad: Mapping[str, int]) -> str | None:
    """The country that is named most shortly before an announcement ends."""
    end = candidate.evidence.end
    before = reversed(document.hits[: bisect_left(document.hits, (end,))])
    codes = (hit.code for hit in before if hit.code in abroad and hit.kind in _NAMING and hit.end <= end)
    latest = [code for code in islice(codes, _RECENT) if code]
    return _most_named(Counter(latest[::-1]))


def _is_told(candidate: Candidate, words: TroopWords) -> bool:
    """Whether a candidate is one: of no armed group; without a number, of somebody's troops abroad or at a border."""
    if is_non_state(candidate.owner.affiliation, words):
        return False
    if not candidate.rule.endswith("plain"):
        return True
    if candidate.action == "maintain" and candidate.status in ("proposed", "denied", "current"):
        return False
    place = candidate.location
    domestic = is_domestic(candidate.owner.force, words)
    away = place is not None and (domestic or place.country != candidate.owner.affiliation or _is_border(place, words))
    owner = candidate.owner
    placed = candidate.placed and candidate.action not in ("deploy", "increase")
    told = owner.named or placed or _is_policy(candidate, words)
    known = told and (owner.affiliation is not None or owner.international)
    leaves = candidate.action in ("withdraw", "decrease")
    if owner.international and not leaves:
        return False
    more = candidate.action == "increase" and owner.named
    return known and away and (candidate.placed or leaves or more or _is_policy(candidate, words))


def _stays_vague(candidate: Candidate, words: TroopWords) -> bool:
    """Whether troops without a number or place may well move at home: other than American ones, or those that grow."""
    if not candidate.rule.endswith("plain") or _is_policy(candidate, words):
        return False
    american = candidate.owner.affiliation in (None, _HOST_OF_NONE)
    return candidate.action in ("increase", "decrease") or (words.language == "en" and not american)


def _is_policy(candidate: Candidate, words: TroopWords) -> bool:
    """Whether it is about ground troops somebody may send or will not: a place goes without saying."""
    named = words["policy_force"] & {*fold(candidate.owner.force or "").split()}
    return bool(named) and candidate.action == "deploy" and candidate.status in ("proposed", "denied")
