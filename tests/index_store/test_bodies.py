from __future__ import annotations

import random

import pytest

from index_store.bodies import UNNAMED, Sitting, identify
from index_store.parser.bodies import read_body

SIX = frozenset({"ann able", "bob barr", "cora cole", "dan dyer", "eve eames", "fay fox"})
OTHERS = frozenset({"gil gray", "hal hill", "ida ives", "jon jay", "kit kay", "lou lane"})


def sit(
    key: int,
    body: str | None,
    council: str | None = None,
    people: frozenset[str] = SIX,
    aliases: tuple[str, ...] = (),
    day: str | None = None,
    folder: str = "/minutes",
    words: str = "",
    paper: bool = False,
) -> Sitting:
    return Sitting(
        key, body, council, aliases, day or f"2020-01-{key:02}", people, folder, frozenset(words.split()), paper
    )


def slugs(*sittings: Sitting) -> list[str]:
    found = identify(sittings)
    return [found[one.key].slug for one in sittings]


def test_case_article_and_ampersand_make_no_other_body() -> None:
    one = slugs(
        sit(1, "Parks & Trees Committee"),
        sit(2, "THE PARKS AND TREES COMMITTEE"),
        sit(3, "Meeting of the Parks and Trees Committee"),
    )
    assert len(set(one)) == 1


def test_the_letters_of_irish_committees_stand_for_their_names() -> None:
    one = slugs(sit(1, "Housing Strategic Policy Committee"), sit(2, "HOUSING SPC"))
    other = slugs(sit(1, "Joint Policing Committee"), sit(2, "Joint Policing Sub-Committee"), sit(3, "JPC"))
    assert (len(set(one)), len(set(other)), other[0]) == (1, 2, other[2])


def test_the_council_in_front_of_the_name_is_the_council() -> None:
    assert (
        len(
            set(
                slugs(
                    sit(1, "Marl County Council Cabinet", "Marl County Council"),
                    sit(2, "Cabinet", "Marl County Council"),
                )
            )
        )
        == 1
    )


def test_committees_of_two_councils_stay_two_with_the_council_in_their_slugs() -> None:
    assert slugs(sit(1, "Audit Committee", "Marl Council"), sit(2, "Audit Committee", "Dene Council")) == [
        "marl-council-audit-committee",
        "dene-council-audit-committee",
    ]


def test_lettered_committees_stay_apart_though_the_same_people_sit_on_both() -> None:
    assert len(set(slugs(sit(1, "Planning Committee A"), sit(2, "Planning Committee B")))) == 2


def test_committees_with_a_tail_in_common_stay_apart_without_people_in_common() -> None:
    assert len(set(slugs(sit(1, "Scrutiny Committee"), sit(2, "Health Scrutiny Committee", people=OTHERS)))) == 2
    assert (
        len(
            set(
                slugs(
                    sit(1, "Scrutiny Committee", day="2020-05-05"),
                    sit(2, "Health Scrutiny Committee", day="2020-05-05"),
                )
            )
        )
        == 2
    )


def test_a_name_shortened_from_the_front_is_the_same_body_where_the_same_people_came() -> None:
    assert len(set(slugs(sit(1, "Transparency Board"), sit(2, "Public Sector Transparency Board")))) == 1


def test_a_council_named_by_its_place_alone_is_the_same_body_where_the_same_people_came() -> None:
    assert len(set(slugs(sit(1, "Township of Marl"), sit(2, "Township of Marl Council")))) == 1


def test_a_short_name_that_fits_two_bodies_fits_neither() -> None:
    found = slugs(
        sit(1, "Transparency Board"), sit(2, "Public Sector Transparency Board"), sit(3, "Health Transparency Board")
    )
    assert len(set(found)) == 3


