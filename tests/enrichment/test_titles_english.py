"""English titles and names that are easily cut or overrun; the sentences are our own."""

import pytest

from rasid.enrichment.extract.actors import Actor
from support.articles import read

CASES = [
    (
        "In the old harbour the crowd was led by Kenyan Foreign Minister and Deputy Prime Minister Juma Barasa.",
        ("Juma Barasa", "Kenyan Foreign Minister and Deputy Prime Minister", "KE"),
    ),
    (
        "In the old harbour the crowd saw former Ohio governor and 2012 Republican nominee David Hale.",
        ("David Hale", "former Ohio governor and 2012 Republican nominee", "US"),
    ),
    (
        "In the old harbour the crowd saw the foreign minister and Prime Minister Juma Barasa.",
        ("Juma Barasa", "Prime Minister", None),
    ),
    (
        "In the old harbour the Kenyan fisheries minister Juma Barasa spoke at length.",
        ("Juma Barasa", "Kenyan fisheries minister", "KE"),
    ),
    (
        "In the old harbour NATO grain stores chief Tom Barasa spoke at length.",
        ("Tom Barasa", "NATO grain stores chief", "NATO"),
    ),
    ("In the old harbour Kenyan grain company chief Tom Barasa spoke.", ("Tom Barasa", "chief", None)),
    (
        "In the old harbour the Kenyan Home Affairs Minister Juma Barasa spoke at length.",
        ("Juma Barasa", "Kenyan Home Affairs Minister", "KE"),
    ),
    (
        "In the old harbour Veterans Affairs Secretary David Hale spoke at length.",
        ("David Hale", "Veterans Affairs Secretary", None),
    ),
    ("In the old harbour Rep. Pete King of New York spoke at length.", ("Pete King", "Rep.", None)),
    (
        "In the old harbour a delegation from the Archer Foundation spoke. Kate Archer left.",
        ("Kate Archer", None, None),
    ),
    ("He met Harbour Trust Chairman Tom Barasa there, and spoke.", ("Tom Barasa", "Harbour Trust Chairman", None)),
    (
        "In the old harbour Paul Stone, president of the Coalition of African American Pilots, spoke at length.",
        ("Paul Stone", "president of the Coalition of African American Pilots", None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_person(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """The only person of the text."""
    persons = [actor for view in read(text, "en").views for actor in view.actors if actor.kind == "person"]
    assert [_brief(actor) for actor in persons] == [expected]


def test_a_title_ends() -> None:
    """A word for a group that is an office too adds nothing to a title."""
    text = (
        "Kenyan Leaders and Omani Diplomats, Kenyan Officials, Irish Ministers and Kenyan Commanders waited for long."
    )
    assert all(actor.kind == "group" for actor in read(text, "en").views[0].actors)


def test_administration_officials() -> None:
    """Whose officials they are belongs to their name."""
    text = "Kate Archer spoke. Envoys have been here since Tuesday meeting with Archer administration officials."
    last = read(text, "en").views[-1].actors[-1]
    assert (last.kind, last.name) == ("group", "Archer administration officials")


def _brief(actor: Actor) -> tuple[str, str | None, str | None]:
    return actor.name, actor.role, actor.affiliation


def test_titles_end_whatever_the_words() -> None:
    """Any order of titles, peoples and names is read to its end."""
    words = ["Kenyan", "Minister", "Ministers", "Affairs", "Governor", "the", "of", "Nairobi", "and", "'", "s"]
    orders = (" ".join((one, two, three, "Barasa spoke.")) for one in words for two in words for three in words)
    assert len(read("\n".join(orders), "en").views) > len(words)
