"""Irish county councils and boards of charities: who came how, what was moved in lines of its own, feet and dates."""

from __future__ import annotations

from index_store.models import Meeting, SourceText
from index_store.parser import parse
from index_store.reading import reading_text

HEAD = """Minutes of the monthly meeting of Marl County Council held in the Council Chamber on Monday, 9th February 2026
at 2.00 p.m.

Present:
Councillor K. Murrow (Cathaoirleach)
Councillor F. Brone
Councillor B. O’Dowd Remotely

In Attendance:
Mr. C. Reedy, Chief Executive
Ms. A. Sweeny, Senior Planner Remotely

Votes of Sympathy
Mrs. Margaret Carr and family on the death of Michael Carr of New Oak Estate, Marl
Mr. John Dole and family on the death of Caroline Dole, Marl

"""
BUSINESS = """1.0 Proposed Loan to the Marl Enterprise Company
Mr. Reedy briefed the members on the loan and answered questions raised.
Proposed by Cllr. F. Brone
Seconded by Cllr. B. O’Dowd
And agreed following a show of hands
“That we the members of Marl County Council approve a loan in the amount of €1,325,100.”

2.0 Climate Action Report
Mr. Reedy gave a presentation to the members and answered questions raised.
Proposed by Cllr. K. Murrow
Seconded by Cllr. F. Brone
And agreed following a show of hands.

3.0 Notices of Motion
"It is being called for that any councillors attending trips abroad pay for those trips out of their own pockets."
Proposed by Cllr. B. O’Dowd
Seconded by Cllr. K. Murrow
A roll call vote was taken as follows:-
Result 4 For, 10 Against, 4 Absent
Decision/Resolution: Motion Defeated

4.0 Approval of Delegation to attend the Fair. Proposed by Cllr. F. Brone
Seconded by Cllr. K. Murrow. It was agreed that two members go.
"""


def meeting(text: str, path: str = "marl.txt") -> Meeting:
    return parse(SourceText(text, path)).meetings[0]


def test_the_bereaved_did_not_attend() -> None:
    people = {one.name: (one.status, one.role, one.note) for one in meeting(HEAD + BUSINESS).attendance}
    assert set(people) == {"K. Murrow", "F. Brone", "B. O’Dowd", "C. Reedy", "A. Sweeny"}
    assert people["B. O’Dowd"] == ("present", None, "Remotely")
    assert people["A. Sweeny"] == ("in_attendance", "Senior Planner", "Remotely")


def test_what_is_quoted_behind_a_show_of_hands_was_agreed() -> None:
    one = meeting(HEAD + BUSINESS).items[0].resolutions[0]
    assert one.text == "“That we the members of Marl County Council approve a loan in the amount of €1,325,100.”"
    assert (one.proposer, one.seconder) == ("F. Brone", "B. O’Dowd")


def test_what_was_agreed_without_words_of_its_own_is_told_by_its_lines() -> None:
    one = meeting(HEAD + BUSINESS).items[1].resolutions[0]
    assert one.text.endswith("And agreed following a show of hands.")
    assert (one.proposer, one.seconder) == ("K. Murrow", "F. Brone")


def test_a_motion_defeated_behind_a_roll_call_is_the_one_quoted() -> None:
    found = meeting(HEAD + BUSINESS).items[2].resolutions
    assert [(one.effect, one.text[:9]) for one in found] == [("rejected", '"It is be')]
    assert (found[0].proposer, found[0].seconder) == ("B. O’Dowd", "K. Murrow")


def test_a_title_ends_before_who_proposed_it() -> None:
    assert meeting(HEAD + BUSINESS).items[3].title == "Approval of Delegation to attend the Fair"


DISTRICT = """Minutes of the Municipal District of Larchmere Meeting
held on Wednesday, ISt April 2026 at 4.00 p.m.
in the Meeting Room, Quill Hall, Larchmere, Co. Marl
Members Present: Cllr. Daniel Penn — Cathaoirleach
In Attendance:
Cllr. Michael Dorn — Leas-Cathaoirleach
Cllr. Tommy Kins
Cllr. Willie Quill (remote)
Ida Ogden, Director of Services
Lilly Sly, Senior Executive Engineer

1. Confirmation of Minutes
It was agreed that the minutes of the last meeting be confirmed.

2. Roads
The engineer reported on the roads and it was agreed to mend them.
"""


def test_councillors_listed_with_the_officers_are_members() -> None:
    people = {one.name: (one.status, one.role) for one in meeting(DISTRICT).attendance}
    assert people == {
        "Daniel Penn": ("chair", None),
        "Michael Dorn": ("present", "Leas-Cathaoirleach"),
        "Tommy Kins": ("present", None),
        "Willie Quill": ("present", None),
        "Ida Ogden": ("in_attendance", "Director of Services"),
        "Lilly Sly": ("in_attendance", "Senior Executive Engineer"),
    }


def test_a_first_misread_and_a_county_cut_short_are_read() -> None:
    found = meeting(DISTRICT)
    assert (found.date, found.venue) == ("2026-04-01", "the Meeting Room, Quill Hall, Larchmere, Co. Marl")


BOARD = """OPEN BOARD MEETING MINUTES

Title of Meeting       Larch Libraries IPS - Board Meeting
Date                   29th May 2014
Place                  Main Hall, Castle Hill Community Centre
Time                   12.00pm – 2.00pm
Attendees              Ida Quill, Chair (IQ) Owen Pryce (OP) Dr Tess Malloy (TM) Hugh Brandt, Minutes Secretary (HB)

1. Welcome and Apologies

The Chair welcomed all to the meeting of the board.

2. Minutes of previous meeting (29th May 2014)

These were agreed as a true and accurate account of discussions.

3. Decisions

The application was discussed and accepted unanimously.
"""


def test_minutes_headed_with_the_day_before_have_that_of_the_file() -> None:
    parsed = parse(SourceText(BOARD, "board-2014-07-31.txt"))
    assert parsed.meetings[0].date == "2014-07-31"
    assert any("the meeting before" in one for one in parsed.warnings)
    assert meeting(BOARD, "board.txt").date == "2014-05-29"


def test_a_table_at_the_head_names_body_and_place() -> None:
    found = meeting(BOARD)
    assert (found.body, found.venue) == ("Larch Libraries IPS - Board", "Main Hall, Castle Hill Community Centre")
    assert found.items[2].title == "Decisions"


def test_initials_in_brackets_part_people_in_a_run() -> None:
    people = [(one.name, one.status, one.role, one.initials) for one in meeting(BOARD).attendance]
    assert people == [
        ("Ida Quill", "chair", None, "IQ"),
        ("Owen Pryce", "present", None, "OP"),
        ("Tess Malloy", "present", None, "TM"),
        ("Hugh Brandt", "present", "Minutes Secretary", "HB"),
    ]


def test_the_same_foot_on_every_page_is_no_text() -> None:
    foot = "draft Open Board Minutes v1          {}\nRegistered Office: Larch House, registered number\n31542R\n"
    pages = [
        f"Paragraph {word} of the report was read and the members took note of it at some length.\n" + foot.format(n)
        for n, word in enumerate(("one", "two", "three", "four"), 1)
    ]
    starts = tuple(sum(map(len, pages[:n])) for n in range(4))
    text = reading_text(SourceText("".join(pages), "a.pdf", page_starts=starts)).text
    assert "Registered" not in text
    assert "31542R" not in text
    assert text.count("Paragraph") == 4
