"""The bundled rules, and as many more as somebody with a long watch list has."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bench.made_up_events import EventMaker, Person
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import load_rules, parse_rules
from rasid.runtime.bundled import bundled


def rules_to_measure(count: int) -> tuple[Rule, ...]:
    """So many rules: the bundled ones first, then persons and forces that are watched, in turn."""
    known = load_rules(bundled("rules.yaml"))[:count]
    more = "".join(_watch_list(count - len(known)))
    return (*known, *parse_rules(f"rules:\n{more}", Path("watch-list.yaml"))) if more else known


def _watch_list(count: int) -> Iterator[str]:
    people = EventMaker(meetings=True, seed=7, told_again=0, pace=timedelta()).people
    for number in range(count):
        condition = _condition(number, people[7 * number % len(people)])
        yield f"  - name: watch-{number}\n    severity: info\n    when: >-\n      {condition}\n"


def _condition(number: int, person: Person) -> str:
    if number % 2:
        return (
            f'event.type == "troop_announcement" && event.force_affiliation == "{person.country}"'
            f" && event.troops_max >= {100 * number} && (event.age_days == null || event.age_days <= 3)"
        )
    return (
        'event.type == "meeting" && (event.age_days == null || event.age_days <= 3)'
        f' && event.participants.exists(p, p.name.mentions(["{person.latin}", "{person.arabic}"]))'
    )