def test_an_abbreviation_printed_behind_the_name_is_an_alias() -> None:
    group = sit(1, "Strategic Senior Officers' Group", aliases=("SSOG",))
    assert len(set(slugs(group, sit(2, "SSOG", people=frozenset())))) == 1
    assert identify([group, sit(2, "SSOG")])[2].name == "Strategic Senior Officers' Group"
    other = sit(3, "Sports and Schools Oversight Group", people=OTHERS, aliases=("SSOG",))
    assert len(set(slugs(group, sit(2, "SSOG", people=frozenset()), other))) == 3


def test_initials_need_the_same_people() -> None:
    assert len(set(slugs(sit(1, "ODUG"), sit(2, "Open Data User Group")))) == 1
    assert len(set(slugs(sit(1, "ODUG", people=OTHERS), sit(2, "Open Data User Group")))) == 2


def test_minutes_without_a_body_go_to_the_one_body_of_their_folder_whose_words_they_use() -> None:
    named = sit(1, "Ayr Village Council")
    words = "welcome to ayr village hall the council resolved"
    assert len(set(slugs(named, sit(2, None, people=OTHERS, words=words)))) == 1
    assert len(set(slugs(named, sit(2, None, people=SIX)))) == 1
    assert len(set(slugs(named, sit(2, None, people=OTHERS, words="nothing of the kind")))) == 2
    assert len(set(slugs(named, sit(2, None, people=OTHERS, words=words, folder="/elsewhere")))) == 2
    assert identify([sit(1, None)])[1].name == UNNAMED
    two = slugs(named, sit(3, "Ayr Allotments Group"), sit(2, None, words=words))
    assert two[2] not in two[:2]


def test_papers_join_the_body_they_name_and_are_no_evidence() -> None:
    found = slugs(sit(1, "Cabinet"), sit(2, "CABINET", paper=True), sit(3, "Cabinet Office Report", paper=True))
    assert found[0] == found[1] != found[2]


def test_the_order_of_indexing_makes_no_difference() -> None:
    sittings = [
        sit(1, "Open Data User Group", aliases=("ODUG",)), sit(2, "ODUG"), sit(3, "Transparency Board", people=OTHERS),
        sit(4, "Public Sector Transparency Board", people=OTHERS), sit(5, "Audit", "Marl Council"),
        sit(6, "Audit", "Dene Council"), sit(7, None, words="audit"),
    ]  # fmt: skip
    first = identify(sittings)
    for seed in range(10):
        shuffled = sittings[:]
        random.Random(seed).shuffle(shuffled)
        assert identify(shuffled) == first


def test_an_authority_named_over_its_own_boards_minutes_is_that_board() -> None:
    board, authority = sit(1, "Board of Trustees", "Marl College District"), sit(2, "Marl College District")
    assert len(set(slugs(board, authority))) == 1
    assert len(set(slugs(board, sit(2, "Marl College District", people=OTHERS)))) == 2


def test_a_misprint_in_the_name_makes_no_other_body_where_the_same_people_sit() -> None:
    printed = [sit(key, "Oakferry Community Council") for key in (1, 2, 3)]
    assert len(set(slugs(*printed, sit(4, "Oakfrery Community Council"), sit(5, "Oakfery Community Council")))) == 1


def test_one_and_several_in_a_long_name_are_one_body_where_the_same_people_sit() -> None:
    one, several = (f"Marl City Council as {word} of Marl Ferry Holdings" for word in ("Shareholder", "Shareholders"))
    assert len(set(slugs(sit(1, one), sit(2, several)))) == 1
    assert len(set(slugs(sit(1, one), sit(2, several, people=OTHERS)))) == 2
    assert len(set(slugs(sit(1, "Marl Park Committee"), sit(2, "Marl Parks Committee")))) == 2


def test_names_a_letter_apart_stay_apart_without_people_in_common() -> None:
    assert len(set(slugs(sit(1, "Easton Parish Council"), sit(2, "Aston Parish Council", people=OTHERS)))) == 2
    assert len(set(slugs(sit(1, "Eastern Area Committee"), sit(2, "Western Area Committee")))) == 2


