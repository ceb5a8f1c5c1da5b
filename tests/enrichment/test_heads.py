"""Whom the president, or the leader of a country, is in an English article that names nobody so."""

import pytest

from support.articles import meetings

TOLD = [
    (
        "Emmanuel Macron is in Kenya. The French president met with Kenyan President James Otieno in Mombasa.",
        ("Emmanuel Macron", "French president", "FR"),
    ),
    (
        "Kim Jong Un waited for an hour. The North Korean leader met with Kenyan President James Otieno in Mombasa.",
        ("Kim Jong Un", "North Korean leader", "KP"),
    ),
    (
        "Macron is in Kenya. France's president met with Kenyan President James Otieno in Mombasa.",
        ("Macron", "France's president", "FR"),
    ),
    (
        "Hungarians waited. The Hungarian prime minister met with Kenyan President James Otieno in Mombasa.",
        ("Hungarian prime minister", None, "HU"),
    ),
    (
        "Emmanuel Macron is in Kenya. The French opposition leader met with Kenyan President James Otieno in Mombasa.",
        ("French opposition leader", None, "FR"),
    ),
    (
        "Biden left the White House. The president of the Harbour League met with Kenyan President James Otieno.",
        ("president of the Harbour League", None, None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_head(text: str, expected: tuple[str, str | None, str | None]) -> None:
    """The head in office on the day of publication, where the article names him or her."""
    first = meetings(text, "en")[0].participants[0]
    assert (first.name, first.role, first.affiliation) == expected
