"""A rule's own title and summary: what they can say, what is wrong with them, and that no alert is lost by them."""

import logging
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.problems import FileError
from rasid.alerting.rules.rules import parse_rules
from rasid_schemas.alerts import Alert
from rasid_schemas.events import Event
from support.alerts import written
from support.events import at, meeting, person, quote, troops

MANSOURI = person("هالة المنصوري", "وزيرة الدفاع الأردنية", "JO", "Hala al-Mansouri")
NORDGREN = person("Eva Nordgren", "NATO mission commander", "NATO", "Eva Nordgren")


def rule(settings: str) -> str:
    return "rules:\n  - name: own-words\n    severity: critical\n    when: event.confidence > 0.0\n" + indent(
        dedent(settings), "    "
    )


def alerts(settings: str, *events: Event) -> list[Alert]:
    clusters, fold = ClusterFold(), AlertFold(parse_rules(rule(settings), Path("rules.yaml")))
    told: list[Alert] = []
    for event in events:
        cluster = clusters.apply(event, at())
        assert cluster is not None
        told += written(fold.apply(cluster, at()))
    return told


def title(template: str, event: Event | None = None, **settings: Any) -> str:
    kept = "".join(f"{key}: {value}\n" for key, value in settings.items())
    [alert] = alerts(f"template:\n  title: >-\n    {template}\n{kept}", event or talks())
    return alert.title


def talks(**fields: Any) -> Event:
    told = {"location": "Amman", "country": "JO", "date": "2024-05-21", "mode": "in_person"} | fields
    return meeting("urn:a", MANSOURI, NORDGREN, source="Levant Wire", url="https://news.example/1", **told)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("[{{ severity }}] {{ title }}", "[critical] Hala al-Mansouri met Eva Nordgren in Amman on 21 May 2024"),
        ("{{ status }} {{ reason }} {{ rule }} {{ labels.team }}", "firing own-words desk"),
        ("{{ sources }} {{ articles }} {{ suppressed }} {{ language }} {{ link }}", "1 1 0 en https://news.example/1"),
        ("{{ event.participants | map(attribute='name_latin') | join(', ') }}", "Hala al-Mansouri, Eva Nordgren"),
        ("{% for p in event.participants %}{{ loop.index }} {{ p.affiliation }} {% endfor %}", "1 JO 2 NATO"),
        ("{{ event.date | date }}, {{ event.country | country }}", "21 May 2024, Jordan"),
        ("{{ event.troops_min | number }}{{ event['location'] }}{{ cluster.reports[0].source }}", "AmmanLevant Wire"),
        ("“{{ quote }}”", "“They met.”"),
        ("{{ cluster.last_seen.strftime('%H:%M') }}", "08:00"),
        ("{% if (event.location | default('', true)).startswith('Am') %}A{% endif %}", "A"),
    ],
)  # fmt: skip
def test_a_title_of_ones_own(template: str, said: str) -> None:
    assert title(template, labels="{team: desk}") == said


def test_numbers_are_written_with_their_thousands() -> None:
    assert title("{{ event.count | number }}", troops("a", count=4000)) == "4,000"


def test_title_and_summary_are_each_their_own() -> None:
    [alert] = alerts("template:\n  summary: |\n    {{ summary }}\n\n    Desk: call.", talks())
    assert alert.title == "Hala al-Mansouri met Eva Nordgren in Amman on 21 May 2024"
    assert alert.summary.endswith("\nhttps://news.example/1\n\nDesk: call.")


def test_each_language_has_its_own() -> None:
    both = 'template: {title: "all", ar: {title: "عاجل: {{ event.location }}"}}'
    assert [alert.title for alert in alerts(both, talks())] == ["all"]
    [alert] = alerts(both, talks(language="ar"))
    assert (alert.language, alert.title) == ("ar", "عاجل: \u2068Amman\u2069")


def test_a_rule_chooses_the_language() -> None:
    [alert] = alerts("language: ar", talks())
    assert (alert.language, alert.title[:9]) == ("ar", "لقاء بين ")


def test_what_an_article_says_can_neither_turn_nor_break_a_line() -> None:
    told = title("{{ event.location }} {{ quote }}", talks(location="A\u202e\nB", evidence=quote("c\u2069\r\nd")))
    assert told == "A B c d"