def test_names_a_letter_apart_of_one_day_stay_apart() -> None:
    day = "2020-05-05"
    assert len(set(slugs(sit(1, "Oakferry Panel", day=day), sit(2, "Oakfery Panel", day=day)))) == 2


def test_a_misprint_over_minutes_without_attendance_is_of_the_body_in_its_folder() -> None:
    nobody = frozenset[str]()
    near = sit(2, "Oakbrigde Community Council", people=nobody)
    assert len(set(slugs(sit(1, "Oakbridge Community Council"), near))) == 1
    far = sit(2, "Oakbrigde Community Council", people=nobody, folder="/elsewhere")
    assert len(set(slugs(sit(1, "Oakbridge Community Council"), far))) == 2


def test_those_who_govern_a_place_are_one_body_under_whatever_noun() -> None:
    nouns = ("Commission", "Board", "Board of Commission", "Commissioners", "Board of Commissioners")
    sittings = [sit(key, f"Port of Marl {noun}") for key, noun in enumerate(nouns, 1)]
    assert len(set(slugs(*sittings))) == 1
    assert len(set(slugs(sit(1, "Port of Marl Board"), sit(2, "Port of Marl Commission", people=OTHERS)))) == 2
    assert len(set(slugs(sit(1, "Port of Marl Board"), sit(2, "Port of Dene Commission")))) == 2


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("May 4, 2021\nPort of Marl Regular Commission Meeting\n", "Port of Marl Commission"),
        ("Port of Marl Special Board of Commission Meeting\nMay 4, 2021\n", "Port of Marl Board of Commission"),
        ("Marl Water District Emergency Board Meeting\n", "Marl Water District Board"),
        ("Marl Town Special Council Meeting\n", "Marl Town Council"),
        ("Minutes of the Marl Special Needs Board Meeting\n", "Marl Special Needs Board"),
    ],
)
def test_the_sort_of_meeting_is_no_part_of_the_name(head: str, body: str) -> None:
    found = read_body(head, head, "", "a.txt")
    assert (found.body, found.council) == (body, None)


@pytest.mark.parametrize(
    "title",
    [
        "Marl Parish Council - July",
        "Marl Parish Council – July 2017",
        "Marl Parish Council: May",
        "Marl Parish Council May Virtual Meeting",
        "Marl Parish Council May 16",
        "Marl Parish Council = March",
        "Marl Parish Council -Second July",
        "Marl Parish Council Minuites September 19",
        "Marl Annual Parish Council - 2012",
        "Marl 2012 Parish Council",
        "Marl Parish Council - January\nMARL PARISH COUNCIL",
    ],
)
def test_the_month_of_the_meeting_is_no_part_of_a_title_that_names_the_body(title: str) -> None:
    assert read_body("", "", title, "minutes.md").body == "Marl Parish Council"


@pytest.mark.parametrize(
    "head",
    [
        "Mral Parish Council\n\nMinutes of Marl Parish Council held on 4 May 2021\n",
        "Marl Parish Council - July\n\nMinutes of the Parish Council meeting held on 4 July 2021\n",
    ],
)
def test_a_parish_council_has_no_council_above_it(head: str) -> None:
    found = read_body(head, head, "", "minutes.md")
    assert (found.body, found.council) == ("Marl Parish Council", None)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "A meeting of the Moor National Park Authority will be held in the Hall on 8 January 2019.",
            "Moor National Park Authority",
        ),
        ("Agenda and minutes\n\nSpecial, Cabinet - Tuesday, 2nd October, 2018 2.00 pm", "Cabinet"),
        (
            "Agenda and minutes\n\nPlanning, Roads and Licensing Committee - Monday, 1 October, 2018 2.00 pm",
            "Planning, Roads and Licensing Committee",
        ),
    ],
)
def test_a_body_is_named_without_what_is_said_of_its_meeting(head: str, body: str) -> None:
    assert read_body(head, head, "", "x.txt").body == body


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Marl Village Hall (Registered Charity No, 9) Minutes of the Annual General Meeting\n", "Marl Village Hall"),
        ("Minutes of the AGM of Marl Memorial Institute held on 4 May 2021\n", "Marl Memorial Institute"),
        ("Friends of Marl Park\nMinutes of meeting held on 4 May 2021\n", "Friends of Marl Park"),
        ("Marl Village Hall\nMeeting of Marl Parish Council, 4 May 2021\n", "Marl Parish Council"),
    ],
)
def test_those_who_keep_a_house_are_known_by_its_name_unless_another_body_met_there(head: str, body: str) -> None:
    assert read_body(head, head, "", "a.txt").body == body


