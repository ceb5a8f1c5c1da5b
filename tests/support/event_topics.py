"""Event topics as hypothesis makes them up: few persons, places and days, so that events meet."""

from datetime import datetime, timedelta

from hypothesis import strategies as st

from rasid_schemas.events import Event
from support.events import at, meeting, troops

HORIZON = timedelta(days=4)
"""Some clusters close within a topic, and what they held is still known at its end."""

Told = tuple[Event, datetime]
"""An event, and its record time."""

PEOPLE = ("Hala al-Mansouri", "Eva Nordgren", "Omar Zaki", "Nordgren", "هالة المنصوري")
uris = st.integers(0, 8).map(lambda number: f"https://outlet{number % 3}.example/{number}")
dates = st.sampled_from([None, "2024-05", "2024-05-20", "2024-05-21"])
countries = st.sampled_from([None, "IQ", "JO"])
hours = st.integers(-2, 16)
"""From one record to the next: at most four horizons in all."""
leaps = hours | st.sampled_from([0, 90, 100, 400])
"""Hours again, or a good part of the horizon, or all that is remembered."""
published = st.integers(-72, 72).map(lambda hour: at(hours=hour))


@st.composite
def meetings(draw: st.DrawFn) -> Event:
    people = draw(st.lists(st.sampled_from(PEOPLE), max_size=3, unique=True))
    status = draw(st.sampled_from(["held", "planned", "cancelled"]))
    return meeting(
        draw(uris), *people, date=draw(dates), country=draw(countries), status=status, published=draw(published),
        part=draw(st.sampled_from(["1", "2"])),
    )  # fmt: skip


@st.composite
def announcements(draw: st.DrawFn) -> Event:
    count = draw(st.sampled_from([None, 400, 900]))
    return troops(
        draw(uris), draw(st.sampled_from(["increase", "deploy", "withdraw"])), count=count, troops_max=count,
        force_affiliation=draw(st.sampled_from([None, "DK", "US"])), force=draw(st.sampled_from([None, "Legion"])),
        date=draw(dates), country=draw(countries), status=draw(st.sampled_from(["announced", "denied"])),
        published=draw(published),
    )  # fmt: skip


def streams(events: st.SearchStrategy[Event], steps: st.SearchStrategy[int] = hours) -> st.SearchStrategy[list[Told]]:
    """Events with record times: mostly forward; they stand still and run backwards too."""
    return st.lists(steps, min_size=1, max_size=24).flatmap(
        lambda gaps: st.lists(events, min_size=len(gaps), max_size=len(gaps)).map(
            lambda told: [(event, at(hours=sum(gaps[: position + 1]))) for position, event in enumerate(told)]
        )
    )


topics = streams(meetings()) | streams(announcements())
