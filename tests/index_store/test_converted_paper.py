"""Minutes that programs made Markdown of, from paper or PDF: what they put in, and what they break."""

from __future__ import annotations

import pytest

from index_store.models import Meeting, SourceText
from index_store.parser import parse
from index_store.parser.closing import closes
from index_store.parser.labels import read_labels
from index_store.parser.runs import read_run
from index_store.posts import begins_alone

SCANNED = "*<small>Scanned page, text may contain errors. See original file for clarity</small>*  \n\n"
FILE = "[Original file](https://www.marl.example/2019/minutes.pdf)\n\n---\n"


def meeting(text: str) -> Meeting:
    return parse(SourceText(text, "minutes.md")).meetings[0]


HEAD = """**MINUTES OF PROCEEDINGS AT SPECIAL MEETING OF THE MUNICIPAL DISTRICT OF ASHTON-**

**BIRCHVILLE HELD IN THE TOWN HALL, ASHTON, ON FRIDAY,**

**12TH** **APRIL, 2019 AT 4.00 P.M.**

**PRESENT IN THE CHAIR:**

Councillor A. Oak, An Cathaoirleach.

**MEMBERS PRESENT:**

Councillors Elm, Rowan and Thorn.

"""
TEXT = """The Cathaoirleach welcomed everyone to the Meeting and asked the engineer to speak.

The engineer circulated a plan of the proposed ramps, which would cost €40,000 in all, and

explained that works would begin in May. Members thanked him for the plan and for the care

that he had taken with it, and asked that the school be told of the dates when it would be

known. It was proposed by Councillor Elm and seconded by Councillor Thorn to go ahead with

the scheme as presented.

This concluded the Meeting.
"""


@pytest.mark.parametrize("number", ["**1.**", "1."])
def test_the_only_item_has_its_number_on_the_line_above_its_title(number: str) -> None:
    held = meeting(f"{FILE}1\n\n{HEAD}{number}\n\n**Traffic Ramps in Mill Lane**\n\n{TEXT}")
    assert [(one.number, one.title) for one in held.items] == [("1", "Traffic Ramps in Mill Lane")]
    assert held.date == "2019-04-12"
    assert (held.body or "").casefold() == "municipal district of ashton-birchville"


def test_what_a_converter_says_of_the_paper_is_no_text_of_the_minutes() -> None:
    body = (
        "1. Roads\n\nThe engineer of the district reported at some length on the\n\n---\n"
        + SCANNED
        + "roads of the district. Agreed.\n\n2. Parks\n\nNoted."
    )
    held = meeting(FILE + SCANNED + HEAD.replace("*", "") + body)
    assert [one.title for one in held.items] == ["Roads", "Parks"]
    assert (
        held.items[0].body.text
        == "The engineer of the district reported at some length on the roads of the district. Agreed."
    )


def test_a_sentence_that_opens_several_minutes_is_no_line_of_the_page() -> None:
    asked = "I will ask at the next meeting of the Municipal District of Ashton-Birchville for an"
    told = {"Rowan": "the water supply of Ashton", "Elm": "the lining of the road", "Thorn": "the drain"}
    text = "\n".join(
        f"{n}. Question submitted by Councillor {name}\n\n{asked}\nupdate on {what} and when it may be expected.\n"
        for n, (name, what) in enumerate(told.items(), 1)
    )
    assert [(one.title, one.body.text.count("I will ask")) for one in meeting(text).items] == [
        (f"Question submitted by Councillor {name}", 1) for name in told
    ]


def test_a_head_of_a_word_a_line_is_of_the_meeting_whose_people_it_heads() -> None:
    words = "MINUTES OF PROCEEDINGS AT MEETING OF THE ECONOMIC DEVELOPMENT, ENTERPRISE AND PLANNING POLICY".split()
    head = "\n\n".join(f"**{word}**" for word in words)
    text = HEAD[HEAD.index("**PRESENT") :]
    text = f"{head}\n\n**COMMITTEE HELD IN THE CHAMBER ON MONDAY 3RD** **DECEMBER, 2018 at 2 PM.**\n\n{text}"
    found = parse(SourceText(f"{text}**Item 1.**\n\n**Roads**\n\n{TEXT}", "minutes.md")).meetings
    assert [(one.body or "").casefold() for one in found] == [
        "economic development, enterprise and planning policy committee"
    ]


def test_a_day_in_capitals_is_no_number_of_a_minute() -> None:
    assert read_labels("22ND MARCH, 2031 AT NOON") == ()
    assert read_labels("28 THE ROADS")


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Draft Parking Bye-Laws 2020", "Draft Parking Bye-Laws 2020"),
        ("To note progress report on the roads of Ashton\nWest and Birchville.", None),
        ("To consider the Report prepared pursuant to\nSection 179 of the Acts, in Ashton, Co. Marl.", None),
        ("Circulated, Housing Progress Report, which was noted.", ""),
        ("The Cathaoirleach welcomed the Director to the Meeting.", ""),
    ],
)
def test_a_directorate_over_its_business_is_the_title_with_it(lines: str, title: str | None) -> None:
    text = f"1. Adoption of Minutes\nProposed by Councillor Elm and agreed.\n2. Housing Directorate\n{lines}\n"
    text += (
        "Circulated, report of the Director, which Members noted at the Meeting.\n3. Parks\nMembers asked for more.\n"
    )
    business = " ".join(lines.split()).rstrip(".") if title is None else title
    assert meeting(HEAD.replace("*", "") + text).items[1].title == f"Housing Directorate {business}".strip()