@pytest.mark.parametrize(
    ("head", "body", "council"),
    [
        (
            "Council 08/01/2024\n\nMARL CITY COUNCIL\n\nMINUTES OF MEETING OF MARL CITY COUNCIL HELD IN CITY HALL\n",
            "MARL CITY COUNCIL",
            None,
        ),
        (
            "MARL CITY COUNCIL\nCLIMATE ACTION AND ENERGY\nSTRATEGIC POLICY COMMITTEE\nMINUTES OF MEETING\n",
            "CLIMATE ACTION AND ENERGY STRATEGIC POLICY COMMITTEE",
            "MARL CITY COUNCIL",
        ),
        ("Marl City Council\nArea Committee\nMinutes of meeting\n", "Area Committee", "Marl City Council"),
        (
            "Marl County Council / Comhairle Contae na Marla\nMunicipal District of Dún / Ceantar Bardasach an Dúin\n",
            "Municipal District of Dún",
            "Marl County Council",
        ),
        (
            "MINUTES OF PROCEEDINGS AT MEETING OF MARL CITY AND\nCOUNTY\nCOUNCIL\nHELD\nIN\nTHE\nCHAMBER",
            "MARL CITY AND COUNTY COUNCIL",
            None,
        ),
        (
            "MINUTES OF PROCEEDINGS AT THE DRAFT BUDGETARY\nPLAN 2016 MEETING OF THE MUNICIPAL DISTRICT OF ELM-\n"
            "MARL IN THE ELM HOTEL, MARL ON 4 MAY 2016 HELD",
            "MUNICIPAL DISTRICT OF ELM-MARL",
            None,
        ),
        (
            "MINUTES OF PROCEEDINGS OF JOINT POLICING SUB COMMITTEE\nMEETING OF THE MUNICIPAL DISTRICT OF ELM-\n"
            "MARL HELD IN THE HALL, ON 4 MAY 2016",
            "JOINT POLICING SUB COMMITTEE",
            "MUNICIPAL DISTRICT OF ELM-MARL",
        ),
        (
            "MINUTES OF MEETING OF MARL CITY AND COUNTY COUNCIL HOUSING SPC\n\n"
            "A meeting of the committee was held on Monday",
            "HOUSING SPC",
            "MARL CITY AND COUNTY COUNCIL",
        ),
        (
            "To the Chairperson and each Member of the Marl County Council\nRoads Committee\nMinutes of meeting\n",
            "Roads Committee",
            None,
        ),
    ],
)
def test_bodies_of_irish_councils(head: str, body: str, council: str | None) -> None:
    found = read_body(head, head, "", "a.pdf")
    assert (found.body, found.council) == (body, council)


@pytest.mark.parametrize(
    "head",
    [
        "AGREED Minutes for the Marl Community Council AGM\n\nHeld virtually at 1900hrs on 15th June 2021\n",
        "APPROVEDminutes for the Marl Community Council meeting\n\nHeld virtually on 15th September 2020\n",
        "Adopted Minutes of the Marl Community Council held in the hall on 3 May 2016\n",
    ],
)
def test_what_became_of_the_minutes_is_no_part_of_the_name(head: str) -> None:
    assert read_body(head, head, "", "minutes.pdf").body == "Marl Community Council"
