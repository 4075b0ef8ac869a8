"""Motions headed by their number and who moved them, and the staff lists that go with them in Canadian townships."""

from __future__ import annotations

from index_store.furniture import is_furniture
from index_store.models import Meeting, SourceText
from index_store.parser import parse
from index_store.reading import reading_text
from index_store.rows import Row

HEAD = """MINUTES
TOWNSHIP OF LARCHMERE
Tuesday, May 6, 2025

A regular meeting of the Township of Larchmere Council was held on Tuesday, May 6, 2025, starting at 6:30 p.m.

Present: Mayor Ida Quill and Councillors Owen Pryce, Tess Malloy, and Hugh Brandt.
"""
STAFF = """Regrets: None
Staff: Fire Chief-CEMC Walt Denby; Land Planning and Technology Administrator Jean-Luc Marchetti; Deputy Treasurer-
Office Assistant Kay Turner and Deputy Clerk-Administrative Assistant Nora Lindqvist.

Disclosure of pecuniary interest: None

Committee Reports:
Councillor Hugh Brandt: Larchmere Veterinary Services Committee.

"""
MOTIONS = """R2025-071 O. Pryce, T. Malloy:
THAT the minutes of the regular Council Meeting held April 15, 2025, be adopted as published. Carried.

R2025-072 H.Brandt, O. Pryce
WHEREAS the purchase of a grader was approved in the budget;
NOW THEREFORE we accept the tender of Hollin Tractor Ltd.;
Totaling $21,400 plus tax Carried.
R2025-073
Left blank, to be revisited on May 20, 2025.

R2025-074 T. Malloy, H. Brandt:
THAT the meeting be adjourned. Time: 8:07 p.m. Carried.
"""


def meeting(text: str) -> Meeting:
    return parse(SourceText(text, "larchmere.txt")).meetings[0]


def test_two_names_behind_a_number_are_mover_and_seconder_and_no_title() -> None:
    items = meeting(HEAD + MOTIONS).items
    assert [(one.number, one.title) for one in items] == [(f"R2025-07{n}", None) for n in (1, 2, 3, 4)]
    assert [(one.proposer, one.seconder) for item in items for one in item.resolutions] == [
        ("Owen Pryce", "Tess Malloy"),
        ("Hugh Brandt", "Owen Pryce"),
        ("Tess Malloy", "Hugh Brandt"),
    ]


def test_a_headed_motion_is_told_to_its_outcome_without_its_recitals() -> None:
    said = meeting(HEAD + MOTIONS).items[1].resolutions[0].text
    assert said.startswith("NOW THEREFORE we accept the tender")
    assert said.endswith("Carried.")


def test_a_title_of_two_words_and_a_comma_stays_a_title() -> None:
    text = HEAD + "".join(
        f"{n}. {title}\nThe Clerk reported on this and it was noted.\n\n"
        for n, title in ((1, "Roads, Bridges"), (2, "Parks, Trails"), (3, "Fire, Rescue"))
    )
    assert [one.title for one in meeting(text).items] == ["Roads, Bridges", "Parks, Trails", "Fire, Rescue"]


def test_staff_below_regrets_of_nobody_were_there() -> None:
    people = {one.name: (one.status, one.role) for one in meeting(HEAD + STAFF + MOTIONS).attendance}
    assert not [name for name, (status, _) in people.items() if status == "apologies"]
    assert people["Walt Denby"] == ("in_attendance", "Fire Chief-CEMC")
    assert people["Jean-Luc Marchetti"] == ("in_attendance", "Land Planning and Technology Administrator")
    assert people["Kay Turner"] == ("in_attendance", "Deputy Treasurer-Office Assistant")
    assert people["Nora Lindqvist"] == ("in_attendance", "Deputy Clerk-Administrative Assistant")


def test_members_below_a_bare_heading_of_apologies_did_send_them() -> None:
    text = HEAD + "Apologies:\nCouncillors: Ada Finch and Rolf Hagen\n\n" + MOTIONS
    away = {one.name for one in meeting(text).attendance if one.status == "apologies"}
    assert away == {"Ada Finch", "Rolf Hagen"}


def test_an_office_without_a_holder_goes_to_the_next_one() -> None:
    staff = (
        "Staff: Operations Superintendent Dan Mazur, Deputy Treasurer, Interim Clerk Kim Tarn and Planner Ann Ash.\n\n"
    )
    roles = {one.name: one.role for one in meeting(HEAD + staff + MOTIONS).attendance if one.role}
    assert roles == {
        "Dan Mazur": "Operations Superintendent",
        "Kim Tarn": "Deputy Treasurer, Interim Clerk",
        "Ann Ash": "Planner",
    }


