"""English troop announcements: how far they have come, whose they are, verbs in two parts. Read on 6 August 2015."""

from datetime import date

import pytest

from rasid.enrichment.extract.troops import find_troop_announcements
from rasid.enrichment.text.reading import read_document
from rasid_schemas.extraction import TroopAnnouncement

THURSDAY = date(2015, 8, 6)


def announcements(text: str) -> tuple[TroopAnnouncement, ...]:
    return find_troop_announcements(read_document(text, "en", THURSDAY, None, None))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Canada has refused to send Canadian troops to Mali.", "denied"),
        ("The minister ruled out Canadian ground troops in Mali.", "denied"),
        ("The minister would not rule out Canadian ground troops in Mali.", "proposed"),
        ("No Canadian troops will be sent to Mali.", "denied"),
        ("Canada has no plans to send Canadian troops to Mali.", "denied"),
        ("Lawmakers cautioned against sending Canadian troops to Mali.", "denied"),
        ("Lawmakers opposed the decision to send Canadian troops to Mali.", "announced"),
        ("Canada could have sent Canadian troops to Mali.", "denied"),
        ("Ottawa abandoned plans to send Canadian troops to Mali.", "denied"),
        ("Ottawa may agree to send Canadian troops to Mali.", "proposed"),
        ("If Canadian troops are sent to Mali, nobody will notice.", "proposed"),
        ("Ottawa is weighing a plan to send Canadian troops to Mali.", "proposed"),
        ("Generals asked Ottawa to send Canadian troops to Mali.", "proposed"),
        ("Ottawa has decided to send Canadian troops to Mali.", "announced"),
        ("It'll send Canadian troops to Mali.", "announced"),
        ("Canadian troops are to be sent to Mali.", "announced"),
        ("Canadian troops are being sent to Mali.", "under_way"),
        ("Canadian troops were sent to Mali.", "completed"),
        ("Ottawa began sending Canadian troops to Mali.", "under_way"),
        ("Ottawa will begin sending Canadian troops to Mali.", "announced"),
        ("Canadian troops haven't been sent to Mali.", "denied"),
        ("Ottawa would have ordered Canadian troops to Mali.", "denied"),
        ("The deal would have allowed Ottawa to send Canadian troops to Mali.", "denied"),
    ],
)
def test_how_far_a_deployment_has_come(text: str, status: str) -> None:
    [found] = announcements(text)
    assert (found.action, found.status, found.country) == ("deploy", status, "ML")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The withdrawal of Dutch troops from Kosovo has begun.", "under_way"),
        ("The withdrawal of Dutch troops from Kosovo was completed.", "completed"),
        ("The withdrawal of Dutch troops from Kosovo could leave a gap.", "proposed"),
        ("There is no timetable for the withdrawal of Dutch troops from Kosovo.", "announced"),
        ("After the withdrawal of Dutch troops from Kosovo the town grew quiet.", "completed"),
        ("The Hague announced the withdrawal of Dutch troops from Kosovo.", "announced"),
        ("The president wants Dutch troops out of Kosovo.", "proposed"),
        ("He backed away from his promise to yank all Dutch troops out of Kosovo.", "denied"),
        ("Dutch soldiers returned home from Kosovo.", "completed"),
        ("It may help if the minister kept his word by removing Dutch troops from Kosovo.", "proposed"),
        ("The minister kept his word by removing Dutch troops from Kosovo.", "completed"),
    ],
)
def test_how_far_a_withdrawal_has_come(text: str, status: str) -> None:
    [found] = announcements(text)
    assert (found.action, found.status, found.country) == ("withdraw", status, "XK")


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Denmark withdrew half of its soldiers from Mali.", "decrease"),
        ("Most Danish soldiers will be withdrawn from Mali.", "decrease"),
        ("Denmark withdrew all of its soldiers from Mali.", "withdraw"),
        ("Danish forces returned to Mali in 2014.", "deploy"),
        ("He sent 260 Danish soldiers back to Mali.", "deploy"),
        ("Denmark kept its soldiers in Mali.", "maintain"),
        ("Danish soldiers left Mali in May.", "withdraw"),
        ("Danish soldiers are scheduled to leave Mali.", "withdraw"),
    ],
)
def test_what_changes(text: str, action: str) -> None:
    [found] = announcements(text)
    assert (found.action, found.force_affiliation, found.country) == (action, "DK", "ML")


def test_a_leader_acts_for_the_country() -> None:
    [found] = announcements("Mr. Erdogan has long threatened to send 900 soldiers to Libya.")
    assert (found.force_affiliation, found.status, found.country) == ("TR", "proposed", "LY")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rome's decision last month to withdraw 400 soldiers from Lebanon drew applause.", None),
        ("Rome announced in mid-June that it would withdraw 400 soldiers from Lebanon.", None),
        ("Rome on Tuesday ordered 400 Italian soldiers to Lebanon.", None),
        ("Rome withdrew 400 soldiers from Lebanon last month.", "2015-07"),
        ("Rome will send 400 soldiers to Lebanon by the end of 2016.", "2016"),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_the_change(text: str, day: str | None) -> None:
    [found] = announcements(text)
    assert found.date == day