OFFICIALS = (
    "Chief Executive (Mr. A. Ash), Director, Roads and Parks (Ms. B. Birch), Meetings Administrator\n\n"
    "(Mr. C. Clay), Clerical Officer (Ms. D. Dale)."
)


@pytest.mark.parametrize("apologies", ["", "Apologies for their inability to attend were received from Cllr Fir.\n\n"])
@pytest.mark.parametrize("numbered", ["", "**1.**\n\n**Traffic Ramps in Mill Lane**\n\n"])
def test_officials_are_listed_though_a_sentence_stands_before_or_right_behind_them(
    apologies: str, numbered: str
) -> None:
    said = "At the outset, the Cathaoirleach stated that a request had been received from the school, and it was\n\n"
    said += "agreed that the school be asked to write to the Administrator.\n\n"
    held = meeting(f"{HEAD}{apologies}OFFICIALS IN ATTENDANCE:\n\n{OFFICIALS}\n\n{said}{numbered}{TEXT}")
    assert [one.name for one in held.attendance if one.status == "in_attendance"] == [
        *("A. Ash", "B. Birch", "C. Clay", "D. Dale")
    ]
    assert any("asked to write" in one.body.text for one in held.items)


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("Minutes prepared pursuant to Section 12 of the Councils Act.", True),
        ("The clerk shall record, without note or comment, what the board decides.", True),
        ("These minutes to be adopted by trustees at the next session.", True),
        ("Minutes of the museum board were received.", False),
        ("Clerk to record the vote by name.", False),
    ],
)
def test_what_the_law_says_of_minutes_stands_below_them(line: str, below: bool) -> None:
    assert closes(line) is below


def test_each_post_is_that_of_the_holder_in_brackets_behind_it() -> None:
    run = (
        "Director, Roads and Parks, (Mr. A. Ash) Meetings Administrator (Ms. B .Birch). Engineers (Mr. C. Clay and Ms. "
    )
    run += "D. Dale), Clerical Officer, Ashton (E. Elder), Sergeant Jo Fir"
    posts = {person.person.name: person.role for _, _, people in read_run(run) for person in people}
    assert posts == {
        "A. Ash": "Director, Roads and Parks",
        "B. Birch": "Meetings Administrator",
        "C. Clay": "Engineer",
        "D. Dale": "Engineer",
        "E. Elder": "Clerical Officer, Ashton",
        "Jo Fir": None,
    }


def test_sectoral_interests_sit_on_the_committee() -> None:
    held = meeting(f"{HEAD}**SECTORAL INTERESTS:** Mr. John Yew.\n\n**1.**\n\n**Traffic Ramps**\n\n{TEXT}")
    assert {one.name: one.status for one in held.attendance}["John Yew"] == "present"


def test_the_only_item_stands_right_below_the_lists_of_who_came() -> None:
    lists = HEAD.replace("*", "") + "OFFICIALS IN ATTENDANCE:\n\nEngineer (Mr. A. Ash), Clerk (Ms. B. Birch)\n\n"
    held = meeting(SCANNED + lists + "1. Road Works in Ashton\n\n" + TEXT)
    assert [(one.number, one.title) for one in held.items] == [("1", "Road Works in Ashton")]


def test_an_item_taken_before_the_first_leaves_it_its_number() -> None:
    titles = {2: "Deputation from Anglers", 1: "Adoption of Minutes", 3: "Roads", 4: "Parks", 5: "Bins"}
    items = "".join(f"**{n}.**\n\n**{title}**\n\nMembers noted the report on it.\n\n" for n, title in titles.items())
    assert [(one.number, one.title) for one in meeting(HEAD + items).items] == [
        (str(n), title) for n, title in titles.items()
    ]


def test_an_hour_over_the_lists_counts_no_minutes() -> None:
    head = HEAD.replace("AT 4.00 P.M.", "AT\n\n10AM.").replace("*", "")
    numbers = [*range(1, 10), 12]
    items = "".join(
        f"{n}.\n\nQuestion submitted by Councillor Elm\n\nMembers noted the reply to it.\n\n" for n in numbers
    )
    assert [one.number for one in meeting(head + items).items] == [str(n) for n in numbers]


@pytest.mark.parametrize(
    ("line", "above", "anew"),
    [
        ("At the outset of the Meeting, Members", "Director, Roads (Ms. B. Birch), Councillor Fir.", True),
        ("At the outset of the Meeting, Members", "and the Cathaoirleach said that", False),
        ("The Mayor thanked Members", "Clerk (Ms. B. Birch), Clerical Officer (Mr. C. Clay).", True),
        ("The Mayor thanked Members", "It was sent to the council (see the list of letters).", False),
    ],
)
def test_business_begins_anew_below_the_lists_of_who_came(line: str, above: str, anew: bool) -> None:
    assert begins_alone(line, above) is anew


def test_the_sort_of_meeting_is_no_part_of_a_name_without_the_space_behind_it() -> None:
    text = HEAD.replace("SPECIAL MEETING", "ANNUALMEETING")
    assert (meeting(f"{text}**1.**\n\n**Roads**\n\n{TEXT}").body or "").startswith("MUNICIPAL DISTRICT OF ASHTON")