def test_what_is_told_of_committees_is_no_organisation_of_those_present() -> None:
    people = {one.name: one.organisation for one in meeting(HEAD + STAFF + MOTIONS).attendance}
    assert people["Hugh Brandt"] is None


def test_those_who_came_by_video_came_as_the_list_above_says() -> None:
    text = (
        HEAD + "Zoom: Councillor Vera Stokes.\nStaff: Clerk Nora Lindqvist.\nZoom: Fire Chief Walt Denby.\n\n" + MOTIONS
    )
    status = {one.name: one.status for one in meeting(text).attendance}
    assert (status["Vera Stokes"], status["Walt Denby"]) == ("present", "in_attendance")


def test_a_number_that_opens_a_page_begins_a_line() -> None:
    first = (
        "R2025-071 O. Pryce, T. Malloy:\nThat we pass By-Law 2025-12, being a By-Law to confirm what was done here.\n"
    )
    more = "Read the first, second and third time and passed this sixth day of May, 2025, in public. Carried.\n"
    page = "R2025-072 H. Brandt, O. Pryce:\nThat the meeting be adjourned. Carried.\n"
    text = HEAD + first + more
    source = SourceText(text + page, "larchmere.pdf", page_starts=(0, len(text)))
    assert [one.number for one in parse(source).meetings[0].items] == ["R2025-071", "R2025-072"]


def test_the_head_of_a_page_may_give_its_number_first() -> None:
    text = "The application was received and the land, being Part 1 on\nPage 2 – Minutes – May 6, 2025\nPlan 42.\n"
    assert "Page 2" not in reading_text(SourceText(text)).text


def test_a_motion_in_one_line_with_its_movers_and_one_by_law_passed_in_the_word_of_its_readings() -> None:
    items = meeting(
        HEAD + "R2025-071 O. Pryce, T. Malloy: THAT we accept the Quotation received from Hollin Instruments Inc. for "
        "1 Year of the Survey Bundle and 1 Receiver for $3,015.00, plus applicable taxes. Carried.\n\n"
        "R2025-072 H. Brandt, O. Pryce:\nThat we pass By-Law 2025-11, being a By-Law to appoint a Weed Inspector.\n"
        "Read a first, second and third time and passed this 6th day of May, 2025.\n\n"
        "R2025-073 T. Malloy, O. Pryce:\nThat we adopt the Capital Forecast as presented. Carried.\n\n"
        "Item #10 Request for a donation received from the Elm Hall Society. Deferred.\n\n"
        "R2025-074 T. Malloy, H. Brandt:\nTHAT the meeting be adjourned. Carried.\n"
    ).items
    assert [one.title for one in items] == [None] * 4
    told = [(one.effect, one.proposer, one.text) for item in items for one in item.resolutions]
    assert [one[:2] for one in told] == [
        ("decided", "Owen Pryce"),
        ("decided", "Hugh Brandt"),
        ("decided", "Tess Malloy"),
        ("deferred", None),
        ("decided", "Tess Malloy"),
    ]
    assert told[3][2] == "Item #10 Request for a donation received from the Elm Hall Society. Deferred."


def test_all_behind_the_word_councillors_are_councillors() -> None:
    people = meeting(HEAD.replace("Tess Malloy", "June Malloy") + MOTIONS).attendance
    assert [(one.title, one.name) for one in people] == [
        ("Mayor", "Ida Quill"),
        ("Councillor", "Owen Pryce"),
        ("Councillor", "June Malloy"),
        ("Councillor", "Hugh Brandt"),
    ]


def test_a_resolution_at_the_head_of_a_page_is_no_running_head() -> None:
    pages = [
        f"R2025-07{n} O. Pryce, T. Malloy:\nThat part {n} be done by the {day}. Carried."
        for n, day in ((1, "Clerk"), (2, "Mayor"))
    ]
    rows = [Row(text, [], 0, 0, page) for page, lines in enumerate(pages, 1) for text in lines.split("\n")]
    assert not any(is_furniture(rows))


def test_what_stands_below_the_signatures_is_of_no_numbered_minute() -> None:
    signed = (
        "\nMayor:\n\nMunicipal Administrator:\n\nMinutes prepared pursuant to Section 12 of the Councils Act. The "
        "clerk shall record, without note or comment, what the council decides.\nThese minutes to be adopted by "
        "Council at the next session of the autumn, and to be pinned to the board of the hall in the week after it.\n"
    )
    last = meeting(HEAD + MOTIONS + signed).items[-1]
    assert (last.number, last.body.text[-8:]) == ("R2025-074", "Carried.")
