"""Watchlists: what rules look for by name, in the rule file or in files of their own."""

from pathlib import Path

import pytest

from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.errors import RuleError
from rasid.alerting.rules.rules import files_to_watch, load_rules, matching, parse_rules
from rasid_schemas.events import Event
from support.events import at, meeting, person, troops

CONFIG = Path(__file__).parents[2] / "config"
FILE = Path("rules.yaml")

INLINE = """\
watchlists:
  leaders:
    - Omar Zaki
    - name: Hala al-Mansouri
      aliases: [هالة المنصوري, "Halah"]
  sides: [NATO, "JO"]
rules:
  - name: leader-meets
    severity: info
    when: event.participants.exists(p, p.name.mentions(watchlists.leaders))
  - name: on-a-side
    severity: info
    when: event.affiliations.exists(a, a in watchlists.sides) && size(watchlists.leaders) == 4
"""


def fired(text: str, event: Event, path: Path = FILE) -> list[str]:
    cluster = ClusterFold().apply(event, at())
    assert cluster is not None
    return [rule.name for rule in matching(parse_rules(text, path), cluster)]


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Dr Omar Zaki", ["leader-meets"]),
        ("هالة المنصوري", ["leader-meets"]),
        ("Hala Al-Mansouri", ["leader-meets"]),
        ("Omar Zakir", []),
        ("leaders", []),
    ],
)
def test_a_rule_looks_for_all_names_and_aliases(name: str, rules: list[str]) -> None:
    assert fired(INLINE, meeting("a", person(name))) == rules


def test_a_watchlist_is_a_list_like_any_other() -> None:
    assert fired(INLINE, meeting("a", person("Eva Nordgren", affiliation="NATO"))) == ["on-a-side"]


def test_the_entries_may_stand_in_a_file_beside_the_rules(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "forces.yaml").write_text('- name: "The \\"Wolves\\""\n  aliases: [الذئاب]\n', "utf-8")
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        "watchlists: {forces: {file: lists/forces.yaml}}\n"
        'rules: [{name: wolves, severity: info, when: "event.force.mentions(watchlists.forces)"}]\n'
    )
    for force in ("the wolves of the north", "قوات الذئاب"):
        assert fired(rules.read_text(), troops("a", force=force), rules) == ["wolves"]
    assert fired(rules.read_text(), troops("a"), rules) == []
    assert files_to_watch(rules) == (rules, tmp_path / "lists" / "forces.yaml")


def test_a_file_that_cannot_be_read_is_still_watched(tmp_path: Path) -> None:
    assert files_to_watch(tmp_path / "none.yaml") == (tmp_path / "none.yaml",)


def test_the_example_that_comes_with_rasid_names_forces_in_both_scripts(tmp_path: Path) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text(
        f"watchlists: {{groups: {{file: '{CONFIG / 'watchlists' / 'armed-groups.yaml'}'}}}}\n"
        'rules: [{name: group, severity: info, when: "event.force.mentions(watchlists.groups)"}]\n'
    )
    assert load_rules(rules)
    for force in ("Peshmerga forces", "قوات البيشمركة", "PKK fighters", "الحشد الشعبي", "Kataib Hezbollah"):
        assert fired(rules.read_text(), troops("a", force=force), rules) == ["group"]
    assert fired(rules.read_text(), troops("a", force="الجيش العراقي"), rules) == []


@pytest.mark.parametrize(
    ("written", "instead", "line", "field", "message"),
    [
        (
            "watchlists.leaders))",
            "watchlists.leader))",
            10,
            "rules[0].when",
            "unknown watchlist leader: did you",
        ),
        ("watchlists.leaders))", "watchlist.leaders))", 10, "rules[0].when", "did you mean watchlists?"),
        ("watchlists.leaders))", "watchlists))", 10, "rules[0].when", "write watchlists.leaders"),
        ("watchlists.leaders))", "watchlists.leaders.name))", 10, "rules[0].when", "a list of texts and has no field"),
        ("watchlists:", "watchlist:", 1, "watchlist", "unknown key: did you mean watchlists?"),
        ("  sides: [NATO", "  no sides: [NATO", 6, "watchlists.no sides", "is no name of a watchlist"),
        ('[NATO, "JO"]', "[]", 6, "watchlists.sides", "no entries: a watchlist is a list"),
        ('[NATO, "JO"]', "NATO", 6, "watchlists.sides", "found a single value: a watchlist is a list"),
        ('[NATO, "JO"]', "[5]", 6, "watchlists.sides[0]", "5 is no name: put it in quotes"),
        ('[NATO, "JO"]', "['']", 6, "watchlists.sides[0]", "is no name: 1 to 200 letters"),
        ('[NATO, "JO"]', "[[NATO]]", 6, "watchlists.sides[0]", "a list is no name"),
        ("name: Hala", "nmae: Hala", 4, "watchlists.leaders[1].nmae", "did you mean name?"),
        ("name: Hala", "nmae: Hala", 4, "watchlists.leaders[1].name", "missing: an entry is a name"),
        ('[هالة المنصوري, "Halah"]', "Halah", 5, "watchlists.leaders[1].aliases", "is no list: write it as"),
        ("[هالة المنصوري", "[7", 5, "watchlists.leaders[1].aliases", "7 is no name"),
        ('[NATO, "JO"]', "{}", 6, "watchlists.sides", "names no file"),
        ('[NATO, "JO"]', "{flie: a.yaml}", 6, "watchlists.sides.flie", "did you mean file?"),
        ('[NATO, "JO"]', "{file: none.yaml}", 6, "watchlists.sides.file", "none.yaml: no such file"),
        ('[NATO, "JO"]', "{file: wrong.yaml}", 6, "watchlists.sides.file", "wrong.yaml:2: 7 is no name"),
        ('[NATO, "JO"]', "{file: broken.yaml}", 6, "watchlists.sides.file", "broken.yaml:2: not YAML"),
        ('[NATO, "JO"]', f"[{'x, ' * 1001}]", 6, "watchlists.sides", "1001 names and aliases, 1000 at most"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, written: str, instead: str, line: int, field: str, message: str
) -> None:
    (tmp_path / "wrong.yaml").write_text("- NATO\n- 7\n")
    (tmp_path / "broken.yaml").write_text("- [\n")
    with pytest.raises(RuleError) as raised:
        parse_rules(INLINE.replace(written, instead, 1), tmp_path / "rules.yaml")
    told = [(problem.line, problem.field, problem.message) for problem in raised.value.problems]
    assert any(each[:2] == (line, field) and message in each[2] for each in told), told


def test_a_file_without_watchlists_says_where_they_go() -> None:
    with pytest.raises(RuleError, match="the file has no watchlists: list them under `watchlists:`"):
        parse_rules(INLINE[INLINE.index("rules:") :], FILE)


def test_a_path_that_no_file_can_have_is_told_as_one_that_is_not_there() -> None:
    text = 'watchlists: {people: {file: "a\\0b"}}\nrules: [{name: a, severity: info, when: "true"}]'
    with pytest.raises(RuleError, match="cannot be read"):
        parse_rules(text, FILE)


def test_watchlists_can_share_a_file() -> None:
    text = """\
watchlists:
  people: &people {file: armed-groups.yaml}
  groups: {<<: *people}
rules: [{name: a, severity: info, when: "event.force.mentions(watchlists.groups)"}]
"""
    [rule] = parse_rules(text, CONFIG / "watchlists" / "rules.yaml")
    assert rule.name == "a"
