"""Boards as their own staff name them: by the last letters of the name, by what their owner is."""

from __future__ import annotations

import pytest

from assistant.bodies import named_bodies
from assistant.registers.topics import _ENDS
from index_store.held import Body

BODIES = [
    Body("marl-ijb", "Marl Integration Joint Board", None, (), 3, None, None),
    Body("directors", "Board of Directors", "Ash and Birch NHS Foundation Trust", (), 3, None, None),
    Body("executive", "Executive Board", "Holm Safeguarding Partnership", (), 3, None, None),
]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("what did the ijb decide about the day centre", {"marl-ijb"}),
        ("what did the IJB decide about the day centre", {"marl-ijb"}),
        ("what did the Trust board decide on parking", {"directors"}),
        ("did the trust approve the business case", {"directors"}),
        ("what did the partnership executive decide on the review", {"executive"}),
        ("how much did we give to the Woodland Trust", set()),
        ("what is held in trust for the museum", set()),
    ],
)
def test_a_board_is_named_by_its_last_letters_and_by_its_owner(asked: str, slugs: set[str]) -> None:
    assert {slug for one in named_bodies(asked, BODIES) for slug in one.slugs} == slugs


LIBRARIES = [
    Body("members", "Marl Libraries", None, (), 3, None, None),
    Body("board", "Marl Libraries IPS Board", None, (), 3, None, None),
]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("who is the chair of the Marl Libraries board", {"board"}),
        ("what did Marl Libraries decide about fines", {"members", "board"}),
    ],
)
def test_a_name_that_goes_on_is_the_longer_ones(asked: str, slugs: set[str]) -> None:
    assert {slug for one in named_bodies(asked, LIBRARIES) for slug in one.slugs} == slugs


DISTRICTS = [
    Body("marl-oake", "Municipal District of Marl-Oake", None, (), 3, None, None),
    Body("police", "MUNICIPAL DISTRICT OF MARL- OAKE JPC SUBCOMMITTEE", None, (), 3, None, None),
    Body("ash-west", "Municipal District of Ash West", None, (), 3, None, None),
]


@pytest.mark.parametrize(
    "asked",
    [
        "who attended the Marl Oake meeting in March 2020",
        "who attended the Marl-Oake meeting in March 2020",
        "what did the municipal district of marl oake decide on the weir",
    ],
)
def test_a_name_with_a_hyphen_is_typed_without_it_too(asked: str) -> None:
    assert "marl-oake" in {slug for one in named_bodies(asked, DISTRICTS) for slug in one.slugs}


PARISH = [
    Body("council", "Marl Parish Council", None, (), 3, None, None),
    Body("electors", "Marl Parish Meeting", None, (), 3, None, None),
    Body("oake", "Oake Parish Council", None, (), 3, None, None),
]


@pytest.mark.parametrize(
    ("asked", "slugs"),
    [
        ("what happened at the Marl meeting in June 2012", {"council"}),
        ("Marl meeting in june 2012", {"council"}),
        ("when was the Marl parish meeting in 2012", {"electors"}),
        ("who came to the annual parish meeting at Marl", {"electors"}),
    ],
)
def test_the_meeting_of_a_parish_is_its_councils_unless_the_parish_meeting_is_named(
    asked: str, slugs: set[str]
) -> None:
    assert {slug for one in named_bodies(asked, PARISH) for slug in one.slugs} == slugs


@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        ("when was the day centre first raised", True),
        ("how many concerns were raised in the first half of 2031", False),
        ("what was mentioned about fees in the last two years", False),
    ],
)
def test_a_stretch_of_time_is_not_the_first_of_several_minutes(asked: str, ends: bool) -> None:
    assert (_ENDS.search(asked) is not None) is ends