@pytest.mark.parametrize(
    "text",
    [
        "Kurdish forces withdrew from the town while Turkey looked on.",
        "Letting Danish soldiers keep fighting rebels in Mali was a mistake.",
        "Danish soldiers have remained in Mali, a diplomat recalled.",
        "Soldiers returned to their homes in Denmark.",
    ],
)
def test_what_is_no_announcement(text: str) -> None:
    assert announcements(text) == ()


@pytest.mark.parametrize(
    ("text", "location", "country"),
    [
        ("Norway fears unrest in Mali, but 400 Norwegian soldiers will stay there, said a man in Oslo.", "Mali", "ML"),
        ("Soldiers from a battalion based in Padua will go: Italy sends 300 soldiers to Niger.", "Niger", "NE"),
        ("Norway will send 300 soldiers to Camp Bravo air base in eastern Mali.", "Camp Bravo air base", "ML"),
        ("Norway will send 300 soldiers to its embassy in Bamako.", "Bamako", "ML"),
        ("At the request of the governors of Arizona, Norway sent 300 soldiers to Mali.", "Mali", "ML"),
        ("The governor sent 300 National Guard members to a Denver suburb.", "Denver suburb", "US"),
    ],
)  # fmt: skip
def test_where(text: str, location: str, country: str) -> None:
    [found] = announcements(text)
    assert (found.location, found.country) == (location, country)


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("The visit to Iraq over, Danish lawmakers said they would send 400 troops to Mali.", "DK"),
        ("A day after Russia invaded, Obama said he was sending 400 troops to Latvia.", "US"),
        ("Having armed Iraq with tanks, Congress ordered 400 soldiers to Latvia.", "US"),
        ("Turkey, which sent 400 soldiers to Libya, protested.", "TR"),
    ],
)
def test_who_acts(text: str, affiliation: str) -> None:
    [found] = announcements(text)
    assert found.force_affiliation == affiliation


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Italian soldiers patrol Beirut. The minister said Italy would remain in Lebanon.", ("maintain", "announced")),
        ("Italian soldiers patrol Beirut. Italy left Lebanon in 2011.", ("withdraw", "completed")),
        ("Italian soldiers patrol Beirut. His decision to pull out of Lebanon angered all.", ("withdraw", "announced")),
    ],
)
def test_a_country_that_moves_means_its_troops(text: str, told: tuple[str, str]) -> None:
    [found] = announcements(text)
    assert (found.action, found.status, found.force_affiliation, found.country) == (*told, "IT", "LB")


@pytest.mark.parametrize(
    "text",
    [
        "Italian soldiers patrol Beirut. Fighters pulled out of Tripoli.",
        "Italian soldiers patrol Beirut. Mattarella left Lebanon on Friday.",
        "Italian soldiers patrol Beirut. Italy will remain in the European Union.",
    ],
)
def test_others_who_leave_move_no_troops(text: str) -> None:
    assert announcements(text) == ()


def test_those_already_there_are_what_was_before() -> None:
    strength, increase = announcements(
        "Spain already has 300 soldiers in Mali. It will send 120 more soldiers to Mali."
    )
    assert (strength.count, increase.count_delta, increase.count_from) == (300, 120, 300)


def test_the_remaining_are_a_strength() -> None:
    [found] = announcements("Lawmakers voted on the fate of the remaining 550 Spanish soldiers in Mali.")
    assert (found.action, found.count, found.country) == ("strength", 550, "ML")


@pytest.mark.parametrize(
    ("text", "location", "country"),
    [
        ("Portugal sent 300 soldiers to war-torn Mali.", "Mali", "ML"),
        ("In Mali, the minister told his hosts, Portugal wants to keep 300 soldiers.", "Mali", "ML"),
        ("The governor is sending 300 National Guard troops to Larkfield.", "Larkfield", "US"),
        ("National Guard troops were deployed in Georgia.", "Georgia", "US"),
        ("He called the border a crisis and sent another 300 U.S. troops there.", "the border", "US"),
        ("Portuguese soldiers will leave Mali.", "Mali", "ML"),
    ],
)
def test_where_told_otherwise(text: str, location: str, country: str) -> None:
    [found] = announcements(text)
    assert (found.location, found.country) == (location, country)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Some 400 Greek soldiers were sent to Haiti after the 2010 earthquake.", "2010"),
        ("In a debate in May, he was asked if he would send 400 Greek soldiers to Haiti.", None),
        ("The reports last month that 400 Greek soldiers could be sent to Haiti were wrong.", None),
        ("Drills ended in March, and Athens will send 400 Greek soldiers to Haiti.", None),
        ("On Monday, the minister said Athens would send 400 Greek soldiers to Haiti.", None),
        ("Athens had sent 400 Greek soldiers to Haiti by Friday.", "2015-07-31"),
        ("In 2011 Athens sent 400 Greek soldiers to Haiti; it withdrew them the following year.", "2011"),
    ],
)
def test_dates_of_other_clauses(text: str, day: str | None) -> None:
    found = announcements(text)[0]
    assert (found.count, found.date) == (400, day)


def test_a_leader_s_troops_are_called_by_the_country_the_article_names() -> None:
    [found] = announcements("Turkey is restless. Mr. Erdogan has long threatened to send 900 soldiers to Libya.")
    assert (found.force, found.force_affiliation) == ("Turkey", "TR")