def test_changes_are_there_to_be_told() -> None:
    told = alerts(
        'template: {title: "{% for c in changes %}{{ c.field }} {% endfor %}"}',
        talks(status="planned"),
        meeting("urn:b", MANSOURI, NORDGREN, status="held", date="2024-05-21", source="Tigris Daily"),
    )
    assert told[1].title == "status articles sources"


WRONG = {
    "{{ evnt.location }}": "there is no evnt: did you mean event?",
    "{{ event.locaton }}": "event has no locaton: did you mean location?, on a meeting that is firing",
    "{{ labels.team }}": "labels has no team: there are none, on a meeting that is firing",
    "{{ event.location ": "not a template: unexpected end of template, expected 'end of print statement'.",
    "{{ event.location | upcase }}": "not a template: No filter named 'upcase'.",
    "{{ range(10) }}": "there is no range: did you mean",
    "{{ 'a' * 1000000000 }}": "* is for two numbers",
    "{{ 2 ** 99 }}": "** is not allowed",
    "{{ '%1000000000d' % 1 }}": "% is for two numbers",
    "{{ event.model_dump() }}": "event has no model_dump",
    "{{ title.format(1) }}": "a text has no format here",
    "{{ title.__class__ }}": "a text has no __class__ here",
    "{{ event.location.upper() }}": "what is not told has no upper, where the reports do not tell everything",
    "{{ event.troops_max / 2 }}": "TypeError: unsupported operand type(s)",
    "{% include 'x' %}": "not a template: include is not allowed",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}": "not a template: macro is not allowed",
    "{% for a in changes %}{% for b in changes %}{% for c in changes %}{% endfor %}{% endfor %}{% endfor %}": (
        "not a template: loops stand at most 2 deep"
    ),
    "{% for a in changes recursive %}{{ loop([a]) }}{% endfor %}": "not a template: loops stand at most 2 deep",
}


@pytest.mark.parametrize("template", WRONG)
def test_what_is_wrong_is_said_when_the_rules_are_read(template: str) -> None:
    with pytest.raises(FileError) as wrong:
        parse_rules(rule(f"template:\n  summary: all is well\n  title: >-\n    {template}\n"), Path("rules.yaml"))
    assert WRONG[template] in str(wrong.value)
    assert str(wrong.value).startswith("rules.yaml:")
    assert ": rules[0].template: " in str(wrong.value)


def test_the_line_of_what_does_not_exist_is_told() -> None:
    with pytest.raises(FileError) as wrong:
        parse_rules(rule("template:\n  title: fine\n  summary: |\n    a\n    {{ event.locaton }}"), Path("rules.yaml"))
    assert str(wrong.value).startswith("rules.yaml:9: rules[0].template: event has no locaton")


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ("template: {titel: a}", "unknown key in template: did you mean title?"),
        ("template: {ar: {titel: a}}", "unknown key in template.ar: did you mean title?"),
        ("template: {title: 3}", "'3' is no template: a text in quotes"),
        ("template: hello", "'hello' is no template: give texts for title and summary"),
        ("language: arabic", "'arabic' is no language of alerts: there are ar, en, source"),
    ],
)
def test_a_key_that_is_wrong_is_told_with_the_fix(settings: str, problem: str) -> None:
    with pytest.raises(FileError) as wrong:
        parse_rules(rule(settings), Path("rules.yaml"))
    assert problem in str(wrong.value)


def test_a_template_that_fails_costs_no_alert_and_is_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    fails = (
        "template: {title: \"{{ 1 / (2 - event.participants | length) if 'urn' in cluster.reports[0].uri else 1 }}\"}"
    )
    other = meeting("urn:b", person("Sami Haddad"), person("Ada Chen"), date="2024-05-20")
    with caplog.at_level(logging.WARNING):
        told = alerts(fails, talks(), other)
    assert [alert.title[:12] for alert in told] == ["Hala al-Mans", "Sami Haddad "]
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "own-words" in caplog.text


def test_what_says_nothing_leaves_the_built_in_text() -> None:
    assert title("{% if false %}a{% endif %}").startswith("Hala al-Mansouri met")


def test_a_text_without_end_is_cut() -> None:
    [alert] = alerts('template: {title: "{% for _ in quote %}{{ title }} {% endfor %}"}', talks())
    assert len(alert.title) <= 300
    assert alert.title.endswith("…")
